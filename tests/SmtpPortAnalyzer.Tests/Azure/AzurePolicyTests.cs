using SmtpPortAnalyzer.Azure;
using SmtpPortAnalyzer.Options;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Azure;

public class AzurePolicyTests
{
    [Theory]
    [InlineData("unknown", "Azure blocks for most subscriptions")]
    [InlineData("enterprise_dev_test", "Azure blocks for Enterprise Dev/Test subscriptions")]
    [InlineData("pay_as_you_go", "Azure blocks for Pay-As-You-Go subscriptions")]
    [InlineData("pay_as_you_go_dev_test", "Azure blocks for Pay-As-You-Go Dev/Test subscriptions")]
    [InlineData("azure_plan", "Azure blocks for Azure plan subscriptions")]
    [InlineData("action_pack", "Azure blocks for Action Pack subscriptions")]
    [InlineData("cloud_solution_provider", "Azure blocks for Cloud Solution Provider subscriptions")]
    [InlineData("microsoft_partner_network", "Azure blocks for Microsoft Partner Network subscriptions")]
    [InlineData("msdn", "Azure blocks for MSDN subscriptions")]
    [InlineData("visual_studio", "Azure blocks for Visual Studio subscriptions")]
    [InlineData("azure_pass", "Azure blocks for Azure Pass subscriptions")]
    [InlineData("azure_in_open", "Azure blocks for Azure in Open subscriptions")]
    [InlineData("education", "Azure blocks for Education subscriptions")]
    [InlineData("students", "Azure blocks for Azure for Students subscriptions")]
    [InlineData("bizspark", "Azure blocks for BizSpark subscriptions")]
    [InlineData("azure_sponsorship", "Azure blocks for Azure Sponsorship subscriptions")]
    [InlineData("free_trial", "Azure blocks for Free Trial subscriptions")]
    public void Subscription_Today_IsBlocked(string subscription, string reason) =>
        Assert.Equal(
            new AzurePolicy(PolicyOutcome.Blocked, reason), Decide(new() { AzureSubscription = Subscription(subscription) }));

    [Theory]
    [InlineData("enterprise_agreement", "Azure allows for Enterprise Agreement subscriptions")]
    [InlineData("mca_enterprise", "Azure allows for Microsoft Customer Agreement for enterprise subscriptions")]
    public void Subscription_Today_IsAllowed(string subscription, string reason) =>
        Assert.Equal(
            new AzurePolicy(PolicyOutcome.Allowed, reason), Decide(new() { AzureSubscription = Subscription(subscription) }));

    public static TheoryData<string> Blocked =>
        [.. AzurePolicyTable.Subscriptions.Where(row => row.Outcome == PolicyOutcome.Blocked).Select(
            row => OptionValue.WordOf(row.Subscription))];

    [Theory]
    [MemberData(nameof(Blocked))]
    public void Subscription_CreatedBeforeTheStart_IsAllowedWhateverItsKind(string subscription)
    {
        var options = new SmtpOptions { AzureSubscription = Subscription(subscription), AzureSubscriptionCreated = new(2017, 11, 14) };
        Assert.Equal(PolicyOutcome.Allowed, Decide(options).Outcome);
        Assert.EndsWith("subscriptions created before 2017-11-15", Decide(options).Reason, StringComparison.Ordinal);
        Assert.Equal(PolicyOutcome.Blocked, Decide(options with { AzureSubscriptionCreated = new(2017, 11, 15) }).Outcome);
        Assert.Equal(PolicyOutcome.Blocked, Decide(options with { AzureSubscriptionCreated = null }).Outcome);
    }

    [Theory]
    [InlineData("pay_as_you_go", "Azure allows for Pay-As-You-Go subscriptions created before 2017-11-15")]
    [InlineData("cloud_solution_provider", "Azure allows for Cloud Solution Provider subscriptions created before 2017-11-15")]
    [InlineData("unknown", "Azure allows for subscriptions created before 2017-11-15")]
    public void Subscription_CreatedBeforeTheStart_SaysSo(string subscription, string reason) => Assert.Equal(
        new AzurePolicy(PolicyOutcome.Allowed, reason),
        Decide(new() { AzureSubscription = Subscription(subscription), AzureSubscriptionCreated = new(2016, 1, 1) }));

