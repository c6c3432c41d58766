using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpPortAnalyzer.Flow.Models;

/// <summary>Conditions that ask whether a list of known constants has a value: <c>Allowed.Contains(port)</c>.</summary>
internal static class ListTest
{
    /// <summary>What is asked for, and the constants in the list; null for any other call.</summary>
    public static (IOperation Asked, List<AbstractValue> Items)? In(IInvocationOperation call, FlowEvaluator evaluator)
    {
        if (call.TargetMethod.Name != "Contains")
            return null;

        var (list, asked) = call switch
        {
            { Instance: { } instance, Arguments: { Length: > 0 } given } => (instance, given[0].Value),
            { Instance: null, Arguments: { Length: > 1 } given } => (given[0].Value, given[1].Value),
            _ => default,
        };
        if (list is null || list.Type?.SpecialType == SpecialType.System_String
            || Collections.ItemsOf(evaluator.Evaluate(list), evaluator.State) is not { IsEmpty: false } items
            || items.Any(item => item.Single is not { Kind: AbstractValueKind.Constant }))
        {
            return null;
        }

        return (asked, items.Select(item => item.Single!).ToList());
    }
}
