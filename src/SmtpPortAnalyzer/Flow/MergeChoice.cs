using System;

namespace SmtpPortAnalyzer.Flow;

/// <summary>What a merge of two maps makes of an entry that is in both of them, or in one only.</summary>
internal sealed class MergeChoice<TKey, TValue>
    where TKey : IEquatable<TKey>
    where TValue : IEquatable<TValue>
{
    private readonly Func<TValue, TValue, TValue> _both;
    private readonly Func<TKey, TValue, TValue>? _either;

    public MergeChoice(Func<TValue, TValue, TValue> both, Func<TKey, TValue, TValue>? either)
    {
        _both = both;
        _either = either;
    }

    public MergeableMapNode<TKey, TValue> Alone(MergeableMapNode<TKey, TValue> node)
    {
        if (_either is null)
            return node;
        if (node.IsBranch)
            return node.With(Alone(node.Left!), Alone(node.Right!));

        var next = node.Next is null ? null : Alone(node.Next);
        return node.With(_either(node.Key, node.Value), next);
    }

    /// <summary>Two lists of leaves whose keys have the same hash code.</summary>
    public MergeableMapNode<TKey, TValue> Leaves(MergeableMapNode<TKey, TValue> one, MergeableMapNode<TKey, TValue> two)
    {
        MergeableMapNode<TKey, TValue>? result = null;
        for (var leaf = two; leaf is not null; leaf = leaf.Next)
        {
            if (one.Find(leaf.Key) is null)
                result = MergeableMapNode<TKey, TValue>.Leaf(
                    leaf.Key, _either is null ? leaf.Value : _either(leaf.Key, leaf.Value), result);
        }

        if (result is null && one.Next is null)
            return two.Find(one.Key) is { } only ? one.With(_both(one.Value, only.Value), null) : Alone(one);

        for (var leaf = one; leaf is not null; leaf = leaf.Next)
        {
            var value = two.Find(leaf.Key) is { } same
                ? _both(leaf.Value, same.Value)
                : _either is null ? leaf.Value : _either(leaf.Key, leaf.Value);
            result = MergeableMapNode<TKey, TValue>.Leaf(leaf.Key, value, result);
        }

        return result!;
    }
}
