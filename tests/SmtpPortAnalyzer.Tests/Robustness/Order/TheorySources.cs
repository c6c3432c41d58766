using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Tests.Guards;

namespace SmtpPortAnalyzer.Tests.Robustness.Order;

/// <summary>
/// The sources that theories put together: an interpolated text whose holes are the test's parameters or constants, with each row of data.
/// </summary>
internal static class TheorySources
{
    public static IEnumerable<string> All() => Repository.Files("tests/SmtpPortAnalyzer.Tests", "*.cs")
        .SelectMany(file => CSharpSyntaxTree.ParseText(Repository.Read(file)).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
        .SelectMany(OfMethod);

    private static IEnumerable<string> OfMethod(MethodDeclarationSyntax method)
    {
        var texts = method.DescendantNodes().OfType<InterpolatedStringExpressionSyntax>().ToList();
        if (texts.Count == 0)
            yield break;

        var rows = method.AttributeLists.SelectMany(list => list.Attributes)
            .Where(attribute => attribute.Name.ToString() == "InlineData")
            .ToList();
        foreach (var row in rows)
        {
            var values = Constants(method);
            foreach (var (parameter, argument) in method.ParameterList.Parameters.Zip(row.ArgumentList?.Arguments ?? []))
            {
                if (argument.Expression is LiteralExpressionSyntax literal)
                    values[parameter.Identifier.ValueText] = literal.Token.ValueText;
            }

            foreach (var text in texts)
            {
                if (Filled(text, values) is { } filled)
                    yield return filled;
            }
        }
    }

    private static Dictionary<string, string> Constants(MethodDeclarationSyntax method)
    {
        var constants = new Dictionary<string, string>();
        foreach (var variable in method.Parent!.ChildNodes().OfType<FieldDeclarationSyntax>()
            .SelectMany(field => field.Declaration.Variables))
        {
            if (variable.Initializer?.Value is LiteralExpressionSyntax literal)
                constants[variable.Identifier.ValueText] = literal.Token.ValueText;
        }

        return constants;
    }

    private static string? Filled(InterpolatedStringExpressionSyntax text, Dictionary<string, string> values)
    {
        var filled = new StringBuilder();
        foreach (var part in text.Contents)
        {
            var value = part switch
            {
                InterpolatedStringTextSyntax plain => plain.TextToken.ValueText,
                InterpolationSyntax { Expression: IdentifierNameSyntax hole } => values.GetValueOrDefault(hole.Identifier.ValueText),
                _ => null,
            };
            if (value is null)
                return null;
            filled.Append(value);
        }

        return filled.ToString();
    }
}
