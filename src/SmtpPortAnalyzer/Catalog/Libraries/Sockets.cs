using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>
/// Bare sockets: port 25 makes them SMTP. Binding and listening are no business of Azure's block.
/// The constructor of TcpClient with host and port connects. (Measured, .NET 10.)
/// </summary>
internal static class Sockets
{
    public static readonly SmtpLibrary Library = new("System.Net.Sockets")
    {
        Clients = ImmutableArray.Create(
            new SmtpClientType("System.Net.DnsEndPoint")
            {
                PortProperty = "Port",
                PortParameter = "port",
                HostParameter = "host",
                IsEndPoint = true,
            },
            new SmtpClientType("System.Net.IPEndPoint")
            {
                PortProperty = "Port",
                PortParameter = "port",
                HostParameter = "address",
                IsEndPoint = true,
            }),
        ConnectMethods = ImmutableArray.Create(
            new SmtpConnectMethod
            {
                Names = ImmutableArray.Create(".ctor"),
                Receivers = ImmutableArray.Create("System.Net.Sockets.TcpClient"),
                PortParameter = "port",
                HostParameter = "hostname",
            },
            new SmtpConnectMethod
            {
                Names = ImmutableArray.Create("Connect", "ConnectAsync", "BeginConnect"),
                Receivers = ImmutableArray.Create("System.Net.Sockets.TcpClient", "System.Net.Sockets.Socket"),
                PortParameter = "port",
                HostParameter = "host",
                OtherHostParameters = ImmutableArray.Create("hostname", "address", "addresses", "ipAddresses"),
                EndPointParameter = "remoteEP",
                EndPointHolder = ("e", "RemoteEndPoint"),
            }),
        IsSocket = true,
    };
}
