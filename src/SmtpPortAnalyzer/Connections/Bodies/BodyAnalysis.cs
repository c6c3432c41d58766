using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections.Keys;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Bodies;

/// <summary>
/// Says what each operation of one body, its lambdas and local functions means, and writes down what matters: the connections that it
/// opens, and what it does that may matter to those of others.
/// </summary>
internal sealed class BodyAnalysis : IFlowSemantics
{
    private readonly SmtpProgram _program;
    private readonly ConnectionRecogniser _recogniser;
    private readonly CalledBody _called;
    private readonly MemberReads _reads;
    private readonly AskedCalls _asked;
    private readonly CancellationToken _cancellationToken;
    private readonly InnerFunctions _functions;
    private readonly UnresolvedCalls _unresolved;
    private readonly WrittenMembers _written;
    private readonly BodyFacts _facts = new();
    private readonly ExpressionValues? _values;
    private readonly FlowPlans _plans;

    private BodyAnalysis(SmtpProgram program, int depth, ExpressionValues? values, CancellationToken cancellationToken)
    {
        _values = values;
        _program = program;
        _cancellationToken = cancellationToken;
        _recogniser = new ConnectionRecogniser(program.Symbols);
        _called = new CalledBody(program, _recogniser, depth, cancellationToken);
        _reads = new MemberReads(program, _called, cancellationToken);
        _asked = new AskedCalls(program, _called, cancellationToken);
        _functions = new InnerFunctions(this, _recogniser, _facts, cancellationToken);
        _called.RunFunction = _functions.Run;
        _plans = new FlowPlans(new ConnectionRelevance(program, cancellationToken));
        _unresolved = new UnresolvedCalls(program, _recogniser, cancellationToken);
        _written = new WrittenMembers(program, _recogniser, _called, _reads, _facts, cancellationToken);
    }

    /// <param name="program">The program that the body belongs to.</param>
    /// <param name="graph">The body.</param>
    /// <param name="context">How it is called.</param>
    /// <param name="owner">The member that runs it.</param>
    /// <param name="values">Where to note what each expression is; null where only what the body does is asked for.</param>
    /// <param name="cancellationToken">Ends the analysis.</param>
    public static BodyFacts Run(
        SmtpProgram program, ControlFlowGraph graph, BodyContext context, ISymbol? owner, ExpressionValues? values,
        CancellationToken cancellationToken)
    {
        var analysis = new BodyAnalysis(program, context.Depth, values, cancellationToken);
        var (facts, recogniser) = (analysis._facts, analysis._recogniser);
        analysis._functions.Follow(new BodyFrame(graph, owner, facts, recogniser), context.Entry);
        facts.Connections.AddRange(recogniser.Connections());
        facts.Logins.AddRange(recogniser.Logins());
        facts.Secured.UnionWith(recogniser.Secured);
        facts.Configured.UnionWith(recogniser.Configured);
        facts.LoggedIn.UnionWith(recogniser.LoggedIn);
        facts.Exposed.UnionWith(recogniser.Exposed);
        facts.Changed.UnionWith(recogniser.ChangedSites);
        facts.SecuredSites.UnionWith(recogniser.SecuredSites);
        return facts;
    }

    public void Created(
        IObjectCreationOperation creation, AbstractValue made, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator) =>
        Created(CallSite.From(creation), made, arguments, evaluator);

    private void Created(CallSite creation, AbstractValue made, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        if (creation.Method is { } constructor)
        {
            Record(constructor, ValueSet.FromValue(made), arguments, creation.Syntax, evaluator);
            PositionalProperty.Keep(constructor, made, arguments, evaluator, _program, _cancellationToken);
        }

        var isFollowed = true;
        if (_recogniser.Created(creation, made, arguments, evaluator) is { } derived)
        {
            var isItsOwn = SymbolEqualityComparer.Default.Equals(derived, creation.Method);
            isFollowed = _called.Apply(
                derived, ValueSet.FromValue(made), isItsOwn ? arguments : ImmutableArray<ArgumentValue>.Empty, creation.Syntax, evaluator);
            _recogniser.Constructed(creation, made, derived, isFollowed, evaluator);
        }

        if (!isFollowed)
            HandOver(arguments, evaluator);
    }

