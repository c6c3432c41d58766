using System.Text.Json;
using System.Text.RegularExpressions;

namespace SmtpPortAnalyzer.PackageTests;

/// <summary>A finding of the package: the rule, and the exact text of the code that it marks.</summary>
internal sealed record Finding(string Id, string File, int Line, string Text)
{
    private static readonly string[] s_extensions = [".cs", ".json", ".config", ".razor", ".cshtml"];

    /// <summary>
    /// What the files of a project expect: <c>// expect: SMTP001 25</c> at the end of the line, or a comment of XML with the same words.
    /// </summary>
    public static IEnumerable<Finding> Expected(string projectFolder) =>
        from file in Directory.EnumerateFiles(projectFolder, "*", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(projectFolder, file)
        where s_extensions.Contains(Path.GetExtension(name)) && !name.StartsWith("obj", StringComparison.Ordinal)
            && !name.StartsWith("bin", StringComparison.Ordinal)
        from line in System.IO.File.ReadLines(file).Select((text, index) => (text, number: index + 1))
        let marker = Regex.Match(line.text, @"(?://|<!--) expect: (SMTP\d{3}) (.+?)(?: -->)?$")
        where marker.Success
        select new Finding(marker.Groups[1].Value, name, line.number, marker.Groups[2].Value);

    /// <summary>What a compiler's log (SARIF 2.1) holds of this package.</summary>
    public static IEnumerable<Finding> Reported(CompilerLog log, string projectFolder) =>
        from result in log.Results
        where result.Id.StartsWith("SMTP", StringComparison.Ordinal)
        select new Finding(
            result.Id, Path.GetRelativePath(projectFolder, result.File), result.Region.StartLine, result.Region.TextIn(result.File));
}

/// <summary>A compiler's log of one project and framework.</summary>
internal sealed class CompilerLog
{
    private CompilerLog(IReadOnlyList<Rule> rules, IReadOnlyList<Result> results) => (Rules, Results) = (rules, results);

    public IReadOnlyList<Rule> Rules { get; }

    public IReadOnlyList<Result> Results { get; }

    public static CompilerLog Read(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return new(
            [.. from run in json.RootElement.GetProperty("runs").EnumerateArray()
                from rule in run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()
                select ReadRule(rule)],
            [.. from run in json.RootElement.GetProperty("runs").EnumerateArray()
                from result in run.GetProperty("results").EnumerateArray()
                select ReadResult(result)]);
    }

    private static Rule ReadRule(JsonElement rule) => new(
        rule.GetProperty("id").GetString()!,
        rule.TryGetProperty("defaultConfiguration", out var configuration) && configuration.TryGetProperty("level", out var level)
            ? level.GetString()!
            : "warning",
        rule.TryGetProperty("helpUri", out var help) ? help.GetString()! : "");

    private static Result ReadResult(JsonElement result)
    {
        var id = result.GetProperty("ruleId").GetString()!;
        var level = result.GetProperty("level").GetString()!;
        var message = result.GetProperty("message").GetProperty("text").GetString()!;
        if (!result.TryGetProperty("locations", out var locations))
            return new(id, level, message, "", default);

        var place = locations[0].GetProperty("physicalLocation");
        var region = place.GetProperty("region");
        return new(
            id, level, message,
            new Uri(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!).LocalPath,
            new(Number("startLine"), Number("startColumn"), Number("endLine"), Number("endColumn")));

        int Number(string name) => region.GetProperty(name).GetInt32();
    }

    /// <summary>SARIF's level where a rule says none is a warning.</summary>
    internal sealed record Rule(string Id, string Level, string HelpUri);

    internal sealed record Result(string Id, string Level, string Message, string File, Region Region);

    internal readonly record struct Region(int StartLine, int StartColumn, int EndLine, int EndColumn)
    {
        public string TextIn(string file)
        {
            var lines = File.ReadAllLines(file)[(StartLine - 1)..EndLine];
            lines[^1] = lines[^1][..(EndColumn - 1)];
            lines[0] = lines[0][(StartColumn - 1)..];
            return string.Join('\n', lines);
        }
    }
}
