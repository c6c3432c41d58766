using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Program;

/// <summary>
/// Puts what a called body does in place of the call: the value that it returns, and what it writes to the objects it is given.
/// </summary>
internal sealed class CalledBody
{
    /// <summary>
    /// UTF-16 units of source. What decides a port is short; a long method is not followed for the value that it returns.
    /// </summary>
    public const int MaxLength = 4000;

    private readonly SmtpProgram _program;
    private readonly ConnectionRecogniser _recogniser;
    private readonly CancellationToken _cancellationToken;

    /// <param name="program">The program.</param>
    /// <param name="recogniser">Is told of the clients that a called body keeps somewhere or changes.</param>
    /// <param name="cancellationToken">Ends the analysis.</param>
    public CalledBody(SmtpProgram program, ConnectionRecogniser recogniser, CancellationToken cancellationToken)
    {
        _program = program;
        _recogniser = recogniser;
        _cancellationToken = cancellationToken;
    }

    /// <summary>
    /// What the call gives; null where that is known only at run time. Its writes are applied to the evaluator's state. Where the body is
    /// not followed (there is none, it is being followed already, the bounds are reached), anything may happen to what is handed to it.
    /// </summary>
    /// <param name="method">The method.</param>
    /// <param name="receiver">The object that it is called on.</param>
    /// <param name="arguments">What it is handed.</param>
    /// <param name="call">The call.</param>
    /// <param name="evaluator">Has the caller's state.</param>
    /// <param name="isFollowed">Whether the body is followed.</param>
    public ValueSet? Value(
        IMethodSymbol method,
        ValueSet receiver,
        ImmutableArray<ArgumentValue> arguments,
        SyntaxNode call,
        FlowEvaluator evaluator,
        out bool isFollowed)
    {
        isFollowed = false;
        if (Facts(method, arguments) is not { } facts)
            return null;

        var map = new Substitution(receiver, arguments, evaluator.State) { Call = call };
        var way = Way(facts, call, evaluator);
        var returns = way is null ? facts.Returns : way.Value is { } one ? new() { (one, way.State) } : new();
        var value = Returned(method, returns, map);
        isFollowed = Apply(way?.Effects ?? facts.Effects, map, arguments, evaluator);
        if (way is { State.IsExempt: true })
            evaluator.State = evaluator.State.Exempt();
        return value;
    }

    /// <summary>Applies what the called body writes; false where it is not followed.</summary>
    public bool Apply(
        IMethodSymbol method, ValueSet receiver, ImmutableArray<ArgumentValue> arguments, SyntaxNode call, FlowEvaluator evaluator)
    {
        Value(method, receiver, arguments, call, evaluator, out var isFollowed);
        return isFollowed;
    }

    /// <summary>The way of the body that is followed this time; null where it is followed as a whole.</summary>
    private BodyWay? Way(BodyFacts facts, SyntaxNode call, FlowEvaluator evaluator)
    {
        if (facts.Effects.AreTooMany)
            return null;

        var ways = facts.Ways(_program.Symbols);
        return !ways.IsEmpty && evaluator.Choices.Choose(call, ways.Length) is { } choice ? ways[choice] : null;
    }

    private ValueSet? Returned(IMethodSymbol method, List<(ValueSet Value, FlowState State)> returns, Substitution map)
    {
        var values = returns.Select(returned => map.Map(returned.Value, returned.State)).ToList();
        var value = ValueSet.Union(values);

        // A client is the one that the method makes or is handed; where that is not sure, one that was made elsewhere.
        if (_program.Symbols.Client(method.ReturnType) is not null)
            return value is { Single: not null } ? value : ValueSet.FromValue(AbstractValue.OfSymbol(method, null, null));

        if (value is not { IsGivenUp: true })
            return value;

        // Too many to be kept; but the one that is looked for may be among them.
        var sought = ValueSet.Union(values.Where(one => one.Knowns.Any(ConnectionRelevance.IsSought)));
        return sought is { IsGivenUp: false } kept ? kept.Or(ValueSet.Open) : value;
    }

    private BodyFacts? Facts(IMethodSymbol method, ImmutableArray<ArgumentValue> arguments)
    {
        if (_program.BodyOf(method, _cancellationToken) is not { } body)
            return null;

        var mustFollow = false;
        foreach (var argument in arguments)
            mustFollow |= HoldsClient(argument.Value);

        var facts = mustFollow || body.Span.Length <= MaxLength ? _program.Facts(body, _cancellationToken) : BodyFacts.None;
        return facts == BodyFacts.None ? null : facts;
    }

    private bool HoldsClient(ValueSet value)
    {
        foreach (var known in value.Knowns)
        {
            if (IsClient(known))
                return true;
        }

        return false;
    }

    private bool IsClient(AbstractValue known) =>
        known.Kind == AbstractValueKind.Allocation && _program.Symbols.Client(known.Symbol as ITypeSymbol) is not null;

    /// <summary>Applies the effects to the caller's state; false where they are too many.</summary>
    private bool Apply(BodyEffects effects, Substitution map, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        // What the body gives is said in terms of the state before it.
        var mapped = effects.Cells.Select(effect => (
            Effect: effect,
            Owners: effect.Cell.Owner is { } owner ? map.Map(ValueSet.FromValue(owner), effects.State) : default,
            Value: map.Map(effect.Value, effects.State))).ToList();
        evaluator.State = map.Caller;
        if (effects.AreTooMany)
            return false;

        foreach (var (effect, owners, value) in mapped)
        {
            if (effect.Cell is { Owner: null, Symbol: { } parameter })
            {
                if (arguments.Named(parameter.Name) is { } argument)
                    evaluator.Assign(argument.Given, effect.IsSure ? value : value.Or(ValueSet.Open), argument.Given);
                continue;
            }

            foreach (var target in owners.Knowns)
            {
                var cell = effect.Cell.Of(target);
                var isSure = owners.Single is not null && effect.IsSure;
                evaluator.State = evaluator.State.Set(cell, isSure ? value : value.Or(evaluator.State.Get(cell) ?? ValueSet.Open));
                if (IsClient(target) && !map.Gives(target))
                    _recogniser.Changed(target);
                if (effect.Cell.Symbol is { DeclaringSyntaxReferences.IsEmpty: false } holder && HoldsClient(value))
                    _recogniser.Held(value, holder);
            }
        }

        return true;
    }
}
