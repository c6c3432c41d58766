using System.Globalization;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Fuzz;

/// <summary>
/// One run over many mutants: their number and the seed come from <c>tests/fuzz</c>, or are those of every test run. The same seed gives
/// the same mutants.
/// </summary>
internal static class FuzzRun
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    public static int Seed => Number("FUZZ_SEED", 2026);

    public static int Count => Number("FUZZ_COUNT", DefaultCount);

    /// <summary>C# files to mutate in place of the tests' sources, and settings files and own APIs in place of the samples.</summary>
    public static string? Folder => Environment.GetEnvironmentVariable("FUZZ_FOLDER") is { Length: > 0 } folder ? folder : null;

    /// <summary>
    /// Whether there are enough mutants to ask that some of them find something: mutants that are all noise would prove nothing.
    /// </summary>
    public static bool IsSample => Folder is null && Count >= DefaultCount;

    private const int DefaultCount = 400;

    /// <summary>
    /// Makes each mutant and tries it. What it throws, or that it does not end, fails the test with the mutant in the message.
    /// </summary>
    /// <param name="mutate">Makes a mutant.</param>
    /// <param name="tryAsync">Tries it.</param>
    /// <param name="fewer">By what the number is divided where a mutant takes long.</param>
    public static async Task EachAsync<T>(Func<Random, T> mutate, Func<T, Task> tryAsync, int fewer = 1)
    {
        var random = new Random(Seed);
        for (var i = 0; i < Count / fewer; i++)
        {
            var mutant = mutate(random);
            try
            {
                await Task.Run(() => tryAsync(mutant)).WaitAsync(s_limit);
            }
            catch (Exception exception)
            {
                var text = mutant?.ToString() ?? "";
                Assert.Fail($"seed {Seed}, mutant {i}: {exception}\n\n{(text.Length > MaxShown ? text[..MaxShown] + "…" : text)}");
            }
        }
    }

    private const int MaxShown = 20_000;

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : otherwise;
}
