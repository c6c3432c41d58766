using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Bodies;

/// <summary>
/// The lambdas and local functions of a body. Each is followed once for what it does itself, in the states in which it was made or
/// called; where it is plainly called, what it changes and returns is worked out in place as well.
/// </summary>
internal sealed class InnerFunctions
{
    /// <summary>How many functions may be worked out inside one another, in place: a bound for what they cost together.</summary>
    private const int MaxNesting = 3;

    private readonly IFlowSemantics _semantics;
    private readonly ConnectionRecogniser _recogniser;
    private readonly BodyFacts _facts;
    private readonly CancellationToken _cancellationToken;
    private readonly Stack<FunctionFrame> _frames = new();
    private readonly Dictionary<SyntaxNode, Lambda> _lambdas = new();
    private readonly List<Lambda> _unfollowed = new();
    private readonly Dictionary<IMethodSymbol, LocalCalls> _localFunctions = new(SymbolEqualityComparer.Default);
    private LocalNames? _names;
    private readonly HashSet<IMethodSymbol> _done = new(SymbolEqualityComparer.Default);

    /// <summary>Functions that were worked out where they are called: what they return is judged there.</summary>
    private readonly HashSet<ISymbol> _workedOut = new(SymbolEqualityComparer.Default);
    private readonly HashSet<AbstractValue> _returnedClients = new();

    /// <summary>Parameters of functions that may be given objects which were made elsewhere.</summary>
    private readonly HashSet<ISymbol> _givenOthers = new(SymbolEqualityComparer.Default);

    public InnerFunctions(
        IFlowSemantics semantics, ConnectionRecogniser recogniser, BodyFacts facts, CancellationToken cancellationToken)
    {
        _facts = facts;
        _semantics = semantics;
        _recogniser = recogniser;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The function that is being followed.</summary>
    public FunctionFrame Current => _frames.Peek();

    /// <summary>Follows the body, then the functions in it.</summary>
    public void Follow(BodyFrame body, FlowState entry)
    {
        Follow(body, new[] { entry });
        FollowFunctionsOf(body.Graph, new Lazy<LateWrites>(() => LateWrites.CollectIn(body.Graph.OriginalOperation)));
    }

    /// <summary>A lambda came into being in the state.</summary>
    public void Made(IFlowAnonymousFunctionOperation function, FlowState state)
    {
        if (!_lambdas.TryGetValue(function.Syntax, out var made))
            _lambdas.Add(function.Syntax, made = new Lambda(function, Current.Graph));
        if (!Current.IsNoted)
            return;

        if (made.States.Count == 0)
            _unfollowed.Add(made);
        made.States.Add(state);
    }

    /// <summary>
    /// Other code gets the functions among the arguments, and may run them at any time: what they write may be anything from then on.
    /// </summary>
    public void HandedOver(ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        // The parser of a command line is told the name of an option, and what to do with its value.
        var isOption = arguments.Any(argument => argument.Value.Single is { Kind: AbstractValueKind.Constant, Constant: string });
        foreach (var argument in arguments)
            HandedOver(argument.Value, isOption, evaluator);
    }

    public void HandedOver(ValueSet functions, bool isOption, FlowEvaluator evaluator)
    {
        foreach (var function in functions.Knowns)
        {
            if (function is not { Kind: AbstractValueKind.Function, Symbol: IMethodSymbol handed })
                continue;

            _givenOthers.UnionWith(handed.Parameters);
            if (handed.MethodKind != MethodKind.AnonymousFunction || !_lambdas.TryGetValue(function.Origin!, out var made))
                continue;

            made.Run(isOption, evaluator, _recogniser, _cancellationToken);
        }
    }

    /// <summary>
    /// Works a lambda out where it is called; false where that is not possible, and anything may happen to what it is given.
    /// </summary>
    public bool TryCallLambda(AbstractValue lambda, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator, out ValueSet? value)
    {
        var graph = _lambdas.TryGetValue(lambda.Origin!, out var made) ? made.Graph(_cancellationToken) : null;
        return TryWorkOut((IMethodSymbol)lambda.Symbol!, graph, arguments, evaluator, out value);
    }

    /// <summary>A method that is called runs a function on what it is handed beside it.</summary>
    public void Run(AbstractValue function, ValueSet given, SyntaxNode call, FlowEvaluator evaluator)
    {
        if (function.Symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction, Parameters: { Length: 1 } parameters }
            && TryCallLambda(
                function, ImmutableArray.Create(new ArgumentValue(parameters[0], call, given, isWritten: true)), evaluator, out _))
            return;

        HandedOver(ValueSet.FromValue(function), isOption: false, evaluator);
        _recogniser.HandedOver(given, null, evaluator, isToBeSet: true);
    }

