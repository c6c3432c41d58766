using System.Collections.Immutable;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SmtpPortAnalyzer.CodeFixes.FixAll;
using SmtpPortAnalyzer.Rules;

namespace SmtpPortAnalyzer.CodeFixes;

/// <summary>Turns a connection to port 25 into one to an authenticated relay on port 587.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RelayPortFix))]
public sealed class RelayPortFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        RuleIds.ExplicitPort25, RuleIds.DefaultPort25, RuleIds.FallbackPort25, RuleIds.Port25NotKnownBlocked);

    public override FixAllProvider GetFixAllProvider() => RelayFixAll.Instance;

    public override Task RegisterCodeFixesAsync(CodeFixContext context) => RelayOffers.RegisterAsync(context);
}
