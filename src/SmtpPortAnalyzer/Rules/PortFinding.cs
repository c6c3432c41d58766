using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Connections;

namespace SmtpPortAnalyzer.Rules;

/// <summary>A port 25 to be reported, before it is known what the project's settings and Azure's policy make of it.</summary>
/// <param name="Origin">Which rule it is: explicit, default or fallback.</param>
/// <param name="Place">The expression to report.</param>
/// <param name="Connection">The connection that it reaches.</param>
/// <param name="Hosts">The hosts that are known, by name or address; a null among them is one that only run time knows.</param>
/// <param name="Declaration">Where the constant is declared, if that is another place.</param>
internal sealed record PortFinding(
    PortOrigin Origin,
    SyntaxNode Place,
    SmtpConnection Connection,
    ImmutableArray<string?> Hosts,
    SyntaxNode? Declaration)
{
    public DiagnosticDescriptor Descriptor => Origin switch
    {
        PortOrigin.Explicit => Descriptors.ExplicitPort25,
        PortOrigin.Default => Descriptors.DefaultPort25,
        _ => Descriptors.FallbackPort25,
    };

    /// <summary>Makes the diagnostic; <paramref name="descriptor"/> is the finding's own or, where Azure is not known to block, SMTP010.</summary>
    public Diagnostic ToDiagnostic(DiagnosticDescriptor descriptor, string policy, string evidence)
    {
        var isInSameFile = Connection.Site.SyntaxTree == Place.SyntaxTree;
        var properties = new FindingProperties { Library = Connection.Library.Name, Site = isInSameFile ? Connection.Site.Span : null };
        var others = ImmutableArray.CreateBuilder<Location>(2);
        if (Declaration is not null)
            others.Add(Declaration.GetLocation());
        if (Connection.Site.SyntaxTree != Place.SyntaxTree || Connection.Site.Span != Place.Span)
            others.Add(Connection.Site.GetLocation());

        var host = Hosts.Length == 1 && Hosts[0] is { Length: > 0 } name ? " to '" + name + "'" : "";
#pragma warning disable RS0030 // This is the one place where a port finding becomes a diagnostic.
        return Diagnostic.Create(descriptor, Place.GetLocation(), others, properties.ToBag(), Connection.Api, host, policy, evidence);
#pragma warning restore RS0030
    }
}
