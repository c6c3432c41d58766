using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Flow;

/// <summary>
/// Evaluates the operations of one block in one state, and changes the state as they do. Not thread-safe: one for each body.
/// </summary>
internal sealed class FlowEvaluator
{
    private readonly IFlowSemantics _semantics;

    private readonly FlowPlan _plan;
    private readonly Narrowing _narrowing;
    private readonly FlowCalls _calls;
    private readonly FlowWrites _writes;

    public FlowEvaluator(IFlowSemantics semantics, FlowPlan plan)
    {
        _semantics = semantics;
        _plan = plan;
        _narrowing = new Narrowing(this, plan, semantics);
        _calls = new FlowCalls(this, semantics);
        _writes = new FlowWrites(this, semantics, plan);
    }

    public FlowState State { get; set; } = FlowState.Entry;

    /// <summary>Which ways the calls of the running statement take.</summary>
    public FlowChoices Choices { get; } = new();

    /// <summary>The framework's types as the compilation knows them.</summary>
    public FrameworkTypes FrameworkTypes => _semantics.FrameworkTypes;

    /// <summary>Puts a value into a local, a parameter or a capture, where that can matter to anything.</summary>
    public void Keep(StorageLocation variable, ValueSet value)
    {
        if (_plan.Keeps(variable))
            State = State.Set(variable, value);
    }

    /// <exception cref="System.InsufficientExecutionStackException">The expression is nested too deeply.</exception>
    public ValueSet Evaluate(IOperation? operation)
    {
        if (operation is null)
            return ValueSet.Open;

        RuntimeHelpers.EnsureSufficientExecutionStack();
        var value = operation.ConstantValue is { HasValue: true, Value: var constant }
            && operation.Kind != OperationKind.DeclarationExpression
            ? ValueSet.FromValue(OfConstant(operation, constant))
            : Compute(operation);
        _semantics.Evaluated(operation, value);
        return value;
    }

    private ValueSet Compute(IOperation operation) =>
        operation switch
        {
            IExpressionStatementOperation statement => Evaluate(statement.Operation),
            ILocalReferenceOperation local =>
                _writes.MeaningOf(local.Local) is { } meant
                    ? Evaluate(meant)
                    : State.Get(StorageLocation.ForSymbol(local.Local)) ?? ValueSet.Open,
            IParameterReferenceOperation parameter => Parameter(parameter.Parameter, parameter.Syntax),
            IFlowCaptureReferenceOperation reference => State.Get(StorageLocation.ForCapture(reference.Id)) ?? ValueSet.Open,
            IFlowCaptureOperation capture => Capture(capture),
            ISimpleAssignmentOperation { IsRef: true } alias => _writes.Alias(alias),
            ISimpleAssignmentOperation assignment => _writes.Store(assignment),
            IDeconstructionAssignmentOperation deconstruction => _writes.Deconstruct(deconstruction),
            ICompoundAssignmentOperation compound => _writes.Compound(compound),
            IIncrementOrDecrementOperation increment => _writes.Increment(increment),
            IFieldReferenceOperation or IPropertyReferenceOperation => Read((IMemberReferenceOperation)operation),
            IObjectCreationOperation creation => _calls.Create(creation),
            ITypeParameterObjectCreationOperation made => ValueSet.FromValue(AbstractValue.OfAllocation(made.Syntax, made.Type)),
            IInvocationOperation invocation => _calls.Call(invocation),
            IConversionOperation conversion => Conversions.Converted(conversion, this, _semantics),
            IBinaryOperation binary =>
                ConstantFolding.Binary(binary, Evaluate(binary.LeftOperand), Evaluate(binary.RightOperand)),
            IUnaryOperation unary => ConstantFolding.Unary(unary, Evaluate(unary.Operand)),
            IInterpolatedStringOperation text => Conversions.Interpolated(text, this),
            IArrayCreationOperation { Initializer: { } items } =>
                Collections.Sequence(_calls.EvaluateAll(items.ElementValues), operation, this),
            IArrayElementReferenceOperation element =>
                Collections.Item(Evaluate(element.ArrayReference), _calls.EvaluateAll(element.Indices), element, this),
            IAnonymousObjectCreationOperation anonymous => _calls.Create(anonymous),
            ITupleOperation tuple => ValueSet.FromValue(AbstractValue.OfTuple(_calls.EvaluateAll(tuple.Elements))),
            IInstanceReferenceOperation => ValueSet.FromValue(AbstractValue.This),
            IParenthesizedOperation parenthesized => Evaluate(parenthesized.Operand),
            IAwaitOperation awaited => Evaluate(awaited.Operation),
            IDefaultValueOperation missing => ConstantFolding.DefaultOf(missing),
            IIsNullOperation isNull => ConstantFolding.IsNull(Evaluate(isNull.Operand)),
            IIsPatternOperation pattern => Match(pattern),
            IDeclarationExpressionOperation declaration => Evaluate(declaration.Expression),
            IAddressOfOperation address => Assign(address.Reference, ValueSet.Open, address),
            IDelegateCreationOperation delegated => Evaluate(delegated.Target),
            IInvalidOperation invalid => _calls.Unresolved(invalid),
            IFlowAnonymousFunctionOperation function => MakeFunction(function),
            IMethodReferenceOperation method => MakeFunction(method),
            _ when operation.Syntax is CollectionExpressionSyntax => Collections.Listed(operation, this),
            _ => Children(operation),
        };

