using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections.Clients;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Bodies;

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
    private readonly int _depth;
    private readonly CancellationToken _cancellationToken;

    /// <param name="program">The program.</param>
    /// <param name="recogniser">Is told of the clients that a called body keeps somewhere or changes.</param>
    /// <param name="depth">How many calls with constants have led to the calling body.</param>
    /// <param name="cancellationToken">Ends the analysis.</param>
    public CalledBody(SmtpProgram program, ConnectionRecogniser recogniser, int depth, CancellationToken cancellationToken)
    {
        _depth = depth;
        _program = program;
        _recogniser = recogniser;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Runs a function on a value, at a call. Set by the analysis of the calling body.</summary>
    public Action<AbstractValue, ValueSet, SyntaxNode, FlowEvaluator>? RunFunction { get; set; }

    /// <summary>The arguments that the body does not run in place.</summary>
    public ImmutableArray<ArgumentValue> NotRun(IMethodSymbol method, ImmutableArray<ArgumentValue> arguments) =>
        arguments.Any(argument => argument.Value.Single is { Kind: AbstractValueKind.Function })
            ? RunFunctions.Others(arguments, Facts(method, null, arguments, FlowState.Entry)?.Effects)
            : arguments;

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
        if (Facts(method, receiver.Single, arguments, evaluator.State) is not { } facts)
            return null;

        var way = Way(facts, receiver, call, evaluator);
        var map = new Substitution(receiver, arguments, evaluator.State) { Call = call };
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
    private BodyWay? Way(BodyFacts facts, ValueSet receiver, SyntaxNode call, FlowEvaluator evaluator)
    {
        if (facts.Effects.AreTooMany)
            return null;

        var ways = facts.Ways(_program.Symbols);
        if (ways.IsEmpty)
            return null;

        // What is made where there is none is made once: if (_client == null) _client = new SmtpClient().
        var kept = ways.SelectMany(way => Makes(way, receiver)).Distinct().ToList();
        if (kept.Count == 0)
            return evaluator.Choices.Choose(call, ways);

        var others = ways.RemoveAll(way => Makes(way, receiver).Any(cell => IsThere(cell, evaluator.State)));
        var chosen = evaluator.Choices.Choose(call, others.IsEmpty ? ways : others);
        foreach (var cell in chosen is null ? Enumerable.Empty<StorageLocation>() : kept.Except(Makes(chosen, receiver)))
        {
            if (evaluator.State.Get(cell) is null)
                evaluator.State = evaluator.State.Set(cell, ValueSet.FromValue(AbstractValue.OfSymbol(cell.Symbol!, cell.Owner, null)));
        }

        return chosen;
    }

    /// <summary>The members of the called object, or of its type, into which the way puts a client.</summary>
    private IEnumerable<StorageLocation> Makes(BodyWay way, ValueSet receiver)
    {
        foreach (var effect in way.Effects.Cells)
        {
            if (effect.Cell.Symbol is not (IFieldSymbol or IPropertySymbol) || !HoldsClient(effect.Value))
                continue;

            var owner = effect.Cell.Owner is { Kind: AbstractValueKind.This } ? receiver.Single : null;
            if (effect.Cell.Owner is null || owner is not null)
                yield return StorageLocation.Member(owner, effect.Cell.Symbol);
        }
    }

    private static bool IsThere(StorageLocation cell, FlowState state) =>
        state.Get(cell)?.Single is { Kind: AbstractValueKind.Allocation or AbstractValueKind.Symbolic };

    private ValueSet? Returned(IMethodSymbol method, List<(ValueSet Value, FlowState State)> returns, Substitution map)
    {
        var values = returns.Select(returned => map.Map(returned.Value, returned.State)).ToList();
        var value = ValueSet.Union(values);

        // A client is the one that the method makes or is handed; where that is not sure, one that was made elsewhere.
        if (_program.Symbols.Client(method.ReturnType.WithoutTask()) is not null)
            return value is { Single: not null } ? value : ValueSet.FromValue(AbstractValue.OfSymbol(method, null, null));

        if (value is not { IsGivenUp: true })
            return value;

        // Too many to be kept; but the one that is looked for may be among them.
        var sought = ValueSet.Union(values.Where(one => one.Knowns.Any(ConnectionRelevance.IsSought)));
        return sought is { IsGivenUp: false } kept ? kept.Or(ValueSet.Open) : value;
    }

    private BodyFacts? Facts(IMethodSymbol method, AbstractValue? receiver, ImmutableArray<ArgumentValue> arguments, FlowState state)
    {
        if (_program.BodyOf(method, _cancellationToken) is not { } body)
            return null;

        _program.Footprints.Measure(body, MaxLength);
        var mustFollow = false;
        foreach (var argument in arguments)
            mustFollow |= HoldsClient(argument.Value);

        var facts = mustFollow || body.Span.Length <= MaxLength ? _program.FactsForCaller(body, _cancellationToken) : BodyFacts.None;
        return facts == BodyFacts.None
            ? null
            : _program.FactsForCall(body, facts, arguments, receiver, state, _depth, _cancellationToken);
    }

    /// <summary>
    /// What the body does where one parameter is the constant and nothing is known of the others; null where it does not ask.
    /// </summary>
    public BodyFacts? FactsWith(IMethodSymbol method, IParameterSymbol parameter, AbstractValue constant)
    {
        if (_program.BodyOf(method, _cancellationToken) is not { } body)
            return null;

        // Whether it asks is in its code, and not in what it tells.
        _program.Footprints.ReadTraits(body, BodyContext.MaxLength);
        return BodyContext.ForCall(body, parameter, constant, _depth) is { } context
            ? _program.Facts(context, _cancellationToken)
            : null;
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
            if (effect.Cell.Key == RunFunctions.Entry)
                Run(effect, owners, value, map.Call, evaluator);
        }

        foreach (var (effect, owners, value) in mapped)
        {
            if (effect.Cell.Symbol is { DeclaringSyntaxReferences.IsEmpty: false } holder and not IParameterSymbol && HoldsClient(value))
                _recogniser.Held(value, holder);

            switch (effect.Cell)
            {
                case { Owner: null, Symbol: IParameterSymbol parameter }:
                    if (arguments.Named(parameter.Name) is { } argument)
                        evaluator.Assign(argument.Given, effect.IsSure ? value : value.Or(ValueSet.Open), argument.Given);
                    break;
                case { Owner: null }:
                    Set(effect.Cell, value, effect.IsSure);
                    break;
                case { Key: RunFunctions.Entry }:
                    break;
                case { Key: ClientObjects.Escaped }:
                    // A function that the caller hands over beside it is there to set it.
                    var hasFunction = arguments.Any(argument =>
                        argument.Value.Knowns.Any(known => known.Kind == AbstractValueKind.Function));
                    _recogniser.HandedOver(owners, null, evaluator, isToBeSet: hasFunction);
                    break;
                default:
                    foreach (var target in owners.Knowns)
                    {
                        Set(effect.Cell.Of(target), value, owners.Single is not null && effect.IsSure);
                        if (IsClient(target) && !map.Gives(target))
                            _recogniser.Changed(target);
                    }

                    break;
            }
        }

        void Set(StorageLocation cell, ValueSet value, bool isSure) =>
            evaluator.State = evaluator.State.Set(cell, isSure ? value : value.Or(evaluator.State.Get(cell) ?? ValueSet.Open));

        return true;
    }

    /// <summary>The called body runs a function that it is handed: so does the caller in its place.</summary>
    private void Run(LocationEffect effect, ValueSet functions, ValueSet value, SyntaxNode? call, FlowEvaluator evaluator)
    {
        if (RunFunctions.IsGiven(functions) && RunFunctions.IsGiven(value))
        {
            evaluator.State = evaluator.State.Set(effect.Cell.Of(functions.Knowns[0]), value);
            return;
        }

        if (functions.IsOpen || functions.Knowns.Any(known => known.Kind != AbstractValueKind.Function))
            _recogniser.HandedOver(value, null, evaluator, isToBeSet: true);
        foreach (var function in functions.Knowns.Where(known => known.Kind == AbstractValueKind.Function))
        {
            var before = evaluator.State;
            RunFunction?.Invoke(function, value, call ?? function.Origin!, evaluator);
            if (!effect.IsSure || functions.Single is null)
                evaluator.State = evaluator.State.Join(before);
        }
    }
}
