using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Sources;
using SmtpPortAnalyzer.Settings.Json;

namespace SmtpPortAnalyzer.CodeFixes.SettingsFiles;

/// <summary>
/// The project's <c>appsettings.json</c>, and those of its environments, where the build hands them over as additional files.
/// </summary>
/// <param name="Document">The file.</param>
/// <param name="Text">What it says.</param>
/// <param name="Root">The same, read.</param>
internal sealed record SettingsFile(TextDocument Document, SourceText Text, JsonValue Root)
{
    private const string MainName = "appsettings.json";
    private const string Empty = "\"\"";

    /// <summary>The main file, which holds in every environment.</summary>
    public static async Task<SettingsFile?> ReadAsync(Project project, CancellationToken cancellationToken) =>
        (await AllAsync(project, cancellationToken).ConfigureAwait(false)).FirstOrDefault(f => f.Is(MainName));

    /// <summary>
    /// Lets the files agree with code that reads a section from now on: the section appears in the main file, and nothing in it, nor in a
    /// file of an environment, says 25 any more. Never a password.
    /// </summary>
    public static async Task<Solution> WithRelayAsync(
        Project project, MailSection section, IReadOnlyList<(string Key, string Json)> values, Func<string, bool> isRead,
        CancellationToken cancellationToken)
    {
        var solution = project.Solution;
        values = values.Where(v => isRead(v.Key)).ToList();
        foreach (var file in await AllAsync(project, cancellationToken).ConfigureAwait(false))
        {
            var changes = new List<TextChange>();
            if (MailSection.Find(file.Root, section.Name) is { } existing)
                changes.AddRange(file.Corrections(existing, section, values));
            else if (file.Is(MainName) && values.Count > 0
                && NewJsonSection.AddTo(file.Text, file.Root, section.Name, values) is { } addition)
                changes.Add(addition);
            if (changes.Count == 0)
                continue;

            var text = file.Text.WithChanges(changes.OrderBy(c => c.Span.Start));
            foreach (var id in SameFile(solution, file.Document))
                solution = solution.WithAdditionalDocumentText(id, text);
        }

        return solution;
    }

    private bool Is(string name) => string.Equals(NameOf(Document), name, StringComparison.OrdinalIgnoreCase);

    private IEnumerable<TextChange> Corrections(JsonValue section, MailSection names, IReadOnlyList<(string Key, string Json)> values)
    {
        foreach (var (key, json) in values)
        {
            var value = MailSection.Member(section, key)?.Value;
            if (key == names.Port && value is { Kind: JsonKind.Number or JsonKind.String, Text: "25" })
                yield return new TextChange(value.Span, RelaySource.SubmissionPort);
            else if (value is { Kind: JsonKind.String, Text: "" } && json != Empty)
                yield return new TextChange(value.Span, json.Trim('"'));
        }

        // An empty text would keep the code from saying that the setting is missing.
        var missing = values.Where(v => v.Json != Empty && MailSection.Member(section, v.Key) is null).ToList();
        if (Is(MainName) && missing.Count > 0)
            yield return NewJsonSection.MembersIn(Text, section, missing);
    }

    // What is for the developer's machine only is left alone. The order does not depend on the build's.
    private static async Task<List<SettingsFile>> AllAsync(Project project, CancellationToken cancellationToken)
    {
        var files = new List<SettingsFile>();
        foreach (var document in project.AdditionalDocuments.OrderBy(d => d.FilePath?.Length ?? 0)
            .ThenBy(d => d.FilePath, StringComparer.Ordinal))
        {
            var name = NameOf(document);
            if (!name.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase)
                || !name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                || name.IndexOf("Development", StringComparison.OrdinalIgnoreCase) >= 0)
                continue;

            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            if (JsonReader.Read(text.ToString(), cancellationToken) is { Kind: JsonKind.Object } root)
                files.Add(new SettingsFile(document, text, root));
        }

        return files;
    }

    private static IEnumerable<DocumentId> SameFile(Solution solution, TextDocument file) =>
        file.FilePath is null ? new[] { file.Id }
            : solution.Projects.SelectMany(p => p.AdditionalDocuments).Where(d => d.Id == file.Id || d.FilePath == file.FilePath)
                .Select(d => d.Id).ToList();

    private static string NameOf(TextDocument document) => Path.GetFileName(document.FilePath ?? document.Name);
}
