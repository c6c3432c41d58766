using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>The SMTP health check: a probe is a connection like any other. (AspNetCore.Diagnostics.HealthChecks 161be3f.)</summary>
internal static class HealthChecks
{
    public static readonly SmtpLibrary Library = new("AspNetCore.HealthChecks.Network")
    {
        Clients = ImmutableArray.Create(new SmtpClientType("HealthChecks.Network.SmtpHealthCheckOptions")
        {
            PortProperty = "Port",
            HostProperty = "Host",
        }),
    };
}
