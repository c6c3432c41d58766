using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Settings;

namespace SmtpPortAnalyzer.Rules;

/// <summary>SMTP004: a settings file gives an SMTP connection port 25.</summary>
internal static class SettingRule
{
    /// <summary>The attribute that is to be written behind the reported name, where a port is missing; absent where there is a number.</summary>
    public const string MissingAttributeKey = "MissingAttribute";

    /// <summary>Whether the host beside the port makes it nobody's business here.</summary>
    public static bool IsExempt(SmtpSetting setting, Options.SmtpOptions options) =>
        setting.Host is { } host && (Connections.Host.IsLocal(host) || options.ExcludedHosts.Matches(host));

    public static Diagnostic ToDiagnostic(SmtpSetting setting, string path, SourceText text, string policy, string evidence)
    {
        var properties = setting.MissingAttribute is { } attribute
            ? ImmutableDictionary<string, string?>.Empty.Add(MissingAttributeKey, attribute)
            : ImmutableDictionary<string, string?>.Empty;
        var host = setting.Host is { Length: > 0 } name ? " for '" + name + "'" : "";
        var location = Location.Create(path, setting.Span, text.Lines.GetLinePositionSpan(setting.Span));
#pragma warning disable RS0030 // This is the one place where a setting becomes a diagnostic.
        return Diagnostic.Create(
            Descriptors.SettingPort25, location, properties, setting.Name, setting.IsDefault ? "defaults to" : "sets", host, policy, evidence);
#pragma warning restore RS0030
    }
}
