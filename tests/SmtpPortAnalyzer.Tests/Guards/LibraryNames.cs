using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Catalog;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Guards;

/// <summary>A library is one file: no other code names one, nor a type or a member of one.</summary>
public class LibraryNames
{
    private const string Libraries = "src/SmtpPortAnalyzer/Catalog/Libraries/";

    /// <summary>Where words that are in the catalogue as well have a meaning of their own.</summary>
    private static readonly (string Place, string[] Names, string Why)[] s_exceptions =
    [
        ("src/SmtpPortAnalyzer/Settings/", [], "what people and libraries call settings in files: a vocabulary and schemas, not members"),
        ("src/SmtpPortAnalyzer/Flow/Models/", ["Host", "Port", "Name", "host", "hostName", "port", "uri"],
            "System.Uri, System.UriBuilder and System.Type"),
        ("src/SmtpPortAnalyzer/Catalog/UserRow.cs", ["host", "port"], "keys of the user's own rows"),
        ("src/SmtpPortAnalyzer/Catalog/ClientSymbol.cs", ["host"], "the name of an entry that no code sees"),
        ("src/SmtpPortAnalyzer/Connections/LoginRecogniser.cs", ["password"], "the name of an entry that no code sees"),
        ("src/SmtpPortAnalyzer/Connections/Tracing/TraceQuestion.cs", ["Name"], "what programs call the key of a row"),
        ("src/SmtpPortAnalyzer/Catalog/ResolvedRows.cs", [".ctor"], "metadata's name of every constructor"),
        ("src/SmtpPortAnalyzer/Options/SmtpOptionTable.cs", ["Smtp"], "the usual name of a section"),
        ("src/SmtpPortAnalyzer/Rules/RuleTable.cs", ["Security", "Message"], "a category, and a part of the keys of texts"),
        ("src/SmtpPortAnalyzer.CodeFixes/SettingsFiles/MailSection.cs", ["Host", "Port", "UserName", "Password"],
            "the usual names of settings"),
    ];

    [Fact]
    public void StandInTheCatalogueAlone()
    {
        // CDO has types of these names, which .NET has as well.
        var names = NamesIn(SmtpCatalog.Libraries).Where(name => name is not ("Configuration" or "IConfiguration")).ToHashSet();
        Assert.Contains("EnableSsl", names);
        Assert.Contains("MailKit", names);
        Assert.Contains("NetworkCredential", names);

        var found = Repository.Files("src", "*.cs").Select(file => file.Replace('\\', '/'))
            .Where(file => !file.StartsWith(Libraries, StringComparison.Ordinal))
            .SelectMany(file =>
                TextsIn(file).Where(text => names.Contains(text) && !IsException(file, text)).Select(text => file + ": " + text));
        Assert.True(!found.Any(), string.Join("\n", found));
    }

    [Fact]
    public void EveryException_IsNeeded() => Assert.All(s_exceptions, exception =>
    {
        var names = NamesIn(SmtpCatalog.Libraries).ToHashSet();
        var texts = Repository.Files("src", "*.cs").Select(file => file.Replace('\\', '/'))
            .Where(file => file.StartsWith(exception.Place, StringComparison.Ordinal)).SelectMany(TextsIn)
            .Where(names.Contains).ToHashSet();
        Assert.NotEmpty(texts);
        Assert.All(exception.Names, name => Assert.Contains(name, texts));
    });

    private static bool IsException(string file, string text) => s_exceptions.Any(exception =>
        file.StartsWith(exception.Place, StringComparison.Ordinal) && (exception.Names.Length == 0 || exception.Names.Contains(text)));

    /// <summary>Literals, and what <c>nameof</c> makes of a name.</summary>
    private static IEnumerable<string> TextsIn(string file)
    {
        var root = CSharpSyntaxTree.ParseText(Repository.Read(file)).GetRoot();
        foreach (var node in root.DescendantNodes())
        {
            if (node is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression))
                yield return literal.Token.ValueText;
            else if (node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } name)
                yield return name.ArgumentList.Arguments[0].Expression.DescendantTokens().Last().ValueText;
        }
    }

    /// <summary>Namespaces of configuration and container, into which some libraries put their extensions.</summary>
    private static bool IsOfTheFramework(string name) => name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal);

    /// <summary>All texts of the rows; of a type's full name also its parts, the name and the namespace.</summary>
    private static IEnumerable<string> NamesIn(object row) => row switch
    {
        string { Length: 0 } => [],
        string text => text.LastIndexOf('.') is > 0 and var dot && !text.Contains('/')
            ? [text, text[(dot + 1)..], .. IsOfTheFramework(text[..dot]) ? Array.Empty<string>() : [text[..dot]]]
            : [text],
        IEnumerable rows => rows.Cast<object>().SelectMany(NamesIn),
        _ when row.GetType().FullName!.StartsWith("System.ValueTuple", StringComparison.Ordinal) =>
            row.GetType().GetFields().Select(field => field.GetValue(row)).OfType<object>().SelectMany(NamesIn),
        _ when row.GetType().Assembly == typeof(SmtpCatalog).Assembly && !row.GetType().IsEnum =>
            row.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite)
                .Select(property => property.GetValue(row)).OfType<object>().SelectMany(NamesIn),
        _ => [],
    };
}