    [Theory]
    [InlineData("app_service")]
    [InlineData("functions")]
    [InlineData("container_apps")]
    [InlineData("cloud_services")]
    public void Subscription_OfAnyKindAndDate_OpensNoServiceThatDoesNotSupportIt(string hosting)
    {
        SmtpOptions[] open =
        [
            new() { AzureSubscription = AzureSubscription.EnterpriseAgreement },
            new() { AzureSubscription = AzureSubscription.McaEnterprise },
            new() { AzureSubscriptionCreated = new(2016, 1, 1) },
            new() { AzurePort25Exemption = true },
        ];
        foreach (var options in open)
        {
            Assert.Equal(PolicyOutcome.Allowed, Decide(options).Outcome);
            Assert.Equal(PolicyOutcome.Unsupported, Decide(options with { AzureHosting = Hosting(hosting) }).Outcome);
            Assert.Equal(PolicyOutcome.Unsupported, Decide(options, Hosting(hosting)).Outcome);
        }
    }

    [Theory]
    [InlineData("functions", "Azure Functions does not support without virtual network integration")]
    [InlineData("app_service", "Azure App Service does not support without virtual network integration")]
    [InlineData("functions kubernetes", "Azure Functions does not support without virtual network integration")]
    [InlineData("kubernetes functions container_apps", "Azure Container Apps does not support")]
    [InlineData("container_apps app_service", "Azure Container Apps does not support")]
    [InlineData("container_instances", "Azure Container Instances does not support")]
    [InlineData("cloud_services", "Azure Cloud Services does not support")]
    [InlineData("kubernetes", "Azure allows for Enterprise Agreement subscriptions")]
    [InlineData("virtual_machine kubernetes", "Azure allows for Enterprise Agreement subscriptions")]
    [InlineData("", "Azure allows for Enterprise Agreement subscriptions")]
    public void Services_OfTheEvidence_AreJudgedByTheStrictest(string services, string reason) => Assert.Equal(
        reason, Decide(new() { AzureSubscription = AzureSubscription.EnterpriseAgreement }, Services(services)).Reason);

    [Theory]
    [InlineData("functions", true)]
    [InlineData("functions app_service kubernetes", true)]
    [InlineData("functions container_apps", false)]
    public void Services_WithVnetIntegration_LeaveItToTheSubscription(string services, bool isAllowed)
    {
        var options = new SmtpOptions { AzureSubscription = AzureSubscription.EnterpriseAgreement, AzureVnetIntegration = true };
        Assert.Equal(isAllowed, Decide(options, Services(services)).Outcome == PolicyOutcome.Allowed);
        Assert.Equal(PolicyOutcome.Blocked, Decide(new() { AzureVnetIntegration = true }, AzureHosting.Functions).Outcome);
    }

    [Fact]
    public void Services_WhereTheSubscriptionBlocksThePort_AreNotTheReason() => Assert.Equal(
        "Azure blocks for Pay-As-You-Go subscriptions",
        Decide(new() { AzureSubscription = AzureSubscription.PayAsYouGo }, AzureHosting.Functions).Reason);

    [Fact]
    public void Services_WhereTheUserNamesAnother_DoNotCount() => Assert.Equal(
        PolicyOutcome.Allowed,
        Decide(
            new() { AzureSubscription = AzureSubscription.EnterpriseAgreement, AzureHosting = AzureHosting.VirtualMachine },
            AzureHosting.Functions).Outcome);

