using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.Rules;

/// <summary>
/// Something about a connection other than its port 25 that is wrong in a project that targets Azure: SMTP005 to SMTP008. It says nothing
/// where the project is not known to.
/// </summary>
/// <param name="Descriptor">Which rule it is.</param>
/// <param name="Place">The expression to report.</param>
/// <param name="Api">What the message names.</param>
/// <param name="Library">The catalogue's name of the library.</param>
/// <param name="Site">The connection, if the place is not in it.</param>
/// <param name="Hosts">Where it connects to.</param>
/// <param name="Words">What the message says besides.</param>
internal sealed record RelayFinding(
    DiagnosticDescriptor Descriptor,
    SyntaxNode Place,
    string Api,
    string Library,
    SyntaxNode? Site,
    HostNames Hosts,
    params object[] Words)
{
    /// <summary>What the fixes need to know.</summary>
    public RelayFacts? Facts { get; init; }

    /// <summary>Whether it is the block of port 25 that makes it a finding.</summary>
    public bool IsAboutBlock => Descriptor.Id == RuleIds.SocketPort25;

    public Diagnostic ToDiagnostic(string policy, string evidence)
    {
        var properties = new FindingProperties
        {
            Library = Library,
            Site = Site?.SyntaxTree == Place.SyntaxTree ? Site?.Span : null,
            Relay = Facts,
        };
        var others = Site is not null && Site != Place ? ImmutableArray.Create(Site.GetLocation()) : ImmutableArray<Location>.Empty;
        var words = new object[] { Api, Hosts.Words }.Concat(Words)
            .Concat(IsAboutBlock ? new object[] { policy, evidence } : new object[] { evidence }).ToArray();
#pragma warning disable RS0030 // This is the one place where a relay finding becomes a diagnostic.
        return Diagnostic.Create(Descriptor, Place.GetLocation(), others, properties.ToBag(), words);
#pragma warning restore RS0030
    }
}
