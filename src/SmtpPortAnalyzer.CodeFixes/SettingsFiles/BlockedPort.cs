using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Rules;

namespace SmtpPortAnalyzer.CodeFixes.SettingsFiles;

/// <summary>What SMTP004 reports: a 25 in a settings file, or a name that lacks a port.</summary>
/// <param name="Span">The place.</param>
internal sealed record BlockedPort(TextSpan Span)
{
    /// <summary>The attribute to write right behind the name; null where there is a number, or the port goes elsewhere.</summary>
    public string? MissingAttribute { get; init; }

    /// <summary>The setting to write beside the host; null everywhere else.</summary>
    public string? MissingSetting { get; init; }

    public static BlockedPort Read(Diagnostic diagnostic) => new(diagnostic.Location.SourceSpan)
    {
        MissingAttribute = diagnostic.Properties.TryGetValue(SettingRule.MissingAttributeKey, out var attribute) ? attribute : null,
        MissingSetting = diagnostic.Properties.TryGetValue(SettingRule.MissingSettingKey, out var setting) ? setting : null,
    };
}
