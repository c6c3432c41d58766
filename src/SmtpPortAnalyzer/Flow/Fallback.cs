using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.Flow;

/// <summary>
/// Tells a constant that only stands in for a missing setting from one that the code chose. The shapes are those in which C# writes a
/// default: <c>??</c>, the default of a getter, an arm of a presence test, a preset that a successful parse overwrites, a catch.
/// </summary>
internal static class Fallback
{
    /// <summary>Whether the constant at this place stands in for something that is missing.</summary>
    public static bool IsAt(SyntaxNode constant) => IsAt(constant, item: null);

    /// <param name="constant">The constant, or the tuple that it is an item of.</param>
    /// <param name="item">Which one: the same of other tuples is what it stands in for.</param>
    private static bool IsAt(SyntaxNode constant, int? item)
    {
        var node = Outermost(constant);
        switch (node.Parent)
        {
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce:
                return coalesce.Right == node;
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } assignment:
                return assignment.Right == node;
            case ConditionalExpressionSyntax conditional when conditional.Condition != node:
                var other = Item(conditional.WhenTrue == node ? conditional.WhenFalse : conditional.WhenTrue, item);
                return (!IsLiteral(other) && !PresenceTest.IsCountOfItems(conditional.Condition, other)
                        && IsWhereMissing(conditional.Condition, conditional.WhenTrue == node, other))
                    || IsAt(conditional, item);
            case SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } arm when arm.Expression == node:
                return choice.Arms.Any(a => a != arm && IsPassedOn(choice.GoverningExpression, a, Item(a.Expression, item)));
            case ArgumentSyntax { Parent: TupleExpressionSyntax tuple } part
                when item is null && tuple.Parent is ConditionalExpressionSyntax or SwitchExpressionArmSyntax:
                return IsAt(tuple, tuple.Arguments.IndexOf(part));
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
                when assignment.Right == node:
                return IsAssignedWhereMissing(assignment);
            case ReturnStatementSyntax statement:
                return IsReturnedWhereMissing(statement);
            default:
                return false;
        }
    }

    /// <summary>
    /// Whether the constant is put into a variable or member which a parse or a setting that is there overwrites, before it is used.
    /// </summary>
    /// <param name="constant">The constant.</param>
    /// <param name="use">Where it is used; null where that is after the body in which it is put there.</param>
    public static bool IsPreset(SyntaxNode constant, SyntaxNode? use)
    {
        var node = Outermost(constant);
        var name = node.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } => declarator.Identifier.ValueText,
            AssignmentExpressionSyntax assignment when assignment.Right == node => PresetOverwrites.NameOf(assignment),
            _ => null,
        };
        var scope = node.FirstAncestorOrSelf<BlockSyntax>() ?? (SyntaxNode?)node.FirstAncestorOrSelf<CompilationUnitSyntax>();
        if (name is null || scope is null)
            return false;

        // A use further up is reached by a loop.
        var end = use is not null && use.SpanStart > node.Span.End ? use.Span.End : scope.Span.End;
        return PresetOverwrites.In(scope).Any(name, TextSpan.FromBounds(node.Span.End, end));
    }

    /// <summary>Whether the constant counts only where run time has nothing else for the use.</summary>
    public static bool StandsIn(AbstractValue known, SyntaxNode use) => known.IsFallback || IsPreset(known, use);

    /// <summary>Whether the value is such a constant, written where it is put there rather than named.</summary>
    public static bool IsPreset(AbstractValue known, SyntaxNode use) =>
        known is { Kind: AbstractValueKind.Constant, Symbol: null, Origin: { } origin } && IsPreset(origin, use);

    /// <summary>
    /// What a getter gives that takes a default: run time's value or the default. Null where no argument is a constant default.
    /// </summary>
    public static ValueSet? OfGetter(ImmutableArray<ArgumentValue> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter && IsDefaultName(parameter.Name)
                && argument.Value.Knowns.Any(known =>
                    known is { Kind: AbstractValueKind.Constant } or { Kind: AbstractValueKind.Symbolic, Symbol: IParameterSymbol }))
                return argument.Value.Select(known => known.AsFallback()).Or(ValueSet.Open);
        }

        return null;
    }

    /// <summary>
    /// What a body returns: a default that its caller hands over stands in for what is missing, as a constant at that place would.
    /// </summary>
    public static ValueSet OfReturned(SyntaxNode? place, ValueSet value) => place is null || value.Knowns.IsEmpty || !IsAt(place)
        ? value
        : value.Select(static known =>
            known is { Kind: AbstractValueKind.Symbolic, Symbol: IParameterSymbol } ? known.AsFallback() : known);

    /// <summary>
    /// The same for a call that does not bind, because its type is in a file or package that is missing: the last of several arguments is
    /// the default, as it is by custom.
    /// </summary>
    public static ValueSet OfUnresolved(IInvalidOperation operation, ImmutableArray<ValueSet> children)
    {
        var last = children.IsEmpty ? ValueSet.Open : children[children.Length - 1];
        return operation.Syntax is InvocationExpressionSyntax { ArgumentList.Arguments.Count: > 1 }
            && last.Single is { Kind: AbstractValueKind.Constant, Constant: int or string }
            ? last.Select(known => known.AsFallback()).Or(ValueSet.Open)
            : ValueSet.Open;
    }

    private static bool IsDefaultName(string name) =>
        name.StartsWith("default", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("fallback", StringComparison.OrdinalIgnoreCase)
        || name.Equals("valueIfMissing", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("Default", StringComparison.Ordinal);

    private static bool IsAssignedWhereMissing(AssignmentExpressionSyntax assignment)
    {
        for (SyntaxNode? node = assignment; node is not null and not MemberDeclarationSyntax; node = node.Parent)
        {
            if (node is CatchClauseSyntax)
                return true;

            if (node.Parent is IfStatementSyntax choice && node == choice.Statement)
                return IsWhereMissing(choice.Condition, holds: true, assignment.Left);

            if (node.Parent is ElseClauseSyntax { Parent: IfStatementSyntax otherwise })
                return IsWhereMissing(otherwise.Condition, holds: false, assignment.Left);
        }

        return false;
    }

    /// <summary>
    /// Whether a return is what is left when nothing was found: in a catch, under a test, or after a return of what was found.
    /// </summary>
    private static bool IsReturnedWhereMissing(ReturnStatementSyntax statement)
    {
        for (SyntaxNode? node = statement; node is StatementSyntax or ElseClauseSyntax or CatchClauseSyntax
            or SwitchSectionSyntax; node = node.Parent)
        {
            if (node is CatchClauseSyntax
                || (node.Parent is IfStatementSyntax choice && node == choice.Statement
                    && PresenceTest.MayBeMissing(choice.Condition, holds: true)))
                return true;

            if (node.Parent is ElseClauseSyntax { Parent: IfStatementSyntax otherwise }
                && PresenceTest.MayBeMissing(otherwise.Condition, holds: false) && ReturnsWhatRunTimeKnows(otherwise.Statement))
                return true;

            var block = node.Parent as BlockSyntax;
            if (block is not null && block.Statements.TakeWhile(earlier => earlier != node).Any(ReturnsWhatIsThere))
                return true;
        }

        return false;
    }

    private static bool ReturnsWhatIsThere(StatementSyntax statement) =>
        statement switch
        {
            IfStatementSyntax { Else: null } choice =>
                PresenceTest.MayBePresent(choice.Condition, holds: true) && ReturnsWhatRunTimeKnows(choice.Statement),
            TryStatementSyntax attempt => ReturnsWhatRunTimeKnows(attempt.Block),
            _ => false,
        };

    private static bool ReturnsWhatRunTimeKnows(StatementSyntax statement) =>
        statement.DescendantNodesAndSelf().OfType<ReturnStatementSyntax>().LastOrDefault() is { Expression: { } value }
            && !IsLiteral(value);

    /// <summary>Whether the value may be missing where the condition turns out to hold, or not to hold.</summary>
    private static bool IsWhereMissing(ExpressionSyntax condition, bool holds, ExpressionSyntax value) =>
        PresenceTest.MayBeMissing(condition, holds) || Mentions(condition, value);

    /// <summary>
    /// Whether the condition compares the very thing that the value reads, <c>s.Port &gt; 0 ? s.Port : 25</c>, or asks for its key:
    /// <c>keys.Contains("port") ? table["port"] : 25</c>.
    /// </summary>
    public static bool Mentions(ExpressionSyntax condition, ExpressionSyntax value)
    {
        foreach (var tested in condition.DescendantNodesAndSelf())
        {
            if (!(PresenceTest.IsKey(tested)
                || tested is IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax
                    or InvocationExpressionSyntax || PresenceTest.IsField(tested))
                || tested.Parent is MemberAccessExpressionSyntax { } access && (access.Expression == tested || access.Name == tested)
                || tested.Parent is InvocationExpressionSyntax call && call.Expression == tested)
            {
                continue;
            }

            foreach (var read in value.DescendantNodesAndSelf())
            {
                if (read.RawKind == tested.RawKind && SyntaxFactory.AreEquivalent(read, tested))
                    return true;
            }
        }

        return false;
    }

    private static ExpressionSyntax Item(ExpressionSyntax value, int? item) =>
        item is { } position && value is TupleExpressionSyntax { Arguments: var items } && position < items.Count
            ? items[position].Expression
            : value;

    private static bool IsPassedOn(ExpressionSyntax governing, SwitchExpressionArmSyntax arm, ExpressionSyntax given)
    {
        if (IsLiteral(given))
            return false;

        return arm.Pattern.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>()
                .Any(variable => given.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
                    .Any(name => name.Identifier.ValueText == variable.Identifier.ValueText))
            || Mentions(governing, given);
    }

    public static bool IsLiteral(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax { RawKind: not (int)SyntaxKind.NullLiteralExpression };

    private static SyntaxNode Outermost(SyntaxNode node)
    {
        while (node.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax
            || (node.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && IsParse(call)))
        {
            node = node.Parent is ArgumentSyntax argument ? argument.Parent!.Parent! : node.Parent!;
        }

        return node;
    }

    private static bool IsParse(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Parse" or "ToInt32" }
            && call.ArgumentList.Arguments.Count > 0;
}
