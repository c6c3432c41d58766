using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Options;

namespace SmtpPortAnalyzer.Azure;

/// <summary>
/// What speaks for a project running in Azure. Strong evidence decides alone; medium evidence (a file that is very probably Azure's)
/// decides when there are two different kinds of it.
/// </summary>
internal sealed class AzureEvidence
{
    /// <summary>Written by the package's <c>.targets</c>: <c>S:AzureFunctionsVersion|M:host.json</c>, each kind of evidence once.</summary>
    private const string Property = SmtpOptions.BuildProperty + "SmtpPortAnalyzerAzureEvidence";

    private const string StrongMark = "S:";
    private const string MediumMark = "M:";

    /// <summary>What the SDKs of Azure Functions set, and show to analyzers where the package's own files are not there to do so.</summary>
    private static readonly string[] s_functionsProperties = { "AzureFunctionsVersion", "FunctionsExecutionModel" };

    private AzureEvidence(ImmutableArray<string> strong, ImmutableArray<string> medium, bool isTestProject)
    {
        Strong = strong;
        Medium = medium;
        IsTestProject = isTestProject;
    }

    public ImmutableArray<string> Strong { get; }

    public ImmutableArray<string> Medium { get; }

    public bool IsTestProject { get; }

    /// <summary>What decides that the project targets Azure, as a message names it; null where the evidence does not suffice.</summary>
    public string? Decisive => Strong.Length > 0 ? Strong[0] : Medium.Length > 1 ? Medium[0] + " and " + Medium[1] : null;

    public static AzureEvidence Collect(Compilation compilation, AnalyzerConfigOptions global)
    {
        var entries = (SmtpOption.Written(global, Property) ?? "").Split('|').Select(entry => entry.Trim()).ToImmutableArray();
        var strong = Names(entries, StrongMark);
        if (strong.IsEmpty && AzureReferences.Find(compilation) is { } reference)
            strong = ImmutableArray.Create(reference);
        if (strong.IsEmpty
            && s_functionsProperties.FirstOrDefault(property =>
                SmtpOption.Written(global, SmtpOptions.BuildProperty + property) is not null) is { } seen)
            strong = ImmutableArray.Create(seen);

        return new(strong, Names(entries, MediumMark), TestProject.Is(compilation, global));
    }

    private static ImmutableArray<string> Names(ImmutableArray<string> entries, string mark) => entries
        .Where(entry => entry.Length > mark.Length && entry.StartsWith(mark, System.StringComparison.Ordinal))
        .Select(entry => entry.Substring(mark.Length))
        .Distinct()
        .ToImmutableArray();
}
