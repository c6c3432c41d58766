using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Values;

namespace SmtpPortAnalyzer.Connections;

/// <summary>
/// Follows one body with its lambdas and local functions, and writes down what matters: the connections that it opens, and what it does
/// that may matter to those of others.
/// </summary>
internal sealed class BodyAnalysis : IFlowObserver
{
    private readonly SmtpProgram _program;
    private readonly ConnectionRecogniser _recogniser;
    private readonly CalledBody _called;
    private readonly CancellationToken _cancellation;
    private readonly BodyFacts _facts = new();
    private readonly Dictionary<IOperation, List<FlowState>> _functions = new();
    private readonly HashSet<IMethodSymbol> _localFunctionsDone = new(SymbolEqualityComparer.Default);
    private readonly ISymbol? _owner;
    private ControlFlowGraph _graph;
    private FlowState _entry = FlowState.Entry;
    private bool _isNested;

    private BodyAnalysis(SmtpProgram program, ControlFlowGraph graph, ISymbol? owner, CancellationToken cancellation)
    {
        _owner = owner;
        _program = program;
        _graph = graph;
        _cancellation = cancellation;
        _recogniser = new ConnectionRecogniser(program.Symbols);
        _called = new CalledBody(program, cancellation);
    }

    public static BodyFacts Run(SmtpProgram program, ControlFlowGraph graph, ISymbol? owner, CancellationToken cancellation)
    {
        var analysis = new BodyAnalysis(program, graph, owner, cancellation);
        FlowGraph.Follow(graph, analysis, new[] { FlowState.Entry }, cancellation);
        analysis.FollowFunctions(graph);
        analysis._facts.Connections.AddRange(analysis._recogniser.Connections());
        return analysis._facts;
    }

    public void Created(IObjectCreationOperation creation, Known made, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        if (creation.Constructor is { } constructor)
            Record(constructor, FlowValue.Of(made), arguments, creation.Syntax, evaluator);

        var isFollowed = true;
        if (_recogniser.Created(creation, made, arguments, evaluator) is { } derived)
        {
            var isItsOwn = SymbolEqualityComparer.Default.Equals(derived, creation.Constructor);
            isFollowed = _called.Apply(derived, FlowValue.Of(made), isItsOwn ? arguments : ImmutableArray<ArgumentValue>.Empty, evaluator);
            _recogniser.Constructed(creation, made, derived, isFollowed, evaluator);
        }

        if (!isFollowed)
            HandOver(arguments, evaluator);
    }

    public FlowValue? Called(IInvocationOperation call, FlowValue receiver, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        var method = call.TargetMethod;
        Record(method, receiver, arguments, call.Syntax, evaluator);
        if (ConfigurationBinding.Of(call, arguments) is { } binding)
            _facts.Bindings.Add(binding);
        if (method.MethodKind == MethodKind.LocalFunction && _graph.LocalFunctions.Contains(method) && !_localFunctionsDone.Contains(method))
            Meet(method, evaluator.State);

        if (DevelopmentGuard.IsGuard(call))
            return FlowValue.Of(Known.OfSymbol(method, DevelopmentGuard.Mark, call.Syntax));

        if (_recogniser.Called(call, receiver, arguments, evaluator))
            return null;

        var value = _called.Value(method, receiver, arguments, evaluator, out var isFollowed);
        if (!isFollowed)
            HandOver(arguments, evaluator);

        // A getter of the compilation's own that gives run time's value or the default it was handed.
        return value is { IsOpen: true } either && Fallback.OfGetter(arguments) is not null
            ? either.Select(known => known.Kind == KnownKind.Constant ? known.AsFallback() : known)
            : value;
    }

