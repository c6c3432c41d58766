using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpPortAnalyzer.Values;

/// <summary>Evaluates the operations of one block in one state, and changes the state as they do. Not thread-safe: one for each body.</summary>
internal sealed partial class FlowEvaluator
{
    private readonly IFlowObserver _observer;

    /// <summary>What a capture stands for when it is written to: <c>a.B ??= 25</c> captures <c>a.B</c>.</summary>
    private readonly Dictionary<CaptureId, IOperation> _captured = new();

    /// <summary>What a ref local stands for.</summary>
    private readonly Dictionary<ISymbol, IOperation> _aliases = new(SymbolEqualityComparer.Default);

    /// <summary>Conditions that are asked more than once: the answers have to agree.</summary>
    private readonly HashSet<ISymbol?> _recurring;

    public FlowEvaluator(IFlowObserver observer, HashSet<ISymbol?> recurring)
    {
        _observer = observer;
        _recurring = recurring;
    }

    public FlowState State { get; set; } = FlowState.Entry;

    /// <exception cref="System.InsufficientExecutionStackException">The expression is nested too deeply.</exception>
    public FlowValue Evaluate(IOperation? operation)
    {
        if (operation is null)
            return FlowValue.Open;

        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (operation.ConstantValue is { HasValue: true, Value: var constant } && operation.Kind != OperationKind.DeclarationExpression)
            return FlowValue.Of(OfConstant(operation, constant));

        return operation switch
        {
            IExpressionStatementOperation statement => Evaluate(statement.Operation),
            ILocalReferenceOperation local => _aliases.TryGetValue(local.Local, out var meant) ? Evaluate(meant) : State.Get(Cell.Of(local.Local)) ?? FlowValue.Open,
            IParameterReferenceOperation parameter => Parameter(parameter.Parameter, parameter.Syntax),
            IFlowCaptureReferenceOperation reference => State.Get(Cell.Of(reference.Id)) ?? FlowValue.Open,
            IFlowCaptureOperation capture => Capture(capture),
            ISimpleAssignmentOperation { IsRef: true } alias => Alias(alias),
            ISimpleAssignmentOperation assignment => Assign(assignment.Target, Evaluate(assignment.Value), assignment.Value),
            IDeconstructionAssignmentOperation deconstruction => Deconstruct(deconstruction),
            ICompoundAssignmentOperation compound => Compound(compound),
            IIncrementOrDecrementOperation increment => Increment(increment),
            IFieldReferenceOperation or IPropertyReferenceOperation => Read((IMemberReferenceOperation)operation),
            IObjectCreationOperation creation => Create(creation),
            IInvocationOperation invocation => Call(invocation),
            IConversionOperation conversion => Convert(conversion),
            IBinaryOperation binary => _observer.Compared(binary) ?? Fold.Binary(binary, Evaluate(binary.LeftOperand), Evaluate(binary.RightOperand)),
            IUnaryOperation unary => Fold.Unary(unary, Evaluate(unary.Operand)),
            IInterpolatedStringOperation text => Interpolate(text),
            ITupleOperation tuple => FlowValue.Of(Known.OfTuple(EvaluateAll(tuple.Elements))),
            IInstanceReferenceOperation => FlowValue.Of(Known.This),
            IParenthesizedOperation parenthesized => Evaluate(parenthesized.Operand),
            IAwaitOperation awaited => Evaluate(awaited.Operation),
            IIsNullOperation isNull => IsNull(Evaluate(isNull.Operand)),
            IIsPatternOperation pattern => Match(pattern),
            IDeclarationExpressionOperation declaration => Evaluate(declaration.Expression),
            IAddressOfOperation address => Assign(address.Reference, FlowValue.Open, address),
            IDelegateCreationOperation delegated => Evaluate(delegated.Target),
            IInvalidOperation invalid => Unresolved(invalid),
            IFlowAnonymousFunctionOperation function => MakeFunction(function),
            IMethodReferenceOperation method => MakeFunction(method),
            _ => Children(operation),
        };
    }

    /// <summary>The state in which the condition, evaluated to <paramref name="value"/> in <see cref="State"/>, turns out to hold or not.</summary>
    public FlowState Assume(IOperation condition, FlowValue value, bool holds)
    {
        if (Patterns.TruthTest(condition) is var (tested, truth))
            (condition, value, holds) = (tested, Evaluate(tested), holds == truth);

        var state = _observer.IsExemptWhen(value, holds) ? State.Exempt() : State;
        return _recurring.Contains(Tested(condition)) ? state.Set(Cell.Of(Tested(condition)!), Truth(holds, condition)) : state;
    }

    /// <summary>The local or parameter whose truth a condition asks for, if it asks for nothing else.</summary>
    public static ISymbol? Tested(IOperation? condition) => (condition is null ? null : Patterns.TruthTest(condition)?.Tested ?? condition) switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private FlowValue Parameter(IParameterSymbol parameter, SyntaxNode syntax) =>
        State.Get(Cell.Of(parameter)) ?? FlowValue.Of(Known.OfSymbol(parameter, null, syntax));