    [Theory]
    [InlineData("auto")]
    [InlineData("virtual_machine")]
    [InlineData("kubernetes")]
    [InlineData("app_service_environment")]
    public void Hosting_OnVirtualMachines_LeavesItToTheSubscription(string hosting)
    {
        Assert.Equal(PolicyOutcome.Blocked, Decide(new() { AzureHosting = Hosting(hosting) }).Outcome);
        Assert.Equal(
            PolicyOutcome.Allowed,
            Decide(
                new() { AzureHosting = Hosting(hosting), AzureSubscription = AzureSubscription.EnterpriseAgreement }).Outcome);
    }

    [Theory]
    [InlineData("app_service", "Azure App Service does not support without virtual network integration")]
    [InlineData("functions", "Azure Functions does not support without virtual network integration")]
    [InlineData("functions_flex_consumption", "Functions Flex Consumption does not support without virtual network integration")]
    [InlineData(
        "app_service_managed_instance", "App Service Managed Instance does not support without virtual network integration")]
    public void Hosting_WithoutVnetIntegration_IsUnsupported(string hosting, string reason)
    {
        var options = new SmtpOptions { AzureHosting = Hosting(hosting), AzureSubscription = AzureSubscription.EnterpriseAgreement };
        Assert.Equal(new AzurePolicy(PolicyOutcome.Unsupported, reason), Decide(options));
        Assert.Equal(PolicyOutcome.Allowed, Decide(options with { AzureVnetIntegration = true }).Outcome);
        Assert.Equal(
            PolicyOutcome.Blocked, Decide(new() { AzureHosting = Hosting(hosting), AzureVnetIntegration = true }).Outcome);
    }

    [Theory]
    [InlineData("container_apps", "Azure Container Apps does not support")]
    [InlineData("container_instances", "Azure Container Instances does not support")]
    [InlineData("cloud_services", "Azure Cloud Services does not support")]
    [InlineData("logic_apps", "Azure Logic Apps does not support")]
    [InlineData("functions_consumption", "Azure Functions on the Consumption plan does not support")]
    [InlineData("other", "Azure's platform services do not support")]
    public void Hosting_OtherPlatformService_IsUnsupportedWhateverElseIsSet(string hosting, string reason) => Assert.Equal(
        new AzurePolicy(PolicyOutcome.Unsupported, reason),
        Decide(new()
        {
            AzureHosting = Hosting(hosting),
            AzureSubscription = AzureSubscription.EnterpriseAgreement,
            AzurePort25Exemption = true,
            AzureVnetIntegration = true,
        }));

    [Theory]
    [InlineData("unknown")]
    [InlineData("enterprise_dev_test")]
    [InlineData("cloud_solution_provider")]
    public void Exemption_Granted_IsAllowed(string subscription) => Assert.Equal(
        new AzurePolicy(PolicyOutcome.Allowed, "Azure allows for this subscription by an exemption"),
        Decide(new() { AzureSubscription = Subscription(subscription), AzurePort25Exemption = true }));

    [Fact]
    public void Exemption_OnAppServiceWithoutVnetIntegration_DoesNotHelp() => Assert.Equal(
        PolicyOutcome.Unsupported,
        Decide(new() { AzureHosting = AzureHosting.AppService, AzurePort25Exemption = true }).Outcome);

    [Fact]
    public void Table_EveryValue_HasOneRow()
    {
        Assert.Equal(Enum.GetValues<AzureSubscription>(), AzurePolicyTable.Subscriptions.Select(row => row.Subscription));
        Assert.Equal(Enum.GetValues<AzureHosting>(), AzurePolicyTable.Hosting.Select(row => row.Hosting));
    }

    private static AzurePolicy Decide(SmtpOptions options, params AzureHosting[] seen) => AzurePolicy.Decide(options, [.. seen]);

    private static AzureHosting[] Services(string words) =>
        [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Hosting)];

    private static AzureSubscription Subscription(string word) => OptionValue.Word<AzureSubscription>(word).Value;

    private static AzureHosting Hosting(string word) => OptionValue.Word<AzureHosting>(word).Value;
}
