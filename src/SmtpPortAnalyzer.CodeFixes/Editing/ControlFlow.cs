using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.CodeFixes.Editing;

/// <summary>Which statements of a member run together, read from its blocks.</summary>
internal static class ControlFlow
{
    /// <summary>Whether <paramref name="node"/> runs only sometimes when <paramref name="reference"/> does.</summary>
    public static bool IsConditional(SyntaxNode node, SyntaxNode reference) =>
        node.AncestorsAndSelf().TakeWhile(a => !a.Span.Contains(reference.Span)).Any(Branches);

    /// <summary>Whether two nodes of a member stand in branches of which only one runs.</summary>
    public static bool AreExclusive(SyntaxNode first, SyntaxNode second)
    {
        var common = first.AncestorsAndSelf().FirstOrDefault(a => a.Span.Contains(second.Span));
        return common switch
        {
            IfStatementSyntax conditional =>
                !conditional.Condition.Span.Contains(first.Span) && !conditional.Condition.Span.Contains(second.Span),
            SwitchStatementSyntax choice => !choice.Expression.Span.Contains(first.Span) && !choice.Expression.Span.Contains(second.Span),
            ConditionalExpressionSyntax ternary =>
                !ternary.Condition.Span.Contains(first.Span) && !ternary.Condition.Span.Contains(second.Span),
            SwitchExpressionSyntax => true,
            _ => false,
        };
    }

    /// <summary>Whether one of the nodes runs on every way through <paramref name="scope"/>.</summary>
    public static bool RunsOneOf(IReadOnlyCollection<SyntaxNode> nodes, SyntaxNode scope) =>
        scope.DescendantNodesAndSelf(node => !Branches(node) && node is not SwitchStatementSyntax)
            .Any(node => nodes.Contains(node) || node switch
            {
                IfStatementSyntax { Else: { } otherwise } choice =>
                    RunsOneOf(nodes, choice.Statement) && RunsOneOf(nodes, otherwise.Statement),
                ConditionalExpressionSyntax choice => RunsOneOf(nodes, choice.WhenTrue) && RunsOneOf(nodes, choice.WhenFalse),
                SwitchStatementSyntax choice =>
                    choice.Sections.Any(section => section.Labels.Any(label => label is DefaultSwitchLabelSyntax))
                    && choice.Sections.All(section => section.Statements.Any(statement => RunsOneOf(nodes, statement))),
                _ => false,
            });

    private static bool Branches(SyntaxNode node) => node
        is IfStatementSyntax or SwitchSectionSyntax or SwitchExpressionArmSyntax or ConditionalExpressionSyntax or CatchClauseSyntax
        or WhileStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax
        or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax;
}
