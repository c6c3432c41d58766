using System;
using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Options;

/// <summary>
/// Every option, a row each. A new one is a row here, a property in <see cref="SmtpOptions"/> (unless the fixes alone read it), a
/// <c>CompilerVisibleProperty</c> in the package's <c>.props</c> and a paragraph in <c>docs/configuration.md</c>; a test demands the last
/// two.
/// </summary>
internal static class SmtpOptionTable
{
    private const string TrueOrFalse = "true or false";

    public static readonly SmtpOption<TargetsAzure> TargetsAzure = Word("targets_azure", Options.TargetsAzure.Auto);

    public static readonly SmtpOption<AzureSubscription> AzureSubscription = Word("azure_subscription", Options.AzureSubscription.Unknown);

    public static readonly SmtpOption<DateTime?> AzureSubscriptionCreated =
        new("azure_subscription_created", null, OptionValue.Date, "a date in the form yyyy-MM-dd");

    public static readonly SmtpOption<bool> AzurePort25Exemption = Flag("azure_port_25_exemption");

    public static readonly SmtpOption<AzureHosting> AzureHosting = Word("azure_hosting", Options.AzureHosting.Auto);

    public static readonly SmtpOption<bool> AzureVnetIntegration = Flag("azure_vnet_integration");

    public static readonly SmtpOption<HostPatterns> ExcludedHosts = new(
        "excluded_hosts", HostPatterns.None, OptionValue.Hosts, "host names, '*.suffix' patterns and CIDR ranges, separated by commas");

    public static readonly SmtpOption<bool> IncludeTests = Flag("include_tests");

    public static readonly SmtpOption<string> RelaySection =
        new("relay_section", "Smtp", OptionValue.Section, "the name of a configuration section, such as Smtp, with ':' between its levels");

    public static readonly SmtpOption<RelaySettings> RelaySettings = Word("relay_settings", Options.RelaySettings.Auto);

    public static readonly SmtpOption<RelayHost> RelayHost = new(
        "relay_host", Options.RelayHost.None, OptionValue.Relay, "a host name, such as smtp.contoso.com, as well as one of the presets "
            + string.Join(", ", Options.RelayHost.Presets.Keys))
    {
        Cautions = relay => relay.Caution,
    };

    public static readonly ImmutableArray<SmtpOption> All = ImmutableArray.Create<SmtpOption>(
        TargetsAzure,
        AzureSubscription,
        AzureSubscriptionCreated,
        AzurePort25Exemption,
        AzureHosting,
        AzureVnetIntegration,
        ExcludedHosts,
        IncludeTests,
        RelaySection,
        RelaySettings,
        RelayHost);

    private static SmtpOption<T> Word<T>(string name, T defaultValue)
        where T : struct, Enum => new(name, defaultValue, OptionValue.Word<T>, OptionValue.WordsOf<T>());

    private static SmtpOption<bool> Flag(string name) => new(name, false, OptionValue.Bool, TrueOrFalse);
}
