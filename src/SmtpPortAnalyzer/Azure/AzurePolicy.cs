using System.Globalization;
using System.Linq;
using SmtpPortAnalyzer.Options;

namespace SmtpPortAnalyzer.Azure;

/// <summary>What Azure's policy says about port 25 for one combination of subscription and hosting.</summary>
/// <param name="Outcome">Blocked, unsupported or allowed.</param>
/// <param name="Reason">Reads after "port 25, which": <c>Azure blocks for Pay-As-You-Go subscriptions</c>.</param>
internal sealed record AzurePolicy(PolicyOutcome Outcome, string Reason)
{
    /// <summary>
    /// The hosting service comes first: where it does not support port 25, neither the subscription nor an exemption counts (exemptions
    /// hold for traffic that leaves a virtual network only).
    /// </summary>
    public static AzurePolicy Decide(SmtpOptions options)
    {
        var hosting = AzurePolicyTable.Hosting.First(row => row.Hosting == options.AzureHosting);
        if (hosting.Route == HostingRoute.NotSupported)
            return new(PolicyOutcome.Unsupported,
                hosting.Name + (hosting.Hosting == AzureHosting.Other ? " do not support" : " does not support"));

        if (hosting.Route == HostingRoute.SubscriptionDecidesInVirtualNetwork && !options.AzureVnetIntegration)
            return new(PolicyOutcome.Unsupported, hosting.Name + " does not support without virtual network integration");

        var subscription = AzurePolicyTable.Subscriptions.First(row => row.Subscription == options.AzureSubscription);
        if (subscription.Outcome == PolicyOutcome.Allowed)
            return new(PolicyOutcome.Allowed, "Azure allows for " + subscription.Name + " subscriptions");

        if (options.AzurePort25Exemption)
            return new(PolicyOutcome.Allowed, "Azure allows for this subscription by an exemption");

        if (subscription.AllowedIfCreatedBefore is { } date && options.AzureSubscriptionCreated < date)
        {
            return new(
                PolicyOutcome.Allowed,
                "Azure allows for " + subscription.Name + " subscriptions created before "
                    + date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        return new(PolicyOutcome.Blocked, "Azure blocks for " + subscription.Name + " subscriptions");
    }
}
