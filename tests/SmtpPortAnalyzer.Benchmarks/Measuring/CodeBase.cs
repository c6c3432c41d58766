using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Benchmarks.Sources;

namespace SmtpPortAnalyzer.Benchmarks.Measuring;

/// <summary>A program that analyzers are compared on.</summary>
internal sealed record CodeBase(string Name, bool TargetsAzure, ImmutableArray<SyntaxTree> Trees)
{
    private const int Lines = 200_000;

    public static readonly string[] Names = ["no mail code", "mail code in one file of fifty", "mail code, not for Azure"];

    public static CodeBase Of(string name) => Array.IndexOf(Names, name) switch
    {
        0 => new(name, TargetsAzure: true, Programs.Parse(PlainCode.Files(Lines))),
        1 => new(name, TargetsAzure: true, Programs.Parse(MailCode.Files(Lines))),
        2 => new(name, TargetsAzure: false, Programs.Parse(MailCode.Files(Lines))),
        _ => throw new ArgumentException($"No code base '{name}'.", nameof(name)),
    };

    /// <summary>Each C# file under a folder that is not an output of a build.</summary>
    public static CodeBase In(string folder) => new(folder, TargetsAzure: true, Programs.Parse(Directory
        .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
        .Order(StringComparer.Ordinal)
        .Select(File.ReadAllText)));

    public int LineCount => Trees.Sum(tree => tree.GetText().Lines.Count);
}
