using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Guards;

/// <summary>The rules of the house that a compiler does not know: how long, how wide and where a file is, and how it speaks.</summary>
public class SourceGuards
{
    /// <summary>A file that does not fit into a few screens does more than one thing.</summary>
    private const int MaxLines = 300;

    /// <summary>The <c>max_line_length</c> of <c>.editorconfig</c>, which no tool enforces.</summary>
    private const int MaxColumns = 140;

    /// <summary>A folder that nobody takes in at a glance is more than one room.</summary>
    private const int MaxFiles = 25;

    /// <summary>One file for each library is the point of this folder.</summary>
    private const string Libraries = "src/SmtpPortAnalyzer/Catalog/Libraries";

    /// <summary>Sources whose lines end with what is expected of them.</summary>
    private const string Marked = "tests/compare-s5332/cases/";

    private static readonly ILookup<string, string> s_sourcesByFolder =
        Repository.Files("src", "*.cs").ToLookup(file => Path.GetDirectoryName(file)!.Replace('\\', '/'));

    /// <summary>Comments say what and why in plain present tense, and do not speak of persons who do or do not do something.</summary>
    private static readonly Regex s_riddle = new(@"\b(nobody|somebody|whoever|is no word|is none of ours)\b", RegexOptions.IgnoreCase);

    public static TheoryData<string> Sources => [.. Repository.Files("src", "*.cs")];

    [Fact]
    public void SourceFiles_AreShort() =>
        Assert.All(Repository.Files("src", "*.cs"), file => Assert.InRange(Lines(file), 0, MaxLines));

    [Fact]
    public void Lines_AreNarrow()
    {
        var wide = new[] { "src", "tests" }.SelectMany(folder => Repository.Files(folder, "*.cs"))
            .Where(file => !file.StartsWith(Marked, StringComparison.Ordinal)).SelectMany(WideLines).ToList();
        Assert.Empty(wide);
    }

    [Fact]
    public void MaxColumns_IsWhatTheEditorKnows() => Assert.Contains($"max_line_length = {MaxColumns}", Repository.Lines(".editorconfig"));

    [Fact]
    public void Folders_AreRooms() => Assert.All(
        s_sourcesByFolder.Where(folder => folder.Key != Libraries), folder => Assert.InRange(folder.Count(), 1, MaxFiles));

    [Fact]
    public void Namespaces_AreFolders() => Assert.All(
        s_sourcesByFolder.SelectMany(folder => folder.Select(file => (Folder: folder.Key, File: file))),
        source => Assert.All(
            Root(source.File).DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().Where(space => IsOurs(space.Name.ToString())),
            space => Assert.Equal(source.Folder["src/".Length..].Replace('/', '.'), space.Name.ToString())));

    /// <summary>Who opens a folder reads first what the room knows, and what it must not know.</summary>
    [Fact]
    public void Folders_SayWhatTheyKnow() => Assert.All(s_sourcesByFolder, folder =>
    {
        var page = Repository.Lines(folder.Key + "/README.md");
        Assert.Equal("# " + folder.Key.Split('/')[^1], page[0]);
        Assert.Contains(page, line => line.StartsWith("- Knows: ", StringComparison.Ordinal));
        Assert.Contains(page, line => line.StartsWith("- Does not know: ", StringComparison.Ordinal));
    });

    /// <summary>A type that needs two files has two jobs.</summary>
    [Theory]
    [MemberData(nameof(Sources))]
    public void Types_AreWhole(string file) => Assert.DoesNotContain(
        Root(file).DescendantNodes().OfType<TypeDeclarationSyntax>(), type => type.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary><c>PortTrace.Of(x)</c> says nothing at the call: a factory's name says what it makes.</summary>
    [Theory]
    [MemberData(nameof(Sources))]
    public void Factories_SayWhatTheyMake(string file) => Assert.DoesNotContain(
        Root(file).DescendantNodes().OfType<MethodDeclarationSyntax>(),
        method => method.Modifiers.Any(SyntaxKind.StaticKeyword) && method.Identifier.ValueText is "Of" or "OfAsync");

    [Theory]
    [MemberData(nameof(Sources))]
    public void TokensForCancellation_HaveOneName(string file) => Assert.All(
        Root(file).DescendantNodes().OfType<ParameterSyntax>().Where(parameter => parameter.Type?.ToString() == nameof(CancellationToken)),
        parameter => Assert.Equal("cancellationToken", parameter.Identifier.ValueText));

    [Theory]
    [MemberData(nameof(Sources))]
    public void Comments_ArePlain(string file) => Assert.DoesNotContain(
        Root(file).DescendantTrivia().Where(trivia => IsComment(trivia)), comment => s_riddle.IsMatch(comment.ToFullString()));

    private static int Lines(string file) => Repository.Read(file).Count(c => c == '\n');

    private static SyntaxNode Root(string file) => CSharpSyntaxTree.ParseText(Repository.Read(file)).GetRoot();

    private static bool IsOurs(string name) => name.StartsWith(nameof(SmtpPortAnalyzer), StringComparison.Ordinal);

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is
        SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia;

    private static IEnumerable<string> WideLines(string file)
    {
        var text = SourceText.From(Repository.Read(file));
        var wide = text.Lines.Where(line => line.Span.Length > MaxColumns).ToList();
        if (wide.Count == 0)
            return [];

        var root = Root(file);
        return wide.Where(line => !IsInsideText(root, line)).Select(line => $"{file}({line.LineNumber + 1})");
    }

    /// <summary>A line of a text of several lines is data: where it ends is what the text says.</summary>
    private static bool IsInsideText(SyntaxNode root, TextLine line) => root.FindToken(line.Start).Parent!.AncestorsAndSelf()
        .Any(node =>
            node is InterpolatedStringExpressionSyntax or LiteralExpressionSyntax && node.SpanStart < line.Start
                && node.Span.End > line.Start);
}
