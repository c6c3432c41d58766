using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Flow.Slicing;

/// <summary>
/// Reads the operations of a graph once: which variables each statement writes and reads, and which of them go where it matters.
/// </summary>
internal sealed class SliceScanner
{
    /// <summary>No variable at all.</summary>
    public const int Nothing = -2;

    private readonly ControlFlowGraph _graph;
    private readonly SliceVariables _variables;
    private readonly IRelevance _relevance;
    private readonly RepeatedConditions _repeated;
    private readonly Dictionary<CaptureId, IOperation> _captured = new();

    private readonly int[]?[] _conditions;
    private readonly List<int> _targets = new();
    private readonly List<int> _sources = new();
    private int _block;
    private bool _isSink;
    private bool _isCondition;
    private bool _hasLambdas;

    public SliceScanner(
        ControlFlowGraph graph, SliceVariables variables, LoopNest loops, RepeatedConditions repeated, IRelevance relevance)
    {
        _repeated = repeated;
        _graph = graph;
        _conditions = new int[graph.Blocks.Length][];
        _variables = variables;
        Counters = new LoopCounters(variables, loops);
        _relevance = relevance;
    }

    public List<SliceStatement> Statements { get; } = new();

    /// <summary>The variables that the condition at the end of the block reads.</summary>
    public int[] ConditionOf(int block) => _conditions[block] ?? Array.Empty<int>();

    /// <summary>Variables that go where it matters.</summary>
    public List<int> Seeds { get; } = new();

    /// <summary>
    /// By the reference that is written to: the variable that holds the object; <see cref="Nothing"/> where nothing depends on the member.
    /// </summary>
    public Dictionary<IOperation, int> MemberWrites { get; } = new();

    public LoopCounters Counters { get; }

    /// <summary>Whether the graph gives an answer: its caller learns what the conditions on the way to it have made sure of.</summary>
    public bool AnswersTruth { get; private set; }

    /// <summary>The members that are mentioned in statements, and in which block.</summary>
    public List<(ISymbol Member, int Block)> Members { get; } = new();

    /// <summary>Variables that a lambda or local function sees, or a reference.</summary>
    public HashSet<int> Seen { get; } = new();

    /// <summary>Whether the graph throws: its caller learns what it would have thrown for.</summary>
    public bool EndsEarly { get; private set; }

    public void Scan()
    {
        EndsEarly = _graph.Blocks.Any(Throws);
        AnswersTruth = _graph.Blocks.Any(Answers);
        foreach (var block in _graph.Blocks)
        {
            _block = block.Ordinal;
            foreach (var operation in block.Operations)
            {
                Visit(operation, isSink: false);
                Flush();
            }

            if (block.BranchValue is not { } value)
                continue;

            _isCondition = block.ConditionKind != ControlFlowConditionKind.None;

            // What is returned matters, be it a constant: which one it is, conditions decide.
            _isSink = !_isCondition && block.FallThroughSuccessor is { Semantics: ControlFlowBranchSemantics.Return };
            Visit(value, _isSink);
            if (_isCondition && _repeated.Of(value) is var (answer, _))
                Read(_variables.NumberOf(answer), isSink: false);
            if (block.ConditionKind != ControlFlowConditionKind.None)
                _conditions[block.Ordinal] = _sources.ToArray();
            Flush();
            _isCondition = false;
        }

        if (_hasLambdas || !_graph.LocalFunctions.IsEmpty)
            SeeFunctions(_graph.OriginalOperation);
    }

    public static bool Throws(BasicBlock block) => block.FallThroughSuccessor is { Semantics: ControlFlowBranchSemantics.Throw };

    private static bool Answers(BasicBlock block) =>
        block is
        {
            ConditionKind: ControlFlowConditionKind.None, BranchValue.Type.SpecialType: SpecialType.System_Boolean,
            FallThroughSuccessor.Semantics: ControlFlowBranchSemantics.Return,
        };

    private void Flush()
    {
        if (_targets.Count > 0 || _isSink)
            Statements.Add(new SliceStatement(_block, _isSink, Copy(_targets), _targets.Count == 0 ? Array.Empty<int>() : Copy(_sources)));
        _targets.Clear();
        _sources.Clear();
        _isSink = false;
    }

    private static int[] Copy(List<int> list) => list.Count == 0 ? Array.Empty<int>() : list.ToArray();

    private void Visit(IOperation operation, bool isSink)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (operation.ConstantValue.HasValue && operation.Kind != OperationKind.DeclarationExpression)
            return;

        var variable = _variables.NumberOf(operation);
        if (variable >= 0)
        {
            Read(variable, isSink);
            if (operation is IFlowCaptureReferenceOperation reference && _captured.TryGetValue(reference.Id, out var meant))
                Mention(_variables.Root(meant));
            return;
        }