    /// <summary>The values go where they are not followed: into an array, an event, an anonymous object.</summary>
    public void Lose(ValueSet value) => _semantics.Lost(value);

    /// <summary>
    /// The state in which the condition, evaluated to <paramref name="value"/> in <see cref="State"/>, turns out to hold or not.
    /// </summary>
    public FlowState Assume(IOperation condition, ValueSet value, bool holds)
    {
        if (PatternMatching.TruthTest(condition) is var (tested, truth))
            (condition, value, holds) = (tested, Evaluate(tested), holds == truth);

        if (_semantics.IsExemptWhen(value, holds))
            State = State.Exempt();
        _narrowing.Assume(condition, holds);
        if (value.Single is null && value.Knowns.FirstOrDefault(known => known.Kind == AbstractValueKind.Condition)
            is { Constant: IOperation kept })
            _narrowing.AssumeKept(kept, holds);
        if (_plan.AnswerOf(condition) is var (answer, isNegated))
            State = State.Set(answer, Truth(holds != isNegated, condition));
        if (Tested(condition) is { } symbol && _plan.IsRecurring(symbol))
            Keep(StorageLocation.ForSymbol(symbol), Truth(holds, condition));
        return State;
    }

    /// <summary>What a condition gives: what it gave before, where it has been asked on this way.</summary>
    public ValueSet EvaluateCondition(IOperation condition)
    {
        var value = Evaluate(condition);
        return value.Single is not { IsConstant: true } && _plan.AnswerOf(condition) is var (answer, isNegated)
            && State.Get(answer) is { } given && given.TryGetConstant<bool>(out var truth)
                ? Truth(truth != isNegated, condition)
                : value;
    }

    /// <summary>The variable or member has got another value: what was asked of it before is to be asked anew.</summary>
    public void Renew(ISymbol written) => State = FlowPlan.Without(State, _plan.AnswersAbout(written));

    /// <summary>Other code has run, and may have changed members: what was asked of them before is to be asked anew.</summary>
    public void RenewMembers() => State = FlowPlan.Without(State, _plan.AnswersChangedByCalls);

    /// <summary>On this way the expression gives something else than what is looked for.</summary>
    public void Exclude(IOperation expression) => _narrowing.Exclude(ConstantFolding.WithoutConversion(expression));

    public void Check(IInvocationOperation call) => _narrowing.Check(call);

    public void KeepAs(IOperation place, ValueSet constant) => _narrowing.KeepAs(place, constant);

    /// <inheritdoc cref="FlowWrites.MeaningOf(CaptureId)"/>
    public IOperation? MeaningOf(CaptureId capture) => _writes.MeaningOf(capture);

    public ValueSet Copy(ValueSet original, IOperation made) => _calls.Copy(original, made);

    /// <inheritdoc cref="FlowWrites.Assign"/>
    public ValueSet Assign(IOperation target, ValueSet value, IOperation valueOperation) => _writes.Assign(target, value, valueOperation);

