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
    private readonly CancellationToken _cancellationToken;

    public CalledBody(SmtpProgram program, CancellationToken cancellationToken)
    {
        _program = program;
        _cancellationToken = cancellationToken;
    }

    /// <summary>
    /// What the call gives; null where that is known only at run time. Its writes are applied to the evaluator's state. Where the body is
    /// not followed (there is none, it is being followed already, the bounds are reached), anything may happen to what is handed to it.
    /// </summary>
    public ValueSet? Value(
        IMethodSymbol method, ValueSet receiver, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator, out bool isFollowed)
    {
        isFollowed = false;
        if (Facts(method, arguments) is not { } facts)
            return null;

        var map = new Substitution(receiver, arguments, evaluator.State);
        var value = Returned(method, facts, map);
        evaluator.State = map.Caller;
        isFollowed = Apply(facts, map, arguments, evaluator);
        return value;
    }

    /// <summary>Applies what the called body writes; false where it is not followed.</summary>
    public bool Apply(IMethodSymbol method, ValueSet receiver, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        return Facts(method, arguments) is { } facts
            && Apply(facts, new Substitution(receiver, arguments, evaluator.State), arguments, evaluator);
    }

    private ValueSet? Returned(IMethodSymbol method, BodyFacts facts, Substitution map)
    {
        // A client that a method makes is judged where that method returns it; here it is one that was made elsewhere.
        if (_program.Symbols.Client(method.ReturnType) is not null)
            return ValueSet.FromValue(AbstractValue.OfSymbol(method, null, null));

        var values = facts.Returns.Select(returned => map.Map(returned.Value, returned.State)).ToList();
        var value = ValueSet.Union(values);
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

        _program.Footprints.Measure(body, MaxLength);
        var mustFollow = false;
        foreach (var argument in arguments)
            mustFollow |= HoldsClient(argument.Value);

        var facts = mustFollow || body.Span.Length <= MaxLength ? _program.FactsForCaller(body, _cancellationToken) : BodyFacts.None;
        return facts == BodyFacts.None ? null : facts;
    }

    private bool HoldsClient(ValueSet value)
    {
        foreach (var known in value.Knowns)
        {
            if (known.Kind == AbstractValueKind.Allocation && _program.Symbols.Client(known.Symbol as ITypeSymbol) is not null)
                return true;
        }

        return false;
    }

    /// <summary>Applies the effects to the caller's state; false where they are too many.</summary>
    private static bool Apply(BodyFacts facts, Substitution map, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        var effects = facts.Effects;
        if (effects.AreTooMany)
            return false;

        foreach (var effect in effects.Cells)
        {
            if (effect.Cell is { Owner: null, Symbol: { } parameter })
            {
                Assign(parameter, effect.IsSure ? effect.Value : effect.Value.Or(ValueSet.Open));
                continue;
            }

            var owners = map.Map(ValueSet.FromValue(effect.Cell.Owner!), effects.State);
            var value = map.Map(effect.Value, effects.State);
            foreach (var target in owners.Knowns)
            {
                var cell = effect.Cell.Of(target);
                var isSure = owners.Single is not null && effect.IsSure;
                evaluator.State = evaluator.State.Set(cell, isSure ? value : value.Or(evaluator.State.Get(cell) ?? ValueSet.Open));
            }
        }

        return true;

        void Assign(ISymbol parameter, ValueSet value)
        {
            if (arguments.Named(parameter.Name) is { } argument)
                evaluator.Assign(argument.Given, map.Map(value, effects.State), argument.Given);
        }
    }
}
