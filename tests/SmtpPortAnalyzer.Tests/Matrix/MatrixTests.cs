using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Catalog.Libraries;
using SmtpPortAnalyzer.Tests.Guards;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Matrix;

/// <summary>
/// {spelling of the value} × {way it travels} × {use of a row of the catalogue}: red with 25, silent with 587, silent where 587 overwrites
/// the 25 on every path. Each spelling goes each way. The first way leads to every use of every row, and each other way to a part of them
/// that turns: what a use makes of a port depends neither on its spelling nor on its way.
/// </summary>
public class MatrixTests
{
    private static readonly ImmutableArray<CatalogUse> s_uses = [.. new[] { SystemNetMail.Library, MailKit.Library }.SelectMany(Uses)];

    /// <summary>The matrix is about ports: how 587 is encrypted and who logs in has tests of its own.</summary>
    private static readonly HashSet<string> s_rules = ["SMTP001", "SMTP002", "SMTP003"];

    private const int SampleOfEachWay = 4;

    private static readonly Way[] s_ways = [.. Way.All];

    public static TheoryData<string> Ways => [.. s_ways.Select(way => way.Name)];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Port_GoingThisWay_ReportsOnly25(string name)
    {
        var way = s_ways.Single(way => way.Name == name);
        Assert.Empty(await WrongAsync(way, Cases(way).ToList()));
    }

    private static IEnumerable<Case> Cases(Way way)
    {
        // Turns with the way, so that in all each spelling and each use goes many ways, and no run is long.
        var turn = Array.FindIndex(s_ways, other => other.Name == way.Name);
        foreach (var spelling in Spelling.All.Where(way.Takes))
        {
            var uses = s_uses.Where(use => new Case(spelling, use, 25, IsOverwritten: false).Fits).ToList();
            var isPlain = spelling.Name == Spelling.Literal.Name || spelling.Name == Spelling.UriLiteral.Name;
            foreach (var use in isPlain ? uses.Where((_, index) => turn == 0 || index % 4 == turn % 4) : [uses[turn++ % uses.Count]])
            {
                var red = new Case(spelling, use, 25, IsOverwritten: false);
                yield return red;
                yield return red with { Port = 587 };
                if (way.Overwritten is not null)
                    yield return red with { IsOverwritten = true };
            }
        }
    }

    /// <summary>Some cases of each way, each as a file of one program.</summary>
    internal static IEnumerable<string> Sample() =>
        s_ways.SelectMany(way => Cases(way).Take(SampleOfEachWay).Select(c => (Way: way, Case: c)))
            .Select((one, index) => Marked(one.Way, one.Case, index).Source);

    /// <summary>The uses of a library's rows that connect with the port that they are given.</summary>
    private static IEnumerable<CatalogUse> Uses(SmtpLibrary library)
    {
        var compilation = Findings.Compile("");
        return library.Clients
            .SelectMany(row => CatalogUse.Of(row, compilation.GetTypeByMetadataName(row.Type)!).Where(use => use.Parameter.Length == 0))
            .Concat(
                library.ConnectMethods.SelectMany(row =>
                    row.Receivers.SelectMany(type => CatalogUse.Of(row, compilation.GetTypeByMetadataName(type)!, isDecided: true))))
            .Concat(
                library.ConnectMethods.SelectMany(row =>
                    row.UndecidedReceivers.SelectMany(type =>
                        CatalogUse.Of(row, compilation.GetTypeByMetadataName(type)!, isDecided: false))))
            .Where(use => use.Rule == "SMTP001");
    }

    /// <summary>The cases whose findings are not those in their markup.</summary>
    private static async Task<List<string>> WrongAsync(Way way, List<Case> cases)
    {
        var marked = cases.Select((c, index) => Marked(way, c, index)).ToList();
        var compilation = Findings.Compile([.. marked.Select(entry => entry.Source)]);
        Assert.Empty(
            compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)
                .Select(d => $"{d.GetMessage(CultureInfo.InvariantCulture)} in {d.Location.SourceTree}").Take(3));

        var findings = (await Findings.OfAsync(compilation)).Where(finding => s_rules.Contains(finding.Id))
            .ToLookup(finding => finding.Location.SourceTree);
        var wrong = new List<string>();
        foreach (var ((c, (source, expected)), tree) in cases.Zip(marked).Zip(compilation.SyntaxTrees))
        {
            var found = findings[tree].Select(finding => new Place(finding.Id, finding.Location.SourceSpan)).ToList();
            if (found.Count != expected.Count
                || !found.TrueForAll(place => expected.Exists(place.Is) || (way.IsAnywhereInside && expected.Exists(place.IsIn))))
                wrong.Add(
                    $"{way.Name} × {c.Spelling.Name} × {c.Use.Title}, {c.Kind}: '{Text(expected)}' wanted, " +
                    $"'{Text(found)}' found in {source}");

            string Text(List<Place> places) =>
                string.Join(", ", places.Select(place => $"{place.Id} {source.Substring(place.Span.Start, place.Span.Length)}"));
        }

        return wrong;
    }

    private static (string Source, List<Place> Expected) Marked(Way way, Case c, int index)
    {
        var members = (c.IsOverwritten ? way.Overwritten! : way.Code)(c);
        var markup = $"using System;\npartial class C#\n{{\n{c.Members}\n{members}\n}}\n{way.Types(c)}\n".Replace(
            "#", index.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        TestFileMarkupParser.GetSpans(markup, out var source, out ImmutableDictionary<string, ImmutableArray<TextSpan>> spans);
        return (source, [.. spans.SelectMany(rule => rule.Value.Select(span => new Place(rule.Key, span)))]);
    }

    private sealed record Place(string Id, TextSpan Span)
    {
        public bool Is(Place other) => this == other;

        public bool IsIn(Place other) => Id == other.Id && other.Span.Contains(Span);
    }
}
