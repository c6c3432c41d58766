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
        var section = await SettingsPortChange.SectionAsync(document.Project, context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            var port = BlockedPort.Read(diagnostic);
            if (SettingsPortChange.Fixable(document, text, new[] { port }, context.CancellationToken).Count == 0
                || !SettingsEdit.CanChange(port, document.FilePath ?? document.Name, text, section, context.CancellationToken))
                continue;

            context.RegisterCodeFix(
                CodeAction.Create(Title,
                    cancellationToken =>
                        SettingsPortChange.ApplyAsync(
                            document.Project.Solution, SameFile.FindAll(document.Project.Solution, document),
                            new[] { port }, cancellationToken),
                    Key),
                diagnostic);
        }
    }
}
