using System;
using System.Collections.Generic;

namespace SmtpPortAnalyzer.Flow;

/// <summary>
/// An immutable map that shares its parts with the maps it was made from, so that putting two of them together, or comparing them, costs as
/// much as they differ and not as much as they hold. A method of ten thousand statements joins its states thousands of times.
/// </summary>
/// <remarks>
/// A big-endian Patricia trie over the keys' hash codes: Okasaki and Gill, "Fast Mergeable Integer Maps", 1998. Its shape depends on the
/// keys alone, not on the order in which they came.
/// </remarks>
internal sealed partial class MergeableMap<TKey, TValue> : IEquatable<MergeableMap<TKey, TValue>>
    where TKey : IEquatable<TKey>
    where TValue : IEquatable<TValue>
{
    public static readonly MergeableMap<TKey, TValue> Empty = new(null);

    private static readonly Choice s_replace = new((_, two) => two, null);

    private readonly Node? _root;

    private MergeableMap(Node? root) => _root = root;

    public bool IsEmpty => _root is null;

    public bool TryGet(TKey key, out TValue value)
    {
        var hash = key.GetHashCode();
        var node = _root;
        while (node is { IsBranch: true })
            node = node.Matches(hash) ? node.Child(hash) : null;

        for (; node is not null; node = node.Next)
        {
            if (node.Hash == hash && node.Key.Equals(key))
            {
                value = node.Value;
                return true;
            }
        }

        value = default!;
        return false;
    }

    public MergeableMap<TKey, TValue> Set(TKey key, TValue value) => With(Merge(_root, Node.Leaf(key, value, null), s_replace));

    /// <summary>
    /// Both maps in one: <paramref name="both"/> says what becomes of a key that is in both, <paramref name="either"/> of one that is in
    /// only one of them. Parts that the maps share are taken over without asking.
    /// </summary>
    public MergeableMap<TKey, TValue> Join(
        MergeableMap<TKey, TValue> other, Func<TValue, TValue, TValue> both, Func<TKey, TValue, TValue> either) =>
        With(Merge(_root, other._root, new Choice(both, either)));

    public IEnumerable<KeyValuePair<TKey, TValue>> Entries() => Entries(null);

    /// <summary>The map without an entry.</summary>
    public MergeableMap<TKey, TValue> Without(TKey key) => With(Remove(_root, key, key.GetHashCode()));

    /// <summary>The entries that another map does not hold, or holds with another value.</summary>
    public IEnumerable<KeyValuePair<TKey, TValue>> EntriesNotIn(MergeableMap<TKey, TValue> other) => Entries(other._root);

    public bool Equals(MergeableMap<TKey, TValue>? other) => other is not null && Same(_root, other._root);

    public override bool Equals(object? obj) => Equals(obj as MergeableMap<TKey, TValue>);

    public override int GetHashCode() => _root?.Digest ?? 0;

    private MergeableMap<TKey, TValue> With(Node? root) => ReferenceEquals(root, _root) ? this : new(root);

    private IEnumerable<KeyValuePair<TKey, TValue>> Entries(Node? known)
    {
        var waiting = new Stack<(Node? Node, Node? Known)>();
        waiting.Push((_root, known));
        while (waiting.Count > 0)
        {
            var (node, beside) = waiting.Pop();
            if (node is null || ReferenceEquals(node, beside))
                continue;

            if (node.IsBranch)
            {
                waiting.Push((node.Right, Beside(node.Right!, beside)));
                waiting.Push((node.Left, Beside(node.Left!, beside)));
                continue;
            }

            for (var leaf = node; leaf is not null; leaf = leaf.Next)
            {
                if (beside?.Find(leaf.Key) is not { } same || !same.Value.Equals(leaf.Value))
                    yield return new(leaf.Key, leaf.Value);
            }
        }
    }

    /// <summary>The part of the other map that covers what the node covers.</summary>
    private static Node? Beside(Node node, Node? other)
    {
        while (other is { IsBranch: true } && !(other.Mask == node.Mask && other.Hash == node.Hash) && other.Covers(node))
            other = other.Child(node.Hash);
        return other is null
            || (other.IsBranch ? other.Mask == node.Mask && other.Hash == node.Hash : node.IsBranch || other.Hash == node.Hash)
            ? other
            : null;
    }

    private static bool Same(Node? one, Node? two)
    {
        if (ReferenceEquals(one, two))
            return true;
        if (one is null || two is null || one.Digest != two.Digest || one.Hash != two.Hash || one.Mask != two.Mask)
            return false;
        if (one.IsBranch)
            return Same(one.Left, two.Left) && Same(one.Right, two.Right);

        var count = 0;
        for (var leaf = one; leaf is not null; leaf = leaf.Next, count++)
        {
            if (two.Find(leaf.Key) is not { } same || !same.Value.Equals(leaf.Value))
                return false;
        }

        for (var leaf = two; leaf is not null; leaf = leaf.Next)
            count--;
        return count == 0;
    }

    private static Node? Remove(Node? node, TKey key, int hash)
    {
        if (node is null)
            return null;
        if (!node.IsBranch)
            return node.Key.Equals(key) ? node.Next : node.Next is null ? node : node.With(node.Value, Remove(node.Next, key, hash));
        if (!node.Matches(hash))
            return node;

        var left = node.IsLeft(hash) ? Remove(node.Left, key, hash) : node.Left;
        var right = node.IsLeft(hash) ? node.Right : Remove(node.Right, key, hash);
        return left is null ? right : right is null ? left : node.With(left, right);
    }

    private static Node? Merge(Node? one, Node? two, Choice choice)
    {
        if (ReferenceEquals(one, two))
            return one;
        if (one is null)
            return choice.Alone(two!);
        if (two is null)
            return choice.Alone(one);

        if (!one.IsBranch && !two.IsBranch && one.Hash == two.Hash)
            return choice.Leaves(one, two);

        if (one.Mask == two.Mask && one.Hash == two.Hash)
            return one.With(Merge(one.Left, two.Left, choice)!, Merge(one.Right, two.Right, choice)!);

        if (one.Covers(two))
        {
            return one.IsLeft(two.Hash)
                ? one.With(Merge(one.Left, two, choice)!, choice.Alone(one.Right!))
                : one.With(choice.Alone(one.Left!), Merge(one.Right, two, choice)!);
        }

        if (two.Covers(one))
        {
            return two.IsLeft(one.Hash)
                ? two.With(Merge(one, two.Left, choice)!, choice.Alone(two.Right!))
                : two.With(choice.Alone(two.Left!), Merge(one, two.Right, choice)!);
        }

        return Node.Branch(choice.Alone(one), choice.Alone(two));
    }

    /// <summary>What a merge makes of an entry; null for "takes it as it is".</summary>
    private sealed class Choice
    {
        private readonly Func<TValue, TValue, TValue> _both;
        private readonly Func<TKey, TValue, TValue>? _either;

        public Choice(Func<TValue, TValue, TValue> both, Func<TKey, TValue, TValue>? either)
        {
            _both = both;
            _either = either;
        }

        public Node Alone(Node node)
        {
            if (_either is null)
                return node;
            if (node.IsBranch)
                return node.With(Alone(node.Left!), Alone(node.Right!));

            var next = node.Next is null ? null : Alone(node.Next);
            return node.With(_either(node.Key, node.Value), next);
        }

        /// <summary>Two lists of leaves whose keys have the same hash code.</summary>
        public Node Leaves(Node one, Node two)
        {
            Node? result = null;
            for (var leaf = two; leaf is not null; leaf = leaf.Next)
            {
                if (one.Find(leaf.Key) is null)
                    result = Node.Leaf(leaf.Key, _either is null ? leaf.Value : _either(leaf.Key, leaf.Value), result);
            }

            if (result is null && one.Next is null)
                return two.Find(one.Key) is { } only ? one.With(_both(one.Value, only.Value), null) : Alone(one);

            for (var leaf = one; leaf is not null; leaf = leaf.Next)
            {
                var value = two.Find(leaf.Key) is { } same
                    ? _both(leaf.Value, same.Value)
                    : _either is null ? leaf.Value : _either(leaf.Key, leaf.Value);
                result = Node.Leaf(leaf.Key, value, result);
            }

            return result!;
        }
    }
}
