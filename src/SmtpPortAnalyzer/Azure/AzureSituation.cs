using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Options;

namespace SmtpPortAnalyzer.Azure;

/// <summary>Whether the project targets Azure.</summary>
internal enum AzureTargeting
{
    /// <summary>Said to be elsewhere, or a test project: nothing is reported.</summary>
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

    /// <summary>Whether port 25 is known to be blocked here.</summary>
    public bool IsKnownBlocked => Targeting == AzureTargeting.Yes && !IsAllowed;

    /// <summary>Reads after "port 25, which": <c>Azure blocks for most subscriptions</c>.</summary>
    public string Policy { get; init; } = "";

    /// <summary>
    /// Reads in brackets at the end of a message: <c>targets Azure: AzureFunctionsVersion</c>. Empty where it tells nothing: the user
    /// says it, or the policy names the service.
    /// </summary>
    public string Evidence { get; init; } = "";

    /// <summary>Works everything out anew; <see cref="AzureSituations"/> does it once per compilation.</summary>
    public static AzureSituation Decide(Compilation compilation, AnalyzerConfigOptions global, SmtpOptions options) =>
        Decide(AzureEvidence.Collect(compilation, global), options);

    /// <summary>The user's word, then strong evidence, then two kinds of medium evidence.</summary>
    public static AzureSituation Decide(AzureEvidence evidence, SmtpOptions options)
    {
        var policy = AzurePolicy.Decide(options, evidence.Services);
        var (targeting, reason) = options.TargetsAzure switch
        {
            TargetsAzure.False => (AzureTargeting.No, "targets_azure = false"),
            _ when evidence.IsTestProject && !options.IncludeTests => (AzureTargeting.No, "test project"),
            TargetsAzure.True => (AzureTargeting.Yes, ""),
            _ when evidence.Decisive is { } decisive =>
                (AzureTargeting.Yes, policy.Outcome == PolicyOutcome.Unsupported ? "" : "targets Azure: " + decisive),
            _ when evidence.Medium.Length > 0 =>
                (AzureTargeting.Unknown, "not known to target Azure: " + evidence.Medium[0] + " is not enough"),
            _ => (AzureTargeting.Unknown, "not known to target Azure"),
        };

        return new()
        {
            Targeting = targeting,
            IsAllowed = policy.Outcome == PolicyOutcome.Allowed,
            Policy = policy.Reason,
            Evidence = reason,
        };
    }
}
