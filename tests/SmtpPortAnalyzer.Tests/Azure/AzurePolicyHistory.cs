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
    private const string Nobody = "no one: Microsoft grants no exemption";
    private const string SelfService = "you, in the portal: the virtual network, Diagnose and Solve, 'Cannot send email (SMTP-Port 25)'";

    /// <summary>Who may lift the block, and how.</summary>
    public static readonly ImmutableDictionary<AzureSubscription, string> Remedies = new Dictionary<AzureSubscription, string>
    {
        [Unknown] = "depends on the subscription",
        [EnterpriseAgreement] = NotNeeded,
        [McaEnterprise] = NotNeeded,
        [EnterpriseDevTest] = SelfService,
        [PayAsYouGo] = Nobody,
        [PayAsYouGoDevTest] = Nobody,
        [AzurePlan] = "no one, unless the contract is a Microsoft Customer Agreement for enterprise: then set `mca_enterprise`",
        [CloudSolutionProvider] = Nobody,
        [MicrosoftPartnerNetwork] = Nobody,
        [ActionPack] = Nobody,
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

    /// <summary>The offer numbers that the Azure portal and invoices show, without their <c>MS-AZR-</c>.</summary>
    public static readonly ImmutableDictionary<AzureSubscription, string> Offers = new Dictionary<AzureSubscription, string>
    {
        [EnterpriseAgreement] = "0017P",
        [EnterpriseDevTest] = "0148P",
        [PayAsYouGo] = "0003P",
        [PayAsYouGoDevTest] = "0023P",
        [AzurePlan] = "0017G",
        [CloudSolutionProvider] = "0145P",
        [MicrosoftPartnerNetwork] = "0025P",
        [ActionPack] = "0025P",
        [Msdn] = "0062P",
        [VisualStudio] = "0029P, 0059P, 0060P, 0063P",
        [AzurePass] = "0120P to 0130P",
        [AzureInOpen] = "0111P",
        [Students] = "0144P, 0170P",
        [Bizspark] = "0064P",
        [AzureSponsorship] = "0036P",
        [FreeTrial] = "0044P",
    }.ToImmutableDictionary();

    private const string Named = "Microsoft's page names it";
    private const string OtherServices = "Microsoft's page: all other platform services";

    /// <summary>Which rows a page says, and which we concluded.</summary>
    public static readonly ImmutableDictionary<AzureHosting, string> Grounds = new Dictionary<AzureHosting, string>
    {
        [AzureHosting.Auto] = "the service that the [evidence](azure-targeting.md) names counts, the strictest of several",
        [AzureHosting.VirtualMachine] = Named,
        [AzureHosting.AppService] = Named,
        [AzureHosting.AppServiceManagedInstance] = "inference: a plan of App Service with virtual network integration",
        [AzureHosting.AppServiceEnvironment] = Named,
        [AzureHosting.Functions] = Named,
        [AzureHosting.FunctionsFlexConsumption] = "inference: a plan of Functions with virtual network integration",
        [AzureHosting.FunctionsConsumption] = "inference: this plan has no virtual network integration",
        [AzureHosting.LogicApps] = OtherServices,
        [AzureHosting.ContainerApps] = OtherServices,
        [AzureHosting.ContainerInstances] = OtherServices,
        [AzureHosting.Kubernetes] = "inference: its nodes are virtual machine scale sets",
        [AzureHosting.CloudServices] = OtherServices,
        [AzureHosting.Other] = OtherServices,
    }.ToImmutableDictionary();

    private const string Before = "before 2017-11-15";
    private const string After = "on or after 2017-11-15";
    private const string SupportRequest =
        "Microsoft, at its discretion, after anti-fraud checks and a support request; revocable when the terms of service are broken";
    private const string BlockedToday = "blocked, no exemption";
    private const string StillAllowed = "still allowed by the second source; the first names no date";

    public static readonly ImmutableArray<HistoricRule> History = ImmutableArray.Create<HistoricRule>(
        new(ImmutableArray.Create(EnterpriseAgreement), "any time", Allowed, NotNeeded,
            "still allowed; Dev/Test subscriptions of an agreement are blocked until they exempt themselves"),
        new(ImmutableArray.Create(PayAsYouGo, MicrosoftPartnerNetwork), Before, Allowed, NotNeeded, StillAllowed),
        new(ImmutableArray.Create(PayAsYouGo, MicrosoftPartnerNetwork), After, Blocked, SupportRequest, BlockedToday),
        new(ImmutableArray.Create(Msdn, AzurePass, AzureInOpen, Education, Bizspark, FreeTrial), Before, Allowed, NotNeeded, StillAllowed),
        new(ImmutableArray.Create(Msdn, AzurePass, AzureInOpen, Education, Bizspark, FreeTrial), After, Blocked, "no one", BlockedToday),
        new(ImmutableArray.Create(CloudSolutionProvider), After, Blocked,
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
