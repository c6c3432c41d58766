using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections;

/// <summary>How sure it is that the state in which a connection is seen is the one in which it is used. Higher wins.</summary>
internal enum Sighting
{
    /// <summary>The body ended, after a <c>catch</c> that may have interrupted anything.</summary>
    EndAfterCatch,

    /// <summary>The body ended, or the object left it: returned, stored, handed on.</summary>
    End,

    /// <summary>The connection was opened here.</summary>
    Use,
}

/// <summary>One place where the program opens an outgoing SMTP connection, on all the ways that lead to it.</summary>
internal sealed class SmtpConnection
{
    public SmtpConnection(SmtpLibrary library, string api, SyntaxNode site, ISymbol? holder, ImmutableArray<ConnectionPath> paths)
    {
        Holder = holder;
        Library = library;
        Api = api;
        Site = site;
        Paths = paths;
    }

    public SmtpLibrary Library { get; }

    /// <summary>The API as a message names it: <c>SmtpClient</c>.</summary>
    public string Api { get; }

    /// <summary>The creation of the client, the connect call, or the assignment to the port of a client made elsewhere.</summary>
    public SyntaxNode Site { get; }

    /// <summary>
    /// The field or property that keeps the client, or the method that returns it, through which other code may configure it further; null
    /// where there is none.
    /// </summary>
    public ISymbol? Holder { get; }

    /// <summary>The field or property whose client a connect call is made on, if it is one's.</summary>
    public ISymbol? Receiver { get; init; }

    /// <summary>Whether the client was made elsewhere, so that this is no more than a change to it.</summary>
    public bool IsChangeOnly { get; init; }

    /// <summary>Whether a lambda or local function returns the client.</summary>
    public bool IsHandedOut { get; init; }

    public ImmutableArray<ConnectionPath> Paths { get; }

    /// <summary>The same connection with other ways.</summary>
    public SmtpConnection With(IEnumerable<ConnectionPath> paths) =>
        new(Library, Api, Site, Holder, paths.ToImmutableArray())
        {
            Receiver = Receiver,
            IsChangeOnly = IsChangeOnly,
            IsHandedOut = IsHandedOut,
        };
}

/// <summary>Whether a connection logs in.</summary>
internal enum LoginState
{
    /// <summary>It may, as far as the code shows.</summary>
    Unknown,

    /// <summary>It surely does not.</summary>
    None,
}

/// <summary>The connection as it is on one way through the body.</summary>
internal sealed record ConnectionPath
{
    /// <summary>
    /// Numbers 0-65535 among the known alternatives; each knows the expression that hands it over (<see cref="AbstractValue.Place"/>).
    /// </summary>
    public ValueSet Port { get; init; }

    /// <summary>Null where no host was given.</summary>
    public ValueSet? Host { get; init; }

    /// <summary>Whether no connection that Azure could block is opened on this way: development only, pickup directory, proxy.</summary>
    public bool IsExempt { get; init; }

    /// <summary>Whether some of the ways that were joined here may open no connection, so that no port is certain.</summary>
    public bool IsDeliveryMixed { get; init; }

    /// <summary>Whether the port may be left open by the receiver's type, so that only a 25 that was written counts.</summary>
    public bool IsUndecided { get; init; }

    /// <summary>The URI that a symbolic <see cref="Port"/> without a place is; null where there is none.</summary>
    public UriArgument? Uri { get; init; }

    public Sighting Sighting { get; init; }

    /// <summary>What chooses the encryption; null where nothing is known of it.</summary>
    public PathSecurity? Security { get; init; }

    public LoginState Login { get; init; }

    /// <summary>The expression that says that there is no login, if one does.</summary>
    public SyntaxNode? NoLogin { get; init; }
}

/// <summary>A URI that says where to connect.</summary>
/// <param name="Method">The method that takes it: it knows the port of a URI without one.</param>
/// <param name="Place">The expression that gives it.</param>
internal sealed record UriArgument(SmtpConnectMethod Method, SyntaxNode Place);
