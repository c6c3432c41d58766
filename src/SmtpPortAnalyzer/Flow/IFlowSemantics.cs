using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Flow;

/// <summary>An argument of a call with the value that it has on the way that is being followed.</summary>
internal readonly struct ArgumentValue
{
    private readonly IOperation? _given;

    public ArgumentValue(IParameterSymbol? parameter, IOperation given, ValueSet value, bool isWritten = true)
        : this(parameter, given.Syntax, value, isWritten) => _given = given;

    /// <summary>An argument of a call that is not being followed.</summary>
    public ArgumentValue(IParameterSymbol? parameter, SyntaxNode syntax, ValueSet value, bool isWritten)
    {
        Parameter = parameter;
        Syntax = syntax;
        Value = value;
        IsWritten = isWritten;
    }

    public IParameterSymbol? Parameter { get; }

    /// <summary>The expression that gives it; only while the call is being followed.</summary>
    public IOperation Given => _given ?? throw new InvalidOperationException();

    /// <summary>Whether the expression is being followed.</summary>
    public bool IsFollowed => _given is not null;

    /// <summary>The code of the expression.</summary>
    public SyntaxNode Syntax { get; }

    /// <summary>Whether the code says it; else it is the parameter's default.</summary>
    public bool IsWritten { get; }

    public ValueSet Value { get; }

    /// <summary>The same, with a value that only run time knows.</summary>
    public ArgumentValue Open() =>
        _given is null ? new(Parameter, Syntax, ValueSet.Open, IsWritten) : new(Parameter, _given, ValueSet.Open, IsWritten);
}

/// <summary>
/// Who wants to know what happens on each way through a body, and may say what calls and creations give. Each method is called once for
/// every state that reaches the operation; the evaluator holds that state, before the operation has changed it.
/// </summary>
internal interface IFlowSemantics
{
    /// <summary>The framework's types as the compilation knows them.</summary>
    FrameworkTypes FrameworkTypes { get; }

    /// <summary>What is to be known of a graph before it is followed, again and again perhaps.</summary>
    FlowPlan PlanFor(ControlFlowGraph graph);

    /// <summary>Whether the value is one that is looked for: it is kept where others are given up.</summary>
    bool IsSought(AbstractValue value);

    /// <summary>What is looked for, as text where the other constant is text, else as a number.</summary>
    AbstractValue SoughtLike(object? other);

    /// <summary>An object was made. Its members may be set in the evaluator's state.</summary>
    void Created(IObjectCreationOperation creation, AbstractValue made, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator);

    /// <summary>A method is called; gives its value, or null for "known only at run time".</summary>
    ValueSet? Called(IInvocationOperation call, ValueSet receiver, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator);

    /// <summary>A conversion that the program defines itself; gives its value, or null where it has no code.</summary>
    ValueSet? Converted(IConversionOperation conversion, ValueSet value, FlowEvaluator evaluator);

    /// <summary>A call or a creation does not bind; gives its value, or null where it is unknown what it would be.</summary>
    ValueSet? Unresolved(IInvalidOperation operation, ImmutableArray<ValueSet> children, FlowEvaluator evaluator);

    /// <summary>
    /// A field or property is written; gives the value as it is to be kept, or null where the member keeps nothing itself.
    /// </summary>
    ValueSet? Written(
        IMemberReferenceOperation member, ValueSet receiver, ValueSet value, IOperation valueOperation, FlowEvaluator evaluator);

    /// <summary>A field or property is read that holds what it held on entry; gives its value, or null for a symbolic one.</summary>
    ValueSet? Read(IMemberReferenceOperation member, FlowEvaluator evaluator);

    /// <summary>Whether what the property gives is worked out from what it holds.</summary>
    bool HasLogic(IPropertySymbol property);

    /// <summary>An expression has the value on this way.</summary>
    void Evaluated(IOperation operation, ValueSet value);

    /// <summary>The value goes where it is not followed: into an array, an event, an anonymous object.</summary>
    void Lost(ValueSet value);

    /// <summary>The value goes to code of which only run time knows what it is.</summary>
    void HandedOver(ValueSet value, FlowEvaluator evaluator);

    /// <summary>The body returns, with the value or without.</summary>
    void Returned(IOperation? valueOperation, ValueSet value, FlowEvaluator evaluator);

    /// <summary>
    /// Nothing refers to an object any more that the body made; gives whether it may be forgotten, since all is known of it that is asked
    /// for.
    /// </summary>
    bool Died(AbstractValue made, FlowState state);

    /// <summary>This way through the body ends.</summary>
    void Ended(FlowEvaluator evaluator);

    /// <summary>A delegate of a method came into being in the evaluator's state.</summary>
    void FunctionMade(IMethodReferenceOperation method, FlowEvaluator evaluator);

    /// <summary>A lambda came into being in the evaluator's state.</summary>
    void FunctionMade(IFlowAnonymousFunctionOperation function, FlowEvaluator evaluator);

    /// <summary>A call that is a condition has turned out to hold or not: what that says of its arguments goes into the state.</summary>
    void Answered(IInvocationOperation call, bool answer, FlowEvaluator evaluator);

    /// <summary>
    /// A number has turned out not to be set, <c>port &gt; 0</c> does not hold. Where it has a default of its own that is set, that was
    /// taken away on this way.
    /// </summary>
    void Unset(IOperation number, BinaryOperatorKind comparison, int limit, bool holds, FlowEvaluator evaluator);

    /// <summary>Whether the way is exempt on which a condition of this value turns out to hold or not.</summary>
    bool IsExemptWhen(ValueSet condition, bool holds);
}
