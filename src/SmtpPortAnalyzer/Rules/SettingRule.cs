using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Options;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.Rules;

/// <summary>SMTP004: a settings file gives an SMTP connection port 25.</summary>
internal static class SettingRule
{
    /// <summary>
    /// The attribute that is to be written behind the reported name, where a port is missing; absent where there is a number.
    /// </summary>
    public const string MissingAttributeKey = "MissingAttribute";

    /// <summary>
    /// The setting that is to be written beside the host, where a target of a logging library has no port; absent everywhere else.
    /// </summary>
    public const string MissingSettingKey = "MissingSetting";

    /// <summary>Whether it is reported.</summary>
    public static bool IsReported(SmtpSetting setting, SmtpOptions options) => !IsExempt(setting.Host, options);

    /// <summary>Whether the host beside a setting is local, or one that the options exclude.</summary>
    public static bool IsExempt(string? host, SmtpOptions options) =>
        host is not null && (LocalHosts.IsLocal(host) || options.ExcludedHosts.Matches(host));

    /// <param name="descriptor">As what it is reported.</param>
    /// <param name="setting">The setting, as the deployed program sees it.</param>
    /// <param name="path">The file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="policy">What Azure's policy says.</param>
    /// <param name="evidence">Why the project counts as Azure.</param>
    public static Diagnostic ToDiagnostic(
        DiagnosticDescriptor descriptor, SmtpSetting setting, string path, SourceText text, string policy, string evidence)
    {
        var properties = setting.MissingAttribute is { } attribute
            ? ImmutableDictionary<string, string?>.Empty.Add(MissingAttributeKey, attribute)
            : setting is { Lacking: var (_, port), HostNode.Text.Length: > 0 }
                ? ImmutableDictionary<string, string?>.Empty.Add(MissingSettingKey, port)
            : ImmutableDictionary<string, string?>.Empty;
        return Create(
            descriptor, setting.Span, path, text, properties, MessageTail.Fit(
                descriptor,
                tail => new object[] { setting.Name, setting.IsDefault ? "defaults to" : "sets", Words(setting.Host), policy, tail },
                evidence));
    }

    /// <summary>The host as messages have it, with a space before it; empty where it is not known.</summary>
    public static string Words(string? host) => HostNames.Shown(host) is { Length: > 0 } name ? " for '" + name + "'" : "";

    /// <summary>Makes a diagnostic at a place of a settings file.</summary>
    public static Diagnostic Create(
        DiagnosticDescriptor descriptor, TextSpan span, string path, SourceText text, ImmutableDictionary<string, string?> properties,
        params object[] words)
    {
        var location = Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
#pragma warning disable RS0030 // This is the one place where a setting becomes a diagnostic.
        return Diagnostic.Create(descriptor, location, properties, words);
#pragma warning restore RS0030
    }
}
