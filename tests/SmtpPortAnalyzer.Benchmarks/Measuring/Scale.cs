using System.Globalization;
using SmtpPortAnalyzer.Analyzers;

namespace SmtpPortAnalyzer.Benchmarks.Measuring;

/// <summary>
/// Runs the analyzer over every C# file of many checkouts, one compilation for each, whatever of it binds. An exception in the analyzer
/// ends the run: there must be none.
/// </summary>
internal static class Scale
{
    /// <param name="root">A folder with a folder for each checkout.</param>
    /// <param name="output">Gets a row for each checkout and the sums.</param>
    public static void Print(string root, TextWriter output)
    {
        output.WriteLine("| Checkout | files | lines | compiler alone, s | with all rules, s | added MB | findings |");
        output.WriteLine("|---|--:|--:|--:|--:|--:|--:|");
        var (checkouts, files, lines) = (0, 0, 0L);
        var (alone, together, bytes) = (TimeSpan.Zero, TimeSpan.Zero, 0L);
        foreach (var folder in Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal))
        {
            var code = CodeBase.In(folder);
            if (code.Trees.IsEmpty)
                continue;

            var none = Measured.Build(code.Trees, null, targetsAzure: true, CancellationToken.None);
            var ours = Measured.Build(code.Trees, new SmtpAnalyzer(), targetsAzure: true, CancellationToken.None);
            (checkouts, files, lines) = (checkouts + 1, files + code.Trees.Length, lines + code.LineCount);
            (alone, together, bytes) = (alone + none.Time, together + ours.Time, bytes + ours.Bytes - none.Bytes);
            output.WriteLine(
                Row(Path.GetFileName(folder), code.Trees.Length, code.LineCount, none.Time, ours.Time, ours.Bytes - none.Bytes,
                    ours.Findings));
        }

        var thousands = files / 1000.0;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\n{checkouts:N0} checkouts, {files:N0} files, {lines:N0} lines, no exception. For each thousand files the compiler alone " +
            $"took {alone.TotalSeconds / thousands:N2} s, with the analyzer {together.TotalSeconds / thousands:N2} s and " +
            $"{bytes / 1048576.0 / thousands:N1} MB more."));
    }

    private static string Row(string name, int files, int lines, TimeSpan alone, TimeSpan together, long bytes, int findings) =>
        string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {files:N0} | {lines:N0} | {alone.TotalSeconds:N2} | {together.TotalSeconds:N2} | " +
        $"{bytes / 1048576.0:N1} | {findings:N0} |");
}
