using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog;

/// <summary>
/// What one mail library lets a program connect with. A library is one data file in this folder and nothing else; names are metadata
/// names, members and parameters are named exactly as the library declares them (<c>docs/detected-apis.md</c>).
/// </summary>
internal sealed record SmtpLibrary(string Name)
{
    /// <summary>
    /// Whether on .NET Framework its clients take the port that the code leaves open from the <c>mailSettings</c> of the configuration
    /// file.
    /// </summary>
    public bool ReadsMailSettings { get; init; }

    public ImmutableArray<SmtpClientType> Clients { get; init; } = ImmutableArray<SmtpClientType>.Empty;

    public ImmutableArray<SmtpConnectMethod> ConnectMethods { get; init; } = ImmutableArray<SmtpConnectMethod>.Empty;

    public ImmutableArray<SmtpKeys> Keys { get; init; } = ImmutableArray<SmtpKeys>.Empty;

    /// <summary>
    /// Types whose methods and constructors connect with a client that they are handed, as it is: handing it over uses it. Methods that the
    /// client's own assembly declares count without being named.
    /// </summary>
    public ImmutableArray<string> Wrappers { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Objects that carry a password to a login.</summary>
    public ImmutableArray<CredentialType> Credentials { get; init; } = ImmutableArray<CredentialType>.Empty;

    /// <summary>
    /// Whole words by which code uses the library without naming one of its types, as with extension methods: files are searched for them,
    /// too.
    /// </summary>
    public ImmutableArray<string> OtherNames { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>How a fix rewrites its connections as a whole; null where it only sets the encryption.</summary>
    public LibraryFix? Fix { get; init; }

    /// <summary>Whether these are bare sockets: they speak SMTP only if their port says so.</summary>
    public bool IsSocket { get; init; }
}

/// <summary>A type whose objects carry the host and the port of the connection that they open, or that is opened with them.</summary>
/// <param name="Type">Metadata name; derived types count as well.</param>
internal sealed record SmtpClientType(string Type)
{
    /// <summary>The settable port, if the object is configured by properties.</summary>
    public string? PortProperty { get; init; }

    public string? HostProperty { get; init; }

    /// <summary>
    /// The constructor parameter that takes the port. A constructor without it leaves the port at <see cref="DefaultPort"/>.
    /// </summary>
    public string? PortParameter { get; init; }

    public string? HostParameter { get; init; }

    /// <summary>The port where none is given, 0-65535; null where it is not known for sure, and then nothing is said of it.</summary>
    public int? DefaultPort { get; init; }

    /// <summary>The default port with implicit TLS, 0-65535; 0 where it is <see cref="DefaultPort"/> as well.</summary>
    public int ImplicitTlsPort { get; init; }

    /// <summary>Methods that open the connection: the object is judged as it is when one of them is called.</summary>
    public ImmutableArray<string> SendMethods { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>An enumeration property; the object connects only where it is 0.</summary>
    public string? DeliveryProperty { get; init; }

    /// <summary>Properties of which one that is set (not null, false or empty) means that no connection is opened.</summary>
    public ImmutableArray<string> NotConnecting { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Null where it is not known for sure, and then nothing is said of it.</summary>
    public SmtpSecurity? Security { get; init; }

    /// <summary>Null where it is not known for sure, and then nothing is said of it.</summary>
    public SmtpLogin? Login { get; init; }

    /// <summary>How a fix lets it log in; null where it is not known for sure, or the library's fix says so.</summary>
    public WrapperLogin? FixLogin { get; init; }

    /// <summary>Whether the object only names an address, and a connection is what is opened with it.</summary>
    public bool IsEndPoint { get; init; }
}

/// <summary>A method, or a constructor (<c>.ctor</c>), that opens a connection with the host and the port it is given.</summary>
internal sealed record SmtpConnectMethod
{
    public ImmutableArray<string> Names { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>
    /// Static types of the receiver that are surely SMTP, derived and implementing ones included; for static methods and constructors the
    /// type that declares them.
    /// </summary>
    public ImmutableArray<string> Receivers { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Static types of the receiver that may be SMTP or something else: only an explicit 25 counts.</summary>
    public ImmutableArray<string> UndecidedReceivers { get; init; } = ImmutableArray<string>.Empty;

    public string? PortParameter { get; init; }

    public string? HostParameter { get; init; }

    /// <summary>What other overloads call the host.</summary>
    public ImmutableArray<string> OtherHostParameters { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>A parameter that takes host and port as one URI.</summary>
    public string? UriParameter { get; init; }

    /// <summary>A parameter that takes host and port as one object of a <see cref="SmtpClientType.IsEndPoint"/> type.</summary>
    public string? EndPointParameter { get; init; }

    /// <summary>A parameter that takes an object with such an address in a property of it.</summary>
    public (string Parameter, string Property)? EndPointHolder { get; init; }

    /// <summary>An overload with one of these parameters uses a connection that exists already: its port is a label.</summary>
    public ImmutableArray<string> NotDialing { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>A parameter without which an overload is none of this row.</summary>
    public string? NeededParameter { get; init; }

    /// <summary>The port for a port of 0 or none, 0-65535.</summary>
    public int? DefaultPort { get; init; }

    /// <summary>The default port with implicit TLS, 0-65535; 0 where it is <see cref="DefaultPort"/> as well.</summary>
    public int ImplicitTlsPort { get; init; }

    /// <summary>A property of the receiver that routes the connection through something else, which dials in its stead.</summary>
    public string? ProxyProperty { get; init; }

    /// <summary>Null where it is not known for sure, and then nothing is said of it.</summary>
    public SmtpSecurity? Security { get; init; }

    /// <summary>How a fix lets it log in; null where it is not known for sure, or the library's fix says so.</summary>
    public WrapperLogin? FixLogin { get; init; }

    /// <summary>Null where it is not known for sure, and then nothing is said of it.</summary>
    public SmtpLogin? Login { get; init; }
}

/// <summary>
/// Settings that are written by key, into an indexer or by a method that takes key and value: <c>fields["smtpserverport"] = 25</c>.
/// </summary>
/// <param name="Port">The whole key.</param>
internal sealed record SmtpKeys(string Port)
{
    public string? Host { get; init; }

    public string? Password { get; init; }

    /// <summary>A static property that holds the host where no key does.</summary>
    public (string Type, string Property)? StaticHost { get; init; }

    /// <summary>Types whose members take the keys; empty where the keys say it all.</summary>
    public ImmutableArray<string> Owners { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Types without any of which the keys mean nothing.</summary>
    public ImmutableArray<string> NeededTypes { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The static method that sends, with the port that it takes where no key gives one.</summary>
    public (string Type, string Method, int DefaultPort)? Sends { get; init; }
}

/// <summary>A type whose objects carry a password to a login.</summary>
/// <param name="Type">Metadata name; derived types count as well.</param>
internal sealed record CredentialType(string Type)
{
    public string Namespace => Type.Substring(0, Type.LastIndexOf('.'));

    public string Name => Type.Substring(Type.LastIndexOf('.') + 1);

    /// <summary>Constructor parameters that take the password, or another credential.</summary>
    public ImmutableArray<string> Parameters { get; init; } = ImmutableArray<string>.Empty;

    public string? Property { get; init; }

    /// <summary>The property that takes the user name, where a fix may make one.</summary>
    public string? UserName { get; init; }
}