    private FlowValue Capture(IFlowCaptureOperation capture)
    {
        var value = Evaluate(capture.Value);

        // The control-flow graph has no call that copies a struct: what it captures is the copy.
        if (capture.Value is { Type.IsValueType: true, Syntax.Parent: WithExpressionSyntax with } && with.Expression == capture.Value.Syntax)
            value = Copy(value, capture.Value);
        if (capture.Value is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation)
            _captured[capture.Id] = capture.Value;
        else
            _captured.Remove(capture.Id);
        if (Fallback.IsAt(capture.Value.Syntax))
            value = value.Select(known => known.Kind == KnownKind.Symbolic ? known.AsFallback() : known);
        State = State.Set(Cell.Of(capture.Id), value);
        return value;
    }

    private FlowValue Read(IMemberReferenceOperation member)
    {
        var receiver = Receiver(member);
        if (member is IPropertyReferenceOperation { Arguments.IsEmpty: false } indexer)
        {
            var keys = EvaluateAll(indexer.Arguments);
            return _observer.Read(member, this) ?? ConfigurationReads.Indexer(indexer, receiver, keys) ?? FlowValue.Open;
        }

        if ((Framework.Member(member, receiver) ?? BuiltUri.Read(member, receiver, State) ?? ConfigurationReads.Member(member, receiver)) is { } folded)
            return folded;

        if (member.Member.IsStatic)
            return State.Get(Cell.Member(null, member.Member)) ?? Entry(member, null);

        if (receiver.Knowns.IsEmpty)
            return Entry(member, null);

        FlowValue? read = receiver.IsOpen ? FlowValue.Open : null;
        foreach (var owner in receiver.Knowns)
        {
            var one = State.Get(Cell.Member(owner, member.Member)) ?? Entry(member, owner);
            read = read is { } others ? others.Or(one) : one;
        }

        return read ?? FlowValue.Open;
    }

    private FlowValue Entry(IMemberReferenceOperation member, Known? owner)
    {
        var held = FlowValue.Of(Known.OfSymbol(member.Member, owner, member.Syntax));
        if (_observer.Read(member, this) is not { } read)
            return held;

        // Where a getter finds its value is not understood: it will be what the setter was given, wherever that keeps it.
        return read.IsOpen && member is IPropertyReferenceOperation { Property.SetMethod: not null } ? read.Or(held) : read;
    }

    private FlowValue Receiver(IMemberReferenceOperation member) => member.Instance is null ? FlowValue.Open : Evaluate(member.Instance);

    private FlowValue Convert(IConversionOperation conversion)
    {
        var value = Evaluate(conversion.Operand);

        if (conversion.OperatorMethod is null)
            return value.Select(known => Fold.Conversion(known, conversion.Type));

        // What converts of itself stands for the same: a layout, a string or a port that is made of 25 is 25.
        return conversion.OperatorMethod.Name == WellKnownMemberNames.ImplicitConversionName
            ? value.Select(known => known.Kind is KnownKind.Constant or KnownKind.PartialText ? known : null)
            : FlowValue.Open;
    }

    private FlowValue Interpolate(IInterpolatedStringOperation text)
    {
        var parts = new List<FlowValue>();
        foreach (var part in text.Parts)
        {
            parts.Add(part switch
            {
                IInterpolatedStringTextOperation literal => Evaluate(literal.Text),
                IInterpolationOperation hole => Evaluate(hole.Expression),
                _ => FlowValue.Open,
            });
        }

        return Fold.Concatenation(parts, text.Syntax);
    }

    private FlowValue Match(IIsPatternOperation pattern)
    {
        var value = Evaluate(pattern.Value);
        return Patterns.Match(pattern.Pattern, value, this);
    }

    private FlowValue MakeFunction(IFlowAnonymousFunctionOperation function)
    {
        _observer.FunctionMade(function, this);
        return FlowValue.Of(Known.OfFunction(function.Symbol, null, function.Syntax));
    }

    private FlowValue MakeFunction(IMethodReferenceOperation method)
    {
        var function = FlowValue.Of(Known.OfFunction(method.Method, Receiver(method).Single, method.Syntax));
        _observer.Lost(function);
        return function;
    }

    private FlowValue Children(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
        {
            var value = Evaluate(child);
            if (operation is not IEventReferenceOperation)
                _observer.Lost(value);
        }

        return FlowValue.Open;
    }

    private static FlowValue IsNull(FlowValue value) => value.Single switch
    {
        { Kind: KnownKind.Constant, Constant: null } => FlowValue.Of(Known.OfConstant(true, null)),
        { Kind: KnownKind.Constant or KnownKind.PartialText or KnownKind.Allocation or KnownKind.Tuple or KnownKind.This or KnownKind.Function }
            => FlowValue.Of(Known.OfConstant(false, null)),
        _ => FlowValue.Open,
    };

    private static FlowValue Truth(bool holds, IOperation operation) => FlowValue.Of(Known.OfConstant(holds, operation.Syntax));

    private static Known OfConstant(IOperation operation, object? constant)
    {
        var known = Known.OfConstant(constant, operation.Syntax, ConstantSymbol(operation));
        return constant is not (null or bool) && Fallback.IsAt(operation.Syntax) ? known.AsFallback() : known;
    }

    private static ISymbol? ConstantSymbol(IOperation operation) => Fold.WithoutConversion(operation) switch
    {
        IFieldReferenceOperation field => field.Field,
        ILocalReferenceOperation local => local.Local,
        _ => null,
    };
}
