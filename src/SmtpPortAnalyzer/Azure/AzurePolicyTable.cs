using System;
using System.Collections.Immutable;
using SmtpPortAnalyzer.Options;
using static SmtpPortAnalyzer.Options.AzureSubscription;
using static SmtpPortAnalyzer.Azure.HostingRoute;
using static SmtpPortAnalyzer.Azure.PolicyOutcome;

namespace SmtpPortAnalyzer.Azure;

/// <summary>
/// Azure's rules on outbound port 25, as data. <c>docs/azure-policy.md</c> shows the same rows to readers, and a test compares the two.
/// </summary>
internal static class AzurePolicyTable
{
    /// <summary>The first day on which new subscriptions were blocked.</summary>
    public static readonly DateTime Start = new(2017, 11, 15);

    /// <summary>Today's rules are those of the first page; the second is the one that keeps the date of <see cref="Start"/>.</summary>
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

    public static readonly ImmutableArray<SubscriptionRule> Subscriptions = ImmutableArray.Create<SubscriptionRule>(
        new(Unknown, "most", Blocked, null, "depends on the subscription"),
        new(EnterpriseAgreement, "Enterprise Agreement", Allowed, null, NotNeeded),
        new(McaEnterprise, "Microsoft Customer Agreement for enterprise", Allowed, null, NotNeeded),
        new(EnterpriseDevTest, "Enterprise Dev/Test", Blocked, null, SelfService),
        new(PayAsYouGo, "Pay-As-You-Go", Blocked, Start, Nobody),
        new(CloudSolutionProvider, "Cloud Solution Provider", Blocked, null, Nobody),
        new(MicrosoftPartnerNetwork, "Microsoft Partner Network", Blocked, Start, Nobody),
        new(Msdn, "MSDN", Blocked, null, Nobody),
        new(VisualStudio, "Visual Studio", Blocked, null, Nobody),
        new(AzurePass, "Azure Pass", Blocked, null, Nobody),
        new(AzureInOpen, "Azure in Open", Blocked, null, Nobody),
        new(Education, "Education", Blocked, null, Nobody),
        new(Students, "Azure for Students", Blocked, null, Nobody),
        new(Bizspark, "BizSpark", Blocked, null, Nobody),
        new(AzureSponsorship, "Azure Sponsorship", Blocked, null, Nobody),
        new(FreeTrial, "Free Trial", Blocked, null, Nobody));

    public static readonly ImmutableArray<HostingRule> Hosting = ImmutableArray.Create<HostingRule>(
        new(AzureHosting.Auto, "Azure", SubscriptionDecides),
        new(AzureHosting.VirtualMachine, "Azure Virtual Machines", SubscriptionDecides),
        new(AzureHosting.AppService, "Azure App Service", SubscriptionDecidesInVirtualNetwork),
        new(AzureHosting.Functions, "Azure Functions", SubscriptionDecidesInVirtualNetwork),
        new(AzureHosting.AppServiceEnvironment, "App Service Environment v3", SubscriptionDecides),
        new(AzureHosting.ContainerApps, "Azure Container Apps", NotSupported),
        new(AzureHosting.ContainerInstances, "Azure Container Instances", NotSupported),
        // No page names it; its nodes are virtual machine scale sets.
        new(AzureHosting.Kubernetes, "Azure Kubernetes Service", SubscriptionDecides),
        new(AzureHosting.CloudServices, "Azure Cloud Services", NotSupported),
        new(AzureHosting.Other, "Azure's platform services", NotSupported));

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
