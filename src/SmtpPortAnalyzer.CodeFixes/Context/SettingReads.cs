using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.CodeFixes.Context;

/// <summary>Finds where the value of an expression is read from the settings, and what else the same file reads there.</summary>
internal static class SettingReads
{
    /// <summary>How many variables, members and methods a value may come through.</summary>
    private const int MaxDepth = 4;

    /// <summary>The setting that an expression has its value from; null where it has none, or none that is seen.</summary>
    public static async Task<SettingRead?> BehindAsync(ExpressionSyntax value, FileContext file, int depth = 0)
    {
        if (SettingRead.At(value, file) is { } direct)
            return direct;

        foreach (var part in PartsOf(value, file))
        {
            if (await BehindAsync(part, file, depth).ConfigureAwait(false) is { } read)
                return read;
        }

        if (depth == MaxDepth || Named(value, file) is not { } symbol)
            return null;

        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            if (await FileOfAsync(reference.SyntaxTree, file).ConfigureAwait(false) is not { } declaring)
                continue;

            foreach (var given in GivenValues.To(symbol, declaring)
                .Where(given => given.SyntaxTree != value.SyntaxTree || !given.Span.Contains(value.Span)))
            {
                if (await BehindAsync(given, declaring, depth + 1).ConfigureAwait(false) is { } read)
                    return read;
            }
        }

        return null;
    }

    // What the value is made of, where it keeps what it is: a conversion, a choice, a text around it.
    private static IEnumerable<ExpressionSyntax> PartsOf(ExpressionSyntax value, FileContext file) => value switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => [inner],
        CastExpressionSyntax { Expression: var inner } => [inner],

        // text.Split(':')[1]
        ElementAccessExpressionSyntax { Expression: var inner } when file.TypeOf(inner) is IArrayTypeSymbol => [inner],
        PostfixUnaryExpressionSyntax { Operand: var inner } => [inner],
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice => [choice.Left, choice.Right],
        ConditionalExpressionSyntax choice => [choice.WhenTrue, choice.WhenFalse],
        SwitchExpressionSyntax choice => choice.Arms.Select(arm => arm.Expression),
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: var arguments } => arguments.Select(argument => argument.Expression),
        InterpolatedStringExpressionSyntax text => text.Contents.OfType<InterpolationSyntax>().Select(hole => hole.Expression),
        InvocationExpressionSyntax call when file.SymbolOf(call) is IMethodSymbol { DeclaringSyntaxReferences.IsEmpty: true } =>
            call.ArgumentList.Arguments.Select(argument => argument.Expression)
                .Where(argument => argument is not DeclarationExpressionSyntax)
                .Prepend((call.Expression as MemberAccessExpressionSyntax)?.Expression).OfType<ExpressionSyntax>()
                .Where(part => file.TypeOf(part) is { SpecialType: not SpecialType.None }),
        _ => [],
    };

    private static ISymbol? Named(ExpressionSyntax value, FileContext file) =>
        value is SimpleNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax
            && file.SymbolOf(value) is (ILocalSymbol or IFieldSymbol { IsConst: false } or IPropertySymbol or IMethodSymbol) and { } symbol
                ? symbol
                : null;

    /// <summary>The names that the file reads from the same section of the same store.</summary>
    public static IEnumerable<string> NamesBeside(SettingRead read) => read.File.Root.DescendantNodes()
        .OfType<LiteralExpressionSyntax>()
        .Where(literal => literal.IsKind(SyntaxKind.StringLiteralExpression) && literal.Parent is ArgumentSyntax)
        .Select(literal => ReadWith(literal, read.File))
        .Where(other => other is not null && other.Store == read.Store
            && string.Equals(other.SectionName, read.SectionName, StringComparison.OrdinalIgnoreCase))
        .Select(other => other!.Name).Distinct();

    private static SettingRead? ReadWith(LiteralExpressionSyntax key, FileContext file) => key.Ancestors().OfType<ExpressionSyntax>()
        .Take(2).Select(node => SettingRead.At(node, file)).FirstOrDefault(read => read is not null);

    private static async Task<FileContext?> FileOfAsync(SyntaxTree tree, FileContext file) => tree == file.Tree ? file
        : file.Document.Project.GetDocument(tree) is { } document ? await file.Fix.FileAsync(document).ConfigureAwait(false)
        : null;
}
