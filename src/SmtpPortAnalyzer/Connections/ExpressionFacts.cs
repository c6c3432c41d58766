using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Connections.Keys;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Connections.Tracing;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Search;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.Connections;

/// <summary>What is proved of single expressions of one compilation: where they come from. For one thread at a time.</summary>
internal sealed class ExpressionFacts(SmtpProgram program)
{
    private readonly Dictionary<SyntaxNode, ExpressionValues> _values = new();
    private readonly Dictionary<ExpressionSyntax, bool> _lookedUp = new();

    /// <summary>What the expression is in the terms of its body; open where no way leads to it.</summary>
    public ValueSet InBody(ExpressionSyntax expression, CancellationToken cancellationToken)
    {
        var evaluated = Evaluated(expression);
        if (CodeBody.Enclosing(evaluated) is not { } body)
            return OfConstant(evaluated, cancellationToken);

        if (!_values.TryGetValue(body, out var values))
            _values.Add(body, values = program.Values(body, cancellationToken));
        return values.Of(evaluated) ?? OfConstant(evaluated, cancellationToken);
    }

    /// <summary>The part that has an operation: parentheses and the <c>!</c> of null-forgiveness have none.</summary>
    public static ExpressionSyntax Evaluated(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => Evaluated(inner),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var inner } => Evaluated(inner),
        _ => expression,
    };

    /// <summary>The keys of the configuration under which the expression is looked up at run time.</summary>
    public IReadOnlyList<SettingKey> KeysOf(ExpressionSyntax setting, CancellationToken cancellationToken)
    {
        var (keys, value) = (new SettingKeys(program), InBody(setting, cancellationToken));
        return value.Knowns.Concat(ValueTrace.OwnValueOf(value, program, cancellationToken).Knowns)
            .SelectMany(known => keys.Of(known, cancellationToken)).Distinct().ToList();
    }

    /// <summary>The same with what callers hand over; what only stands in for a missing setting is left out.</summary>
    public IReadOnlyList<SettingKey> KeysAmong(ExpressionSyntax setting, CancellationToken cancellationToken)
    {
        var keys = new SettingKeys(program);
        return ValueTrace.HostOf(InBody(setting, cancellationToken), program, cancellationToken).Knowns
            .Where(known => !StandsIn(known)).SelectMany(known => keys.Of(known, cancellationToken)).Distinct().ToList();
    }

    // configuration["Mail:Host"] ?? configuration["Mail:Server"]
    private static bool StandsIn(AbstractValue setting) => setting.Kind == AbstractValueKind.Setting
        && setting.Items[0].Single?.Origin?.FirstAncestorOrSelf<ExpressionSyntax>(
            read => read is ElementAccessExpressionSyntax or InvocationExpressionSyntax) is { } read
        && read.AncestorsAndSelf().TakeWhile(node => node is ExpressionSyntax).Any(Fallback.IsAt);

    /// <summary>
    /// Whether a host that only run time knows is the answer to a look-up of mail exchangers: nothing but the names on its way say so.
    /// </summary>
    public bool IsLookedUp(ExpressionSyntax host, CancellationToken cancellationToken)
    {
        if (!_lookedUp.TryGetValue(host, out var isLookedUp))
        {
            isLookedUp = ValueTrace.HostOf(InBody(host, cancellationToken), program, cancellationToken).IsOpen
                && new ValueWay(program, cancellationToken).To(host).Any(way => NamesExchanger(way.Name, way.Symbol));
            _lookedUp.Add(host, isLookedUp);
        }

        return isLookedUp;
    }

    /// <summary>Whether the expression is what a call gives the parameter, and never something else.</summary>
    public bool IsHandedBy(IParameterSymbol parameter, ExpressionSyntax expression, CancellationToken cancellationToken) =>
        ValueTrace.ParametersOf(InBody(expression, cancellationToken), program, cancellationToken) is { IsOther: false } handed
        && handed.Parameters.Contains(parameter, SymbolEqualityComparer.Default);

    /// <summary>The same where it may be something else as well.</summary>
    public bool MayBeHandedBy(IParameterSymbol parameter, ExpressionSyntax expression, CancellationToken cancellationToken) =>
        ValueTrace.ParametersOf(InBody(expression, cancellationToken), program, cancellationToken)
            .Parameters.Contains(parameter, SymbolEqualityComparer.Default);

    /// <summary>Whether a field or property may hold what a call gives the parameter.</summary>
    public bool MayHold(ISymbol member, IParameterSymbol parameter, CancellationToken cancellationToken) =>
        ValueTrace.ParametersOf(ValueSet.FromValue(AbstractValue.OfSymbol(member, null, null)), program, cancellationToken)
            .Parameters.Contains(parameter, SymbolEqualityComparer.Default);

    // record.Exchange is the host of a record of mail exchangers; settings.Exchange may be a server of that name.
    private static bool NamesExchanger(SimpleNameSyntax name, ISymbol? symbol) =>
        SettingRoles.IsMailExchanger(name.Identifier.ValueText)
        || (symbol is null ? name.Identifier.ValueText is "Exchange"
            : symbol is IPropertySymbol or IFieldSymbol or IMethodSymbol
                && SettingRoles.IsMailExchanger(symbol.ContainingType?.Name ?? ""));

    private ValueSet OfConstant(ExpressionSyntax expression, CancellationToken cancellationToken) =>
        program.Model(expression.SyntaxTree).GetConstantValue(expression, cancellationToken) is { HasValue: true, Value: var constant }
            ? ValueSet.FromValue(AbstractValue.OfConstant(constant, expression))
            : ValueSet.Open;
}
