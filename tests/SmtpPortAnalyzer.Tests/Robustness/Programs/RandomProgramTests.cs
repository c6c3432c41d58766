using System.Text;
using SmtpPortAnalyzer.Tests.Fuzz;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Robustness.Programs;

/// <summary>
/// Random programs, each run on all of its ways with a client that writes down where it connects to: nothing is found in one that never
/// connects to port 25 of another machine, and something in nearly each that does. <c>FUZZ_COUNT</c> and <c>FUZZ_SEED</c> make more of
/// them.
/// </summary>
public class RandomProgramTests
{
    /// <summary>Programs in one compilation.</summary>
    private const int Together = 50;

    /// <summary>The share of programs on port 25 in which something is found at least: what is not proved is silent.</summary>
    private const double Found = 0.5;

    /// <summary>
    /// The share with a wrong finding at most: kept settings are taken to have their type's default host as well.
    /// </summary>
    private const double Wrong = 0.025;

    [Fact]
    public async Task Programs_ThatNeverUsePort25_HaveHardlyAFinding()
    {
        var (wrong, missed, blocked) = (new List<string>(), new List<string>(), 0);
        for (var first = 0; first < FuzzRun.Count; first += Together)
        {
            var sources = Enumerable.Range(first, Together)
                .Select(number => RandomProgram.Write(number, new Random(FuzzRun.Seed * 100_003 + number)))
                .ToList();
            var truths = ProgramRun.Truth(string.Concat(sources), first, Together);
            var found = await FoundAsync(sources);
            for (var i = 0; i < Together; i++)
            {
                var isBlocked = truths[i]
                    .Any(sent => sent.EndsWith(":25", StringComparison.Ordinal) && !sent.StartsWith("localhost", StringComparison.Ordinal));
                blocked += isBlocked ? 1 : 0;
                var text =
                    $"seed {FuzzRun.Seed}, program {first + i}: {string.Join(", ", truths[i])}; found " +
                    $"{string.Join(", ", found[i])}\n{sources[i]}";
                if (!isBlocked && found[i].Count > 0)
                    wrong.Add(text);
                else if (isBlocked && found[i].Count == 0)
                    missed.Add(text);
            }
        }

        Assert.True(wrong.Count <= FuzzRun.Count * Wrong, $"{wrong.Count} wrong\n\n{string.Join("\n", wrong)}");
        Assert.True(blocked > FuzzRun.Count / 10, $"only {blocked} programs use port 25");
        Assert.True(missed.Count <= blocked * (1 - Found), $"{missed.Count} of {blocked} missed\n\n{string.Join("\n", missed)}");
    }

    /// <summary>What is found in each of the programs.</summary>
    private static async Task<List<List<string>>> FoundAsync(List<string> sources)
    {
        var starts = new List<int>();
        var whole = new StringBuilder(ProgramRun.RealUsings);
        foreach (var source in sources)
        {
            starts.Add(whole.Length);
            whole.Append(source);
        }

        var found = sources.Select(_ => new List<string>()).ToList();
        foreach (var diagnostic in await Findings.OfAsync(whole.ToString()))
        {
            var index = starts.FindLastIndex(start => start <= diagnostic.Location.SourceSpan.Start);
            if (diagnostic.Id is "SMTP001" or "SMTP002" or "SMTP003")
                found[index]
                    .Add(diagnostic.Id + " " + whole.ToString(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
        }

        return found;
    }
}
