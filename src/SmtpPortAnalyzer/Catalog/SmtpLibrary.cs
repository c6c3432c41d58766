using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog;

/// <summary>
/// What one mail library lets a program connect with. A library is one data file in this folder and nothing else; names are metadata
/// names, members and parameters are named exactly as the library declares them (<c>docs/detected-apis.md</c>).
/// </summary>
internal sealed record SmtpLibrary(string Name)
{
    /// <summary>Whether on .NET Framework its clients take the port that the code leaves open from the <c>mailSettings</c> of the configuration file.</summary>
    public bool ReadsMailSettings { get; init; }

    public ImmutableArray<SmtpClientType> Clients { get; init; } = ImmutableArray<SmtpClientType>.Empty;

    public ImmutableArray<SmtpConnectMethod> ConnectMethods { get; init; } = ImmutableArray<SmtpConnectMethod>.Empty;
}

/// <summary>A type whose objects carry the host and the port of the connection that they open, or that is opened with them.</summary>
/// <param name="Type">Metadata name; derived types count as well.</param>
internal sealed record SmtpClientType(string Type)
{
    /// <summary>The settable port, if the object is configured by properties.</summary>
    public string? PortProperty { get; init; }

    public string? HostProperty { get; init; }

    /// <summary>The constructor parameter that takes the port. A constructor without it leaves the port at <see cref="DefaultPort"/>.</summary>
    public string? PortParameter { get; init; }

    public string? HostParameter { get; init; }

    /// <summary>The port where none is given, 0-65535; null where it is not known for sure, and then nothing is said of it.</summary>
    public int? DefaultPort { get; init; }

    /// <summary>Methods that open the connection: the object is judged as it is when one of them is called.</summary>
    public ImmutableArray<string> SendMethods { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>An enumeration property; the object connects only where it is 0.</summary>
    public string? DeliveryProperty { get; init; }
}

/// <summary>A method that opens a connection with the host and the port it is given.</summary>
internal sealed record SmtpConnectMethod
{
    public ImmutableArray<string> Names { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Static types of the receiver that are surely SMTP, derived and implementing ones included.</summary>
    public ImmutableArray<string> Receivers { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Static types of the receiver that may be SMTP or something else: only an explicit 25 counts.</summary>
    public ImmutableArray<string> UndecidedReceivers { get; init; } = ImmutableArray<string>.Empty;

    public string? PortParameter { get; init; }

    public string? HostParameter { get; init; }

    /// <summary>A parameter that takes host and port as one URI.</summary>
    public string? UriParameter { get; init; }

    /// <summary>An overload with one of these parameters uses a connection that exists already: its port is a label.</summary>
    public ImmutableArray<string> NotDialing { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The port for a port of 0 or none, 0-65535.</summary>
    public int? DefaultPort { get; init; }

    /// <summary>A boolean parameter that asks for implicit TLS, and so for <see cref="ImplicitTlsPort"/> by default.</summary>
    public string? ImplicitTlsParameter { get; init; }

    /// <summary>An enumeration parameter that asks for implicit TLS where it has the value <see cref="ImplicitTlsOption"/>.</summary>
    public string? OptionsParameter { get; init; }

    public int ImplicitTlsOption { get; init; }

    /// <summary>The default port with implicit TLS, 0-65535.</summary>
    public int ImplicitTlsPort { get; init; }

    /// <summary>A property of the receiver that routes the connection through something else, which dials in its stead.</summary>
    public string? ProxyProperty { get; init; }
}
