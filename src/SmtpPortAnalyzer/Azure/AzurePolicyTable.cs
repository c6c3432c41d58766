using System;
using System.Collections.Immutable;
using SmtpPortAnalyzer.Options;
using static SmtpPortAnalyzer.Azure.HostingRoute;
using static SmtpPortAnalyzer.Azure.PolicyOutcome;
using static SmtpPortAnalyzer.Options.AzureSubscription;

namespace SmtpPortAnalyzer.Azure;

/// <summary>
/// Azure's rules on outbound port 25, as data. <c>docs/azure-policy.md</c> shows the same rows to readers, and a test compares the two.
/// </summary>
internal static class AzurePolicyTable
{
    /// <summary>The first day on which new subscriptions were blocked.</summary>
    private static readonly DateTime s_start = new(2017, 11, 15);

    public static readonly ImmutableArray<SubscriptionRule> Subscriptions = ImmutableArray.Create<SubscriptionRule>(
        new(Unknown, "most", Blocked, null),
        new(EnterpriseAgreement, "Enterprise Agreement", Allowed, null),
        new(McaEnterprise, "Microsoft Customer Agreement for enterprise", Allowed, null),
        new(EnterpriseDevTest, "Enterprise Dev/Test", Blocked, null),
        new(PayAsYouGo, "Pay-As-You-Go", Blocked, s_start),
        new(CloudSolutionProvider, "Cloud Solution Provider", Blocked, null),
        new(MicrosoftPartnerNetwork, "Microsoft Partner Network", Blocked, s_start),
        new(Msdn, "MSDN", Blocked, null),
        new(VisualStudio, "Visual Studio", Blocked, null),
        new(AzurePass, "Azure Pass", Blocked, null),
        new(AzureInOpen, "Azure in Open", Blocked, null),
        new(Education, "Education", Blocked, null),
        new(Students, "Azure for Students", Blocked, null),
        new(Bizspark, "BizSpark", Blocked, null),
        new(AzureSponsorship, "Azure Sponsorship", Blocked, null),
        new(FreeTrial, "Free Trial", Blocked, null));

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
}
