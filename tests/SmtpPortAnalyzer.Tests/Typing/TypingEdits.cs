using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Tests.Fuzz;

namespace SmtpPortAnalyzer.Tests.Typing;

/// <summary>
/// Edits a file as typing does: mostly inside of a body, sometimes a declaration, sometimes so that it is broken. The same random numbers
/// give the same edits.
/// </summary>
internal static class TypingEdits
{
    private static readonly string[] s_ports = ["25", "587", "465", "2525", "0x19", "1025"];

    private static readonly string[] s_statements =
    [
        ";", "/* a note */", "new SmtpClient(\"smtp.contoso.com\", 25).Send(null);", "var typed = new TcpClient(\"mail.contoso.com\", 25);",
        "int port = 25;", "return;", "if (true) { }", "System.Console.WriteLine(25);", "// SmtpClient\n", "client.EnableSsl = true;",
    ];

    private static readonly string[] s_members =
    [
        "public int Typed { get; set; } = 25;", "static int Port() => 25;", "void Typed() { }", "const int Number = 25;",
        "class Nested { }",
        "private int _typed = 587;",
    ];

    public static string Edit(string source, Random random)
    {
        var root = CSharpSyntaxTree.ParseText(source).GetRoot();
        return random.Next(14) switch
        {
            0 or 1 => Insert(source, Places(root.DescendantNodes().OfType<BlockSyntax>().Select(block => block.OpenBraceToken.Span.End)),
                s_statements, random),
            2 => OfNodes<StatementSyntax>(random, (start, length) => source.Remove(start, length)),
            3 => OfNodes<StatementSyntax>(random, (start, length) => source.Insert(start + length, source.Substring(start, length))),
            4 or 5 => OfNodes<LiteralExpressionSyntax>(random, (start, length) =>
                source.Remove(start, length)
                    .Insert(start, source[start] == '"' ? "\"smtp.contoso.com\"" : s_ports[random.Next(s_ports.Length)])),
            6 => Renamed(source, root, random),
            7 => Insert(source, Places(root.DescendantNodes().OfType<TypeDeclarationSyntax>().Select(type => type.OpenBraceToken.Span.End)
                .Where(end => end > 0)), s_members, random),
            8 => OfNodes<MemberDeclarationSyntax>(random, (start, length) => source.Remove(start, length)),
            9 => random.Next(2) == 0 ? "using System.Net;\n" + source : source + "\n// typed",
            10 => OfNodes<ExpressionSyntax>(random, (start, length) => source.Insert(start + length, " ").Insert(start, "/**/")),
            11 => source.Length == 0 ? source : source.Remove(random.Next(source.Length), 1),
            12 =>
                OfNodes<StatementSyntax>(random, (start, length) => source.Insert(start, source.Substring(start, random.Next(length + 1)))),
            _ => Mutations.Mutate(source, random),
        };

        string OfNodes<T>(Random random, Func<int, int, string> edit)
            where T : Microsoft.CodeAnalysis.SyntaxNode
        {
            var nodes = root.DescendantNodes().OfType<T>().ToList();
            if (nodes.Count == 0)
                return source + " ";

            var node = nodes[random.Next(nodes.Count)];
            return edit(node.SpanStart, node.Span.Length);
        }
    }

    /// <summary>A name becomes another one of the same file.</summary>
    private static string Renamed(string source, Microsoft.CodeAnalysis.SyntaxNode root, Random random)
    {
        var names = root.DescendantNodes().OfType<IdentifierNameSyntax>().ToList();
        if (names.Count == 0)
            return source + " ";

        var (one, other) = (names[random.Next(names.Count)], names[random.Next(names.Count)]);
        return source.Remove(one.SpanStart, one.Span.Length).Insert(one.SpanStart, other.ToString());
    }

    private static List<int> Places(IEnumerable<int> places) => places.ToList();

    private static string Insert(string source, List<int> places, string[] texts, Random random) =>
        places.Count == 0 ? source + " " : source.Insert(places[random.Next(places.Count)], " " + texts[random.Next(texts.Length)] + " ");
}
