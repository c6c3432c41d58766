using System;
using System.Collections.Immutable;
using SmtpPortAnalyzer.Azure;

namespace SmtpPortAnalyzer.Options;

/// <summary>
/// Every option, a row each. A new one is a row here, a property in <see cref="SmtpOptions"/>, a <c>CompilerVisibleProperty</c> in the
/// package's <c>.props</c> and a paragraph in <c>docs/configuration.md</c>; a test demands the last two.
/// </summary>
internal static class SmtpOptionTable
{
    private const string TrueOrFalse = "true or false";

    public static readonly SmtpOption<TargetsAzure> TargetsAzure = Word("targets_azure", Options.TargetsAzure.Auto);

    public static readonly SmtpOption<AzureSubscription> AzureSubscription = Word("azure_subscription", Azure.AzureSubscription.Unknown);

    public static readonly SmtpOption<DateTime?> AzureSubscriptionCreated =
        new("azure_subscription_created", null, OptionValue.Date, "a date in the form yyyy-MM-dd");

    public static readonly SmtpOption<bool> AzurePort25Exemption = Flag("azure_port_25_exemption");

    public static readonly SmtpOption<AzureHosting> AzureHosting = Word("azure_hosting", Azure.AzureHosting.Auto);

    public static readonly SmtpOption<bool> AzureVnetIntegration = Flag("azure_vnet_integration");

    public static readonly SmtpOption<HostPatterns> ExcludedHosts = new(
        "excluded_hosts", HostPatterns.None, OptionValue.Hosts, "host names, '*.suffix' patterns and CIDR ranges, separated by commas");

    public static readonly SmtpOption<bool> IncludeTests = Flag("include_tests");

    public static readonly ImmutableArray<SmtpOption> All = ImmutableArray.Create<SmtpOption>(
        TargetsAzure,
        AzureSubscription,
        AzureSubscriptionCreated,
        AzurePort25Exemption,
        AzureHosting,
        AzureVnetIntegration,
        ExcludedHosts,
        IncludeTests);

    private static SmtpOption<T> Word<T>(string name, T defaultValue)
        where T : struct, Enum => new(name, defaultValue, OptionValue.Word<T>, OptionValue.WordsOf<T>());

    private static SmtpOption<bool> Flag(string name) => new(name, false, OptionValue.Bool, TrueOrFalse);
}
