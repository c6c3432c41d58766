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
    /// <summary>
    /// The first day on which new subscriptions were blocked. Older ones keep the rule of their time, whatever their kind: allowed.
    /// </summary>
    public static readonly DateTime Start = new(2017, 11, 15);

    public static readonly ImmutableArray<SubscriptionRule> Subscriptions = ImmutableArray.Create<SubscriptionRule>(
        new(Unknown, "most", Blocked),
        new(EnterpriseAgreement, "Enterprise Agreement", Allowed),
        new(McaEnterprise, "Microsoft Customer Agreement for enterprise", Allowed),
        new(EnterpriseDevTest, "Enterprise Dev/Test", Blocked),
        new(PayAsYouGo, "Pay-As-You-Go", Blocked),
        new(PayAsYouGoDevTest, "Pay-As-You-Go Dev/Test", Blocked),
        new(AzurePlan, "Azure plan", Blocked),
        new(CloudSolutionProvider, "Cloud Solution Provider", Blocked),
        new(MicrosoftPartnerNetwork, "Microsoft Partner Network", Blocked),
        new(ActionPack, "Action Pack", Blocked),
        new(Msdn, "MSDN", Blocked),
        new(VisualStudio, "Visual Studio", Blocked),
        new(AzurePass, "Azure Pass", Blocked),
        new(AzureInOpen, "Azure in Open", Blocked),
        new(Education, "Education", Blocked),
        new(Students, "Azure for Students", Blocked),
        new(Bizspark, "BizSpark", Blocked),
        new(AzureSponsorship, "Azure Sponsorship", Blocked),
        new(FreeTrial, "Free Trial", Blocked));

    public static readonly ImmutableArray<HostingRule> Hosting = ImmutableArray.Create<HostingRule>(
        new(AzureHosting.Auto, "Azure", SubscriptionDecides),
        new(AzureHosting.VirtualMachine, "Azure Virtual Machines", SubscriptionDecides),
        new(AzureHosting.AppService, "Azure App Service", SubscriptionDecidesInVirtualNetwork),
        // A plan of App Service with a virtual network integration of its own.
        new(AzureHosting.AppServiceManagedInstance, "App Service Managed Instance", SubscriptionDecidesInVirtualNetwork),
        new(AzureHosting.AppServiceEnvironment, "App Service Environment v3", SubscriptionDecides),
        new(AzureHosting.Functions, "Azure Functions", SubscriptionDecidesInVirtualNetwork),
        new(AzureHosting.FunctionsFlexConsumption, "Functions Flex Consumption", SubscriptionDecidesInVirtualNetwork),
        // The plan has no virtual network integration.
        new(AzureHosting.FunctionsConsumption, "Azure Functions on the Consumption plan", NotSupported),
        new(AzureHosting.LogicApps, "Azure Logic Apps", NotSupported),
        new(AzureHosting.ContainerApps, "Azure Container Apps", NotSupported),
        new(AzureHosting.ContainerInstances, "Azure Container Instances", NotSupported),
        // No page names it; its nodes are virtual machine scale sets.
        new(AzureHosting.Kubernetes, "Azure Kubernetes Service", SubscriptionDecides),
        new(AzureHosting.CloudServices, "Azure Cloud Services", NotSupported),
        new(AzureHosting.Other, "Azure's platform services", NotSupported));
}
