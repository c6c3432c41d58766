using SmtpPortAnalyzer.Options;

namespace SmtpPortAnalyzer.Azure;

/// <summary>What Azure does with a connection to port 25 of a host on the internet.</summary>
internal enum PolicyOutcome
{
    /// <summary>The network drops it: it hangs.</summary>
    Blocked,

    /// <summary>The service does not offer it, whatever the subscription.</summary>
    Unsupported,

    Allowed,
}

/// <summary>How much of the answer a hosting service gives by itself; the strictest comes last.</summary>
internal enum HostingRoute
{
    /// <summary>The traffic leaves like that of a virtual machine: the subscription decides.</summary>
    SubscriptionDecides,

    /// <summary>Only traffic routed through virtual network integration does; other traffic is not supported.</summary>
    SubscriptionDecidesInVirtualNetwork,

    NotSupported,
}

/// <summary>Today's rule for one kind of subscription.</summary>
/// <param name="Subscription">The kind.</param>
/// <param name="Name">Reads before "subscriptions".</param>
/// <param name="Outcome">Blocked or allowed.</param>
internal sealed record SubscriptionRule(AzureSubscription Subscription, string Name, PolicyOutcome Outcome);

/// <summary>Today's rule for one hosting service.</summary>
/// <param name="Hosting">The service.</param>
/// <param name="Name">The service as a sentence names it.</param>
/// <param name="Route">Whether the subscription has a say.</param>
internal sealed record HostingRule(AzureHosting Hosting, string Name, HostingRoute Route);
