using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Clients;
using SmtpPortAnalyzer.CodeFixes.SettingsFiles;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Settings;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.CodeFixes.Pipeline;

/// <summary>587 in a settings file, with the switch beside it and the connections that read it: the number alone never works.</summary>
internal static class SettingsPortChange
{
    /// <param name="solution">The solution.</param>
    /// <param name="file">Every document of the file (<see cref="SameFile"/>).</param>
    /// <param name="diagnostics">The ports.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<Solution> ApplyAsync(
        Solution solution, ImmutableArray<TextDocument> file, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        if (file.IsEmpty)
            return solution;

        var text = await file[0].GetTextAsync(cancellationToken).ConfigureAwait(false);
        diagnostics = Fixable(file[0], text, diagnostics, cancellationToken);
        var root = SettingsText.Read(file[0].FilePath ?? file[0].Name, text, cancellationToken);
        var ports = root is null ? new List<SettingsNode>() : root.DescendantsAndSelf()
            .Where(node => node.Text is not null && diagnostics.Any(diagnostic => diagnostic.Location.SourceSpan == node.TextSpan))
            .ToList();
        var isStartTls = true;
        foreach (var document in file)
            isStartTls &= await SwitchMeaning.IsStartTlsAsync(document.Project, cancellationToken).ConfigureAwait(false);

        bool IsPort(SettingKey key) => SettingPlaces.NodesUnder(root!, key).Any(ports.Contains);
        var options = new List<ChosenOption>();
        foreach (var document in file.Where(_ => ports.Count > 0))
            options.AddRange(await SettingsReaders.OptionsAsync(document.Project, IsPort, cancellationToken).ConfigureAwait(false));

        var isSwitchedOn = ports.Count > 0 && ports.All(port =>
            EncryptionSwitches.AreOn(port) || EncryptionSwitches.Demands(port, isStartTls).Any()
            || SettingsEdit.Chosen(port, options).Any());
        solution = await SettingsEdit.ChangeAsync(solution, file, diagnostics, isStartTls, options, cancellationToken)
            .ConfigureAwait(false);
        if (ports.Count == 0)
            return solution;

        foreach (var project in file.Select(document => document.Project.Id).Distinct())
            solution = await SettingsReaders.FinishAsync(
                solution, project, IsPort, isSwitchedOn, cancellationToken)
                .ConfigureAwait(false);
        return solution;
    }

    /// <summary>
    /// Those of the ports that another number helps: not one beside a host that listens on 25 alone.
    /// </summary>
    public static ImmutableArray<Diagnostic> Fixable(
        TextDocument file, SourceText text, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = SettingsText.Read(file.FilePath ?? file.Name, text, cancellationToken);
        return root is null ? diagnostics : diagnostics.RemoveAll(diagnostic => root.DescendantsAndSelf()
            .Where(node => diagnostic.Location.SourceSpan == (node.Text is null ? node.NameSpan : node.TextSpan))
            .Any(node => GoesToExchanger(node.Text is null ? node : node.Parent)));
    }

    private static bool GoesToExchanger(SettingsNode? section) => section is not null
        && SettingRoles.Best(section.Children.Select(child => child.Name), SettingRole.Host) is { } host
        && section.TextOf(host) is { } name && MailExchanger.IsOne(name);
}