        if (operation is IMemberReferenceOperation read && !(_isCondition && !EndsEarly && !AnswersTruth))
            Members.Add((read.Member, _block));
        Note(operation, ref isSink);
        var demand = _relevance.DemandOf(operation);
        isSink |= demand == Demand.All;
        _isSink |= isSink || demand == Demand.Receiver;
        foreach (var child in operation.ChildOperations)
            Visit(child, isSink || IsHandedOn(operation, child, demand));
    }

    /// <summary>Takes note of what the operation writes.</summary>
    private void Note(IOperation operation, ref bool isSink)
    {
        switch (operation)
        {
            case IFlowCaptureOperation capture:
                Captured(capture);
                break;
            case ISimpleAssignmentOperation { IsRef: true } or IAddressOfOperation:
                isSink = true;
                foreach (var part in operation.ChildOperations)
                {
                    Write(part, ref isSink);
                    if (_variables.Root(part) is >= 0 and var shared)
                        Seen.Add(shared);
                }

                break;
            case IAssignmentOperation assignment:
                Write(assignment.Target, ref isSink);
                Counters.Note(assignment, _block);
                break;
            case IIncrementOrDecrementOperation increment:
                Write(increment.Target, ref isSink);
                Counters.Note(increment, increment.Target, _block);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument:
                Write(argument.Value, ref isSink);
                break;
            case IPatternOperation pattern when PatternMatching.DeclaredBy(pattern) is { } declared:
                Declare(declared);
                break;
            case IFlowAnonymousFunctionOperation:
                _hasLambdas = true;
                break;
            case IInvocationOperation { Instance: { } instance }
                when !_relevance.IsLeftAlone(instance.Type) && _variables.Root(instance) is >= 0 and var changed:
                _targets.Add(changed);
                break;
        }
    }

    private void Declare(ISymbol declared)
    {
        var variable = _variables.NumberOf(declared);
        _targets.Add(variable);
        Mention(variable);
    }

    private void Captured(IFlowCaptureOperation capture)
    {
        var number = _variables.NumberOf(capture);
        _targets.Add(number);
        _captured[capture.Id] = capture.Value;

        // What is written to the capture is written to what it stands for.
        if (capture.Value is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation
            && _variables.Root(capture.Value) is >= 0 and var meant)
            Statements.Add(new SliceStatement(_block, false, new[] { meant }, new[] { number }));
    }

    private void Write(IOperation target, ref bool isSink)
    {
        switch (target)
        {
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                    Write(element, ref isSink);
                return;
            case IDeclarationExpressionOperation declaration:
                Write(declaration.Expression, ref isSink);
                return;
            case IConversionOperation conversion:
                Write(conversion.Operand, ref isSink);
                return;
            case IFlowCaptureReferenceOperation capture
                when _captured.TryGetValue(capture.Id, out var meant) && meant is not IFlowCaptureReferenceOperation:
                Write(meant, ref isSink);
                break;
            case IMemberReferenceOperation member:
                var use = _relevance.UseOf(member);
                isSink |= use == MemberUse.Lasting;
                if (use != MemberUse.Lasting)
                    MemberWrites[member] = use == MemberUse.None ? Nothing : _variables.Root(member);
                if (use == MemberUse.None)
                    return;
                break;
        }

        if (_variables.Root(target) is >= 0 and var variable)
        {
            _targets.Add(variable);
            Mention(variable);
        }
    }

    private void Read(int variable, bool isSink)
    {
        if (isSink)
        {
            Seeds.Add(variable);
            _isSink = true;
        }

        _sources.Add(variable);
        Mention(variable);
    }

    private void Mention(int variable)
    {
        if (variable >= 0)
            _variables.Touch(variable, _block);
    }

    /// <summary>Whether the operand goes somewhere because of what it is.</summary>
    private bool IsHandedOn(IOperation operation, IOperation child, Demand demand)
    {
        switch (operation)
        {
            case IInvocationOperation { Instance: { } instance } when instance == child:
                return demand == Demand.Receiver || _relevance.Matters(child.Type);
            case IMemberReferenceOperation { Instance: { } instance } when instance == child:
                return demand == Demand.Receiver;
            case IArgumentOperation or IArrayInitializerOperation or IAnonymousObjectCreationOperation or IEventAssignmentOperation
                or IEventReferenceOperation or IMethodReferenceOperation or ITupleOperation:
            case not null when operation.IsDynamic():
                return _relevance.Matters(ConstantFolding.WithoutConversion(child).Type);
            default:
                return false;
        }
    }

    /// <summary>What a lambda or local function sees may reach anything, at any time.</summary>
    private void SeeFunctions(IOperation body)
    {
        var end = 0;
        foreach (var operation in body.Descendants())
        {
            if (operation is not (IAnonymousFunctionOperation or ILocalFunctionOperation) || operation.Syntax.SpanStart < end)
                continue;

            end = operation.Syntax.Span.End;
            foreach (var seen in operation.Descendants())
            {
                if (seen is ILocalReferenceOperation or IParameterReferenceOperation)
                    Seen.Add(_variables.NumberOf(seen));
            }
        }
    }
}
