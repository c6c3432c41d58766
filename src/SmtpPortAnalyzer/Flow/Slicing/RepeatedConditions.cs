using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Flow.Slicing;

/// <summary>
/// Conditions that a graph asks more than once in the same words, of things that do not change meanwhile: <c>mode == "tls"</c> for the host
/// and again for the port. The answers have to agree. What is asked stands as a location of its own, that holds the answer.
/// </summary>
internal sealed class RepeatedConditions
{
    /// <summary>A longer condition is hardly asked twice.</summary>
    private const int MaxParts = 16;

    private static readonly RepeatedConditions s_none = new();

    private readonly Dictionary<IOperation, (StorageLocation Answer, bool IsNegated)> _answers = new();
    private readonly Dictionary<ISymbol, List<StorageLocation>> _about = new(SymbolEqualityComparer.Default);

    public List<StorageLocation> Answers { get; } = new();

    /// <summary>Those of them that ask for what other code may change: a call makes them void.</summary>
    public List<StorageLocation> ChangedByCalls { get; } = new();

    public static RepeatedConditions Find(ControlFlowGraph graph)
    {
        var captures = new Lazy<ILookup<CaptureId, IOperation>>(() => graph.Blocks.SelectMany(block => block.Operations)
            .OfType<IFlowCaptureOperation>().ToLookup(capture => capture.Id, capture => capture.Value));
        var asked = graph.Blocks.Where(block => block.ConditionKind != ControlFlowConditionKind.None)
            .Select(block => Question.From(block.BranchValue!, captures))
            .Where(question => (question.IsNull || FlowEvaluator.Tested(question.Condition) is null) && MayRepeat(question.Asked))
            .GroupBy(question => question.Text)
            .Where(same => same.Skip(1).Any())
            .ToList();
        if (asked.Count == 0)
            return s_none;

        var written = WrittenInFunctions(graph);
        var found = new RepeatedConditions();
        foreach (var same in asked)
        {
            var first = SymbolsOf(same.First().Asked);
            var conditions = same.Where(one => SymbolsOf(one.Asked).SequenceEqual(first, SymbolEqualityComparer.Default)).ToList();
            if (conditions.Count > 1
                && !first.Any(symbol => IsVariable(symbol) && (graph.Parent is not null || written.Contains(symbol.Name))))
                found.AddAll(conditions, StorageLocation.Entry(null, same.Key));
        }

        return found;
    }

    /// <summary>
    /// Where the answer of the condition is kept, and whether it is kept the other way round; null for one that is asked once.
    /// </summary>
    public (StorageLocation Answer, bool IsNegated)? Of(IOperation condition) =>
        _answers.TryGetValue(condition, out var answer) ? answer : null;

    /// <summary>The answers of conditions that ask for the variable or member: they are void once it is written.</summary>
    public IReadOnlyList<StorageLocation>? About(ISymbol written) =>
        _about.Count > 0 && _about.TryGetValue(written, out var answers) ? answers : null;

    private void AddAll(List<Question> questions, StorageLocation answer)
    {
        Answers.Add(answer);
        if (questions[0].Asked.DescendantsAndSelf().Any(part => part is IPropertyReferenceOperation or IFieldReferenceOperation
            { Field: { IsReadOnly: false, IsConst: false } }))
            ChangedByCalls.Add(answer);
        foreach (var question in questions)
            Add(question, answer);
    }

    private void Add(Question question, StorageLocation answer)
    {
        _answers[question.Condition] = (answer, question.IsNegated);
        foreach (var part in question.Asked.DescendantsAndSelf())
        {
            if (SymbolOf(part) is not { } symbol)
                continue;

            if (!_about.TryGetValue(symbol, out var answers))
                _about.Add(symbol, answers = new List<StorageLocation>());
            if (!answers.Contains(answer))
                answers.Add(answer);
        }
    }

    private static IEnumerable<ISymbol> SymbolsOf(IOperation condition) =>
        condition.DescendantsAndSelf().Select(SymbolOf).OfType<ISymbol>();

    private static bool IsVariable(ISymbol symbol) => symbol is ILocalSymbol or IParameterSymbol;

