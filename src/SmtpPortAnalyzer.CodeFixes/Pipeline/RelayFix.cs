using System.Linq;
using System.Threading.Tasks;
using SmtpPortAnalyzer.CodeFixes.Actions;
using SmtpPortAnalyzer.CodeFixes.Clients;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Ports;
using SmtpPortAnalyzer.CodeFixes.SettingsFiles;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Options;
using SmtpPortAnalyzer.Rules;

namespace SmtpPortAnalyzer.CodeFixes.Pipeline;

/// <summary>
/// What one action makes of one finding. It chooses the strategy for the kind of finding; strategies are made of <see
/// cref="ConnectionFix"/> and edits, and none of them comes back here.
/// </summary>
internal static class RelayFix
{
    /// <summary>
    /// Whether the action makes a change, by what the files say as they are: no changed program is compiled for it. It has to come to
    /// the same as <see cref="ChangeAsync"/>, which the tests of the fixes check for each of their inputs.
    /// </summary>
    public static async Task<bool> AppliesAsync(FixContext fix, FixPlace place, RelayAction action) =>
        fix.Preferences.MayRead(action.Reads)
        && await FixTarget.ReadAsync(fix, place).ConfigureAwait(false) is { } finding
        && await StrategyFor(finding).AppliesAsync(finding, action).ConfigureAwait(false);

    /// <summary>Null where the action does not apply or is not surely right.</summary>
    public static async Task<RelayChange?> ChangeAsync(FixContext fix, FixPlace place, RelayAction action)
    {
        if (!fix.Preferences.MayRead(action.Reads)
            || await FixTarget.ReadAsync(fix, place).ConfigureAwait(false) is not { } finding
            || await StrategyFor(finding).ChangeAsync(finding, action).ConfigureAwait(false) is not { } change)
            return null;

        var encryption = place.Settings.IsEmpty
            ? EncryptionMeans.OfStartTls
            : await SettingsReaders.EncryptionAsync(fix.Document.Project, key => place.Settings.Contains(key), fix.CancellationToken)
                .ConfigureAwait(false);
        var carried = await SettingsEditor.WithPortsAsync(change.Document.Project, place.Settings, encryption, fix.CancellationToken)
            .ConfigureAwait(false);
        return await WithReadersAsync(fix, place, action, change with { Document = carried.GetDocument(fix.Document.Id)! })
            .ConfigureAwait(false);
    }

    /// <summary>The same connection under the names of its own settings, which all of its actions use.</summary>
    public static Task<FixContext> NamedAsync(FixContext fix, FixPlace place) => ConnectionNames.ReadAsync(fix, place);

    /// <summary>A port that moves in a settings file takes all along that read it.</summary>
    private static async Task<RelayChange> WithReadersAsync(FixContext fix, FixPlace place, RelayAction action, RelayChange change)
    {
        var (section, cancellationToken) = (fix.Preferences.Section, fix.CancellationToken);
        var keys = place.Settings.ToList();
        if (action.Reads is RelaySettings.Configuration or RelaySettings.Options)
            keys.Add(new SettingKey(SettingStore.Configuration, section.Key(section.Port)));
        if (!await SettingsEditor.HaveBlockedAsync(fix.Document.Project, keys, cancellationToken).ConfigureAwait(false))
            return change;

        var project = change.Document.Project;
        var finished = await SettingsReaders.FinishAsync(
            project.Solution, project.Id, keys.Contains, isSwitchedOn: true, cancellationToken).ConfigureAwait(false);
        if (finished == project.Solution)
            return change;

        var document = finished.GetDocument(fix.Document.Id)!;
        var before = await fix.Document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var after = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return new RelayChange(document, after.GetTextChanges(before));
    }

    private static IFixStrategy StrategyFor(FixTarget finding) =>
        finding.Place.IsAboutRelay ? new ConnectionStrategy(SecurityFix.EditOfAsync)
        : PortDefault.Find(finding) is { } port ? new DefaultFix(port)
        : DerivedClient.Read(finding) is not null ? new ConnectionStrategy(DerivedFix.EditOfAsync)
        : finding.Place.Proved?.Role == PortRole.HandedOver ? new PassedFix()
        : new ConnectionStrategy(PortFix.EditOfAsync);

    // One connection, all of it in the finding's file.
    private sealed class ConnectionStrategy(ConnectionEditor editor) : IFixStrategy
    {
        public async Task<bool> AppliesAsync(FixTarget finding, RelayAction action) =>
            await ConnectionFix.PlanAsync(finding, action, editor).ConfigureAwait(false) is not null;

        public Task<RelayChange?> ChangeAsync(FixTarget finding, RelayAction action) =>
            ConnectionFix.ChangeAsync(finding.Fix, finding.Place, action, editor);
    }
}
