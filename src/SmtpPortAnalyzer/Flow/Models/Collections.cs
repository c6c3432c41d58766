using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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

    /// <summary>How methods begin that change a collection.</summary>
    private static readonly ImmutableArray<string> s_changes = ImmutableArray.Create(
        "Add", "TryAdd", "Insert", "Remove", "TryRemove", "Clear", "Set", "Sort", "Reverse", "Push", "Pop", "TryPop", "Enqueue", "Dequeue",
        "TryDequeue", "TryTake", "TryUpdate", "UnionWith", "ExceptWith", "IntersectWith", "SymmetricExceptWith");

    private const string ItemsEntry = "items";

    /// <summary>Something was put into a table under a key that is not known.</summary>
    private const string OpenEntry = "open";

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

    /// <summary>A list as it is written, with what it takes from others: <c>[.. Safe, 25]</c>.</summary>
    public static ValueSet Listed(IOperation list, FlowEvaluator evaluator)
    {
        var items = ImmutableArray.CreateBuilder<ValueSet>();
        foreach (var element in list.ChildOperations)
        {
            if (element.Syntax is not SpreadElementSyntax)
                items.Add(evaluator.Evaluate(element));
            else if (ItemsOf(evaluator.Evaluate(element.ChildOperations.FirstOrDefault()), evaluator.State) is { } taken)
                items.AddRange(taken);
            else
                items.Add(ValueSet.Open);
        }

        return Sequence(items.ToImmutable(), list, evaluator);
    }

    /// <summary>What a member of a collection gives: the item that a loop has come to.</summary>
    public static ValueSet? Member(IMemberReferenceOperation member, ValueSet receiver, FlowEvaluator evaluator) =>
        (member.Member as IPropertySymbol)?.Name switch
        {
            "Current" when ItemsOf(receiver, evaluator.State) is { } items => Any(items, member, evaluator),
            "Values" when IsTable(member.Member.ContainingType) && ItemsOf(receiver, evaluator.State) is { } pairs =>
                ValueSet.FromValue(AbstractValue.OfSequence(ValuesOf(pairs), member.Syntax)),
            _ => null,
        };

    /// <summary>What an index or a key gives; open where the collection is not known.</summary>
    public static ValueSet Item(ValueSet collection, ImmutableArray<ValueSet> keys, IOperation operation, FlowEvaluator evaluator)
    {
        if (keys.Length != 1)
            return ValueSet.Open;

        if (collection.Single is { Kind: AbstractValueKind.Allocation } owner && KeyOf(keys[0]) is { } key
            && evaluator.State.Get(StorageLocation.Entry(owner, OpenEntry)) is null
            && evaluator.State.Get(StorageLocation.Entry(owner, key)) is { } entry)
        {
            return entry;
        }

        if (ItemsOf(collection, evaluator.State) is not { } items)
            return ValueSet.Open;

        if (operation is IPropertyReferenceOperation { Property.ContainingType: { } table } && IsTable(table))
            return Entry(items, keys[0]) ?? Any(ValuesOf(items), operation, evaluator);

        if (operation is IArrayElementReferenceOperation { Indices: { Length: 1 } indices }
            && ConstantFolding.WithoutConversion(indices[0]) is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var back })
        {
            return evaluator.Evaluate(back).TryGetConstant<int>(out var fromEnd) && fromEnd > 0 && fromEnd <= items.Length
                ? items[items.Length - fromEnd]
                : Any(items, operation, evaluator);
        }

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
            case { } change when receiver.Single is { Kind: AbstractValueKind.Allocation } owner && IsOwn(owner) && IsChange(change):
                Forget(owner, evaluator);
                return null;
            case "TryGetValue" when arguments.Length == 2 && call.Instance is not null && IsTable(method.ContainingType)
                && ItemsOf(receiver, evaluator.State) is { } pairs && Entry(pairs, arguments[0].Value) is { } found:
                evaluator.Assign(arguments[1].Given, found, arguments[1].Given);
                return ValueSet.FromValue(AbstractValue.OfConstant(true, call.Syntax));
            case "TryGetValue" when arguments.Length == 2 && ConfigurationReads.Entry(receiver, arguments[0].Value, method) is { } setting:
                evaluator.Assign(arguments[1].Given, ValueSet.Open.Or(ValueSet.FromValue(setting)), arguments[1].Given);
                return ValueSet.Open;
            case "GetEnumerator" or "AsEnumerable" or "ToArray" or "ToList" or "AsReadOnly" or "ToFrozenDictionary"
                or "ToImmutableDictionary" or "ToImmutableArray" or "ToImmutableList":
                return Contents(call.Instance is null && arguments.Length == 1 ? arguments[0].Value : receiver, evaluator.State);
            case "First" or "FirstOrDefault" or "Single" when arguments.Length == 1:
                return ItemsOf(arguments[0].Value, evaluator.State) is { IsEmpty: false } first ? first[0] : null;
            case "Last" or "LastOrDefault" when arguments.Length == 1:
                return ItemsOf(arguments[0].Value, evaluator.State) is { IsEmpty: false } last ? last[last.Length - 1] : null;
            default:
                return null;
        }
    }

    /// <summary>Whether a method of this name changes a collection.</summary>
    public static bool IsChange(string method) => s_changes.Any(change => method.StartsWith(change, System.StringComparison.Ordinal));

    /// <summary>What is in the collection is known at run time only.</summary>
    private static void Forget(AbstractValue owner, FlowEvaluator evaluator) =>
        evaluator.State = evaluator.State
            .Set(StorageLocation.Entry(owner, ItemsEntry), ValueSet.Open)
            .Set(StorageLocation.Entry(owner, OpenEntry), ValueSet.Open);

    /// <summary>An entry of a dictionary or list is written.</summary>
    public static void Write(IPropertyReferenceOperation indexer, ValueSet receiver, ValueSet value, FlowEvaluator evaluator)
    {
        if (receiver.Single is not { Kind: AbstractValueKind.Allocation } owner || !IsOwn(owner) || indexer.Arguments.Length != 1)
            return;

        var at = evaluator.Evaluate(indexer.Arguments[0].Value);
        if (IsTable(indexer.Property.ContainingType))
            evaluator.State = evaluator.State.Set(StorageLocation.Entry(owner, KeyOf(at) ?? OpenEntry), value);
        else if (ItemsOf(receiver, evaluator.State) is not { } items)
            return;
        else if (at.TryGetConstant<int>(out var position) && position >= 0 && position < items.Length)
        {
            var changed = AbstractValue.OfSequence(items.SetItem(position, value), owner.Origin);
            evaluator.State = evaluator.State.Set(StorageLocation.Entry(owner, ItemsEntry), ValueSet.FromValue(changed));
        }
        else
            Forget(owner, evaluator);
    }

    /// <summary>The items of the collection that the value is; null where they are not known.</summary>
    public static ImmutableArray<ValueSet>? ItemsOf(ValueSet value, FlowState state) =>
        Contents(value, state)?.Single is { Kind: AbstractValueKind.Sequence } sequence ? sequence.Items : null;

    /// <summary>What is in a collection, as an array: of a table, its keys with their values.</summary>
    public static ValueSet? Contents(ValueSet value, FlowState state) => value.Single switch
    {
        { Kind: AbstractValueKind.Sequence } => value,
        { Kind: AbstractValueKind.Allocation } owner => state.Get(StorageLocation.Entry(owner, ItemsEntry)) ?? Pairs(owner, state),
        _ => null,
    };

    /// <summary>The entries of a table that was made here; null where it is none, or not all of its keys are known.</summary>
    private static ValueSet? Pairs(AbstractValue owner, FlowState state)
    {
        if (owner.Symbol is not INamedTypeSymbol type || !IsOwn(owner) || !IsTable(type)
            || state.Get(StorageLocation.Entry(owner, OpenEntry)) is not null)
            return null;

        var pairs = ImmutableArray.CreateBuilder<ValueSet>();
        foreach (var member in state.MembersOf(owner).Entries())
        {
            if (member.Key.Key is not { Length: > 1 } key || key[0] != '[')
                continue;

            var name = AbstractValue.OfConstant(key.Substring(1, key.Length - 2), owner.Origin);
            pairs.Add(ValueSet.FromValue(AbstractValue.OfTuple(ImmutableArray.Create(ValueSet.FromValue(name), member.Value))));
        }

        // The order of a table is that of its text.
        return pairs.Count is 0 or > MaxItems
            ? null
            : ValueSet.FromValue(AbstractValue.OfSequence(
                pairs.OrderBy(pair => pair.Knowns[0].Items[1].Knowns.FirstOrDefault()?.Origin?.SpanStart ?? 0).ToImmutableArray(),
                owner.Origin));
    }

    /// <summary>What a table of pairs holds under the key; null where the key is not known, or not in it.</summary>
    private static ValueSet? Entry(ImmutableArray<ValueSet> pairs, ValueSet key)
    {
        if (key.Single is not { Kind: AbstractValueKind.Constant, Constant: string or int } constant)
            return null;

        var text = ConstantFolding.Text(constant.Constant);
        foreach (var pair in pairs)
        {
            if (pair.Single is { Kind: AbstractValueKind.Tuple, Items: { Length: 2 } items }
                && items[0].TryGetConstant<string>(out var name) && name == text)
                return items[1];
        }

        return null;
    }

    private static ImmutableArray<ValueSet> ValuesOf(ImmutableArray<ValueSet> pairs) => pairs
        .Select(pair => pair.Single is { Kind: AbstractValueKind.Tuple, Items: { Length: 2 } items } ? items[1] : ValueSet.Open)
        .ToImmutableArray();

    /// <summary>Whether the type is a table of the framework's, that is read by a key.</summary>
    private static bool IsTable(INamedTypeSymbol type) => type.IsBelow("System") && type.GetMembers().Any(member =>
        member is IPropertySymbol { IsIndexer: true, Parameters: { Length: 1 } parameters } && parameters[0].Name == "key");

    private static void Add(AbstractValue owner, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        if (arguments.Length == 2)
        {
            var key = KeyOf(arguments[0].Value) ?? OpenEntry;
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
