using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.CodeFixes.Editing;

/// <summary>Where a value is best written. What the value is, the analyzer says (<see cref="FileContext.ProvedConstant"/>).</summary>
internal static class EditPlace
{
    /// <summary>The value of a local that is written only where it is declared.</summary>
    public static ExpressionSyntax? InitializerOf(ILocalSymbol local, FileContext file) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(file.CancellationToken) is { } declarator
        && ValueGivenBy(declarator) is { } value
        && declarator.SyntaxTree == file.Model.SyntaxTree
        && !EnclosingMember.Find(declarator).DescendantNodes().OfType<IdentifierNameSyntax>()
            .Any(name => name.Identifier.ValueText == local.Name && name.IsWritten() && Refers(name, local, file))
            ? value
            : null;

    /// <summary>
    /// Where a value is best changed: the initializer of a local that is there for this one use, or of one that it is there for, so that no
    /// unused local stays behind; else the expression itself.
    /// </summary>
    public static ExpressionSyntax PlaceOf(ExpressionSyntax use, FileContext file, bool allowsChoice = false)
    {
        if (use is not IdentifierNameSyntax || file.SymbolOf(use) is not ILocalSymbol local)
            return use;

        if ((local.Type.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_String or SpecialType.System_Boolean)
            && local.Type.TypeKind != TypeKind.Enum)
            || InitializerOf(local, file) is not { } value
            || CountUses(local, use, file) != 1)
            return use;

        if (file.ConstantOf(value) is { HasValue: true } || (allowsChoice && IsChoice(value)))
            return value;

        // A local that is made of another one.
        return PlaceOf(value, file, allowsChoice) is var place && place != value ? place : use;
    }

    /// <summary>
    /// The expressions that give a value what it may be; null where one of them stands outside the member in which the value is used.
    /// </summary>
    public static IReadOnlyList<ExpressionSyntax>? OriginsOf(IEnumerable<AbstractValue> known, ExpressionSyntax use, FileContext file)
    {
        var (member, origins) = (EnclosingMember.Find(use), known.Select(one => one.Origin).Distinct().ToList());
        return origins.All(one => one is ExpressionSyntax && one.SyntaxTree == file.Tree && member.Span.Contains(one.Span))
            ? origins.OfType<ExpressionSyntax>().ToList()
            : null;
    }

    // var port = 25; var (host, port) = ("mail.contoso.com", 25);
    private static ExpressionSyntax? ValueGivenBy(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax { Initializer.Value: { } value } => value,
        SingleVariableDesignationSyntax
        {
            Parent: ParenthesizedVariableDesignationSyntax
            {
                Parent: DeclarationExpressionSyntax { Parent: AssignmentExpressionSyntax assignment }
            } all
        } single when assignment.Right is TupleExpressionSyntax tuple && tuple.Arguments.Count == all.Variables.Count =>
            tuple.Arguments[all.Variables.IndexOf(single)].Expression,
        _ => null,
    };

    private static int CountUses(ILocalSymbol local, ExpressionSyntax use, FileContext file) =>
        EnclosingMember.Find(use).DescendantNodes().OfType<IdentifierNameSyntax>()
            .Count(name => name.Identifier.ValueText == local.Name && Refers(name, local, file));

    // kind switch { 1 => 25, _ => 587 }
    private static bool IsChoice(ExpressionSyntax value) =>
        value is ConditionalExpressionSyntax or SwitchExpressionSyntax && IsEffectless(value);

    /// <summary>Whether nothing happens in an expression, so that nothing is lost with it.</summary>
    public static bool IsEffectless(ExpressionSyntax value) => !value.DescendantNodes()
        .Any(n =>
            n is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or AssignmentExpressionSyntax
                or AwaitExpressionSyntax);

    private static bool Refers(IdentifierNameSyntax name, ISymbol symbol, FileContext file) =>
        SymbolEqualityComparer.Default.Equals(file.SymbolOf(name), symbol);
}
