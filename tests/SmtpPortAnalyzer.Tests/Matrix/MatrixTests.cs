using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Tests.Guards;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Matrix;

/// <summary>
/// {spelling of the value} × {way it travels} × {use of a row of the catalogue}: red with 25, silent with 587, silent where 587 overwrites the 25 on every path.
/// Each spelling goes each way to one use of each library, and the plain spelling to every use of every row: what a use makes of a port does not depend on how it is spelled.
/// </summary>
public class MatrixTests
{
    private static readonly ImmutableArray<CatalogUse> s_uses = [.. SmtpCatalog.Libraries.SelectMany(Uses)];

    public static TheoryData<string> Ways => [.. Way.All.Select(way => way.Name)];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Port_GoingThisWay_ReportsOnly25(string name)
    {
        var way = Way.All.Single(way => way.Name == name);
        var cases = Cases(way).ToList();
        var wrong = await WrongAsync(way, cases);
        var gaps = KnownGaps.All.Where(gap => gap.Way == name).ToList();

        File.AppendAllLines("/tmp/bench-matrix.txt", wrong.Select(e => e.Text).Prepend($"== {name}: {cases.Count} cases, {wrong.Count} wrong"));
        Assert.Empty(wrong.Where(entry => !gaps.Exists(gap => gap.Covers(name, entry.Case))).Select(entry => entry.Text));
        Assert.All(gaps, gap => Assert.True(wrong.Exists(entry => gap.Covers(name, entry.Case)), $"closed, so take it off the list: {gap}"));
    }

    [Fact]
    public void KnownGaps_NameWaysThatExist() => Assert.Empty(KnownGaps.All.Select(gap => gap.Way).Except(Way.All.Select(way => way.Name)));

    private static IEnumerable<Case> Cases(Way way)
    {
        foreach (var spelling in Spelling.All.Where(way.Takes))
        {
            var isPlain = spelling.Name == Spelling.Literal.Name || spelling.Name == Spelling.UriLiteral.Name;
            foreach (var use in isPlain ? s_uses : FirstOfEachLibrary(spelling))
            {
                var red = new Case(spelling, use, 25, IsOverwritten: false);
                if (!red.Fits)
                    continue;

                yield return red;
                yield return red with { Port = 587 };
                if (way.Overwritten is not null)
                    yield return red with { IsOverwritten = true };
            }
        }
    }

    private static IEnumerable<CatalogUse> FirstOfEachLibrary(Spelling spelling) => SmtpCatalog.Libraries
        .Select(library => Uses(library).FirstOrDefault(use => new Case(spelling, use, 25, IsOverwritten: false).Fits))
        .OfType<CatalogUse>();

    /// <summary>The uses of a library's rows that connect with the port that they are given.</summary>
    private static IEnumerable<CatalogUse> Uses(SmtpLibrary library)
    {
        var compilation = Findings.Compile("");
        return library.Clients.SelectMany(row => CatalogUse.Of(row, compilation.GetTypeByMetadataName(row.Type)!).Where(use => use.Parameter.Length == 0))
            .Concat(library.ConnectMethods.SelectMany(row => row.Receivers.SelectMany(type => CatalogUse.Of(row, compilation.GetTypeByMetadataName(type)!, isDecided: true))))
            .Concat(library.ConnectMethods.SelectMany(row => row.UndecidedReceivers.SelectMany(type => CatalogUse.Of(row, compilation.GetTypeByMetadataName(type)!, isDecided: false))))
            .Where(use => use.Rule == "SMTP001");
    }

    /// <summary>The cases whose findings are not those in their markup.</summary>
    private static async Task<List<(Case Case, string Text)>> WrongAsync(Way way, List<Case> cases)
    {
        var sources = new List<string>();
        var expected = new List<string>();
        foreach (var (c, index) in cases.Select((c, index) => (c, index)))
        {
            var members = (c.IsOverwritten ? way.Overwritten! : way.Code)(c);
            var markup = $"using System; partial class C# {{ {c.Members} {members} }} {way.Types(c)}".Replace("#", index.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            TestFileMarkupParser.GetSpans(markup, out var source, out ImmutableDictionary<string, ImmutableArray<TextSpan>> spans);
            sources.Add(source);
            expected.Add(string.Join(" ", spans.SelectMany(rule => rule.Value.Select(span => $"{rule.Key}[{source.Substring(span.Start, span.Length)}]@{span.Start}")).Order(StringComparer.Ordinal)));
        }

        var compilation = Findings.Compile([.. sources]);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => $"{diagnostic.GetMessage(CultureInfo.InvariantCulture)} in {diagnostic.Location.SourceTree}").Take(3));
        var found = (await Findings.OfAsync(compilation)).ToLookup(finding => finding.Location.SourceTree);
        var wrong = new List<(Case, string)>();
        foreach (var ((c, tree), source, wanted) in cases.Zip(compilation.SyntaxTrees).Zip(sources, expected))
        {
            var actual = string.Join(" ", found[tree].Select(finding => finding.Location.SourceSpan is var span ? $"{finding.Id}[{source.Substring(span.Start, span.Length)}]@{span.Start}" : "").Order(StringComparer.Ordinal));
            if (actual != wanted)
                wrong.Add((c, $"{way.Name} × {c.Spelling.Name} × {c.Use.Title}, {c.Kind}: '{wanted}' wanted, '{actual}' found in {source}"));
        }

        return wrong;
    }
}
