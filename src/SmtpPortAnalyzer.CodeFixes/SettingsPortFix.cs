using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SmtpPortAnalyzer.CodeFixes.FixAll;
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
    DocumentExtensions = new[] { ".json", ".config" })]
public sealed class SettingsPortFix : CodeFixProvider
{
    public const string Key = nameof(SettingsPortFix);

    private const string Title = "Use port 587";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.SettingPort25);

    public override FixAllProvider GetFixAllProvider() => SettingsPortFixAll.Instance;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.TextDocument;
        var text = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (SettingsEdit.PortChange(diagnostic, text) is null)
                continue;

            context.RegisterCodeFix(
                CodeAction.Create(Title,
                    cancellationToken =>
                        FixAsync(
                            document.Project.Solution, SameFile.FindAll(document.Project.Solution, document),
                            ImmutableArray.Create(diagnostic), cancellationToken),
                    Key),
                diagnostic);
        }
    }

    /// <summary>
    /// The solution with a file changed, in each document of it (<see cref="SameFile"/>).
    /// </summary>
    internal static async Task<Solution> FixAsync(
        Solution solution, ImmutableArray<TextDocument> file, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        foreach (var document in file)
        {
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var changes = diagnostics.Select(diagnostic => SettingsEdit.PortChange(diagnostic, text)).Where(change => change is not null)
                .Select(change => change!.Value).OrderBy(change => change.Span.Start).ToList();
            solution = solution.WithAdditionalDocumentText(document.Id, text.WithChanges(changes));
        }

        return solution;
    }
}
