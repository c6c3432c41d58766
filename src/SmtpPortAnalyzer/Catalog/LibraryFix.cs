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

/// <summary>A method connects, and another one logs in behind it.</summary>
/// <param name="EncryptionType">Metadata name of the enumeration that the connect method takes.</param>
/// <param name="StartTls">Its value that demands STARTTLS.</param>
/// <param name="Implicit">Its value for TLS from the first byte on.</param>
internal sealed record CallsFix(string EncryptionType, string StartTls, string Implicit) : LibraryFix
{
    /// <summary>Its value for no encryption at all.</summary>
    public string? Off { get; init; }

    /// <summary>Its values that leave it to the server.</summary>
    public ImmutableArray<string> Optional { get; init; } = ImmutableArray<string>.Empty;
}
