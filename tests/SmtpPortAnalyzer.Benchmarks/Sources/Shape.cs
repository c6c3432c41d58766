namespace SmtpPortAnalyzer.Benchmarks.Sources;

/// <summary>
/// One way in which a program may be large: pieces of a size, such as methods of 1,000 statements. Sizes are compared on programs of the
/// same
/// <paramref name="Total"/>, cut into fewer and larger pieces, so that what a run costs for itself is the same at each size and the growth
/// shows.
/// </summary>
/// <param name="Name">What a table calls it.</param>
/// <param name="Unit">What its cost is counted by: a statement, a call, a type.</param>
/// <param name="Sizes">Ascending; the first is what the others are compared with.</param>
/// <param name="Total">How many units a program holds in all; null where the sizes are whole programs.</param>
/// <param name="Source">The files of a program with so many pieces of a size.</param>
internal sealed record Shape(string Name, string Unit, int[] Sizes, int? Total, Func<int, int, IEnumerable<string>> Source);
