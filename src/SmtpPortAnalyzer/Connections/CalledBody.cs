using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Values;

namespace SmtpPortAnalyzer.Connections;

/// <summary>Puts what a called body does in place of the call: the value that it returns, and what it writes to the objects it is given.</summary>
internal sealed class CalledBody
{
    /// <summary>UTF-16 units of source. What decides a port is short; a long method is not followed for the value that it returns.</summary>
    private const int MaxLength = 4000;

    private readonly SmtpProgram _program;
    private readonly CancellationToken _cancellation;

    public CalledBody(SmtpProgram program, CancellationToken cancellation)
    {
        _program = program;
        _cancellation = cancellation;
    }

    /// <summary>
    /// What the call gives; null where that is known only at run time. Its writes are applied to the evaluator's state. Where the body is not
    /// followed (there is none, it is being followed already, the bounds are reached), anything may happen to what is handed to it.
    /// </summary>
    public FlowValue? Value(IMethodSymbol method, FlowValue receiver, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator, out bool isFollowed)
    {
        isFollowed = false;
        if (Facts(method, arguments, evaluator) is not { } facts)
            return null;

        isFollowed = true;

        var map = new Substitution(receiver, arguments, evaluator.State);
        var value = Returned(method, facts, map);
        evaluator.State = map.Caller;
        ApplyExits(facts, map, arguments, evaluator);
        return value;
    }

    /// <summary>Applies what the called body writes; false where it is not followed.</summary>
    public bool Apply(IMethodSymbol method, FlowValue receiver, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        if (Facts(method, arguments, evaluator) is not { } facts)
            return false;

        ApplyExits(facts, new Substitution(receiver, arguments, evaluator.State), arguments, evaluator);
        return true;
    }

    private FlowValue? Returned(IMethodSymbol method, BodyFacts facts, Substitution map)
    {
        // A client that a method makes is judged where that method returns it; here it is one that was made elsewhere.
        if (_program.Symbols.Client(method.ReturnType) is not null)
            return FlowValue.Of(Known.OfSymbol(method, null, null));

        FlowValue? value = null;
        foreach (var (returned, state) in facts.Returns)
        {
            var mapped = map.Map(returned, state);
            value = value is { } others ? others.Or(mapped) : mapped;
        }

        return value;
    }

    private BodyFacts? Facts(IMethodSymbol method, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        if (_program.BodyOf(method, _cancellation) is not { } body)
            return null;

        var mustFollow = false;
        foreach (var argument in arguments)
            mustFollow |= HoldsClient(argument.Value, evaluator);

        var facts = mustFollow || body.Span.Length <= MaxLength ? _program.Facts(body, _cancellation) : BodyFacts.None;
        return facts == BodyFacts.None ? null : facts;
    }

    private bool HoldsClient(FlowValue value, FlowEvaluator evaluator)
    {
        foreach (var known in value.Knowns)
        {
            if (known.Kind == KnownKind.Allocation && _program.Symbols.Client(known.Symbol as ITypeSymbol) is not null)
                return true;
        }

        return false;
    }

    private static void ApplyExits(BodyFacts facts, Substitution map, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        if (facts.Exits.Count == 0)
            return;

        // One state for all ways: what only some of them write may have been written.
        var joined = facts.Exits[0];
        for (var i = 1; i < facts.Exits.Count; i++)
            joined = joined.JoinEffects(facts.Exits[i]);

        foreach (var pair in joined.Cells)
        {
            if (pair.Key is { Owner: null, Symbol: IParameterSymbol { RefKind: RefKind.Out or RefKind.Ref } parameter })
                Assign(parameter, joined.IsPartial(pair.Key) ? pair.Value.Or(FlowValue.Open) : pair.Value);
            if (pair.Key is not { Owner: { Kind: KnownKind.Symbolic or KnownKind.This } owner, Symbol: { } member })
                continue;

            var owners = map.Map(FlowValue.Of(owner), joined);
            var value = map.Map(pair.Value, joined);
            foreach (var target in owners.Knowns)
            {
                var cell = Cell.Member(target, member);
                var isSure = owners.Single is not null && !joined.IsPartial(pair.Key);
                evaluator.State = evaluator.State.Set(cell, isSure ? value : value.Or(evaluator.State.Get(cell) ?? FlowValue.Open));
            }
        }

        void Assign(IParameterSymbol parameter, FlowValue value)
        {
            foreach (var argument in arguments)
            {
                if (argument.Parameter?.Name == parameter.Name)
                    evaluator.Assign(argument.Operation.Value, map.Map(value, joined), argument.Operation.Value);
            }
        }
    }
}
