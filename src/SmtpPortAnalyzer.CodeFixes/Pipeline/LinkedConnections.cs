using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Clients;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.Connections.Tracing;

namespace SmtpPortAnalyzer.CodeFixes.Pipeline;

/// <summary>
/// The same connection in another project that compiles its file: it changes there too, for the callers that it has there.
/// </summary>
/// <param name="File">The file there.</param>
/// <param name="Arrivals">The ports that callers of that project alone give it.</param>
/// <param name="IsKnown">Whether they are all that it has there.</param>
internal sealed record LinkedConnection(FileContext File, IReadOnlyList<PortArrival> Arrivals, bool IsKnown);

/// <summary>Finds a connection in every project that compiles its file.</summary>
internal static class LinkedConnections
{
    /// <summary>Those that have callers of their own; a target framework of the same project has none.</summary>
    public static async Task<IReadOnlyList<LinkedConnection>> FindAsync(FixTarget finding, FileContext file, SyntaxNode site)
    {
        var frameworks = await finding.Fix.In(file.Document).FrameworksAsync().ConfigureAwait(false);
        var known = new HashSet<(string? Path, TextSpan Span)>(file.ArrivalsAt(site).Select(PlaceOf));
        var found = new List<LinkedConnection>();
        foreach (var (node, other) in frameworks.Counterparts(site))
        {
            if (other.DeclaredBy(EnclosingMember.Find(node)) is not IMethodSymbol method
                || (await Callers.FindAllAsync(finding.Fix.In(other.Document), method).ConfigureAwait(false))?.In(finding.Fix) is not
                { Count: > 0 })
                continue;

            var arrivals = other.ArrivalsAt(node);
            found.Add(new(other, arrivals.Where(arrival => known.Add(PlaceOf(arrival))).ToList(), IsKnownAt(finding, node, other)));
        }

        return found;
    }

    private static bool IsKnownAt(FixTarget finding, SyntaxNode site, FileContext file) =>
        ClientRewriter.Create(finding.Place.Library, site, file) is { } client
        && client.Ports.All(port => file.ProvedSettings(port) is { IsOpen: false } value && value.Knowns.All(known => known.IsConstant));

    private static (string? Path, TextSpan Span) PlaceOf(PortArrival arrival) => (arrival.Place.SyntaxTree.FilePath, arrival.Place.Span);
}
