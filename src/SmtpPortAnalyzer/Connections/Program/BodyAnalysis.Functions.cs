using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Program;

/// <content>
/// Lambdas and local functions. Each is followed once for what it does itself, in the states in which it was made or called; where it is
/// plainly called, what it changes and returns is worked out in place as well.
/// </content>
internal sealed partial class BodyAnalysis
{
    /// <summary>How many functions may be worked out inside one another, in place: a bound for what they cost together.</summary>
    private const int MaxNesting = 3;

    private readonly Dictionary<SyntaxNode, Lambda> _lambdas = new();
    private readonly List<Lambda> _unfollowed = new();
    private readonly Dictionary<IMethodSymbol, List<FlowState>> _localFunctions = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> _functionsDone = new(SymbolEqualityComparer.Default);

    /// <summary>Functions that were worked out where they are called: what they return is judged there.</summary>
    private readonly HashSet<ISymbol> _inlined = new(SymbolEqualityComparer.Default);
    private readonly HashSet<AbstractValue> _returnedClients = new();
    private readonly Stack<Inlining> _inlining = new();
    private IMethodSymbol? _function;
    private LateWrites? _lateWrites;
    private bool _isNested;

    private LateWrites LateWrites => _lateWrites ??= LateWrites.CollectIn(_root);

    private bool IsInlining => _inlining.Count > 0;

    public void FunctionMade(IFlowAnonymousFunctionOperation function, FlowEvaluator evaluator)
    {
        if (!_lambdas.TryGetValue(function.Syntax, out var made))
            _lambdas.Add(function.Syntax, made = new Lambda(function, _graph));
        if (IsInlining)
            return;

        if (made.States.Count == 0)
            _unfollowed.Add(made);
        made.States.Add(evaluator.State);
    }

    private ValueSet? Invoked(AbstractValue function, ImmutableArray<ArgumentValue> arguments, SyntaxNode syntax, FlowEvaluator evaluator)
    {
        var method = (IMethodSymbol)function.Symbol!;

        // A delegate's parameters have names of their own; the order is the same.
        var own = ImmutableArray.CreateBuilder<ArgumentValue>(arguments.Length);
        foreach (var argument in arguments)
        {
            var parameter = argument.Parameter is { } formal && formal.Ordinal < method.Parameters.Length
                ? method.Parameters[formal.Ordinal]
                : null;
            own.Add(new ArgumentValue(parameter, argument.Given, argument.Value));
        }

        if (method.MethodKind != MethodKind.AnonymousFunction)
            return Called(method, function.Receiver is { } receiver ? ValueSet.FromValue(receiver) : ValueSet.Open, own.MoveToImmutable(),
                syntax, evaluator);

        Record(method, ValueSet.Open, own.ToImmutable(), syntax, evaluator);
        return Inline(method, _lambdas.TryGetValue(function.Origin!, out var made) ? made.Graph(_cancellationToken) : null,
            own.ToImmutable(), evaluator);
    }

    private ValueSet? LocalFunctionCalled(IMethodSymbol function, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        function = function.OriginalDefinition;
        if (!IsInlining && !_functionsDone.Contains(function))
        {
            if (!_localFunctions.TryGetValue(function, out var states))
                _localFunctions.Add(function, states = new List<FlowState>());
            states.Add(evaluator.State);
        }

        return Inline(function, IsInScope(function) ? _graph.GetLocalFunctionControlFlowGraphInScope(function, _cancellationToken) : null,
            arguments, evaluator);
    }