    /// <summary>The names of variables that a lambda or local function writes, whenever it runs.</summary>
    private static HashSet<string> WrittenInFunctions(ControlFlowGraph graph) => new(
        graph.OriginalOperation.Syntax.DescendantNodes()
            .Where(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
            .SelectMany(function => function.DescendantNodes().OfType<IdentifierNameSyntax>())
            .Where(name => name.IsVariable() && name.IsWritten()).Select(name => name.Identifier.ValueText));

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        _ => null,
    };

    private static bool MayRepeat(IOperation condition) =>
        !condition.DescendantsAndSelf().Skip(MaxParts).Any()
        && condition.DescendantsAndSelf().All(IsStable);

    /// <summary>Whether it gives the same as long as no variable is written, and declares none.</summary>
    private static bool IsStable(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.ContainingType.SpecialType: SpecialType.System_String } or ILiteralOperation
            or ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation or IFieldReferenceOperation
            or IArgumentOperation or IConstantPatternOperation or INegatedPatternOperation or IBinaryPatternOperation
            or IRelationalPatternOperation or IIsPatternOperation or IDefaultValueOperation or IIsNullOperation => true,
        IPropertyReferenceOperation property =>
            property.Arguments.IsEmpty && (!property.Property.IsStatic || property.Property.DeclaringSyntaxReferences.Length > 0),
        IConversionOperation conversion => conversion.OperatorMethod is null,
        IBinaryOperation binary => binary.OperatorMethod is null or { ContainingType.SpecialType: not SpecialType.None },
        IUnaryOperation unary => unary.OperatorMethod is null,
        _ => false,
    };

    /// <summary>One condition in words that are the same for all that ask the same.</summary>
    /// <param name="Condition">The condition.</param>
    /// <param name="Asked">What it asks about, or the whole of it.</param>
    /// <param name="IsNull">Whether it asks if that is there.</param>
    /// <param name="IsNegated">Whether it holds where the answer is no.</param>
    private sealed record Question(IOperation Condition, IOperation Asked, bool IsNull, bool IsNegated)
    {
        public string Text => IsNull ? Asked.Syntax + " == null"
            : Condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
                ? ConstantFolding.WithoutConversion(comparison.LeftOperand).Syntax + " == "
                    + ConstantFolding.WithoutConversion(comparison.RightOperand).Syntax
            : Condition.Syntax.ToString();

        public static Question From(IOperation condition, Lazy<ILookup<CaptureId, IOperation>> captures)
        {
            if (OfNull(condition) is var (tested, isNegated))
                return new(condition, Meant(ConstantFolding.WithoutConversion(tested), captures), IsNull: true, isNegated);

            return new(
                condition, condition, IsNull: false, condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals });
        }

        /// <summary>What is asked whether it is there: by <c>??</c>, <c>is null</c> or <c>== null</c>; null for another question.</summary>
        private static (IOperation Tested, bool IsNegated)? OfNull(IOperation condition) => condition switch
        {
            IIsNullOperation isNull => (isNull.Operand, false),
            IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var constant } } pattern when IsNullConstant(constant) =>
                (pattern.Value, false),
            IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: var constant } } } pattern
                when IsNullConstant(constant) => (pattern.Value, true),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, OperatorMethod: null } comparison
                when IsNullConstant(comparison.RightOperand) =>
                (comparison.LeftOperand, comparison.OperatorKind == BinaryOperatorKind.NotEquals),
            _ => null,
        };

        private static bool IsNullConstant(IOperation constant) =>
            ConstantFolding.WithoutConversion(constant).ConstantValue is { HasValue: true, Value: null };

        /// <summary>What the graph has put aside to ask about it, if that is one and the same on all ways.</summary>
        private static IOperation Meant(IOperation tested, Lazy<ILookup<CaptureId, IOperation>> captures)
        {
            if (tested is not IFlowCaptureReferenceOperation { Id: var id })
                return tested;

            var values = captures.Value[id].Take(2).ToList();
            return values.Count == 1 ? ConstantFolding.WithoutConversion(values[0]) : tested;
        }
    }
}
