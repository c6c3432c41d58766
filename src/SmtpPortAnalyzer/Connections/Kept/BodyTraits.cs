using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Kept;

/// <summary>
/// What others ask of a body's code itself, beside what it tells when it is followed. It depends on its syntax alone, so that two versions
/// of a body can be compared in it.
/// </summary>
internal sealed class BodyTraits
{
    private static readonly ConditionalWeakTable<SyntaxNode, BodyTraits> s_known = new();

    private readonly HashSet<string> _asked = new();
    private readonly HashSet<string> _assigned = new();

    private BodyTraits(SyntaxNode body)
    {
        foreach (var node in body.DescendantNodesAndSelf())
        {
            Throws |= node is ThrowStatementSyntax or ThrowExpressionSyntax;
            NamesField |= PresenceTest.IsField(node);
            if (node is not IdentifierNameSyntax name)
                continue;
            if (IsAsked(name))
                _asked.Add(name.Identifier.ValueText);
            if (name.IsVariable() && name.IsWritten())
                _assigned.Add(name.Identifier.ValueText);
        }

        // var kind = text.Trim(); if (kind == "tls")
        foreach (var local in body.DescendantNodes().OfType<VariableDeclaratorSyntax>().Reverse())
        {
            if (Asks(local.Identifier.ValueText) && local.Initializer is { Value: var value } && Source(value) is { } source)
                _asked.Add(source.Identifier.ValueText);
        }
    }

    /// <summary>Whether it throws somewhere.</summary>
    public bool Throws { get; }

    /// <summary>Whether it names the field behind its property by the keyword.</summary>
    public bool NamesField { get; }

    public static BodyTraits In(SyntaxNode body) => s_known.GetValue(body, static node => new BodyTraits(node));

    /// <summary>Whether it asks what has this name.</summary>
    public bool Asks(string name) => _asked.Contains(name);

    /// <summary>Whether it gives what has this name another value.</summary>
    public bool Assigns(string name) => _assigned.Contains(name);

    public bool AreSameAs(BodyTraits other) =>
        Throws == other.Throws && NamesField == other.NamesField && _asked.SetEquals(other._asked) && _assigned.SetEquals(other._assigned);

    /// <summary>What the expression is but for its clothes.</summary>
    private static IdentifierNameSyntax? Source(ExpressionSyntax value) => value switch
    {
        IdentifierNameSyntax name => name,
        CastExpressionSyntax cast => Source(cast.Expression),
        ParenthesizedExpressionSyntax inner => Source(inner.Expression),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var inner } => Source(inner),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var inner } } => Source(inner),
        _ => null,
    };

    /// <summary>Whether it stands in a question.</summary>
    public static bool IsAsked(ExpressionSyntax name) => name.Parent switch
    {
        ConditionalExpressionSyntax choice => choice.Condition == name,
        IfStatementSyntax or SwitchStatementSyntax or SwitchExpressionSyntax or IsPatternExpressionSyntax => true,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } => true,
        ParenthesizedExpressionSyntax inner => IsAsked(inner),

        // ports[kind]
        ArgumentSyntax { Parent: BracketedArgumentListSyntax { Parent: ElementAccessExpressionSyntax } } => true,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own => own.Name == name && IsAsked(own),

        // (tls, kind) switch
        ArgumentSyntax { Parent: TupleExpressionSyntax both } => IsAsked(both),

        // kind.ToLower() switch, kind.Equals("tls"), string.IsNullOrEmpty(kind)
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == name => IsAsked(call),
        ArgumentSyntax
        {
            Parent.Parent: InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "Equals" }
            }
                call
        } => IsAsked(call),
        // port ?? 587, port ??= 587, port.HasValue
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => coalesce.Left == name,
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } coalesce => coalesce.Left == name,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HasValue" } access => access.Expression == name,

        // (flags & Mode.Tls) != 0
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.BitwiseAndExpression } bits => IsAsked(bits),

        // kind.Length == 3
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" } access => access.Expression == name && IsAsked(access),
        BinaryExpressionSyntax binary => binary.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression
            or SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression
            or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression
            or SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression,
        _ => false,
    };
}
