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
internal sealed class MergeableMap<TKey, TValue> : IEquatable<MergeableMap<TKey, TValue>>
    where TKey : IEquatable<TKey>
    where TValue : IEquatable<TValue>
{
    public static readonly MergeableMap<TKey, TValue> Empty = new(null);

    private static readonly MergeChoice<TKey, TValue> s_replace = new((_, two) => two, null);

    private readonly MergeableMapNode<TKey, TValue>? _root;

    private MergeableMap(MergeableMapNode<TKey, TValue>? root) => _root = root;

    public bool IsEmpty => _root is null;

    /// <summary>Whether it has more entries than so many: no more of them are looked at.</summary>
    public bool HasMoreThan(int count) => Exhaust(_root, ref count);

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

    public MergeableMap<TKey, TValue> Set(TKey key, TValue value) =>
        With(MergeableMapNode<TKey, TValue>.Merge(_root, MergeableMapNode<TKey, TValue>.Leaf(key, value, null), s_replace));

    /// <summary>
    /// Both maps in one: <paramref name="both"/> says what becomes of a key that is in both, <paramref name="either"/> of one that is in
    /// only one of them. Parts that the maps share are taken over without asking.
    /// </summary>
    public MergeableMap<TKey, TValue> Join(
        MergeableMap<TKey, TValue> other, Func<TValue, TValue, TValue> both, Func<TKey, TValue, TValue> either) =>
        With(MergeableMapNode<TKey, TValue>.Merge(_root, other._root, new MergeChoice<TKey, TValue>(both, either)));

    public IEnumerable<KeyValuePair<TKey, TValue>> Entries() => Entries(null);

    /// <summary>The map without an entry.</summary>
    public MergeableMap<TKey, TValue> Without(TKey key) => With(MergeableMapNode<TKey, TValue>.Remove(_root, key, key.GetHashCode()));

    /// <summary>The entries that another map does not hold, or holds with another value.</summary>
    public IEnumerable<KeyValuePair<TKey, TValue>> EntriesNotIn(MergeableMap<TKey, TValue> other) => Entries(other._root);

    public bool Equals(MergeableMap<TKey, TValue>? other) => other is not null && MergeableMapNode<TKey, TValue>.Same(_root, other._root);

    public override bool Equals(object? obj) => Equals(obj as MergeableMap<TKey, TValue>);

    public override int GetHashCode() => _root?.Digest ?? 0;

    private static bool Exhaust(MergeableMapNode<TKey, TValue>? node, ref int left)
    {
        if (node is { IsBranch: true })
            return Exhaust(node.Left, ref left) || Exhaust(node.Right, ref left);

        for (; node is not null; node = node.Next)
        {
            if (left-- == 0)
                return true;
        }

        return false;
    }

    private MergeableMap<TKey, TValue> With(MergeableMapNode<TKey, TValue>? root) => ReferenceEquals(root, _root) ? this : new(root);

    private IEnumerable<KeyValuePair<TKey, TValue>> Entries(MergeableMapNode<TKey, TValue>? known)
    {
        var waiting = new Stack<(MergeableMapNode<TKey, TValue>? Node, MergeableMapNode<TKey, TValue>? Known)>();
        waiting.Push((_root, known));
        while (waiting.Count > 0)
        {
            var (node, beside) = waiting.Pop();
            if (node is null || ReferenceEquals(node, beside))
                continue;

            if (node.IsBranch)
            {
                waiting.Push((node.Right, MergeableMapNode<TKey, TValue>.Beside(node.Right!, beside)));
                waiting.Push((node.Left, MergeableMapNode<TKey, TValue>.Beside(node.Left!, beside)));
                continue;
            }

            for (var leaf = node; leaf is not null; leaf = leaf.Next)
            {
                if (beside?.Find(leaf.Key) is not { } same || !same.Value.Equals(leaf.Value))
                    yield return new(leaf.Key, leaf.Value);
            }
        }
    }
}
