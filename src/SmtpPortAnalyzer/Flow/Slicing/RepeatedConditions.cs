using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
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

    public static RepeatedConditions Find(ControlFlowGraph graph)
    {
        var asked = graph.Blocks.Where(block => block.ConditionKind != ControlFlowConditionKind.None && MayRepeat(block.BranchValue!))
            .Select(block => block.BranchValue!)
            .GroupBy(TextOf)
            .Where(same => same.Key is not null && same.Skip(1).Any())
            .ToList();
        if (asked.Count == 0)
            return s_none;

        var found = new RepeatedConditions();
        foreach (var same in asked)
        {
            var answer = StorageLocation.Entry(null, same.Key!);
            found.Answers.Add(answer);
            foreach (var condition in same)
                found.Add(condition, answer);
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

    private void Add(IOperation condition, StorageLocation answer)
    {
        _answers[condition] = (answer, condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals });
        foreach (var part in condition.Descendants())
        {
            if (SymbolOf(part) is not { } symbol)
                continue;

            if (!_about.TryGetValue(symbol, out var answers))
                _about.Add(symbol, answers = new List<StorageLocation>());
            if (!answers.Contains(answer))
                answers.Add(answer);
        }
    }

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        _ => null,
    };

    private static bool MayRepeat(IOperation condition) =>
        FlowEvaluator.Tested(condition) is null && !condition.DescendantsAndSelf().Skip(MaxParts).Any()
        && condition.DescendantsAndSelf().All(IsStable);

    /// <summary>Whether it gives the same as long as no variable is written, and declares none.</summary>
    private static bool IsStable(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.ContainingType.SpecialType: SpecialType.System_String } or ILiteralOperation
            or ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation or IFieldReferenceOperation
            or IArgumentOperation or IConstantPatternOperation or INegatedPatternOperation or IBinaryPatternOperation
            or IRelationalPatternOperation or IIsPatternOperation or IDefaultValueOperation or IIsNullOperation => true,
        IPropertyReferenceOperation property => property.Arguments.IsEmpty,
        IConversionOperation conversion => conversion.OperatorMethod is null,
        IBinaryOperation binary => binary.OperatorMethod is null or { ContainingType.SpecialType: not SpecialType.None },
        IUnaryOperation unary => unary.OperatorMethod is null,
        _ => false,
    };

    /// <summary>The words of the question; two that differ in <c>==</c> and <c>!=</c> are one.</summary>
    private static string? TextOf(IOperation condition) => condition is IBinaryOperation
    {
        OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals,
    } comparison
        ? ConstantFolding.WithoutConversion(comparison.LeftOperand).Syntax + " == "
            + ConstantFolding.WithoutConversion(comparison.RightOperand).Syntax
        : condition.Syntax.ToString();
}
