using System.Collections.Immutable;
using System.Linq;

namespace SmtpPortAnalyzer.Catalog;

/// <summary>Every mail library that is known.</summary>
internal static class SmtpCatalog
{
    public static readonly ImmutableArray<SmtpLibrary> Libraries = ImmutableArray.Create(SystemNetMail.Library, MailKit.Library);

    /// <summary>The simple names of all types in the catalogue. Code that connects mentions one of them somewhere.</summary>
    public static readonly ImmutableHashSet<string> TypeNames = Libraries
        .SelectMany(library => library.Clients.Select(client => client.Type)
            .Concat(library.ConnectMethods.SelectMany(method => method.Receivers.AddRange(method.UndecidedReceivers))))
        .Select(SimpleName)
        .ToImmutableHashSet();

    /// <summary>The members by which code configures or opens a connection whose type it does not name.</summary>
    public static readonly ImmutableHashSet<string> MemberNames = Libraries
        .SelectMany(library => library.Clients.SelectMany(client => new[] { client.PortProperty, client.HostProperty })
            .Concat(library.ConnectMethods.SelectMany(method => method.Names)))
        .OfType<string>()
        .ToImmutableHashSet();

    /// <summary>The shortest texts such that each type name holds one of them: what a file is searched for before it is looked at.</summary>
    public static readonly ImmutableArray<string> Needles = TypeNames
        .Where(name => !TypeNames.Any(other => other != name && name.Contains(other)))
        .OrderBy(name => name, System.StringComparer.Ordinal)
        .ToImmutableArray();

    private static string SimpleName(string metadataName) => metadataName.Substring(metadataName.LastIndexOf('.') + 1);
}
