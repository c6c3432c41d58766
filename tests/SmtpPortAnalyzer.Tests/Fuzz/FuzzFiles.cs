using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Tests.Guards;

namespace SmtpPortAnalyzer.Tests.Fuzz;

/// <summary>Files that are no C#, to be mutated: those in the tests' own string literals, or those of a folder.</summary>
internal static partial class FuzzFiles
{
    private const int MaxLength = 20_000;

    /// <summary>How often each row is in the list: there are twenty times as many settings files.</summary>
    private const int Share = 5;

    private const string Apis = "SmtpPortAnalyzer.Apis.Fabrikam.txt";

    private static readonly string[] s_json = ["appsettings.json", "appsettings.Staging.json", "local.settings.json"];

    private static readonly string[] s_xml = [
        "web.config", "Web.Release.config", "app.config", "nlog.config", "log4net.config", "smtp.config"];

    private static readonly string[] s_rows =
    [
        "# A library\nM:Fabrikam.Post.Office.Open(System.String,System.Int32);port=port;host=server;default=25\n",
        "M:Fabrikam.Post.Office.#ctor(System.String,System.Int32);port=port;host=server\n" +
            "M:Fabrikam.Post.Office.Open(System.String,System.Int32);port=port\n",
        "P:Fabrikam.Post.OfficeOptions.Port;host=Server;default=25\r\n\r\n" +
            "M:Fabrikam.Post.Office.Send``1(``0,System.Int32);port=port;host=server\r\n",
        "M:Fabrikam.Post.Office.Send(System.Collections.Generic.List{System.Int32[]},System.Int32);port=port\n" +
            "T:Fabrikam.Post.Office;port=port\n",
    ];

    /// <summary>Names with contents.</summary>
    public static IReadOnlyList<(string Name, string Text)> All() =>
        FuzzRun.Folder is { } folder
            ? OfFolder(folder)
            : [.. Enumerable.Repeat(s_rows, Share).SelectMany(rows => rows).Select(rows => (Apis, rows)), .. OfTests()];

    /// <summary>Another name now and then: a file's content need not be what its name says.</summary>
    public static string Rename(string name, Random random)
    {
        string[] names = random.Next(8) == 0
            ? [.. s_json, .. s_xml, Apis]
            : s_json.Contains(name) ? s_json : s_xml.Contains(name) ? s_xml : [name];
        return names[random.Next(names.Length)];
    }

    private static IEnumerable<(string Name, string Text)> OfTests() => Repository.Files("tests/SmtpPortAnalyzer.Tests/Settings", "*.cs")
        .SelectMany(file => CSharpSyntaxTree.ParseText(Repository.Read(file)).GetRoot().DescendantNodes().OfType<LiteralExpressionSyntax>())
        .Select(literal => literal.Token.Value)
        .OfType<string>()
        .Where(text => text.Contains("SMTP004") && (text.StartsWith('{') || text.StartsWith('<')))
        .Select(text => Marks().Replace(text, ""))
        .Distinct()
        .Select(text => (text[0] == '{' ? s_json[0] : s_xml[0], text));

    private static List<(string Name, string Text)> OfFolder(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file =>
            Path.GetExtension(file).ToLowerInvariant() is ".json" or ".config"
                || Path.GetFileName(file).StartsWith("SmtpPortAnalyzer.Apis", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(file => (Path.GetFileName(file), File.ReadAllText(file)))
        .Where(file => file.Item2.Length < MaxLength)
        .ToList();

    /// <summary>The marks of expected findings.</summary>
    [GeneratedRegex(@"\{\|[A-Z0-9#]+:|\|\}")]
    private static partial Regex Marks();
}
