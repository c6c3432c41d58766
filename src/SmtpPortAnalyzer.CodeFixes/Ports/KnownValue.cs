using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Pipeline;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.CodeFixes.Ports;

/// <summary>Values that stand in the source: literals and constants, also through a local or a field that is set once.</summary>
internal static class KnownValue
{
    /// <summary>The constant that an expression always has, or null if it is known only at run time.</summary>
    public static object? Evaluate(ExpressionSyntax expression, FileContext file)
    {
        if (file.ConstantOf(expression) is { HasValue: true } constant)
            return constant.Value;

        return file.SymbolOf(expression) switch
        {
            ILocalSymbol local when InitializerOf(local, file) is { } value
                => file.ConstantOf(value).Value,
            IFieldSymbol field when InitializerOf(field, file) is LiteralExpressionSyntax literal => literal.Token.Value,
            _ => null,
        };
    }

    /// <summary>The value of a local that is written only where it is declared.</summary>
    public static ExpressionSyntax? InitializerOf(ILocalSymbol local, FileContext file) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(file.CancellationToken)
            is VariableDeclaratorSyntax { Initializer.Value: { } value } declarator
        && declarator.SyntaxTree == file.Model.SyntaxTree
        && !EnclosingMember.Find(declarator).DescendantNodes().OfType<IdentifierNameSyntax>()
            .Any(name => name.Identifier.ValueText == local.Name && name.IsWritten() && Refers(name, local, file))
            ? value
            : null;

    /// <summary>The value of a field that no other code writes: its declaration says so, or the only type that sees it.</summary>
    private static ExpressionSyntax? InitializerOf(IFieldSymbol field, FileContext file)
    {
        if (field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(file.CancellationToken)
            is not VariableDeclaratorSyntax { Initializer.Value: { } value } declarator)
            return null;
        if (field.IsReadOnly && declarator.SyntaxTree != file.Model.SyntaxTree)
            return value;
        if ((!field.IsReadOnly && field.DeclaredAccessibility != Accessibility.Private)
            || field.ContainingType.DeclaringSyntaxReferences.Length != 1 || declarator.SyntaxTree != file.Model.SyntaxTree)
            return null;

        return field.ContainingType.DeclaringSyntaxReferences[0].GetSyntax(file.CancellationToken).DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Any(name => name.Identifier.ValueText == field.Name && name.IsWritten() && Refers(name, field, file)) ? null : value;
    }

    /// <summary>
    /// Where a value is best changed: the initializer of a local that is there for this one use, so that no unused local stays behind;
    /// else the expression itself.
    /// </summary>
    public static ExpressionSyntax PlaceOf(ExpressionSyntax use, FileContext file, bool allowsChoice = false)
    {
        if (use is not IdentifierNameSyntax || file.SymbolOf(use) is not ILocalSymbol local)
            return use;

        if ((local.Type.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_String or SpecialType.System_Boolean)
            && local.Type.TypeKind != TypeKind.Enum)
            || InitializerOf(local, file) is not { Parent.Parent.Parent: VariableDeclarationSyntax { Variables.Count: 1 } } value
            || (file.ConstantOf(value) is not { HasValue: true } && !(allowsChoice && IsChoice(value))))
            return use;

        var uses = EnclosingMember.Find(use).DescendantNodes().OfType<IdentifierNameSyntax>()
            .Count(name => name.Identifier.ValueText == local.Name && Refers(name, local, file));
        return uses == 1 ? value : use;
    }

    // kind switch { 1 => 25, _ => 587 }: nothing happens in it, so nothing is lost with it.
    private static bool IsChoice(ExpressionSyntax value) => value is ConditionalExpressionSyntax or SwitchExpressionSyntax
        && !value.DescendantNodes()
            .Any(n =>
                n is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or AssignmentExpressionSyntax
                    or AwaitExpressionSyntax);

    private static bool Refers(IdentifierNameSyntax name, ISymbol symbol, FileContext file) =>
        SymbolEqualityComparer.Default.Equals(file.SymbolOf(name), symbol);
}
