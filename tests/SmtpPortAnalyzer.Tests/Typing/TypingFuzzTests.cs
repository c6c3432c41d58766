using Microsoft.CodeAnalysis.CSharp;
using SmtpPortAnalyzer.Tests.Fuzz;
using SmtpPortAnalyzer.Tests.Robustness.Order;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Typing;

/// <summary>
/// Random edits, one after the other: what is kept gives what a search from scratch gives, after each of them. The seed gives programs and
/// edits; <c>tests/fuzz</c> makes more of them, or edits all files of a folder as one program.
/// </summary>
public class TypingFuzzTests
{
    private const int EditsOfProgram = 25;
    private const int SourcesOfProgram = 3;

    [Fact]
    public void Edits_AreSeen_AsFromScratch()
    {
        var random = new Random(FuzzRun.Seed);
        var sources = FuzzSources.OfTests();
        var (changed, kept, edits) = (0, 0, 0);
        while (edits < FuzzRun.Count)
        {
            var files = FuzzRun.Folder is { } folder
                ? Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                    .Select(File.ReadAllText).ToArray()
                : Shuffle.Program(Enumerable.Range(0, SourcesOfProgram).Select(_ => sources[random.Next(sources.Count)]), random);
            var program = new TypedProgram(files);
            var before = program.Find();
            for (var i = 0; i < EditsOfProgram && edits < FuzzRun.Count; i++, edits++)
            {
                var what = Edit(program, files, random);
                try
                {
                    var after = program.Find(linksFirst: random.Next(2) == 0);
                    changed += after == before ? 0 : 1;
                    kept += program.Followed == 0 ? 1 : 0;
                    before = after;
                }
                catch (Exception exception)
                {
                    Assert.Fail($"seed {FuzzRun.Seed}, edit {edits}: {what}\n{exception}");
                }
            }
        }

        Assert.True(!FuzzRun.IsSample || (changed > FuzzRun.Count / 20 && kept > FuzzRun.Count / 20), $"{changed} changed, {kept} kept");
    }

    private static string Edit(TypedProgram program, string[] files, Random random)
    {
        var file = random.Next(program.Compilation.SyntaxTrees.Length);
        var tree = program[file];
        switch (random.Next(40))
        {
            case 0:
                program.Edit(file, files[random.Next(files.Length)]);
                break;
            case 1 when program.Compilation.SyntaxTrees.Length > 1:
                program.Change(compilation => compilation.RemoveSyntaxTrees(tree));
                break;
            case 2:
                program.Change(compilation => compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(
                    files[random.Next(files.Length)], (CSharpParseOptions)tree.Options, $"/{random.Next()}.cs")));
                break;
            case 3:
                program.Change(compilation => compilation.ReplaceSyntaxTree(tree, tree.WithFilePath($"/{random.Next()}.cs")));
                break;
            default:
                program.Edit(file, TypingEdits.Edit(tree.ToString(), random));
                break;
        }

        return $"{tree.FilePath}\n{string.Join("\n----\n", program.Compilation.SyntaxTrees.Select(now => now.ToString()))}";
    }
}
