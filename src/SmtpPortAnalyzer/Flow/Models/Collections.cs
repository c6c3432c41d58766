using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Flow.Models;

/// <summary>
/// Arrays, lists and dictionaries whose items the code says: <c>foreach (var port in new[] { 25, 587 })</c>. A list is an object that keeps
/// its items in the state; an array is a value, as it is written.
/// </summary>
internal static class Collections
{
    /// <summary>More items are a table, which run time looks things up in.</summary>
    private const int MaxItems = 16;

    /// <summary>So many items are followed one by one, so that the parts of each stay together.</summary>
    private const int MaxApart = 4;

    private const string ItemsEntry = "items";

    private static readonly ImmutableArray<string> s_positions =
        Enumerable.Range(0, MaxApart).Select(position => position.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .ToImmutableArray();

    public static ValueSet Sequence(ImmutableArray<ValueSet> items, IOperation operation, FlowEvaluator evaluator)
    {
        foreach (var item in items)
            evaluator.Lose(item);
        return items.Length > MaxItems || items.Any(item => item.IsOpen)
            ? ValueSet.Open
            : ValueSet.FromValue(AbstractValue.OfSequence(items, operation.Syntax));
    }

    /// <summary>What a member of a collection gives: the item that a loop has come to.</summary>
    public static ValueSet? Member(IMemberReferenceOperation member, ValueSet receiver, FlowEvaluator evaluator) =>
        member.Member is IPropertySymbol { Name: "Current" } && ItemsOf(receiver, evaluator.State) is { } items
            ? Any(items, member, evaluator)
            : null;

    /// <summary>What an index or a key gives; open where the collection is not known.</summary>
    public static ValueSet Item(ValueSet collection, ImmutableArray<ValueSet> keys, IOperation operation, FlowEvaluator evaluator)
    {
        if (keys.Length != 1)
            return ValueSet.Open;

        if (collection.Single is { Kind: AbstractValueKind.Allocation } owner && KeyOf(keys[0]) is { } key
            && evaluator.State.Get(StorageLocation.Entry(owner, key)) is { } entry)
        {
            return entry;
        }

        if (ItemsOf(collection, evaluator.State) is not { } items)
            return ValueSet.Open;

        return keys[0].TryGetConstant<int>(out var index) && index >= 0 && index < items.Length
            ? items[index]
            : Any(items, operation, evaluator);
    }

    /// <summary>A call of a collection of the framework's: what it gives; null where it is none that is known.</summary>
    public static ValueSet? Call(
        IInvocationOperation call, ValueSet receiver, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        var method = call.TargetMethod;
        if (method.ContainingType?.IsBelow("System") != true)
            return null;

        switch (method.Name)
        {
            case "Add" when receiver.Single is { Kind: AbstractValueKind.Allocation } owner && IsOwn(owner):
                Add(owner, arguments, evaluator);
                return null;
            case "GetEnumerator" or "AsEnumerable" or "ToArray" or "ToList" or "AsReadOnly":
                return ContentsOf(call.Instance is null && arguments.Length == 1 ? arguments[0].Value : receiver, evaluator.State);
            case "First" or "FirstOrDefault" or "Single" when arguments.Length == 1:
                return ItemsOf(arguments[0].Value, evaluator.State) is { IsEmpty: false } first ? first[0] : null;
            case "Last" or "LastOrDefault" when arguments.Length == 1:
                return ItemsOf(arguments[0].Value, evaluator.State) is { IsEmpty: false } last ? last[last.Length - 1] : null;
            default:
                return null;
        }
    }

    /// <summary>An entry of a dictionary is written.</summary>
    public static void Write(IPropertyReferenceOperation indexer, ValueSet receiver, ValueSet value, FlowEvaluator evaluator)
    {
        if (receiver.Single is { Kind: AbstractValueKind.Allocation } owner && IsOwn(owner) && indexer.Arguments.Length == 1
            && KeyOf(evaluator.Evaluate(indexer.Arguments[0].Value)) is { } key)
            evaluator.State = evaluator.State.Set(StorageLocation.Entry(owner, key), value);
    }

    /// <summary>The items of the collection that the value is; null where they are not known.</summary>
    public static ImmutableArray<ValueSet>? ItemsOf(ValueSet value, FlowState state) =>
        ContentsOf(value, state)?.Single is { Kind: AbstractValueKind.Sequence } sequence ? sequence.Items : null;

    public static ValueSet? ContentsOf(ValueSet value, FlowState state) => value.Single switch
    {
        { Kind: AbstractValueKind.Sequence } => value,
        { Kind: AbstractValueKind.Allocation } owner => state.Get(StorageLocation.Entry(owner, ItemsEntry)),
        _ => null,
    };

    private static void Add(AbstractValue owner, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        if (arguments.Length == 2 && KeyOf(arguments[0].Value) is { } key)
        {
            evaluator.State = evaluator.State.Set(StorageLocation.Entry(owner, key), arguments[1].Value);
            return;
        }

        if (arguments.Length != 1)
            return;

        var cell = StorageLocation.Entry(owner, ItemsEntry);
        var items = evaluator.State.Get(cell) switch
        {
            null => ImmutableArray.Create(arguments[0].Value),
            { Single: { Kind: AbstractValueKind.Sequence } others } when others.Items.Length < MaxItems =>
                others.Items.Add(arguments[0].Value),
            _ => default,
        };
        evaluator.State = evaluator.State.Set(
            cell, items.IsDefault ? ValueSet.Open : ValueSet.FromValue(AbstractValue.OfSequence(items, owner.Origin)));
    }

    /// <summary>One of the items, on each way another if they are few.</summary>
    private static ValueSet Any(ImmutableArray<ValueSet> items, IOperation operation, FlowEvaluator evaluator)
    {
        if (items.IsEmpty)
            return ValueSet.Open;

        if (items.Length <= MaxApart
            && evaluator.Choices.Choose(operation.Syntax, s_positions.RemoveRange(items.Length, MaxApart - items.Length)) is { } position)
            return items[s_positions.IndexOf(position)];

        return ValueSet.Union(items)!.Value;
    }

    private static string? KeyOf(ValueSet key) => key.Single is { Kind: AbstractValueKind.Constant, Constant: string or int } constant
        ? "[" + ConstantFolding.Text(constant.Constant) + "]"
        : null;

    /// <summary>Whether it is a collection of the framework's that was made here.</summary>
    private static bool IsOwn(AbstractValue owner) => owner.Symbol is INamedTypeSymbol type && type.IsBelow("System");
}
