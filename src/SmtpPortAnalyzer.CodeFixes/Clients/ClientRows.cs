using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.CodeFixes.Clients;

/// <summary>The members of a client that is configured by properties, as its row of the catalogue names them.</summary>
internal sealed record PropertiesClient(SmtpClientType Row, PropertiesFix Fix)
{
    public string Port => Row.PortProperty!;

    public string Host => Row.HostProperty!;

    /// <summary>The property that turns the encryption on.</summary>
    public string Switch => Row.Security!.Members[0].Name;

    public string Credentials => Fix.Credentials;

    public string DefaultCredentials => Fix.DefaultCredentials;

    /// <summary>Whether the type is the client itself.</summary>
    public bool Is(ITypeSymbol? type) => type?.FullName() == Row.Type;

    /// <summary>Whether the type is the client, or derives from it.</summary>
    public bool IsBaseOf(ITypeSymbol? type)
    {
        while (type is not null && !Is(type))
            type = type.BaseType;
        return type is not null;
    }

    /// <summary>Whether the assignment is to the property that defeats a login unless it is false.</summary>
    public bool IsDefaultCredentials(AssignmentExpressionSyntax assignment) =>
        NameOf(assignment) == DefaultCredentials;

    /// <summary>The name of the member that is assigned; null where it has none.</summary>
    public static string? NameOf(AssignmentExpressionSyntax assignment) =>
        (assignment.Left as IdentifierNameSyntax ?? (assignment.Left as MemberAccessExpressionSyntax)?.Name)?.Identifier.ValueText;
}

/// <summary>The methods of a client that is connected by a call, as its rows of the catalogue name them.</summary>
internal sealed record CallsClient(SmtpLibrary Library, SmtpConnectMethod Row, CallsFix Fix)
{
    private const string AsyncSuffix = "Async";

    /// <summary>The parameter that takes the encryption.</summary>
    public string EncryptionParameter => Row.Security!.Members[0].Name;

    public string PortParameter => Row.PortParameter!;

    public bool IsConnect(string method) => Row.Names.Contains(method);

    public bool IsLogin(string method) => Row.Login!.Methods.Contains(method);

    public static bool IsAsync(string method) => method.EndsWith(AsyncSuffix, System.StringComparison.Ordinal);

    /// <summary>The login method beside the connect method: both of them asynchronous, or none.</summary>
    public string Login(bool isAsync) => Row.Login!.Methods.First(method => IsAsync(method) == isAsync);

    /// <summary>Whether a parameter of the type takes one of the library's own credential objects.</summary>
    public bool TakesCredentials(ITypeSymbol type) =>
        Library.Credentials.Any(credential => credential.Type == type.FullName());

    /// <summary>Whether the method connects a client of the library, or of a base that it shares with clients that fetch mail.</summary>
    public bool IsConnect(IMethodSymbol method) => IsConnect(method.Name)
        && Row.Receivers.Concat(Row.UndecidedReceivers).Contains(method.ContainingType.FullName());
}

/// <summary>Finds the library that a rewriter knows how to rewrite.</summary>
internal static class ClientRows
{
    /// <summary>The library whose client, configured by properties, the type is or derives from.</summary>
    public static SmtpLibrary? OfClient(ITypeSymbol? type) => SmtpCatalog.Libraries.FirstOrDefault(library =>
        library.Fix is PropertiesFix fix && new PropertiesClient(library.Clients[0], fix).IsBaseOf(type));

    /// <summary>Whether the type is an object of a library that carries the settings of a connection, or derives from one.</summary>
    public static bool AreOf(ITypeSymbol type) => type.SelfAndBaseTypes().Select(own => own.FullName())
        .Any(name => SmtpCatalog.Libraries.Any(library => library.Clients.Any(row => row.Type == name)));

    /// <summary>The library whose connect method it is.</summary>
    public static SmtpLibrary? OfConnect(ISymbol? method) => SmtpCatalog.Libraries.FirstOrDefault(library =>
        library.Fix is CallsFix fix && method is IMethodSymbol connect
        && new CallsClient(library, library.ConnectMethods[0], fix).IsConnect(connect));
}
