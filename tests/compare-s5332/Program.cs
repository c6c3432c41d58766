using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.Benchmarks.Analyzers;

// Comparison cases FOLDER: a Markdown table of the marked lines, and what each of the two finds there.
// Comparison count FOLDER…: each folder in a folder as one compilation; counts, and on standard error the places that only one of them
// reports.
switch (args)
{
    case ["cases", var folder]:
        await PrintCasesAsync(folder);
        return 0;
    case ["count", .. { Length: > 0 } folders]:
        await CountAsync(folders);
        return 0;
    default:
        Console.Error.WriteLine("cases FOLDER | count FOLDER…");
        return 2;
}

static async Task PrintCasesAsync(string folder)
{
    var compilation = Compile(Directory.EnumerateFiles(folder, "*.cs"));
    foreach (var error in compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        throw new InvalidOperationException(error.ToString());

    var (ours, peer) = (await OursAsync(compilation), await PeerAsync(compilation));
    var tally = new Dictionary<string, int>();
    void Count(string key) => tally[key] = tally.GetValueOrDefault(key) + 1;

    Console.WriteLine($"| Code | SmtpPortAnalyzer | {Peer.Rule} |");
    Console.WriteLine("|---|---|---|");
    foreach (var tree in compilation.SyntaxTrees)
    {
        foreach (var line in tree.GetText().Lines)
        {
            if (Regex.Match(line.ToString(), "// (wrong|right): (.*)$") is not { Success: true } mark)
                continue;

            var isWrong = mark.Groups[1].Value == "wrong";
            var (own, other) = (On(ours, tree, line.LineNumber), On(peer, tree, line.LineNumber));
            Count((isWrong ? "wrong" : "right") + ", total");
            if (own.Length > 0)
                Count((isWrong ? "wrong" : "right") + ", ours");
            if (other.Length > 0)
                Count((isWrong ? "wrong" : "right") + ", peer");
            Console.WriteLine(
                $"| {(isWrong ? "" : "right: ")}{mark.Groups[2].Value} | " +
                $"{Verdict(own, mark.Groups[2].Value.EndsWith("(not mail)", StringComparison.Ordinal))} | " +
                $"{Verdict(other, isOther: false)} |");

            string Verdict(string[] ids, bool isOther) =>
                ids.Length == 0
                    ? (isOther ? "not its subject" : isWrong ? "missed" : "silent")
                    : (isWrong ? "" : "**wrong:** ") + string.Join(", ", ids);
        }
    }

    Console.WriteLine();
    Console.WriteLine("| | Lines | SmtpPortAnalyzer reports | " + Peer.Rule + " reports |");
    Console.WriteLine("|---|---|---|---|");
    foreach (var kind in new[] { "wrong", "right" })
        Console.WriteLine(
            $"| {kind} | {tally[kind + ", total"]} | {tally.GetValueOrDefault(kind + ", ours")} | " +
            $"{tally.GetValueOrDefault(kind + ", peer")} |");
}

static async Task CountAsync(string[] folders)
{
    int files = 0, programs = 0, oursAll = 0, peerMail = 0, peerOther = 0, both = 0;
    var byRule = new SortedDictionary<string, int>(StringComparer.Ordinal);
    foreach (var folder in folders.SelectMany(folder => Directory.EnumerateDirectories(folder)).Order(StringComparer.Ordinal))
    {
        var sources = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).ToList();
        var mail = sources.Where(path => Regex.IsMatch(File.ReadAllText(path), "Smtp|MailKit", RegexOptions.CultureInvariant)).ToList();
        if (mail.Count == 0)
            continue;

        // The files that speak of mail: the peer looks at one file at a time, and so does the count.
        programs++;
        files += mail.Count;
        var compilation = Compile(mail).AddSyntaxTrees(CSharpSyntaxTree.ParseText(GlobalUsings));
        var (ours, peer) = (await OursAsync(compilation), await PeerAsync(compilation));
        var ofMail = peer.Where(finding => finding.GetMessage(CultureInfo.InvariantCulture).Contains("EnableSsl", StringComparison.Ordinal))
            .ToList();
        peerMail += ofMail.Count;
        peerOther += peer.Length - ofMail.Count;
        oursAll += ours.Length;
        foreach (var finding in ours)
            byRule[finding.Id] = byRule.GetValueOrDefault(finding.Id) + 1;
        foreach (var finding in ofMail)
        {
            var isShared = On(ours, finding.Location.SourceTree!, finding.Location.GetLineSpan().StartLinePosition.Line).Length > 0;
            both += isShared ? 1 : 0;
            if (!isShared)
                Console.Error.WriteLine($"peer only: {Place(finding)}");
        }

        foreach (var finding in ours.Where(finding =>
            On([.. ofMail], finding.Location.SourceTree!, finding.Location.GetLineSpan().StartLinePosition.Line).Length == 0))
            Console.Error.WriteLine($"ours only: {finding.Id} {Place(finding)}");
    }

    Console.WriteLine(
        "| Programs with mail code | Files | SmtpPortAnalyzer | " + Peer.Rule + " about mail | on the same line | " + Peer.Rule
            + " about other protocols |");
    Console.WriteLine("|---|---|---|---|---|---|");
    Console.WriteLine(
        $"| {programs} | {files} | {oursAll} ({string.Join(", ", byRule.Select(rule => rule.Key + ": " + rule.Value))}) | " +
        $"{peerMail} | {both} | {peerOther} |");
}

