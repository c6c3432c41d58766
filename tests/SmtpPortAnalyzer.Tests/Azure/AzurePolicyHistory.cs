using System.Collections.Immutable;
using SmtpPortAnalyzer.Azure;
using SmtpPortAnalyzer.Options;
using static SmtpPortAnalyzer.Azure.PolicyOutcome;
using static SmtpPortAnalyzer.Options.AzureSubscription;

namespace SmtpPortAnalyzer.Tests.Azure;

/// <summary>
/// What <c>docs/azure-policy.md</c> tells readers besides the rules that the analyzer goes by: the sources, the remedies and the history.
/// </summary>
internal static class AzurePolicyHistory
{
    /// <summary>Today's rules are those of the first page; the second is the one that keeps the date of the start.</summary>
    public static readonly ImmutableArray<PolicySource> Sources = ImmutableArray.Create(
        new PolicySource(
            "Troubleshoot outbound SMTP connectivity problems in Azure",
            new(2025, 7, 28),
            "https://learn.microsoft.com/troubleshoot/azure/virtual-network/troubleshoot-outbound-smtp-connectivity"),
        new PolicySource(
            "Azure network security groups overview",
            new(2025, 7, 15),
            "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview"));

    /// <summary>The page that the history is from.</summary>
    public static readonly PolicySource HistoricSource = new(
        "Troubleshoot outbound SMTP connectivity issues in Azure, edition of 2018",
        new(2018, 11, 20),
        "https://docs.microsoft.com/azure/virtual-network/troubleshoot-outbound-smtp-connectivity");

    private const string NotNeeded = "not needed";
    private const string Nobody = "nobody: Microsoft grants no exemption";
    private const string SelfService =
        "yourself: Azure portal, the virtual network, Diagnose and Solve, 'Cannot send email (SMTP-Port 25)'; qualified ones are " +
        "exempted at once";

    /// <summary>Who may lift the block, and how.</summary>
    public static readonly ImmutableDictionary<AzureSubscription, string> Remedies = new Dictionary<AzureSubscription, string>
    {
        [Unknown] = "depends on the subscription",
        [EnterpriseAgreement] = NotNeeded,
        [McaEnterprise] = NotNeeded,
        [EnterpriseDevTest] = SelfService,
        [PayAsYouGo] = Nobody,
        [CloudSolutionProvider] = Nobody,
        [MicrosoftPartnerNetwork] = Nobody,
        [Msdn] = Nobody,
        [VisualStudio] = Nobody,
        [AzurePass] = Nobody,
        [AzureInOpen] = Nobody,
        [Education] = Nobody,
        [Students] = Nobody,
        [Bizspark] = Nobody,
        [AzureSponsorship] = Nobody,
        [FreeTrial] = Nobody,
    }.ToImmutableDictionary();

    private const string Before = "before 2017-11-15";
    private const string After = "on or after 2017-11-15";
    private const string SupportRequest =
        "Microsoft, at its discretion and after anti-fraud checks, by a support request; revocable when the terms of service are broken";
    private const string BlockedToday = "blocked, no exemption";

    public static readonly ImmutableArray<HistoricRule> History = ImmutableArray.Create<HistoricRule>(
        new(ImmutableArray.Create(EnterpriseAgreement), "any time", Allowed, NotNeeded,
            "still allowed; Dev/Test subscriptions of an agreement are blocked until they exempt themselves"),
        new(ImmutableArray.Create(PayAsYouGo, MicrosoftPartnerNetwork), Before, Allowed, NotNeeded,
            "still allowed by the second source; the first names no date"),
        new(ImmutableArray.Create(PayAsYouGo, MicrosoftPartnerNetwork), After, Blocked, SupportRequest, BlockedToday),
        new(ImmutableArray.Create(Msdn, AzurePass, AzureInOpen, Education, Bizspark, FreeTrial), After, Blocked, "nobody", BlockedToday),
        new(ImmutableArray.Create(CloudSolutionProvider), "any time", Blocked,
            "the provider, who asks Microsoft for its customer where a relay cannot be used", BlockedToday));
}

/// <summary>A rule of the page of 20 November 2018, kept as history.</summary>
/// <param name="Subscriptions">Whom it was about.</param>
/// <param name="Created">Which subscriptions of those, by date.</param>
/// <param name="Outcome">Whether port 25 was blocked.</param>
/// <param name="Exemption">Who could lift the block then.</param>
/// <param name="Today">What replaced it.</param>
internal sealed record HistoricRule(
    ImmutableArray<AzureSubscription> Subscriptions, string Created, PolicyOutcome Outcome, string Exemption, string Today);

/// <summary>A Microsoft page that the table was made from.</summary>
internal sealed record PolicySource(string Title, DateTime Dated, string Address);
