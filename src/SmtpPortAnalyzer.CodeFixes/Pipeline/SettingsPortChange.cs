using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Clients;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.SettingsFiles;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Options;
using SmtpPortAnalyzer.Settings;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.CodeFixes.Pipeline;

/// <summary>587 in a settings file, with the switch beside it and the connections that read it: the number alone never works.</summary>
internal static class SettingsPortChange
{
    /// <param name="solution">The solution.</param>
    /// <param name="file">Every document of the file (<see cref="SameFile"/>).</param>
    /// <param name="blocked">The ports.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<Solution> ApplyAsync(
        Solution solution, ImmutableArray<TextDocument> file, IReadOnlyCollection<BlockedPort> blocked, CancellationToken cancellationToken)
    {
        if (file.IsEmpty || blocked.Count == 0)
            return solution;

        var text = await file[0].GetTextAsync(cancellationToken).ConfigureAwait(false);
        blocked = Fixable(file[0], text, blocked, cancellationToken);
        var root = SettingsText.Read(file[0].FilePath ?? file[0].Name, text, cancellationToken);
        var ports = root is null ? new List<SettingsNode>() : root.DescendantsAndSelf()
            .Where(node => node.Text is not null
                && blocked.Any(port => node.TextSpan.Contains(port.Span) && port.MissingSetting is null))
            .ToList();
        bool IsPort(SettingKey key) => root is not null && SettingPlaces.NodesUnder(root, key).Any(ports.Contains);
        var encryption = EncryptionMeans.OfStartTls;
        foreach (var document in file)
        {
            var own = ports.Count > 0
                ? await SettingsReaders.EncryptionAsync(document.Project, IsPort, cancellationToken).ConfigureAwait(false)
                : new EncryptionMeans(await SwitchMeaning.IsStartTlsAsync(document.Project, cancellationToken).ConfigureAwait(false), []);
            encryption = new EncryptionMeans(
                encryption.IsStartTls && own.IsStartTls, encryption.Options.Union(own.Options).ToList())
            {
                IsUri = encryption.IsUri || own.IsUri,
            };
        }

        var means = new SettingsMeans(encryption, await SectionAsync(file[0].Project, cancellationToken).ConfigureAwait(false));
        solution = await SettingsEdit.ChangeAsync(solution, file, blocked, means, cancellationToken).ConfigureAwait(false);
        if (ports.Count == 0)
            return solution;

        // Other files lie on top of this one, or below it: what they say of the same port counts as much.
        var keys = root!.Format?.Editing == SettingsEditing.Json
            ? ports.Select(port => new SettingKey(SettingStore.Configuration, port.Path)).ToList()
            : new List<SettingKey>();
        foreach (var project in file.Select(document => document.Project.Id).Distinct())
        {
            var layers = await SettingsFile.ReadAllAsync(solution.GetProject(project)!, cancellationToken).ConfigureAwait(false);
            foreach (var layer in layers.Where(layer => SettingsLayers.AreOne(layer.Document.FilePath, file[0].FilePath)))
                solution = layer.ChangeIn(solution, layer.WithPorts(keys, encryption).Concat(layer.WithSwitches(keys, encryption)));
        }

        foreach (var project in file.Select(document => document.Project.Id).Distinct())
        {
            var layers = await SettingsFile.ReadAllAsync(solution.GetProject(project)!, cancellationToken).ConfigureAwait(false);
            var isSwitchedOn = ports.All(port => SettingsEdit.Beside(port, encryption).Any()
                || (port.Parent is { } section && EncryptionSwitches.AreOn(section, port.Name))
                || layers.Any(layer => layer.HasSwitchOn(new SettingKey(SettingStore.Configuration, port.Path))));
            solution = await SettingsReaders.FinishAsync(solution, project, IsPort, isSwitchedOn, cancellationToken).ConfigureAwait(false);
        }

        return solution;
    }

    /// <summary>The names of the relay's settings in a project; the usual ones where no source file has options.</summary>
    public static async Task<MailSection> SectionAsync(Project project, CancellationToken cancellationToken) =>
        project.Documents.FirstOrDefault() is { } document
            ? MailSection.Named((await RelayPreferences.ReadAsync(document, cancellationToken).ConfigureAwait(false)).Section.Name)
            : MailSection.Named(SmtpOptionTable.RelaySection.Default);

    /// <summary>
    /// Those of the ports that another number helps: not one beside a host that listens on 25 alone.
    /// </summary>
    public static IReadOnlyCollection<BlockedPort> Fixable(
        TextDocument file, SourceText text, IReadOnlyCollection<BlockedPort> ports, CancellationToken cancellationToken)
    {
        var root = SettingsText.Read(file.FilePath ?? file.Name, text, cancellationToken);
        return root is null ? ports : ports.Where(port => !root.DescendantsAndSelf()
            .Where(node => port.Span == (node.Text is null ? node.NameSpan : node.TextSpan))
            .Any(node => GoesToExchanger(node.Text is null ? node : node.Parent))
            && !NamesExchanger(PortInText.SettingAround(port.Span, root))).ToList();
    }

    // smtp://contoso-com.mail.protection.outlook.com:25
    private static bool NamesExchanger(SettingsNode? whole) =>
        whole?.Text is { } text && MailAddress.Read(text) is { Host: { } host } && MailExchanger.IsOne(host);

    private static bool GoesToExchanger(SettingsNode? section) => section is not null
        && SettingRoles.Best(section.Children.Select(child => child.Name), SettingRole.Host) is { } host
        && section.TextOf(host) is { } name && MailExchanger.IsOne(name);
}
