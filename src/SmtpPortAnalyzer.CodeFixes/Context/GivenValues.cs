using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.CodeFixes.Context;

/// <summary>The expressions that give a variable, a member or a method of a file its value, as far as the file shows them.</summary>
internal static class GivenValues
{
    public static IEnumerable<ExpressionSyntax> To(ISymbol symbol, FileContext file)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences.Where(reference => reference.SyntaxTree == file.Tree))
        {
            foreach (var value in Declared(reference.GetSyntax(file.CancellationToken)))
                yield return value;
        }

        var scope = symbol switch
        {
            ILocalSymbol =>
                symbol.DeclaringSyntaxReferences.Select(reference => EnclosingMember.Find(reference.GetSyntax(file.CancellationToken))),
            IFieldSymbol { IsConst: false } or IPropertySymbol =>
                symbol.ContainingType.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(file.CancellationToken)),
            _ => [],
        };
        foreach (var node in scope.Where(node => node.SyntaxTree == file.Tree).SelectMany(node => node.DescendantNodes()))
        {
            if (node is ArgumentSyntax { Expression: IdentifierNameSyntax filled, Parent: ArgumentListSyntax list } argument
                && argument.RefOrOutKeyword.IsKind(SyntaxKind.OutKeyword) && filled.Identifier.ValueText == symbol.Name)
            {
                foreach (var other in list.Arguments.Where(other => other != argument))
                    yield return other.Expression;
            }

            if (node is not AssignmentExpressionSyntax assignment)
                continue;
            if (assignment.Left is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }
                && NameOf(assignment.Left) == symbol.Name && SymbolEqualityComparer.Default.Equals(file.SymbolOf(assignment.Left), symbol))
                yield return assignment.Right;
        }
    }

    private static IEnumerable<ExpressionSyntax> Declared(SyntaxNode declaration)
    {
        switch (declaration)
        {
            case VariableDeclaratorSyntax { Initializer.Value: { } value }:
                yield return value;
                break;
            // int.TryParse(text, out var port)
            case SingleVariableDesignationSyntax { Parent.Parent: ArgumentSyntax { Parent: ArgumentListSyntax list } argument }:
                foreach (var other in list.Arguments.Where(other => other != argument))
                    yield return other.Expression;
                break;
            case PropertyDeclarationSyntax property:
                if ((property.ExpressionBody?.Expression ?? property.Initializer?.Value) is { } given)
                    yield return given;
                foreach (var value in Returned(
                    property.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration))))
                    yield return value;
                break;
            case MethodDeclarationSyntax or LocalFunctionStatementSyntax:
                foreach (var value in Returned(declaration))
                    yield return value;
                break;
        }
    }

    private static IEnumerable<ExpressionSyntax> Returned(SyntaxNode? function) => function is null ? [] : function.ChildNodes()
        .SelectMany(child => child switch
        {
            ArrowExpressionClauseSyntax arrow => new[] { arrow.Expression },
            BlockSyntax block =>
                block.DescendantNodes().OfType<ReturnStatementSyntax>().Select(r => r.Expression).OfType<ExpressionSyntax>(),
            _ => [],
        });

    private static string? NameOf(ExpressionSyntax left) =>
        (left as IdentifierNameSyntax ?? (left as MemberAccessExpressionSyntax)?.Name)?.Identifier.ValueText;
}
