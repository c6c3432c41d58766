using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Program;

/// <summary>
/// A body as it is called: where a call hands it constants that its code asks for, it does what it does for those. Two are equal where it
/// is the same body with the same constants.
/// </summary>
/// <param name="Body">The body.</param>
/// <param name="Entry">What its parameters hold when it begins.</param>
/// <param name="Depth">How many calls with constants have led to it, one in the other: a recursion may count for ever.</param>
internal readonly record struct BodyContext(SyntaxNode Body, FlowState Entry, int Depth) : IEquatable<BodyContext>
{
    /// <summary>Calls with constants inside one another.</summary>
    private const int MaxDepth = 2;

    /// <summary>A longer body is followed for all of its callers together.</summary>
    public const int MaxLength = 1500;

    /// <summary>The names that a body asks what they are; that depends on its syntax alone.</summary>
    private static readonly ConditionalWeakTable<SyntaxNode, HashSet<string>> s_asked = new();

    /// <summary>The body for any call.</summary>
    public static BodyContext ForAny(SyntaxNode body) => new(body, FlowState.Entry, 0);

    /// <summary>The body for one call; null where that is no other question.</summary>
    public static BodyContext? ForCall(SyntaxNode body, ImmutableArray<ArgumentValue> arguments, int depth) =>
        depth < MaxDepth && body.Span.Length <= MaxLength && EntryFor(body, arguments) is { } entry && !entry.Equals(FlowState.Entry)
            ? new BodyContext(body, entry, depth + 1)
            : null;

    /// <summary>
    /// The same with all texts that the call hands over, where some constant chooses: the host belongs to what is chosen beside it.
    /// </summary>
    public static BodyContext? ForCallWithTexts(SyntaxNode body, ImmutableArray<ArgumentValue> arguments) =>
        ForCall(body, arguments, 0) is { } context
            ? context with { Entry = EntryFor(body, arguments, static other => other.Type.SpecialType == SpecialType.System_String) }
            : null;

    /// <summary>The body where one parameter is a constant; null where it does not ask for it.</summary>
    public static BodyContext? ForCall(SyntaxNode body, IParameterSymbol parameter, AbstractValue constant, int depth) =>
        depth < MaxDepth && body.Span.Length <= MaxLength && parameter is { RefKind: RefKind.None, IsParams: false }
            && Chooses(body, parameter.Name)
            ? new BodyContext(
                body, FlowState.Entry.Set(StorageLocation.ForSymbol(InBody(parameter)), ValueSet.FromValue(constant)), depth + 1)
            : null;

    /// <summary>What the parameters that choose hold in the call.</summary>
    private static FlowState EntryFor(
        SyntaxNode body, ImmutableArray<ArgumentValue> arguments, Func<IParameterSymbol, bool>? isAsked = null)
    {
        var entry = FlowState.Entry;
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.None, IsParams: false } parameter
                && argument.Value.Single is { Kind: AbstractValueKind.Constant, IsFallback: false } constant
                && (Chooses(body, parameter.Name) || isAsked?.Invoke(parameter) == true))
            {
                entry = entry.Set(
                    StorageLocation.ForSymbol(InBody(parameter)), ValueSet.FromValue(constant.AsReturned(argument.Syntax)));
            }
        }

        return entry;
    }

    /// <summary>Whether the code asks what the parameter is.</summary>
    public static bool Chooses(SyntaxNode body, string parameter) => AskedIn(body).Contains(parameter);

    /// <summary>Whether two versions of a body ask what the same names are.</summary>
    public static bool AskSame(SyntaxNode body, SyntaxNode other) => AskedIn(body).SetEquals(AskedIn(other));

    private static HashSet<string> AskedIn(SyntaxNode body) => s_asked.GetValue(
        body,
        static node => new HashSet<string>(
            node.DescendantNodes().OfType<IdentifierNameSyntax>().Where(IsAsked).Select(name => name.Identifier.ValueText)));

    private static bool IsAsked(ExpressionSyntax name) => name.Parent switch
    {
        ConditionalExpressionSyntax choice => choice.Condition == name,
        IfStatementSyntax or SwitchStatementSyntax or SwitchExpressionSyntax or IsPatternExpressionSyntax => true,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } => true,
        ParenthesizedExpressionSyntax inner => IsAsked(inner),

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

        // kind.Length == 3
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" } access => access.Expression == name && IsAsked(access),
        BinaryExpressionSyntax binary => binary.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression
            or SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression
            or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression
            or SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression,
        _ => false,
    };

    /// <summary>
    /// The parameter as the body names it: that of an indexer is its accessor's there, and that of a type its definition's.
    /// </summary>
    private static IParameterSymbol InBody(IParameterSymbol parameter) => parameter.ContainingSymbol switch
    {
        IPropertySymbol { GetMethod: { } getter } => getter.OriginalDefinition.Parameters[parameter.Ordinal],
        IMethodSymbol method => (method.ReducedFrom ?? method).OriginalDefinition.Parameters
            .FirstOrDefault(own => own.Name == parameter.Name) ?? parameter,
        _ => parameter,
    };
}