    public ValueSet? Called(IInvocationOperation call, ValueSet receiver, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        if (ConfigurationBinding.Recognise(call, arguments, FrameworkTypes) is { } binding)
            _facts.Bindings.Add(binding);

        if (DevelopmentGuard.IsGuard(call, FrameworkTypes))
            return ValueSet.FromValue(AbstractValue.OfDevelopment(true));

        var query = ChildSections.Query(call, arguments, evaluator, (function, child) => Invoked(
            function, ImmutableArray.Create(new ArgumentValue(call.TargetMethod.Parameters[0], call.Arguments[0].Value, child)),
            call.Syntax, evaluator));
        var called = Called(CallSite.From(call, receiver), receiver, arguments, evaluator);
        return query ?? called;
    }

    private ValueSet? Called(CallSite call, ValueSet receiver, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        var method = call.Method!;
        if (_recogniser.Called(call, method, receiver, arguments, evaluator))
        {
            Record(method, receiver, arguments, call.Syntax, evaluator);
            return null;
        }

        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            if (receiver.Single is { Kind: AbstractValueKind.Function } function)
                return Invoked(function, arguments, call.Syntax, evaluator);

            if (method.ReturnsVoid && RunFunctions.Note(receiver, arguments, evaluator))
                return null;

            return Called(method, receiver, arguments, call.Syntax, evaluator) ?? HeldFunctions.ResultOf(receiver, method.ReturnType);
        }

