using System.Collections.Immutable;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SmtpPortAnalyzer.CodeFixes.FixAll;
using SmtpPortAnalyzer.Rules;

namespace SmtpPortAnalyzer.CodeFixes;

/// <summary>Encrypts a connection to a relay as its port demands, lets it log in, and takes its password out of the code.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RelaySecurityFix))]
public sealed class RelaySecurityFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        RuleIds.WrongSecurity, RuleIds.NoLogin, RuleIds.LiteralPassword);

    public override FixAllProvider GetFixAllProvider() => RelayFixAll.OfRelays;

    public override Task RegisterCodeFixesAsync(CodeFixContext context) => RelayOffers.RegisterAsync(context);
}
