using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Azure;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Settings;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>Whether the settings files decide a port, so that there is nothing to be said of it in code.</summary>
internal sealed class SettingsVerdict
{
    private readonly ProjectSettings _settings;
    private readonly AzureSituations _situations;
    private readonly PortFindings _findings;
    private volatile object? _decideDefaultPort;

    public SettingsVerdict(ProjectSettings settings, AzureSituations situations, PortFindings findings)
    {
        _settings = settings;
        _situations = situations;
        _findings = findings;
    }

    public bool Decide(PortFinding finding, CancellationToken cancellationToken)
    {
        if (_settings.IsEmpty)
            return false;

        return finding.IsBehindMailSettings
            ? DecideDefaultPort(cancellationToken)
            : _settings.PortOf(_findings.KeysOf(finding, cancellationToken), cancellationToken) is { IsAlwaysThere: true };
    }

    /// <summary>The keys that come before what the finding falls back to, where there are files that may have them.</summary>
    public ImmutableArray<SettingKey> KeysOf(PortFinding finding, CancellationToken cancellationToken) =>
        _settings.IsEmpty ? ImmutableArray<SettingKey>.Empty : _findings.KeysOf(finding, cancellationToken).ToImmutableArray();

    /// <summary>The file that decides in the environments that have it; null where there is none.</summary>
    public FilePort? PortOf(ImmutableArray<SettingKey> keys, CancellationToken cancellationToken) =>
        _settings.PortOf(keys, cancellationToken);

    private bool DecideDefaultPort(CancellationToken cancellationToken) =>
        (bool)(_decideDefaultPort ??= _settings.DecideDefaultPort(IsReported, cancellationToken));

    private bool IsReported(AdditionalText file, SmtpSetting setting) => !SettingRule.IsExempt(setting, _situations.OptionsOf(file));
}
