using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Rules;

namespace SmtpPortAnalyzer.Tests.Verifiers;

/// <summary>Every rule of the package, those of connections and the one about settings of the analyzer itself.</summary>
internal static class RuleDescriptors
{
    public static readonly ImmutableArray<DiagnosticDescriptor> All =
        [.. RuleTable.OfConnections.Add(RuleTable.InvalidSetting).Select(rule => rule.Descriptor)];
}
