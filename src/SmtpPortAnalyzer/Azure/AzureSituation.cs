using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Options;

namespace SmtpPortAnalyzer.Azure;

/// <summary>Whether the project targets Azure.</summary>
internal enum AzureTargeting
{
    /// <summary>Said to be elsewhere: nothing is reported.</summary>
    No,

    /// <summary>Said or shown by evidence.</summary>
    Yes,

    /// <summary>Neither: port 25 is reported as SMTP010 (Info) only.</summary>
    Unknown,
}

/// <summary>What is known of the project's hosting for one source file, and the words that a message says it with.</summary>
internal sealed class AzureSituation
{
    public AzureTargeting Targeting { get; init; }

    /// <summary>Whether the policy lets this subscription connect to port 25 all the same.</summary>
    public bool IsAllowed { get; init; }

    /// <summary>Reads after "port 25, which": <c>Azure blocks for most subscriptions</c>.</summary>
    public string Policy { get; init; } = "Azure blocks for most subscriptions";

    /// <summary>Reads in brackets at the end of a message: <c>targets Azure: AzureFunctionsVersion</c>.</summary>
    public string Evidence { get; init; } = "";

    public static AzureSituation Of(Compilation compilation, AnalyzerConfigOptions global, SmtpOptions options)
    {
        if (options.TargetsAzure == TargetsAzure.False)
            return new() { Targeting = AzureTargeting.No };

        if (options.TargetsAzure == TargetsAzure.True)
            return new() { Targeting = AzureTargeting.Yes, Evidence = "targets Azure: targets_azure = true" };

        if (global.TryGetValue("build_property.SmtpPortAnalyzerAzureEvidence", out var evidence) && evidence.Trim().Length > 0)
            return new() { Targeting = AzureTargeting.Yes, Evidence = "targets Azure: " + evidence };

        foreach (var assembly in compilation.ReferencedAssemblyNames)
        {
            if (assembly.Name is "Microsoft.Azure.Functions.Worker" or "Microsoft.Azure.WebJobs")
                return new() { Targeting = AzureTargeting.Yes, Evidence = "targets Azure: " + assembly.Name };
        }

        return new() { Targeting = AzureTargeting.Unknown, Evidence = "not known to target Azure" };
    }
}