static string[] On(ImmutableArray<Diagnostic> findings, SyntaxTree tree, int line) => [.. findings
    .Where(finding => finding.Location.SourceTree == tree && finding.Location.GetLineSpan().StartLinePosition.Line == line)
    .Select(finding => finding.Id).Distinct().Order(StringComparer.Ordinal)];

static string Place(Diagnostic finding) =>
    $"{finding.Location.SourceTree!.FilePath}({finding.Location.GetLineSpan().StartLinePosition.Line + 1})";

static CSharpCompilation Compile(IEnumerable<string> files) => CSharpCompilation.Create(
    "Compared",
    files.Order(StringComparer.Ordinal).Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), path: path)),
    ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(path => path.EndsWith(".dll", StringComparison.Ordinal))
        .Where(path =>
            !Path.GetFileName(path).StartsWith("SmtpPortAnalyzer", StringComparison.Ordinal)
                && !Path.GetFileName(path).StartsWith("Comparison", StringComparison.Ordinal))
        .Select(path => MetadataReference.CreateFromFile(path)),
    new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

static Task<ImmutableArray<Diagnostic>> OursAsync(Compilation compilation) => RunAsync(compilation, new SmtpAnalyzer());

static Task<ImmutableArray<Diagnostic>> PeerAsync(Compilation compilation) => RunAsync(compilation, Peer.Load());

static async Task<ImmutableArray<Diagnostic>> RunAsync(Compilation compilation, DiagnosticAnalyzer analyzer)
{
    var options = new CompilationWithAnalyzersOptions(
        new AnalyzerOptions([], new Azure()), (exception, _, _) => throw new InvalidOperationException(analyzer.GetType().Name, exception),
        concurrentAnalysis: false, logAnalyzerExecutionTime: false);
    var all = analyzer.SupportedDiagnostics.ToImmutableDictionary(rule => rule.Id, _ => ReportDiagnostic.Warn);
    var switched = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(all));
    var found = await new CompilationWithAnalyzers(switched, [analyzer], options).GetAnalyzerDiagnosticsAsync();
    return [.. found.Where(finding => finding.Location.IsInSource)];
}

internal static partial class Program
{
    /// <summary>Those of the SDK, which projects of today count on.</summary>
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;
}

/// <summary>The programs are taken to run in Azure.</summary>
internal sealed class Azure : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options();

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Options : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
            (value = key == "build_property.SmtpPortAnalyzerTargetsAzure" ? "true" : null) is not null;
    }
}