    /// <summary>As <see cref="TryCallLambda"/>, for a local function.</summary>
    public bool TryCallLocalFunction(
        IMethodSymbol function, ImmutableArray<ArgumentValue> arguments, SyntaxNode call, FlowEvaluator evaluator, out ValueSet? value)
    {
        function = function.OriginalDefinition;
        if (Current.IsNoted && !_done.Contains(function))
        {
            if (!_localFunctions.TryGetValue(function, out var calls))
                _localFunctions.Add(function, calls = new LocalCalls(function));
            calls.Add(call, arguments, evaluator.State);
        }

        var graph = IsInScope(function) ? Current.Graph.GetLocalFunctionControlFlowGraphInScope(function, _cancellationToken) : null;
        return TryWorkOut(function, graph, arguments, evaluator, out value);
    }

    private bool TryWorkOut(
        IMethodSymbol function,
        ControlFlowGraph? graph,
        ImmutableArray<ArgumentValue> arguments,
        FlowEvaluator evaluator,
        out ValueSet? value)
    {
        value = null;
        if (graph is null || !MayNest(function) || graph.OriginalOperation.Syntax.Span.Length > CalledBody.MaxLength)
            return false;

        var entry = evaluator.State;
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter)
            {
                if (argument.Value.IsOpen || argument.Value.Knowns.Any(known => known.Kind != AbstractValueKind.Allocation))
                    _givenOthers.Add(parameter);
                var given = argument.Value.Select(known => known.IsConstant ? known.AsReturned(argument.Syntax) : known);
                entry = entry.Set(StorageLocation.ForSymbol(parameter), given);
            }
        }

        var frame = new InlineFrame(function, graph);
        Follow(frame, new[] { entry });
        _workedOut.Add(function);
        if (frame.Exits.Count > 0)
            evaluator.State = frame.Exits.Aggregate(static (one, two) => one.Join(two));
        ExcludeWhatThrows(function, graph, entry, arguments, evaluator);

        // A constant belongs to the place that returns it.
        value = ValueSet.Union(frame.Returns.Select(returned =>
            returned.Select(static known => known.IsConstant && known.Origin is { } origin ? known.AsReturned(origin) : known)));

        return true;
    }

    /// <summary>An argument with which the function would have thrown is none, once it has come to its end.</summary>
    private void ExcludeWhatThrows(
        IMethodSymbol function, ControlFlowGraph graph, FlowState entry, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        if (!graph.Blocks.Any(block => block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Throw))
            return;

        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { RefKind: RefKind.None } parameter || !argument.IsFollowed || !AskedCalls.MayBeSought(argument))
                continue;

            var frame = new InlineFrame(function, graph);
            Follow(frame, new[] { entry.Set(StorageLocation.ForSymbol(parameter), ValueSet.FromValue(AskedCalls.Sought(parameter))) });
            if (frame.Exits.Count == 0)
                evaluator.Exclude(argument.Given);
        }
    }

    private bool MayNest(IMethodSymbol function)
    {
        var nesting = 0;
        foreach (var frame in _frames.OfType<InlineFrame>())
        {
            if (++nesting >= MaxNesting || SymbolEqualityComparer.Default.Equals(frame.Function, function))
                return false;
        }

        return true;
    }

    private bool IsInScope(IMethodSymbol localFunction)
    {
        for (var graph = Current.Graph; graph is not null; graph = graph.Parent)
        {
            if (graph.LocalFunctions.Contains(localFunction))
                return true;
        }

        return false;
    }

    private void Follow(FunctionFrame frame, IEnumerable<FlowState> entries)
    {
        _frames.Push(frame);
        _recogniser.IsMuted = !frame.IsNoted;
        try
        {
            FlowGraph.Follow(frame.Graph, _semantics, entries, _cancellationToken);
        }
        finally
        {
            _frames.Pop();
            _recogniser.IsMuted = _frames.Count > 0 && !Current.IsNoted;
        }
    }

    private void FollowFunctionsOf(ControlFlowGraph graph, Lazy<LateWrites> lateWrites)
    {
        var made = _unfollowed.Where(lambda => _done.Add(lambda.Function.Symbol)).ToArray();
        _unfollowed.Clear();
        foreach (var lambda in made)
        {
            var entries = lambda.States.ConvertAll(state => lateWrites.Value.Forget(state, lambda.Function.Syntax));
            FollowByItself(lambda.Function.Symbol, lambda.Graph(_cancellationToken), entries, lateWrites);
        }

        if (graph.LocalFunctions.IsEmpty)
            return;

        var names = _names ??= new LocalNames(graph.OriginalOperation.Syntax);
        foreach (var function in names.CallersFirst(graph.LocalFunctions))
        {
            if (!_done.Add(function))
                continue;

            var entries = _localFunctions.TryGetValue(function, out var calls)
                ? calls.Entries(names)
                : new List<FlowState> { FlowState.Entry };
            FollowByItself(function, graph.GetLocalFunctionControlFlowGraph(function, _cancellationToken), entries, lateWrites);
        }
    }

    private void FollowByItself(IMethodSymbol function, ControlFlowGraph graph, List<FlowState> entries, Lazy<LateWrites> lateWrites)
    {
        var frame = new InnerFrame(
            function, graph, entries[0], () => _workedOut.Contains(function), parameter => !_givenOthers.Contains(parameter),
            _returnedClients, _recogniser, _facts);
        Follow(frame, entries.Distinct());
        FollowFunctionsOf(graph, lateWrites);
    }

    /// <summary>A lambda, the graph in which it was made, and the states.</summary>
    private sealed class Lambda(IFlowAnonymousFunctionOperation function, ControlFlowGraph outer)
    {
        private List<(ISymbol Variable, bool IsMember, bool IsGiven)>? _written;

        public IFlowAnonymousFunctionOperation Function { get; } = function;

        /// <summary>
        /// It may have been run: the variables outside of it that it writes hold what only run time knows; where that is the value of an
        /// option, a constant from before stands in for it.
        /// </summary>
        public void Run(bool isOption, FlowEvaluator evaluator, ConnectionRecogniser recogniser, CancellationToken cancellationToken)
        {
            _written ??= LateWrites.Written(outer.OriginalOperation, Function.Syntax, cancellationToken).ToList();
            foreach (var (variable, isMember, isGiven) in _written)
            {
                var cell = StorageLocation.ForSymbol(variable);
                if (!isMember && isOption && isGiven && evaluator.State.Get(cell) is { } before)
                    evaluator.Keep(cell, before.Select(known => known.IsConstant ? known.AsFallback() : null).Or(ValueSet.Open));
                else if (!isMember)
                    evaluator.Keep(cell, ValueSet.Open);
                else if (evaluator.State.Get(cell) is { } held)
                    recogniser.HandedOver(held, null, evaluator);
            }
        }

        public List<FlowState> States { get; } = new();

        public ControlFlowGraph Graph(CancellationToken cancellationToken) =>
            outer.GetAnonymousFunctionControlFlowGraph(Function, cancellationToken);
    }
}
