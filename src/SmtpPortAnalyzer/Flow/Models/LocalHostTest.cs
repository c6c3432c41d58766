using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Flow.Models;

/// <summary>Conditions that ask whether a host is one on the machine itself, or in a private network.</summary>
internal static class LocalHostTest
{
    /// <summary>What stands for each of the hosts that such a condition allows for.</summary>
    private const string AnyLocal = "localhost";

    /// <summary>What completes the beginning of an address.</summary>
    private static readonly ImmutableArray<string> s_rests = ImmutableArray.Create("0.0.1", "0.1", "1");

    /// <summary>The members of a URI that give its host.</summary>
    private static readonly ImmutableArray<string> s_uriHosts = ImmutableArray.Create("Host", "DnsSafeHost", "IdnHost");

    /// <summary>
    /// The host that such a condition asks for, and what it is where the condition holds, or does not: <c>host == "localhost"</c>. Null for
    /// any other condition.
    /// </summary>
    public static (IOperation Host, ValueSet Local)? In(IOperation condition, bool holds, FlowEvaluator evaluator)
    {
        switch (condition)
        {
            case IBinaryOperation comparison:
                return comparison.OperatorKind == (holds ? BinaryOperatorKind.Equals : BinaryOperatorKind.NotEquals)
                    ? Either(comparison.LeftOperand, comparison.RightOperand, evaluator)
                    : null;
            case IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: var other } } pattern when !holds && IsLocal(other):
                return (pattern.Value, Local(pattern));
            case not null when !holds:
                return null;
            case IIsPatternOperation pattern when IsLocal(pattern.Pattern):
                return (pattern.Value, Local(pattern));
            case IInvocationOperation
            {
                TargetMethod: { Name: "Equals", IsStatic: false }, Instance: { } one,
                Arguments: { Length: > 0 } with
            }:
                return Either(one, with[0].Value, evaluator);
            case IInvocationOperation { TargetMethod: { Name: "Equals", IsStatic: true }, Arguments: { Length: > 1 } both }:
                return Either(both[0].Value, both[1].Value, evaluator);
            case IInvocationOperation { TargetMethod: { Name: "StartsWith" }, Instance: { } text, Arguments: { Length: > 0 } start }:
                return text.Type?.SpecialType == SpecialType.System_String
                    && start[0].Value.ConstantValue is { HasValue: true, Value: string begin }
                    && IsLocalBeginning(begin)
                        ? (text, Local(condition))
                        : null;
            case IInvocationOperation { TargetMethod: { Name: "IsLoopback", ContainingType: var type }, Arguments: { Length: 1 } address }:
                return evaluator.FrameworkTypes.Is(type, FrameworkType.IPAddress) ? (Text(address[0].Value), Local(condition)) : null;
            case IInvocationOperation { TargetMethod.Name: "Contains" } call:
                return Listed(call, evaluator);
            default:
                return null;
        }
    }

    /// <summary>The URI of which the condition asks whether its host is the machine itself, and the members that give the host.</summary>
    public static (IOperation Uri, ImmutableArray<ISymbol> Hosts)? InUri(IOperation condition, FrameworkTypes types) =>
        condition is IPropertyReferenceOperation { Property: { Name: "IsLoopback", ContainingType: { } type }, Instance: { } uri }
        && types.Is(type, FrameworkType.Uri)
            ? (uri, s_uriHosts.SelectMany(name => type.GetMembers(name)).ToImmutableArray())
            : null;

    public static ValueSet Local(IOperation condition) =>
        ValueSet.FromValue(AbstractValue.OfConstant(AnyLocal, condition.Syntax));

    private static (IOperation, ValueSet)? Either(IOperation one, IOperation other, FlowEvaluator evaluator) =>
        IsLocal(other) ? (one, evaluator.Evaluate(other))
        : IsLocal(one) ? (other, evaluator.Evaluate(one))
        : null;

    private static bool IsLocal(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: string text } && LocalHosts.IsLocal(text);

    /// <summary>The machine's own name, or what an address begins with: names that begin with a bare one may be any.</summary>
    private static bool IsLocalBeginning(string begin) =>
        begin.Equals(AnyLocal, System.StringComparison.OrdinalIgnoreCase)
        || (begin.Length > 0 && char.IsDigit(begin[0]) && s_rests.Any(rest => LocalHosts.IsLocal(begin + rest)));

    /// <summary>The text that an address is read from.</summary>
    private static IOperation Text(IOperation address) =>
        address is IInvocationOperation { TargetMethod.Name: "Parse", Arguments: { Length: 1 } text } ? text[0].Value : address;

    private static bool IsLocal(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => IsLocal(constant.Value),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either =>
            IsLocal(either.LeftPattern) && IsLocal(either.RightPattern),
        _ => false,
    };

    /// <summary>Whether a list of local hosts has the host.</summary>
    private static (IOperation, ValueSet)? Listed(IInvocationOperation call, FlowEvaluator evaluator) =>
        ListTest.In(call, evaluator) is var (host, items) && items.All(IsLocal)
            ? (host, Local(call))
            : null;

    private static bool IsLocal(AbstractValue known) => known.Constant is string name && LocalHosts.IsLocal(name);
}
