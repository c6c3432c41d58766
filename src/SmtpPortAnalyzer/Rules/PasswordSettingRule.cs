using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Options;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.Rules;

/// <summary>SMTP009: a settings file has the password of an SMTP login. What it is goes into no message and no property.</summary>
internal static class PasswordSettingRule
{
    /// <summary>
    /// Whether it is reported: not a stand-in for a password, and not for a host that is local or that the options exclude.
    /// </summary>
    public static bool IsReported(PasswordSetting setting, SmtpOptions options) =>
        !Placeholder.IsInSettings(setting.Text) && !(setting.IsInText && Placeholder.IsInAddress(setting.Text))
        && !SettingRule.IsExempt(setting.Host, options);

    /// <param name="descriptor">As what it is reported.</param>
    /// <param name="setting">The setting, as the deployed program sees it.</param>
    /// <param name="path">The file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="evidence">Why the project counts as Azure.</param>
    public static Diagnostic ToDiagnostic(
        DiagnosticDescriptor descriptor, PasswordSetting setting, string path, SourceText text, string evidence) =>
        SettingRule.Create(
            descriptor, setting.Span, path, text, ImmutableDictionary<string, string?>.Empty,
            MessageTail.Fit(descriptor, tail => new object[] { setting.Name, SettingRule.Words(setting.Host), tail }, evidence));
}