        return Called(method, receiver, arguments, call.Syntax, evaluator) ?? (HeldFunctions.RunBy(method, arguments, FrameworkTypes)
            is { } run ? Invoked(run, ImmutableArray<ArgumentValue>.Empty, call.Syntax, evaluator) : null);
    }

    private ValueSet? Called(
        IMethodSymbol method, ValueSet receiver, ImmutableArray<ArgumentValue> arguments, SyntaxNode syntax, FlowEvaluator evaluator)
    {
        Record(method, receiver, arguments, syntax, evaluator);
        if (method.MethodKind == MethodKind.LocalFunction)
        {
            if (!_functions.TryCallLocalFunction(method, arguments, syntax, evaluator, out var returned))
                HandOver(arguments, evaluator);
            return returned;
        }

        _functions.HandedOver(_called.NotRun(method, arguments), evaluator);
        var value = _called.Value(method, receiver, arguments, syntax, evaluator, out var isFollowed);
        if (!isFollowed)
        {
            HandOver(arguments, evaluator);
            if (method.DeclaringSyntaxReferences.Length > 0)
                _recogniser.HandedOver(receiver, null, evaluator);
        }

        _asked.Ended(method, arguments, evaluator);
        value ??= Implementations.Given(method, receiver, arguments, syntax, _program.Symbols);

        // A getter of the compilation's own that gives run time's value or the default it was handed.
        return value is { IsOpen: true } either && Fallback.OfGetter(arguments) is not null
            ? either.Select(known => known.Kind == AbstractValueKind.Constant ? known.AsFallback() : known)
            : value;
    }

    /// <summary>A delegate is called whose function is known.</summary>
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
            own.Add(new ArgumentValue(parameter, argument.Given, argument.Value, argument.IsWritten));
        }

        var given = own.MoveToImmutable();
        if (method.MethodKind != MethodKind.AnonymousFunction)
        {
            var receiver = function.Receiver is { } owner ? ValueSet.FromValue(owner) : ValueSet.Open;
            return Called(method, receiver, given, syntax, evaluator);
        }

        Record(method, ValueSet.Open, given, syntax, evaluator);
        if (!_functions.TryCallLambda(function, given, evaluator, out var returned))
            HandOver(given, evaluator);
        return returned;
    }

    public ValueSet? Converted(IConversionOperation conversion, ValueSet value, FlowEvaluator evaluator)
    {
        var method = conversion.OperatorMethod!;
        return _program.Symbols.IsSettingType(method.ContainingType) || _program.BodyOf(method, _cancellationToken) is null
            ? null
            : Called(
                method, ValueSet.Open, ImmutableArray.Create(new ArgumentValue(method.Parameters[0], conversion.Operand, value)),
                conversion.Syntax, evaluator) ?? ValueSet.Open;
    }

    public ValueSet? Unresolved(IInvalidOperation operation, ImmutableArray<ValueSet> children, FlowEvaluator evaluator)
    {
        if (_unresolved.Resolve(operation, children) is not { } call)
        {
            _unresolved.GiveAway(operation, children, evaluator);
            return null;
        }

        if (operation.Syntax is not BaseObjectCreationExpressionSyntax)
            return Called(call.Site, call.Receiver, call.Arguments, evaluator);

        var made = AbstractValue.OfAllocation(operation.Syntax, operation.Type);
        Created(call.Site, made, call.Arguments, evaluator);
        return ValueSet.FromValue(made);
    }

    public ValueSet? Written(
        IMemberReferenceOperation member, ValueSet receiver, ValueSet value, IOperation valueOperation, FlowEvaluator evaluator) =>
        _written.Note(member, receiver, value, valueOperation, evaluator, _functions.Current.IsNoted);

    public ValueSet? Read(IMemberReferenceOperation member, FlowEvaluator evaluator) =>
        HeldFunctions.LazyOf(member, FrameworkTypes) is not { } lazy
            ? _reads.Of(member, evaluator) ?? _reads.Asked(member, evaluator, Record)
        : evaluator.Evaluate(lazy) is var receiver && receiver.Single is { Kind: AbstractValueKind.Function } function
            ? Invoked(function, ImmutableArray<ArgumentValue>.Empty, member.Syntax, evaluator)
        : HeldFunctions.ResultOf(receiver, member.Type!);

    public bool HasLogic(IPropertySymbol property) =>
        FieldProperty.BodyOf(property.GetMethod, _program, _cancellationToken) is not null;

    public void Evaluated(IOperation operation, ValueSet value)
    {
        // What a function gives on the ways of one caller says nothing of it in general.
        if (_values is not null && _functions.Current.IsNoted)
            _values.Note(operation, value);
    }

    public FlowPlan PlanFor(ControlFlowGraph graph) => _plans.For(graph);

    public bool IsSought(AbstractValue value) => ConnectionRelevance.IsSought(value);

    public AbstractValue SoughtLike(object? other) => ConnectionRelevance.SoughtLike(other);

    public void Lost(ValueSet value) => _recogniser.HandedOut(value);

    public void HandedOver(ValueSet value, FlowEvaluator evaluator)
    {
        _recogniser.HandedOver(value, null, evaluator);
        _functions.HandedOver(value, isOption: false, evaluator);
    }

    public void Returned(IOperation? valueOperation, ValueSet value, FlowEvaluator evaluator) =>
        _functions.Current.Returned(Fallback.OfReturned(valueOperation?.Syntax, value), evaluator.State);

    public void Ended(FlowEvaluator evaluator) => _functions.Current.Ended(evaluator.State);

    public void FunctionMade(IFlowAnonymousFunctionOperation function, FlowEvaluator evaluator) =>
        _functions.Made(function, evaluator.State);

    public void FunctionMade(IMethodReferenceOperation method, FlowEvaluator evaluator) =>
        _facts.Delegates[method.Syntax] =
            !evaluator.State.IsExempt || (_facts.Delegates.TryGetValue(method.Syntax, out var counts) && counts);

    public bool Died(AbstractValue made, FlowState state) => _functions.Current.Died(made, state);

    public FrameworkTypes FrameworkTypes => _program.FrameworkTypes;

    public void Answered(IInvocationOperation call, bool answer, FlowEvaluator evaluator) => _asked.Answered(call, answer, evaluator);

    public void Unset(IOperation number, BinaryOperatorKind comparison, int limit, bool holds, FlowEvaluator evaluator)
    {
        if (_reads.IsAgainstDefault(number, comparison, limit, holds))
            _recogniser.DefaultsOpened(evaluator);
    }

    public bool IsExemptWhen(ValueSet condition, bool holds) =>
        DevelopmentGuard.IsExemptWhen(condition, holds, _program, _cancellationToken);

    private void Record(
        IMethodSymbol method, ValueSet receiver, ImmutableArray<ArgumentValue> arguments, SyntaxNode syntax, FlowEvaluator evaluator)
    {
        if (_functions.Current.IsNoted)
            _facts.Call(method, receiver, arguments, syntax, evaluator.State);
    }

    /// <summary>A client that unknown code gets hold of before its port was written may get any port there.</summary>
    private void HandOver(ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        foreach (var argument in arguments)
        {
            if (PassThroughApis.IsStoring(argument.Parameter, FrameworkTypes))
                _recogniser.HandedOut(argument.Value);
            else
                _recogniser.HandedOver(argument.Value, argument.Parameter?.ContainingSymbol as IMethodSymbol, evaluator);
        }
    }
}
