using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Settings;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.CodeFixes.SettingsFiles;

/// <summary>
/// A settings file that a deployed program may run with, and the edits that it takes: ports that become 587, values that are missing in a
/// section. What the analyzer leaves alone is left alone here: files for development, and what connects to the machine itself.
/// </summary>
/// <param name="Document">The file.</param>
/// <param name="Text">What it says.</param>
/// <param name="Root">The same, read.</param>
internal sealed record SettingsFile(TextDocument Document, SourceText Text, SettingsNode Root)
{
    private const string MainName = "appsettings.json";
    private const string Empty = "\"\"";

    /// <summary>Whether it is the file that holds in every environment, and takes new settings.</summary>
    public bool IsMain => string.Equals(NameOf(Document), MainName, StringComparison.OrdinalIgnoreCase);

    /// <summary>The files of a project. Their order does not depend on the build's.</summary>
    public static async Task<ImmutableArray<SettingsFile>> ReadAllAsync(Project project, CancellationToken cancellationToken)
    {
        var files = ImmutableArray.CreateBuilder<SettingsFile>();
        foreach (var document in project.AdditionalDocuments.OrderBy(d => d.FilePath?.Length ?? 0)
            .ThenBy(d => d.FilePath, StringComparer.Ordinal))
        {
            var path = document.FilePath ?? document.Name;
            if (SmtpSettings.IsForDevelopment(path))
                continue;

            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            if (SettingsText.Read(path, text, cancellationToken) is { } root)
                files.Add(new SettingsFile(document, text, root));
        }

        return files.ToImmutable();
    }

    /// <summary>
    /// 587 for each 25 under one of the keys, but where the host beside it is local, and a switch beside it that says no is turned on.
    /// </summary>
    public IEnumerable<TextChange> WithPorts(IEnumerable<SettingKey> keys, EncryptionMeans encryption) => keys
        .SelectMany(key => SettingPlaces.NodesUnder(Root, key))
        .Where(node => PortNumber.IsBlocked(node) && !SettingHost.IsLocal(node))
        .SelectMany(node => SettingsEdit.OfNumber(node.TextSpan, Text) is { } number
            ? SettingsEdit.Beside(node, encryption).Prepend(number)
            : []);

    /// <summary>
    /// The switches that say no where another file may have the port under one of the keys, unless the host beside them is local.
    /// </summary>
    public IEnumerable<TextChange> WithSwitches(IEnumerable<SettingKey> keys, EncryptionMeans encryption) =>
        from key in keys
        let end = key.Path.LastIndexOf(':')
        where end > 0
        from section in SettingPlaces.NodesUnder(Root, key with { Path = key.Path.Substring(0, end) })
        let port = key.Path.Substring(end + 1)
        where !SettingHost.IsLocal(port, section)
            && (section.Child(port) is not { } node || PortNumber.IsBlocked(node) || node.Text == MailPorts.SubmissionText)
        from change in EncryptionSwitches.TurnedOn(section, port, encryption.IsStartTls)
            .Select(turned => new TextChange(turned.Span, turned.Text)).Concat(SettingsEdit.Chosen(section, encryption.Options))
        select change;

    /// <summary>Whether a switch beside one of the keys says that the connection is encrypted.</summary>
    public bool HasSwitchOn(SettingKey key) => key.Path.LastIndexOf(':') is > 0 and var end
        && SettingPlaces.NodesUnder(Root, key with { Path = key.Path.Substring(0, end) })
            .Any(section => EncryptionSwitches.AreOn(section, key.Path.Substring(end + 1)));

    /// <summary>
    /// The file agrees with code that reads a section from now on: what the section leaves empty is filled in, and what the main file does
    /// not say is added.
    /// </summary>
    public IEnumerable<TextChange> WithValues(MailSection names, IReadOnlyList<(string Key, string Json)> values)
    {
        if (Root.Format?.Editing != SettingsEditing.Json)
            yield break;

        if (MailSection.Find(Root, names.Name) is not { } section)
        {
            if (IsMain && values.Count > 0 && NewJsonSection.AddTo(Text, names.Name, values) is { } addition)
                yield return addition;
            yield break;
        }

        if (LocalHosts.IsLocal(section.TextOf(names.Host) ?? ""))
            yield break;

        // An empty text would keep the code from saying that the setting is missing.
        foreach (var (key, json) in values.Where(value => value.Json != Empty && section.TextOf(value.Key) is { Length: 0 }))
            yield return new TextChange(section.Child(key)!.TextSpan, json.Trim('"'));

        var missing = values.Where(value => value.Json != Empty && section.Child(value.Key) is null).ToList();
        if (IsMain && missing.Count > 0 && NewJsonSection.MembersIn(Text, names.Name, missing) is { } members)
            yield return members;
    }

    /// <summary>
    /// The solution with the file changed, in each project that has it: one file may belong to several target frameworks.
    /// </summary>
    public Solution ChangeIn(Solution solution, IEnumerable<TextChange> changes)
    {
        var ordered = SettingsEdit.Together(changes).ToList();
        if (ordered.Count == 0)
            return solution;

        var text = Text.WithChanges(ordered);
        return SameFile.FindAll(solution, Document)
            .Aggregate(solution, (current, same) => current.WithAdditionalDocumentText(same.Id, text));
    }

    private static string NameOf(TextDocument document) => Path.GetFileName(document.FilePath ?? document.Name);
}
