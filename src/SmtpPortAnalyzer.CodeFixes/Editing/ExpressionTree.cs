using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.CodeFixes.Editing;

/// <summary>Lambdas that the compiler turns into data: they take neither a <c>throw</c> nor an <c>await</c>.</summary>
internal static class ExpressionTree
{
    public static bool Contains(SyntaxNode place, FileContext file) => place.AncestorsAndSelf().OfType<LambdaExpressionSyntax>().Any(
        lambda => file.FrameworkTypes.Is(
            file.Model.GetTypeInfo(lambda, file.CancellationToken).ConvertedType, FrameworkType.ExpressionTree));
}