    /// <summary>The local or parameter whose truth a condition asks for, if it asks for nothing else.</summary>
    public static ISymbol? Tested(IOperation? condition) =>
        (condition is null ? null : PatternMatching.TruthTest(condition)?.Tested ?? condition) switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };

    private ValueSet Parameter(IParameterSymbol parameter, SyntaxNode syntax) =>
        State.Get(StorageLocation.ForSymbol(parameter)) ?? ValueSet.FromValue(AbstractValue.OfSymbol(parameter, null, syntax));

    private ValueSet Capture(IFlowCaptureOperation capture)
    {
        var value = Evaluate(capture.Value);

        // The control-flow graph has no call that copies a struct: what it captures is the copy.
        if (capture.Value is { Type.IsValueType: true, Syntax.Parent: WithExpressionSyntax with }
            && with.Expression == capture.Value.Syntax)
            value = _calls.Copy(value, capture.Value);
        value = FlowWrites.Asked(capture.Value, value);
        _writes.Captured(capture);
        if (Fallback.IsAt(capture.Value.Syntax))
            value = value.Select(known => known is { Kind: AbstractValueKind.Symbolic }
                or { Kind: AbstractValueKind.Constant, Constant: not (null or bool) }
                ? known.AsFallback()
                : known);
        Keep(StorageLocation.ForCapture(capture.Id), value);
        return value;
    }

    private ValueSet Read(IMemberReferenceOperation member)
    {
        var receiver = Receiver(member);
        if (member is IPropertyReferenceOperation { Arguments.IsEmpty: false } indexer)
        {
            var keys = _calls.EvaluateAll(indexer.Arguments);
            return _semantics.Read(member, this) ?? ConfigurationReads.Indexer(indexer, receiver, keys)
                ?? Collections.Item(receiver, keys, indexer, this);
        }

        if ((EnvironmentName.Member(member, FrameworkTypes) ?? Collections.Member(member, receiver, this)
            ?? FrameworkFunctions.Member(member, receiver, this)
            ?? UriBuilderModel.Read(member, receiver, this)
            ?? ConfigurationReads.Member(member, receiver, FrameworkTypes)) is { } folded)
            return folded;

        if (member is IPropertyReferenceOperation { Property: var worked } && _semantics.HasLogic(worked)
            && _semantics.Read(member, this) is { } given)
            return given;

        if (member.Member.IsStatic)
            return State.Get(StorageLocation.Member(null, member.Member)) ?? Entry(member, null);

        if (receiver.Knowns.IsEmpty)
            return Entry(member, null);

        return receiver.SelectMany(owner => State.Get(StorageLocation.Member(owner, member.Member)) ?? Entry(member, owner));
    }

    private ValueSet Entry(IMemberReferenceOperation member, AbstractValue? owner)
    {
        var held = ValueSet.FromValue(AbstractValue.OfSymbol(StorageLocation.Kept(member.Member), owner, member.Syntax));
        if (_semantics.Read(member, this) is not { } read)
            return held;

        // Where a getter finds its value is not understood: it will be what the setter was given, or attributes have as its default.
        return read.IsOpen && member is IPropertyReferenceOperation { Property: var property }
            && (property.SetMethod is not null || !property.GetAttributes().IsEmpty)
                ? read.Or(held)
                : read;
    }

    /// <summary>What a member of the object holds, without asking its getter.</summary>
    public ValueSet ValueOf(IMemberReferenceOperation member, AbstractValue owner) =>
        State.Get(StorageLocation.Member(owner, member.Member))
            ?? ValueSet.FromValue(AbstractValue.OfSymbol(StorageLocation.Kept(member.Member), owner, member.Syntax));

    /// <summary>The object whose member it is; open for a static one.</summary>
    public ValueSet Receiver(IMemberReferenceOperation member) => member.Instance is null ? ValueSet.Open : Evaluate(member.Instance);

    private ValueSet Match(IIsPatternOperation pattern)
    {
        var value = Evaluate(pattern.Value);
        return PatternMatching.Match(pattern.Pattern, value, this);
    }

    private ValueSet MakeFunction(IFlowAnonymousFunctionOperation function)
    {
        _semantics.FunctionMade(function, this);
        return ValueSet.FromValue(AbstractValue.OfFunction(function.Symbol, null, function.Syntax));
    }

    private ValueSet MakeFunction(IMethodReferenceOperation method)
    {
        var function = ValueSet.FromValue(AbstractValue.OfFunction(method.Method, Receiver(method).Single, method.Syntax));
        _semantics.FunctionMade(method, this);
        _semantics.Lost(function);
        return function;
    }

    private ValueSet Children(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
        {
            var value = Evaluate(child);
            if (operation.IsDynamic())
                _semantics.HandedOver(value, this);
            else if (operation is not IEventReferenceOperation)
                _semantics.Lost(value);
        }

        return ValueSet.Open;
    }

    private static ValueSet Truth(bool holds, IOperation operation) =>
        ValueSet.FromValue(AbstractValue.OfConstant(holds, operation.Syntax));

    private static AbstractValue OfConstant(IOperation operation, object? constant)
    {
        var known = AbstractValue.OfConstant(constant, operation.Syntax, ConstantSymbol(operation));
        return constant is not (null or bool) && Fallback.IsAt(operation.Syntax) ? known.AsFallback() : known;
    }

    private static ISymbol? ConstantSymbol(IOperation operation) => ConstantFolding.WithoutConversion(operation) switch
    {
        IFieldReferenceOperation field => field.Field,
        ILocalReferenceOperation local => local.Local,
        _ => null,
    };
}
