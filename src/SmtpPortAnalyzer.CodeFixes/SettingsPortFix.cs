using System.Collections.Immutable;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SmtpPortAnalyzer.CodeFixes.FixAll;
using SmtpPortAnalyzer.CodeFixes.Pipeline;
using SmtpPortAnalyzer.CodeFixes.SettingsFiles;
using SmtpPortAnalyzer.Rules;

namespace SmtpPortAnalyzer.CodeFixes;

/// <summary>
/// Writes 587 for the 25 in a settings file, and leaves every other byte of it as it is. For editors that offer fixes in such files;
/// <c>dotnet format</c> does not see them.
/// </summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(SettingsPortFix),
    DocumentKinds = new[] { nameof(TextDocumentKind.AdditionalDocument) },
    DocumentExtensions = new[] { ".json", ".config", ".xml" })]
public sealed class SettingsPortFix : CodeFixProvider
{
    public const string Key = nameof(SettingsPortFix);

    private const string Title = "Use port 587";

    private static readonly SettingsPortFixAll s_fixAll = new(Key);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.SettingPort25);

    public override FixAllProvider GetFixAllProvider() => s_fixAll;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.TextDocument;
        var text = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        var fixable = SettingsPortChange.Fixable(document, text, context.Diagnostics, context.CancellationToken);
        foreach (var diagnostic in fixable)
        {
            if (SettingsEdit.PortChange(diagnostic, text) is null)
                continue;

            context.RegisterCodeFix(
                CodeAction.Create(Title,
                    cancellationToken =>
                        SettingsPortChange.ApplyAsync(
                            document.Project.Solution, SameFile.FindAll(document.Project.Solution, document),
                            ImmutableArray.Create(diagnostic), cancellationToken),
                    Key),
                diagnostic);
        }
    }
}
