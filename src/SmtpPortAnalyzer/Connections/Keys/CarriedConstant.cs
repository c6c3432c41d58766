using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Connections.Program;

namespace SmtpPortAnalyzer.Connections.Keys;

/// <summary>
/// Where a literal stands for itself or for its text, <c>25.ToString()</c>, and where the constant is named that it gives.
/// </summary>
internal static class CarriedConstant
{
    /// <summary>The expressions that have the literal's value.</summary>
    public static IEnumerable<ExpressionSyntax> ExpressionsWith(
        LiteralExpressionSyntax literal, SmtpProgram program, CancellationToken cancellationToken)
    {
        var whole = WithText(literal);
        yield return whole;

        if (whole.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } || !IsFixed(declarator)
            || program.Model(literal.SyntaxTree).GetDeclaredSymbol(declarator, cancellationToken) is not { } constant)
            yield break;

        // The key stands beside the name.
        program.Footprints.ReadAround(constant.Name);
        var code = constant is ILocalSymbol
            ? declarator.Ancestors().Where(node => node is BlockSyntax or CompilationUnitSyntax).Take(1)
            : program.References.To(constant, cancellationToken);
        foreach (var name in code.SelectMany(body => body.DescendantNodes()).OfType<SimpleNameSyntax>())
        {
            if (name.Identifier.ValueText == constant.Name && SymbolEqualityComparer.Default.Equals(
                program.Model(name.SyntaxTree).GetSymbolInfo(name, cancellationToken).Symbol, constant))
                yield return WithText(name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name);
        }
    }

    private static bool IsFixed(VariableDeclaratorSyntax declarator) => declarator.Parent?.Parent switch
    {
        FieldDeclarationSyntax field =>
            field.Modifiers.Any(SyntaxKind.ConstKeyword)
            || (field.Modifiers.Any(SyntaxKind.StaticKeyword) && field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword)),
        LocalDeclarationStatementSyntax local => local.Modifiers.Any(SyntaxKind.ConstKeyword),
        _ => false,
    };

    /// <summary>The number as text, where code makes text of it: <c>25.ToString(…)</c>, <c>$"{25}"</c>.</summary>
    private static ExpressionSyntax WithText(ExpressionSyntax value)
    {
        while (true)
        {
            switch (value.Parent)
            {
                case MemberAccessExpressionSyntax
                {
                    Name.Identifier.ValueText: nameof(ToString), Parent: InvocationExpressionSyntax call,
                } member when member.Expression == value:
                    value = call;
                    break;
                case InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax { Contents.Count: 1 } text }:
                    value = text;
                    break;
                case CastExpressionSyntax cast:
                    value = cast;
                    break;
                default:
                    return value;
            }
        }
    }
}
