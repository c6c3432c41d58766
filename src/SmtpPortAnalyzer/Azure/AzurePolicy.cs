using System.Collections.Immutable;
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
    /// A service that the user names comes first: where it does not support port 25, neither the subscription nor an exemption counts
    /// (exemptions hold for traffic that leaves a virtual network only). A service that the evidence names closes what the subscription
    /// would open, the strictest of several; where the subscription blocks the port anyway, that is the plainer reason.
    /// </summary>
    public static AzurePolicy Decide(SmtpOptions options, ImmutableArray<AzureHosting> seen)
    {
        if (options.AzureHosting != AzureHosting.Auto)
            return OfService(options.AzureHosting, options) ?? OfSubscription(options);

        var policy = OfSubscription(options);
        return policy.Outcome == PolicyOutcome.Allowed && Strictest(seen) is { } service
            ? OfService(service, options) ?? policy
            : policy;
    }

    private static AzureHosting? Strictest(ImmutableArray<AzureHosting> services) => AzurePolicyTable.Hosting
        .Where(row => services.Contains(row.Hosting))
        .OrderByDescending(row => row.Route)
        .Select(row => (AzureHosting?)row.Hosting)
        .FirstOrDefault();

    /// <summary>What the service says by itself; null where it leaves the answer to the subscription.</summary>
    private static AzurePolicy? OfService(AzureHosting service, SmtpOptions options)
    {
        var row = AzurePolicyTable.Hosting.First(row => row.Hosting == service);
        if (row.Route == HostingRoute.NotSupported)
            return new(PolicyOutcome.Unsupported, row.Name + (service == AzureHosting.Other ? " do not support" : " does not support"));

        return row.Route == HostingRoute.SubscriptionDecidesInVirtualNetwork && !options.AzureVnetIntegration
            ? new(PolicyOutcome.Unsupported, row.Name + " does not support without virtual network integration")
            : null;
    }

    private static AzurePolicy OfSubscription(SmtpOptions options)
    {
        var row = AzurePolicyTable.Subscriptions.First(row => row.Subscription == options.AzureSubscription);
        if (row.Outcome == PolicyOutcome.Allowed)
            return new(PolicyOutcome.Allowed, "Azure allows for " + row.Name + " subscriptions");

        if (options.AzurePort25Exemption)
            return new(PolicyOutcome.Allowed, "Azure allows for this subscription by an exemption");

        if (options.AzureSubscriptionCreated < AzurePolicyTable.Start)
        {
            var kind = row.Subscription == AzureSubscription.Unknown ? "" : row.Name + " ";
            return new(
                PolicyOutcome.Allowed,
                "Azure allows for " + kind + "subscriptions created before "
                    + AzurePolicyTable.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        return new(PolicyOutcome.Blocked, "Azure blocks for " + row.Name + " subscriptions");
    }
}
