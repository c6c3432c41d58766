using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Options;

namespace SmtpPortAnalyzer.Rules;

/// <summary>SMTP900: a setting of the analyzer that cannot be used.</summary>
internal static class InvalidSetting
{
    /// <summary>A setting of the project or of a file. What is only to be known is an Info.</summary>
    public static Diagnostic DiagnosticAt(Location location, OptionProblem problem) => DiagnosticAt(
        location, problem.IsNote ? DiagnosticSeverity.Info : RuleTable.InvalidSetting.Descriptor.DefaultSeverity,
        problem.Setting, problem.Fault, problem.Remedy);

    /// <summary>A row of the user's own APIs.</summary>
    public static Diagnostic DiagnosticAt(Location location, UserRowProblem problem) => DiagnosticAt(
        location, RuleTable.InvalidSetting.Descriptor.DefaultSeverity, problem.Setting, problem.Fault, problem.Remedy);

    /// <summary>Reads "The setting '<paramref name="setting"/>' <paramref name="fault"/>; use <paramref name="remedy"/>".</summary>
    private static Diagnostic DiagnosticAt(
        Location location, DiagnosticSeverity severity, string setting, string fault, string remedy) =>
#pragma warning disable RS0030 // findings are made here, in Rules
        Diagnostic.Create(RuleTable.InvalidSetting.Descriptor, location, severity, null, null, setting, fault, remedy);
#pragma warning restore RS0030
}
