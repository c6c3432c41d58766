using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog;

/// <summary>
/// How a fix rewrites the connections of a library as a whole: the kind of rewriter is the type of the row. It writes the members by which
/// the library's first client or connect method is found, and those that stand here. A library without such a row gets its encryption set,
/// and nothing else.
/// </summary>
internal abstract record LibraryFix;

/// <summary>An object that is configured by properties, and then sends.</summary>
/// <param name="Credentials">The property that takes a <see cref="CredentialType"/>.</param>
/// <param name="DefaultCredentials">
/// The property that logs in with the identity of the process in place of it, and whose setter may wipe it.
/// </param>
internal sealed record PropertiesFix(string Credentials, string DefaultCredentials) : LibraryFix;

/// <summary>
/// The members by which a fix logs a wrapper's connection in: of the object that carries its settings, or of the call that takes them.
/// A row without them gets its encryption set, and nothing else.
/// </summary>
internal sealed record WrapperLogin
{
    public string? UserName { get; init; }

    public string? Password { get; init; }

    /// <summary>What takes both as one <see cref="CredentialType"/>.</summary>
    public string? Credentials { get; init; }

    /// <summary>What has to be set besides, with its value: 1 for <c>true</c>, or the number of an enumeration's.</summary>
    public (string Name, int Value)? Switch { get; init; }
}

/// <summary>A method connects, and another one logs in behind it.</summary>
/// <param name="EncryptionType">Metadata name of the enumeration that the connect method takes.</param>
/// <param name="StartTls">Its value that demands STARTTLS.</param>
/// <param name="Implicit">Its value for TLS from the first byte on.</param>
internal sealed record CallsFix(string EncryptionType, string StartTls, string Implicit) : LibraryFix
{
    /// <summary>Its value for no encryption at all.</summary>
    public string? Off { get; init; }

    /// <summary>
    /// Metadata name of what the login method takes in place of a user name and a password: a user name and an access token.
    /// </summary>
    public string? TokenMechanism { get; init; }

    /// <summary>Its values that leave it to the server.</summary>
    public ImmutableArray<string> Optional { get; init; } = ImmutableArray<string>.Empty;
}
