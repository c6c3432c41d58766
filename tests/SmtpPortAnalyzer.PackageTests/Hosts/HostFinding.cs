using System.Globalization;
using System.Text.RegularExpressions;

namespace SmtpPortAnalyzer.PackageTests.Hosts;

/// <summary>A finding as a host shows it: the file's name, line and column counted from one, and the rule.</summary>
internal sealed record HostFinding(string File, int Line, int Column, string Id) : IComparable<HostFinding>
{
    private static readonly Regex s_line = new(@"^\s*(?<path>[^(]+)\((?<line>\d+),(?<column>\d+)[^)]*\): \w+ (?<id>SMTP\d+|AD0001): ");

    /// <summary>The findings in what a build or another command prints, each once.</summary>
    public static IReadOnlyList<HostFinding> In(string output) =>
        [.. output.Split('\n').Select(line => s_line.Match(line)).Where(match => match.Success)
            .Select(match => new HostFinding(
                Path.GetFileName(match.Groups["path"].Value.Replace('\\', '/')), Number(match, "line"), Number(match, "column"),
                match.Groups["id"].Value))
            .Distinct().Order()];

    /// <summary>The findings of a compiler's log, those of level <c>note</c> too, which a build does not print.</summary>
    public static IReadOnlyList<HostFinding> In(CompilerLog log) =>
        [.. log.Results.Where(r => r.Id.StartsWith("SMTP", StringComparison.Ordinal) || r.Id == "AD0001")
            .Select(r => new HostFinding(Path.GetFileName(r.File), r.Region.StartLine, r.Region.StartColumn, r.Id))
            .Distinct().Order()];

    public int CompareTo(HostFinding? other) => other is null
        ? 1
        : (string.CompareOrdinal(File, other.File), Line, Column, string.CompareOrdinal(Id, other.Id))
            .CompareTo((0, other.Line, other.Column, 0));

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
}
