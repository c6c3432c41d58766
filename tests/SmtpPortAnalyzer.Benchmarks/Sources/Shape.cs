namespace SmtpPortAnalyzer.Benchmarks.Sources;

/// <summary>
/// One way in which a program may be large. The sizes of a shape hold the same number of <paramref name="Unit"/>s in all, divided into fewer and larger
/// pieces, so that what a run costs for itself is the same at each size and the growth shows.
/// </summary>
/// <param name="Name">What a table calls it.</param>
/// <param name="Unit">What its cost is counted by: a statement, a call, a type.</param>
/// <param name="Sizes">Ascending; the first is what the others are compared with.</param>
/// <param name="Source">The files of the program of a size.</param>
/// <param name="Count">How many units the program of a size holds.</param>
internal sealed record Shape(string Name, string Unit, int[] Sizes, Func<int, IEnumerable<string>> Source, Func<int, int> Count);