    /// <summary>
    /// Works the function out in the state in which it is called; null where it is not followed, or gives what only run time knows.
    /// </summary>
    private ValueSet? Inline(
        IMethodSymbol function, ControlFlowGraph? graph, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        if (graph is null || _inlining.Count >= MaxNesting
            || _inlining.Any(outer => SymbolEqualityComparer.Default.Equals(outer.Function, function))
            || graph.OriginalOperation.Syntax.Span.Length > CalledBody.MaxLength)
        {
            HandOver(arguments, evaluator);
            return null;
        }

        var entry = evaluator.State;
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter)
                entry = entry.Set(StorageLocation.ForSymbol(parameter),
                    argument.Value.Select(known => IsConstant(known) ? known.AsReturned(argument.Given.Syntax) : known));
        }

        var inlining = new Inlining(function);
        var outerGraph = _graph;
        _inlining.Push(inlining);
        _recogniser.IsMuted = true;
        try
        {
            _graph = graph;
            FlowGraph.Follow(graph, this, new[] { entry }, _cancellationToken);
        }
        finally
        {
            _graph = outerGraph;
            _inlining.Pop();
            _recogniser.IsMuted = IsInlining;
        }

        _inlined.Add(function);
        if (inlining.Exits.Count > 0)
            evaluator.State = inlining.Exits.Aggregate(static (one, two) => one.Join(two));

        // A constant belongs to the place that returns it.
        return ValueSet.Union(inlining.Returns.Select(value =>
            value.Select(static known => IsConstant(known) && known.Origin is { } origin ? known.AsReturned(origin) : known)));
    }

    private static bool IsConstant(AbstractValue known) => known.Kind is AbstractValueKind.Constant or AbstractValueKind.PartialText;

    private bool IsInScope(IMethodSymbol localFunction)
    {
        for (var graph = _graph; graph is not null; graph = graph.Parent)
        {
            if (graph.LocalFunctions.Contains(localFunction))
                return true;
        }

        return false;
    }

    /// <summary>Follows the lambdas and local functions of a graph for what they do themselves.</summary>
    private void FollowFunctions(ControlFlowGraph graph)
    {
        var made = _unfollowed.Where(lambda => _functionsDone.Add(lambda.Function.Symbol)).ToArray();
        _unfollowed.Clear();
        _isNested = true;
        foreach (var lambda in made)
            FollowFunction(lambda.Function.Symbol, lambda.Graph(_cancellationToken),
                lambda.States.ConvertAll(state => LateWrites.Forget(state, lambda.Function.Syntax)));

        _graph = graph;
        foreach (var function in graph.LocalFunctions)
        {
            if (!_functionsDone.Add(function))
                continue;

            var entries = _localFunctions.TryGetValue(function, out var states) ? states : new List<FlowState> { FlowState.Entry };
            FollowFunction(function, graph.GetLocalFunctionControlFlowGraph(function, _cancellationToken), entries);
        }
    }

    private void FollowFunction(IMethodSymbol function, ControlFlowGraph graph, List<FlowState> entries)
    {
        _graph = graph;
        _function = function;
        _entry = entries[0];
        FlowGraph.Follow(graph, this, entries.Distinct(), _cancellationToken);
        FollowFunctions(graph);
    }

    private void ReturnedFromFunction(ValueSet value)
    {
        if (_function is not null && _inlined.Contains(_function))
            _returnedClients.UnionWith(value.Knowns.Where(known => known.Kind == AbstractValueKind.Allocation));
    }

    /// <summary>Whether what the object is like now is what it is like for good as far as the running body is concerned.</summary>
    private bool IsEndingHere(AbstractValue owner) =>
        !_isNested
        || owner.Kind != AbstractValueKind.Allocation
        || (_graph.OriginalOperation.Syntax.Span.Contains(owner.Origin!.Span) && !_returnedClients.Contains(owner));

    /// <summary>A lambda, the graph in which it was made, and the states.</summary>
    private sealed class Lambda(IFlowAnonymousFunctionOperation function, ControlFlowGraph outer)
    {
        public IFlowAnonymousFunctionOperation Function { get; } = function;

        public List<FlowState> States { get; } = new();

        public ControlFlowGraph Graph(CancellationToken cancellationToken) =>
            outer.GetAnonymousFunctionControlFlowGraph(Function, cancellationToken);
    }

    /// <summary>A function that is being worked out where it is called.</summary>
    private sealed class Inlining(IMethodSymbol function)
    {
        public IMethodSymbol Function { get; } = function;

        public List<ValueSet> Returns { get; } = new();

        public List<FlowState> Exits { get; } = new();
    }
}