    public FlowValue Written(IMemberReferenceOperation member, FlowValue receiver, FlowValue value, IOperation valueOperation, FlowEvaluator evaluator)
    {
        if (member.Member.DeclaringSyntaxReferences.Length > 0)
            _facts.Writes.Add(new WriteFact(member.Member.OriginalDefinition, receiver, value, valueOperation.Syntax, evaluator.State));

        return _recogniser.Written(member, receiver, value, valueOperation);
    }

    public FlowValue? Read(IMemberReferenceOperation member, FlowEvaluator evaluator) =>
        member is IPropertyReferenceOperation { Property.GetMethod: { } getter } property && member.Member.DeclaringSyntaxReferences.Length > 0
            ? _called.Value(
                getter,
                property.Instance is null ? FlowValue.Open : evaluator.Evaluate(property.Instance),
                ImmutableArray<ArgumentValue>.Empty,
                evaluator,
                out _)
            : null;

    public void Returned(IOperation? valueOperation, FlowValue value, FlowEvaluator evaluator)
    {
        if (_isNested)
            return;

        _facts.Returns.Add((value, evaluator.State));
        if (_owner is not null)
            _recogniser.Held(value, _owner);
    }

    public void Ended(FlowEvaluator evaluator)
    {
        if (!_isNested)
            _facts.Exits.Add(evaluator.State);
        _recogniser.Ended(evaluator.State, _entry, _isNested ? _graph.OriginalOperation.Syntax : null);
    }

    public void FunctionMade(IOperation function, FlowEvaluator evaluator)
    {
        if (!_functions.TryGetValue(function, out var states))
            _functions.Add(function, states = new List<FlowState>());
        states.Add(evaluator.State);
    }

    public bool IsExemptWhen(IOperation condition, FlowValue value, bool holds) => DevelopmentGuard.IsExemptWhen(condition, value, holds);

    private readonly Dictionary<IMethodSymbol, List<FlowState>> _localFunctions = new(SymbolEqualityComparer.Default);

    private void Meet(IMethodSymbol localFunction, FlowState state)
    {
        if (!_localFunctions.TryGetValue(localFunction, out var states))
            _localFunctions.Add(localFunction, states = new List<FlowState>());
        states.Add(state);
    }

    /// <summary>
    /// Follows the lambdas and local functions of a graph in the states in which they were made or called. What they capture is taken as it
    /// was then.
    /// </summary>
    private void FollowFunctions(ControlFlowGraph graph)
    {
        var made = _functions.ToArray();
        _functions.Clear();
        _isNested = true;
        foreach (var pair in made)
            FollowFunction(graph.GetAnonymousFunctionControlFlowGraph((IFlowAnonymousFunctionOperation)pair.Key, _cancellation), pair.Value);

        _graph = graph;
        foreach (var function in graph.LocalFunctions)
        {
            if (!_localFunctionsDone.Add(function))
                continue;

            var entries = _localFunctions.TryGetValue(function, out var states) ? states : new List<FlowState> { FlowState.Entry };
            FollowFunction(graph.GetLocalFunctionControlFlowGraph(function, _cancellation), entries);
        }
    }

    private void FollowFunction(ControlFlowGraph graph, List<FlowState> entries)
    {
        _graph = graph;
        _entry = entries[0];
        FlowGraph.Follow(graph, this, entries.Distinct(), _cancellation);
        FollowFunctions(graph);
    }

    private void Record(IMethodSymbol method, FlowValue receiver, ImmutableArray<ArgumentValue> arguments, SyntaxNode syntax, FlowEvaluator evaluator)
    {
        if (method.DeclaringSyntaxReferences.Length > 0)
            _facts.Calls.Add(new CallFact((method.ReducedFrom ?? method).OriginalDefinition, receiver, arguments, syntax, evaluator.State));
    }

    /// <summary>A client that unknown code gets hold of before its port was written may get any port there.</summary>
    private void HandOver(ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        foreach (var argument in arguments)
        {
            if (!Storage.IsStoring(argument.Parameter))
                _recogniser.HandedOver(argument.Value, evaluator);
        }
    }
}
