using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Tests.Guards;

namespace SmtpPortAnalyzer.Tests.Fuzz;

/// <summary>What is mutated: the sources in the tests' own string literals, or all C# files of a folder.</summary>
internal static partial class FuzzSources
{
    private const int MinLength = 30;
    private const int MaxLength = 20_000;

    private const string Usings = """
        using System; using System.Collections.Generic; using System.Net; using System.Threading; using System.Threading.Tasks;
        using Microsoft.Extensions.Configuration; using Microsoft.Extensions.DependencyInjection; using Microsoft.Extensions.Options;

        """;

    public static IReadOnlyList<string> OfTests() => AsFiles(Repository.Files("tests/SmtpPortAnalyzer.Tests", "*.cs")
        .SelectMany(file => CSharpSyntaxTree.ParseText(Repository.Read(file)).GetRoot().DescendantNodes().OfType<LiteralExpressionSyntax>())
        .Select(literal => literal.Token.Value)
        .OfType<string>());

    /// <summary>The texts that are code about mail, each as a file without markup.</summary>
    public static IReadOnlyList<string> AsFiles(IEnumerable<string> texts) => texts
        .Where(text => text.Length > MinLength && text.Contains(';') && text.Contains("Smtp"))
        .Select(text => Whole(Marks().Replace(text, "")))
        .Distinct()
        .ToList();

    public static IReadOnlyList<string> OfFolder(string folder) => Directory
        .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(File.ReadAllText)
        .Where(text =>
            text.Length is > MinLength and < MaxLength && (text.Contains("Smtp") || text.Contains("Socket") || text.Contains("Mail")))
        .ToList();

    /// <summary>A test's source may be a file, members of a type, or statements of a method.</summary>
    private static string Whole(string text)
    {
        if (text.Contains("using System") || text.Contains("class "))
            return text.Contains("using ") ? text : Usings + Library(text) + text;

        var members = SyntaxFactory.ParseCompilationUnit("class C { " + text + " }");
        return Usings + Library(text) + (members.ContainsDiagnostics
            ? "class C { async Task M(string host, dynamic message, bool flag, IConfiguration configuration, CancellationToken token) { " +
                "using var client = new SmtpClient(); " + text + " } }"
            : "class C { " + text + " }");
    }

    private static string Library(string text) => text.Contains("Connect") || text.Contains("SecureSocketOptions")
        ? "using MailKit; using MailKit.Net.Smtp; using MailKit.Security; using MimeKit;\n"
        : "using System.Net.Mail; using System.Net.Sockets;\n";

    /// <summary>The marks of expected findings.</summary>
    [GeneratedRegex(@"\{\|[A-Z0-9#]+:|\|\}|\[\||\|\]|\$\$")]
    private static partial Regex Marks();
}
