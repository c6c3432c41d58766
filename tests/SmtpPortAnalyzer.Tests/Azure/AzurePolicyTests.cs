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
            new AzurePolicy(PolicyOutcome.Blocked, reason), AzurePolicy.Decide(new() { AzureSubscription = Subscription(subscription) }));

    [Theory]
    [InlineData("enterprise_agreement", "Azure allows for Enterprise Agreement subscriptions")]
    [InlineData("mca_enterprise", "Azure allows for Microsoft Customer Agreement for enterprise subscriptions")]
    public void Subscription_Today_IsAllowed(string subscription, string reason) =>
        Assert.Equal(
            new AzurePolicy(PolicyOutcome.Allowed, reason), AzurePolicy.Decide(new() { AzureSubscription = Subscription(subscription) }));

    [Theory]
    [InlineData("pay_as_you_go", "Azure allows for Pay-As-You-Go subscriptions created before 2017-11-15")]
    [InlineData("microsoft_partner_network", "Azure allows for Microsoft Partner Network subscriptions created before 2017-11-15")]
    public void Subscription_CreatedBeforeTheStart_IsAllowed(string subscription, string reason) => Assert.Equal(
        new AzurePolicy(PolicyOutcome.Allowed, reason),
        AzurePolicy.Decide(new() { AzureSubscription = Subscription(subscription), AzureSubscriptionCreated = new(2017, 11, 14) }));

    [Theory]
    [InlineData("pay_as_you_go", 15)]
    [InlineData("microsoft_partner_network", 15)]
    [InlineData("unknown", 14)]
    [InlineData("msdn", 14)]
    [InlineData("cloud_solution_provider", 14)]
    public void Subscription_CreatedOnTheStartOrOfAnotherKind_IsBlocked(string subscription, int day) => Assert.Equal(
        PolicyOutcome.Blocked,
        AzurePolicy.Decide(
            new() { AzureSubscription = Subscription(subscription), AzureSubscriptionCreated = new(2017, 11, day) }).Outcome);

    [Theory]
    [InlineData("auto")]
    [InlineData("virtual_machine")]
    [InlineData("kubernetes")]
    [InlineData("app_service_environment")]
    public void Hosting_OnVirtualMachines_LeavesItToTheSubscription(string hosting)
    {
        Assert.Equal(PolicyOutcome.Blocked, AzurePolicy.Decide(new() { AzureHosting = Hosting(hosting) }).Outcome);
        Assert.Equal(
            PolicyOutcome.Allowed,
            AzurePolicy.Decide(
                new() { AzureHosting = Hosting(hosting), AzureSubscription = AzureSubscription.EnterpriseAgreement }).Outcome);
    }

    [Theory]
    [InlineData("app_service", "Azure App Service does not support without virtual network integration")]
    [InlineData("functions", "Azure Functions does not support without virtual network integration")]
    public void Hosting_WithoutVnetIntegration_IsUnsupported(string hosting, string reason)
    {
        var options = new SmtpOptions { AzureHosting = Hosting(hosting), AzureSubscription = AzureSubscription.EnterpriseAgreement };
        Assert.Equal(new AzurePolicy(PolicyOutcome.Unsupported, reason), AzurePolicy.Decide(options));
        Assert.Equal(PolicyOutcome.Allowed, AzurePolicy.Decide(options with { AzureVnetIntegration = true }).Outcome);
        Assert.Equal(
            PolicyOutcome.Blocked, AzurePolicy.Decide(new() { AzureHosting = Hosting(hosting), AzureVnetIntegration = true }).Outcome);
    }

    [Theory]
    [InlineData("container_apps", "Azure Container Apps does not support")]
    [InlineData("container_instances", "Azure Container Instances does not support")]
    [InlineData("cloud_services", "Azure Cloud Services does not support")]
    [InlineData("other", "Azure's platform services do not support")]
    public void Hosting_OtherPlatformService_IsUnsupportedWhateverElseIsSet(string hosting, string reason) => Assert.Equal(
        new AzurePolicy(PolicyOutcome.Unsupported, reason),
        AzurePolicy.Decide(new()
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
        AzurePolicy.Decide(new() { AzureSubscription = Subscription(subscription), AzurePort25Exemption = true }));

    [Fact]
    public void Exemption_OnAppServiceWithoutVnetIntegration_DoesNotHelp() => Assert.Equal(
        PolicyOutcome.Unsupported,
        AzurePolicy.Decide(new() { AzureHosting = AzureHosting.AppService, AzurePort25Exemption = true }).Outcome);

    [Fact]
    public void Table_EveryValue_HasOneRow()
    {
        Assert.Equal(Enum.GetValues<AzureSubscription>(), AzurePolicyTable.Subscriptions.Select(row => row.Subscription));
        Assert.Equal(Enum.GetValues<AzureHosting>(), AzurePolicyTable.Hosting.Select(row => row.Hosting));
    }

    private static AzureSubscription Subscription(string word) => OptionValue.Word<AzureSubscription>(word).Value;

    private static AzureHosting Hosting(string word) => OptionValue.Word<AzureHosting>(word).Value;
}
