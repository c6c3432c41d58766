using System;
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
    /// <summary>
    /// Written by the package's <c>.targets</c>: <c>S:AzureFunctionsVersion|M:host.json|H:functions</c>, each kind of evidence once, and
    /// the services that it names.
    /// </summary>
    private const string Property = SmtpOptions.BuildProperty + "SmtpPortAnalyzerAzureEvidence";

    private const string StrongMark = "S:";
    private const string MediumMark = "M:";
    private const string HostingMark = "H:";

    /// <summary>What the SDKs of Azure Functions set, and show to analyzers where the package's own files are not there to do so.</summary>
    private static readonly string[] s_functionsProperties = { "AzureFunctionsVersion", "FunctionsExecutionModel" };

    private AzureEvidence(
        ImmutableArray<string> strong, ImmutableArray<string> medium, ImmutableArray<AzureHosting> services, bool isTestProject)
    {
        Strong = strong;
        Medium = medium;
        Services = services;
        IsTestProject = isTestProject;
    }

    public ImmutableArray<string> Strong { get; }

    public ImmutableArray<string> Medium { get; }

    /// <summary>The services that the evidence names; none where it only says Azure.</summary>
    public ImmutableArray<AzureHosting> Services { get; }

    public bool IsTestProject { get; }

    /// <summary>What decides that the project targets Azure, as a message names it; null where the evidence does not suffice.</summary>
    public string? Decisive => Strong.Length > 0 ? Strong[0] : Medium.Length > 1 ? Medium[0] + " and " + Medium[1] : null;

    public static AzureEvidence Collect(Compilation compilation, AnalyzerConfigOptions global)
    {
        var entries = (SmtpOption.Written(global, Property) ?? "").Split('|').Select(entry => entry.Trim()).ToImmutableArray();
        var strong = Names(entries, StrongMark);
        var services = Names(entries, HostingMark)
            .Select(OptionValue.Word<AzureHosting>)
            .Where(word => word.HasValue)
            .Select(word => word.Value)
            .ToImmutableArray();

        if (strong.IsEmpty && (AzureReferences.Find(compilation) ?? FunctionsProperty(global)) is var (name, service))
        {
            strong = ImmutableArray.Create(name);
            services = ImmutableArray.Create(service);
        }

        return new(strong, Names(entries, MediumMark), services, TestProject.Is(compilation, global));
    }

    private static (string Name, AzureHosting Service)? FunctionsProperty(AnalyzerConfigOptions global) =>
        s_functionsProperties.FirstOrDefault(property => SmtpOption.Written(global, SmtpOptions.BuildProperty + property) is not null)
            is { } property ? (property, AzureHosting.Functions) : null;

    private static ImmutableArray<string> Names(ImmutableArray<string> entries, string mark) => entries
        .Where(entry => entry.Length > mark.Length && entry.StartsWith(mark, StringComparison.Ordinal))
        .Select(entry => entry.Substring(mark.Length))
        .Distinct()
        .ToImmutableArray();
}
