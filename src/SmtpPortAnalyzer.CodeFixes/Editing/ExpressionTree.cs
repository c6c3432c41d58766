using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Pipeline;

namespace SmtpPortAnalyzer.CodeFixes.Editing;

/// <summary>Lambdas that the compiler turns into data: they take neither a <c>throw</c> nor an <c>await</c>.</summary>
internal static class ExpressionTree
{
    private const string Type = "System.Linq.Expressions.Expression`1";

    public static bool Contains(SyntaxNode place, FileContext file) =>
        place.AncestorsAndSelf().OfType<LambdaExpressionSyntax>().Any(lambda =>
            file.Model.GetTypeInfo(lambda, file.CancellationToken).ConvertedType is INamedTypeSymbol { IsGenericType: true } type
            && file.Model.Compilation.GetTypesByMetadataName(Type).Contains(type.OriginalDefinition, SymbolEqualityComparer.Default));
}
