using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Azure;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Settings;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>What the settings files of the project make of a finding in code.</summary>
internal sealed class SettingsVerdict
{
    private readonly ProjectSettings _settings;
    private readonly AzureSituations _situations;
    private readonly FindingSearch _search;
    private readonly CancellableLazy<bool> _decideDefaultPort;

    public SettingsVerdict(ProjectSettings settings, AzureSituations situations, FindingSearch search)
    {
        _settings = settings;
        _situations = situations;
        _search = search;
        _decideDefaultPort = new(cancellationToken => settings.DecideDefaultPort(IsReported, cancellationToken));
    }

    /// <summary>Null where the files decide the port in every environment, so that there is nothing to be said of it in code.</summary>
    public SettingsInFiles? Judge(Finding finding, CancellationToken cancellationToken)
    {
        if (_settings.IsEmpty)
            return SettingsInFiles.None;

        if (finding.IsBehindMailSettings && _decideDefaultPort.Get(cancellationToken))
            return null;

        if (!finding.IsBehindSettings)
            return SettingsInFiles.None;

        var keys = _search.KeysOf(finding, cancellationToken);
        var file = _settings.PortOf(keys, cancellationToken);
        return file is { IsAlwaysThere: true } ? null : new(keys, file);
    }

    private bool IsReported(AdditionalText file, SmtpSetting setting) => SettingRule.IsReported(setting, _situations.OptionsOf(file));
}
