using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SmtpPortAnalyzer.Tests.Fuzz;
using SmtpPortAnalyzer.Tests.Matrix;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Robustness.Order;

/// <summary>
/// The sources of the other tests in another order that means the same have the same findings: the same rules at the same texts. The seed
/// is fixed; each source is shuffled in one way, and all sources together in many.
/// </summary>
public class ShuffleTests
{
    private const int Seed = 16;

    /// <summary>How many sources of a part must have something to exchange: sources that stay as they are would prove nothing.</summary>
    private const int MinShuffled = 30;

    /// <summary>Parts of the sources, so that they run side by side.</summary>
    private const int Parts = 4;

    private static readonly CSharpCompilation s_empty = Findings.Compile("").RemoveAllSyntaxTrees();
    private static readonly Lazy<string[]> s_sources =
        new(() => [.. FuzzSources.OfTests().Concat(FuzzSources.AsFiles(TheorySources.All())).Distinct()]);

    public static TheoryData<int> AllParts => [.. Enumerable.Range(0, Parts)];

    [Theory]
    [MemberData(nameof(AllParts))]
    public async Task SourcesOfTests_InAnotherOrder_HaveTheSameFindings(int part)
    {
        var (shuffled, findings, wrong) = (0, 0, new List<string>());
        for (var i = part; i < s_sources.Value.Length; i += Parts)
        {
            var source = s_sources.Value[i];
            var other = Shuffle.Program([source], new Random(Seed + i));
            var isSame = other.Length == 1 && other[0] == source;
            if (isSame || await FoundAsync([source]) is not { } found || await FoundAsync(other) is not { } foundThere)
                continue;

            shuffled++;
            findings += found.Count;
            if (!found.SequenceEqual(foundThere))
                wrong.Add($"{Text(found)} became {Text(foundThere)}:\n{source}\n-----\n{string.Join("\n-----\n", other)}");
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {shuffled}\n\n{string.Join("\n==========\n", wrong)}");
        Assert.True(shuffled > MinShuffled && findings > MinShuffled, $"{shuffled} sources, {findings} findings");
    }

    /// <summary>A program of many files, each with a case of the matrix, so that much is found together.</summary>
    [Fact]
    public async Task Matrix_InAnotherOrder_HasTheSameFindings()
    {
        var sources = MatrixTests.Sample().ToList();
        var found = await FoundAsync([.. sources]);
        var foundThere = await FoundAsync(Shuffle.Program(sources, new Random(Seed)));
        Assert.NotNull(found);
        Assert.True(found.Count > 100, $"{found.Count} findings");
        Assert.Equal(found, foundThere);
    }

    /// <summary>Rules and texts of the findings; null where the sources do not compile.</summary>
    private static async Task<List<string>?> FoundAsync(string[] sources)
    {
        var compilation = s_empty.AddSyntaxTrees(sources.Select((source, index) =>
            CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest), $"/{index}.cs")));
        if (compilation.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            return null;

        var found = await Findings.OfAsync(compilation);
        return [.. found.Select(finding => $"{finding.Id} {Words(finding)}").Order(StringComparer.Ordinal)];
    }

    /// <summary>The words of the text, since arms may be exchanged and conditions negated in it.</summary>
    private static string Words(Diagnostic finding) => string.Join(" ", SyntaxFactory
        .ParseTokens(finding.Location.SourceTree!.GetText().ToString(finding.Location.SourceSpan))
        .Select(token => token.Text)
        .Where(text => text is not ("" or "!" or "(" or ")"))
        .Order(StringComparer.Ordinal));

    private static string Text(List<string> found) => "[" + string.Join("; ", found) + "]";
}
