using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.Flow;

/// <summary>
/// Where a block overwrites a variable or member with a parsed value or a setting that is there. Found once for a block, for all the
/// constants in it, and kept for as long as its syntax tree lives.
/// </summary>
internal sealed class PresetOverwrites
{
    private const int MaxMembers = 8;

    private static readonly ConditionalWeakTable<SyntaxNode, PresetOverwrites> s_ofScopes = new();

    /// <summary>By the name of what is overwritten: the places, in the order of the source.</summary>
    private readonly Dictionary<string, List<SyntaxNode>> _byName = new();

    private PresetOverwrites(SyntaxNode scope)
    {
        foreach (var node in scope.DescendantNodes())
        {
            var name = node switch
            {
                AssignmentExpressionSyntax assignment
                    when !Fallback.IsLiteral(assignment.Right) && IsWherePresent(assignment, scope) => NameOf(assignment),
                ArgumentSyntax { RefOrOutKeyword.RawKind: (int)SyntaxKind.OutKeyword } argument => NameOf(argument.Expression),
                _ => null,
            };
            if (name is null)
                continue;
            if (!_byName.TryGetValue(name, out var places))
                _byName.Add(name, places = new List<SyntaxNode>());
            places.Add(node);
        }
    }

    public static PresetOverwrites In(SyntaxNode scope) => s_ofScopes.GetValue(scope, static block => new PresetOverwrites(block));

    /// <summary>Whether the same is overwritten as often.</summary>
    public bool AreSame(PresetOverwrites other) =>
        _byName.Count == other._byName.Count
        && _byName.All(one => other._byName.TryGetValue(one.Key, out var places) && places.Count == one.Value.Count);

    /// <summary>Whether it is overwritten within the span.</summary>
    public bool Any(string name, TextSpan span)
    {
        if (!_byName.TryGetValue(name, out var places))
            return false;

        var (low, high) = (0, places.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (places[middle].SpanStart < span.Start)
                low = middle + 1;
            else
                high = middle;
        }

        return low < places.Count && places[low].FullSpan.Start <= span.End;
    }

    /// <summary>
    /// What the assignment writes to; in an object initializer, the member of the variable or member that gets the object.
    /// </summary>
    public static string? NameOf(AssignmentExpressionSyntax assignment)
    {
        if (assignment.Parent is not InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation })
            return NameOf(assignment.Left);

        var owner = creation.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } => declarator.Identifier.ValueText,
            AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } outer when outer.Right == creation => NameOf(outer.Left),
            _ => null,
        };
        return owner is null ? null : owner + "." + NameOf(assignment.Left);
    }

    /// <summary>
    /// The name of a variable, or the path to a member of one or of the object itself: <c>port</c>, <c>client.Port</c>. Null for anything
    /// else, and for a path of more members than people write.
    /// </summary>
    private static string? NameOf(ExpressionSyntax target)
    {
        var path = "";
        for (var members = 0; members < MaxMembers; members++)
        {
            switch (target)
            {
                case IdentifierNameSyntax name:
                    return name.Identifier.ValueText + path;
                case MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var name }:
                    return name.Identifier.ValueText + path;
                case MemberAccessExpressionSyntax { Expression: var owner, Name: var name }:
                    path = "." + name.Identifier.ValueText + path;
                    target = owner;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private static bool IsWherePresent(AssignmentExpressionSyntax assignment, SyntaxNode scope)
    {
        for (SyntaxNode? node = assignment; node is not null && node != scope; node = node.Parent)
        {
            if (node.Parent is TryStatementSyntax attempt && node == attempt.Block)
                return true;

            if (node.Parent is IfStatementSyntax choice && node is StatementSyntax or ElseClauseSyntax)
            {
                var (condition, holds) = Positive(choice.Condition, node == choice.Statement);
                var isPresent = PresenceTest.MayBePresent(condition, holds) || Fallback.Mentions(condition, assignment.Right);
                if (isPresent || holds)
                    return isPresent || (IsNamed(condition) && IsReadInLoop(assignment, choice, scope));
            }

            if (node is SwitchSectionSyntax { Parent: SwitchStatementSyntax cases } section)
            {
                return Fallback.Mentions(cases.Expression, assignment.Right)
                    || (section.Labels.Any(IsNamed) && IsReadInLoop(assignment, cases, scope));
            }
        }

        return false;
    }

    /// <summary>The condition without what turns it round, and whether that holds.</summary>
    private static (ExpressionSyntax Condition, bool Holds) Positive(ExpressionSyntax condition, bool holds)
    {
        while (true)
        {
            switch (condition)
            {
                case ParenthesizedExpressionSyntax { Expression: var inner }:
                    condition = inner;
                    break;
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var inner }:
                    (condition, holds) = (inner, !holds);
                    break;
                default:
                    return (condition, holds);
            }
        }
    }

    /// <summary>Whether it asks for something by a name: <c>case "--port"</c>, <c>key == "port"</c>.</summary>
    private static bool IsNamed(SyntaxNode question) =>
        question.DescendantNodesAndSelf().Any(node => node.IsKind(SyntaxKind.StringLiteralExpression));

    /// <summary>Whether names and values are gone through one by one, and the one that goes by the name is read.</summary>
    private static bool IsReadInLoop(AssignmentExpressionSyntax assignment, StatementSyntax choice, SyntaxNode scope) =>
        assignment.Right.DescendantNodesAndSelf().Any(node =>
            node is InvocationExpressionSyntax or ElementAccessExpressionSyntax or CastExpressionSyntax
                or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" })
        && choice.Ancestors().TakeWhile(node => node != scope).Any(node =>
            node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax);
}
