using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Rules;

/// <summary>SMTP900: a setting of the analyzer that cannot be used.</summary>
internal static class InvalidSetting
{
    /// <summary>A setting of the project or of a file, or a row of the user's own APIs. What is only to be known is an Info.</summary>
    public static Diagnostic DiagnosticAt(Location location, SettingProblem problem) =>
#pragma warning disable RS0030 // findings are made here, in Rules
        Diagnostic.Create(
            RuleTable.InvalidSetting.Descriptor, location,
            problem.IsNote ? DiagnosticSeverity.Info : RuleTable.InvalidSetting.Descriptor.DefaultSeverity, null, null,
            problem.Setting, problem.Fault, problem.Remedy);
#pragma warning restore RS0030
}
