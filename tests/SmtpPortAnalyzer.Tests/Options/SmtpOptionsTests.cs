using SmtpPortAnalyzer.Options;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Options;

public class SmtpOptionsTests
{
    private const string Key = "smtp_port_analyzer.targets_azure";
    private const string Property = "build_property.SmtpPortAnalyzerTargetsAzure";

    [Fact]
    public void Options_NothingWritten_AreTheDefaults()
    {
        var options = SmtpOptions.Read(DictionaryOptions.Empty, DictionaryOptions.Empty);

        Assert.Equal(new SmtpOptions(), options);
        Assert.Equal(TargetsAzure.Auto, options.TargetsAzure);
        Assert.Equal(AzureSubscription.Unknown, options.AzureSubscription);
        Assert.Equal(AzureHosting.Auto, options.AzureHosting);
    }

    [Fact]
    public void Options_EditorConfig_GoesBeforeGlobalConfig() =>
        Assert.Equal(TargetsAzure.False, Read(new((Key, "false")), new((Key, "true"))).TargetsAzure);

    [Fact]
    public void Options_GlobalConfig_GoesBeforeProperty() =>
        Assert.Equal(TargetsAzure.False, Read(new(), new((Key, "false"), (Property, "true"))).TargetsAzure);

    [Fact]
    public void Options_Property_GoesBeforeDefault() =>
        Assert.Equal(TargetsAzure.True, Read(new(), new((Property, "true"))).TargetsAzure);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Options_BlankText_IsNotSet(string blank) =>
        Assert.Equal(TargetsAzure.True, Read(new((Key, blank)), new((Key, blank), (Property, "true"))).TargetsAzure);

    [Fact]
    public void Options_UnreadableText_IsTheDefaultAndNotTheNextPlace() =>
        Assert.Equal(TargetsAzure.Auto, Read(new((Key, "perhaps")), new((Property, "true"))).TargetsAzure);

    [Theory]
    [InlineData("targets_azure", "auto", "true", "false")]
    [InlineData("azure_subscription", "unknown", "enterprise_agreement", "mca_enterprise", "enterprise_dev_test", "pay_as_you_go",
        "cloud_solution_provider", "microsoft_partner_network", "msdn", "visual_studio", "azure_pass", "azure_in_open", "education",
        "students", "bizspark", "azure_sponsorship", "free_trial")]
    [InlineData("azure_hosting", "auto", "virtual_machine", "app_service", "functions", "app_service_environment", "container_apps",
        "container_instances", "kubernetes", "cloud_services", "other")]
    [InlineData("azure_subscription_created", "2017-11-14")]
    [InlineData("azure_port_25_exemption", "false", "true")]
    [InlineData("azure_vnet_integration", "false", "true")]
    [InlineData("excluded_hosts", "mail.contoso.com, *.contoso.net, 192.0.2.0/24, 2001:db8::/32")]
    [InlineData("include_tests", "false", "TRUE")]
    public void Option_EveryValueOfTheContract_IsReadable(string name, params string[] values)
    {
        var option = Assert.Single(SmtpOptionTable.All, option => option.Name == name);
        Assert.All(values, value => Assert.Empty(option.Unreadable(value)));
    }

    [Theory]
    [InlineData("targets_azure", "yes")]
    [InlineData("targets_azure", "1")]
    [InlineData("azure_subscription", "PayAsYouGo")]
    [InlineData("azure_subscription", "4")]
    [InlineData("azure_hosting", "aws")]
    [InlineData("azure_subscription_created", "15.11.2017")]
    [InlineData("azure_subscription_created", "2017-02-30")]
    [InlineData("azure_port_25_exemption", "granted")]
    [InlineData("azure_vnet_integration", "0")]
    [InlineData("excluded_hosts", "https://mail.contoso.com")]
    [InlineData("include_tests", "no")]
    public void Option_Nonsense_IsUnreadable(string name, string value) =>
        Assert.Equal(value, Assert.Single(SmtpOptionTable.All.Single(option => option.Name == name).Unreadable(value)));

    [Fact]
    public void Options_EveryRowOfTheTable_IsRead()
    {
        var options = Read(new(), new(
            ("build_property.SmtpPortAnalyzerTargetsAzure", "true"),
            ("build_property.SmtpPortAnalyzerAzureSubscription", "pay_as_you_go"),
            ("build_property.SmtpPortAnalyzerAzureSubscriptionCreated", "2017-11-14"),
            ("build_property.SmtpPortAnalyzerAzurePort25Exemption", "true"),
            ("build_property.SmtpPortAnalyzerAzureHosting", "functions"),
            ("build_property.SmtpPortAnalyzerAzureVnetIntegration", "true"),
            ("build_property.SmtpPortAnalyzerExcludedHosts", "mail.contoso.com"),
            ("build_property.SmtpPortAnalyzerIncludeTests", "true")));

        Assert.Equal(TargetsAzure.True, options.TargetsAzure);
        Assert.Equal(AzureSubscription.PayAsYouGo, options.AzureSubscription);
        Assert.Equal(new DateTime(2017, 11, 14), options.AzureSubscriptionCreated);
        Assert.True(options.AzurePort25Exemption);
        Assert.Equal(AzureHosting.Functions, options.AzureHosting);
        Assert.True(options.AzureVnetIntegration);
        Assert.True(options.ExcludedHosts.Matches("mail.contoso.com"));
        Assert.True(options.IncludeTests);
    }

    private static SmtpOptions Read(DictionaryOptions tree, DictionaryOptions global) => SmtpOptions.Read(tree, global);
}
