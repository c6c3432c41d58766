using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.Rules;

/// <summary>SMTP900: a setting of the analyzer that cannot be used.</summary>
internal static class InvalidSetting
{
    /// <summary>Reads "The setting '<paramref name="setting"/>' <paramref name="fault"/>; use <paramref name="remedy"/>".</summary>
#pragma warning disable RS0030 // findings are made here, in Rules
    public static Diagnostic DiagnosticAt(Location location, string setting, string fault, string remedy) =>
        Diagnostic.Create(RuleTable.InvalidSetting.Descriptor, location, setting, fault, remedy);
#pragma warning restore RS0030
}
