using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Connections.Keys;

/// <summary>
/// What queries make of the sections below another one: <c>section.GetChildren().Select(child => child.Get&lt;Relay>())</c>. Which of
/// them there are, a file says; what is done to one is done to each.
/// </summary>
internal static class ChildSections
{
    /// <summary>
    /// The value of the query; null where the call is none, or is of something else than settings. What its function does beside its
    /// answer, the call does as any other.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="evaluator">Has the state.</param>
    /// <param name="run">Runs a function on the one child that stands for all.</param>
    public static ValueSet? Query(
        IInvocationOperation call, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator,
        Func<AbstractValue, ValueSet, ValueSet?> run)
    {
        if (arguments.Length < 2 || !call.TargetMethod.IsIn("System.Linq") || Child(arguments[0].Value, evaluator) is not { } child)
            return null;

        switch (call.TargetMethod.Name)
        {
            case "Where" or "OrderBy" or "OrderByDescending" or "Skip" or "Take":
                return arguments[0].Value;
            case "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" or "Last" or "LastOrDefault":
                return child;
            case "Select" when Made(arguments[1].Value) is { } made:
                return ValueSet.FromValue(AbstractValue.OfSequence(ImmutableArray.Create(made), call.Syntax));

            // A table of all children with what they hold is the section itself.
            case "ToDictionary" when arguments.Length > 2 && Made(arguments[2].Value) is { } value:
                return value.Knowns.FirstOrDefault(child.Knowns.Contains)?.Receiver is { } section ? ValueSet.FromValue(section) : null;
            default:
                return null;
        }

        ValueSet? Made(ValueSet function) =>
            function.Single is { Kind: AbstractValueKind.Function } known ? run(known, child) : null;
    }

    private static ValueSet? Child(ValueSet children, FlowEvaluator evaluator) =>
        Collections.ItemsOf(children, evaluator.State) is { Length: 1 } items
        && items[0].Knowns.Any(known => known.Kind == AbstractValueKind.Setting)
            ? items[0]
            : null;
}
