using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Settings;

namespace SmtpPortAnalyzer.CodeFixes.SettingsFiles;

/// <summary>
/// Changes a project's settings files along with its code: the only code of the fixes that does. <c>dotnet format</c> does not fix findings
/// in such files, but keeps what a fix in code does to them.
/// </summary>
internal static class SettingsEditor
{
    /// <summary>The main file, which holds in every environment; null where the build does not hand it over.</summary>
    public static async Task<SettingsNode?> ReadMainAsync(Project project, CancellationToken cancellationToken) =>
        (await SettingsFile.ReadAllAsync(project, cancellationToken).ConfigureAwait(false)).FirstOrDefault(file => file.IsMain)?.Root;

    /// <summary>The <c>appSettings</c> of the project; null where the build hands over no file that has them.</summary>
    public static async Task<SettingsNode?> ReadAppSettingsAsync(Project project, CancellationToken cancellationToken) =>
        (await SettingsFile.ReadAllAsync(project, cancellationToken).ConfigureAwait(false))
            .SelectMany(file => file.Root.Format?.Sources(file.Root, SettingStore.AppSettings) ?? []).FirstOrDefault();

    /// <summary>
    /// Takes the 25 in settings files along with the one in code that stands in for it: code that asks for encryption and a login, and a
    /// file that still says 25, would work nowhere.
    /// </summary>
    public static async Task<Solution> WithPortsAsync(
        Project project, ImmutableArray<SettingKey> keys, EncryptionMeans encryption, CancellationToken cancellationToken)
    {
        var solution = project.Solution;
        if (keys.IsEmpty)
            return solution;

        foreach (var file in await SettingsFile.ReadAllAsync(project, cancellationToken).ConfigureAwait(false))
            solution = file.ChangeIn(solution, file.WithPorts(keys, encryption).Concat(file.WithSwitches(keys, encryption)));
        return solution;
    }

    /// <summary>Whether a file has a 25 under one of the keys that a fix would move.</summary>
    public static async Task<bool> HaveBlockedAsync(Project project, IReadOnlyList<SettingKey> keys, CancellationToken cancellationToken) =>
        keys.Count > 0 && (await SettingsFile.ReadAllAsync(project, cancellationToken).ConfigureAwait(false))
            .Any(file => file.WithPorts(keys, EncryptionMeans.OfStartTls).Any());

    /// <summary>
    /// Lets the files agree with code that reads a section from now on: the section appears in the main file, and nothing in it, nor in a
    /// file of an environment, says 25 any more. Never a password.
    /// </summary>
    public static async Task<Solution> WithRelayAsync(
        Project project, MailSection section, IReadOnlyList<(string Key, string Json)> values, Func<string, bool> isRead,
        CancellationToken cancellationToken)
    {
        var solution = project.Solution;
        values = values.Where(value => isRead(value.Key)).ToList();
        var ports = values.Any(value => value.Key == section.Port)
            ? new[] { new SettingKey(SettingStore.Configuration, section.Key(section.Port)) }
            : [];
        var encryption = new EncryptionMeans(await SwitchMeaning.IsStartTlsAsync(project, cancellationToken).ConfigureAwait(false), []);
        foreach (var file in await SettingsFile.ReadAllAsync(project, cancellationToken).ConfigureAwait(false))
            solution = file.ChangeIn(solution, file.WithPorts(ports, encryption).Concat(file.WithValues(section, values)));
        return solution;
    }
}
