using System;

namespace SmtpPortAnalyzer.Flow;

/// <summary>
/// A part of a <see cref="MergeableMap{TKey, TValue}"/>. A leaf holds an entry, and the next one where hash codes collide; a branch holds
/// what begins with the same bits, up to the one in <see cref="Mask"/>, which tells left from right. Immutable.
/// </summary>
internal sealed class MergeableMapNode<TKey, TValue>
    where TKey : IEquatable<TKey>
    where TValue : IEquatable<TValue>
{
    private MergeableMapNode(int hash, uint mask, int digest)
    {
        Hash = hash;
        Mask = mask;
        Digest = digest;
    }

    public bool IsBranch => Mask != 0;

    /// <summary>The hash code of a leaf's key; the bits that all keys of a branch begin with, the others zero.</summary>
    public int Hash { get; }

    /// <summary>The one bit in which the two sides of a branch differ; zero for a leaf.</summary>
    public uint Mask { get; }

    /// <summary>A hash of all entries.</summary>
    public int Digest { get; }

    public MergeableMapNode<TKey, TValue>? Left { get; private init; }

    public MergeableMapNode<TKey, TValue>? Right { get; private init; }

    public TKey Key { get; private init; } = default!;

    public TValue Value { get; private init; } = default!;

    public MergeableMapNode<TKey, TValue>? Next { get; private init; }

    public static MergeableMapNode<TKey, TValue> Leaf(TKey key, TValue value, MergeableMapNode<TKey, TValue>? next)
    {
        var hash = key.GetHashCode();
        return new(hash, 0, unchecked((hash * -1521134295) ^ ((value.GetHashCode()) * 31)) + (next?.Digest ?? 0))
        {
            Key = key,
            Value = value,
            Next = next,
        };
    }

    public static MergeableMapNode<TKey, TValue> Branch(MergeableMapNode<TKey, TValue> one, MergeableMapNode<TKey, TValue> two)
    {
        var differs = HighestBit(unchecked((uint)(one.Hash ^ two.Hash)));
        var prefix = one.Hash & Prefix(differs);
        return (one.Hash & differs) == 0 ? BranchOf(prefix, differs, one, two) : BranchOf(prefix, differs, two, one);
    }

    public MergeableMapNode<TKey, TValue> With(MergeableMapNode<TKey, TValue> left, MergeableMapNode<TKey, TValue> right) =>
        ReferenceEquals(left, Left) && ReferenceEquals(right, Right) ? this : BranchOf(Hash, Mask, left, right);

    public MergeableMapNode<TKey, TValue> With(TValue value, MergeableMapNode<TKey, TValue>? next) =>
        ReferenceEquals(next, Next) && value.Equals(Value) ? this : Leaf(Key, value, next);

    public bool Matches(int hash) => (hash & Prefix(Mask)) == Hash;

    public bool IsLeft(int hash) => (hash & Mask) == 0;

    public MergeableMapNode<TKey, TValue> Child(int hash) => IsLeft(hash) ? Left! : Right!;

    /// <summary>Whether all that the other holds belongs below this branch.</summary>
    public bool Covers(MergeableMapNode<TKey, TValue> other) => IsBranch && Mask > other.Mask && Matches(other.Hash);

    public MergeableMapNode<TKey, TValue>? Find(TKey key)
    {
        for (var leaf = IsBranch ? null : this; leaf is not null; leaf = leaf.Next)
        {
            if (leaf.Key.Equals(key))
                return leaf;
        }

        return null;
    }

    private static MergeableMapNode<TKey, TValue> BranchOf(
        int prefix, uint mask, MergeableMapNode<TKey, TValue> left, MergeableMapNode<TKey, TValue> right) =>
        new(prefix, mask, unchecked(left.Digest + right.Digest)) { Left = left, Right = right };

    /// <summary>The bits above the one of the mask.</summary>
    private static int Prefix(uint mask) => unchecked((int)~((mask << 1) - 1));

    private static uint HighestBit(uint bits)
    {
        bits |= bits >> 1;
        bits |= bits >> 2;
        bits |= bits >> 4;
        bits |= bits >> 8;
        bits |= bits >> 16;
        return bits - (bits >> 1);
    }

    public static MergeableMapNode<TKey, TValue>? Merge(
        MergeableMapNode<TKey, TValue>? one, MergeableMapNode<TKey, TValue>? two, MergeChoice<TKey, TValue> choice)
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

        return MergeableMapNode<TKey, TValue>.Branch(choice.Alone(one), choice.Alone(two));
    }

    public static MergeableMapNode<TKey, TValue>? Remove(MergeableMapNode<TKey, TValue>? node, TKey key, int hash)
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

    public static bool Same(MergeableMapNode<TKey, TValue>? one, MergeableMapNode<TKey, TValue>? two)
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

    /// <summary>The part of the other map that covers what the node covers.</summary>
    public static MergeableMapNode<TKey, TValue>? Beside(MergeableMapNode<TKey, TValue> node, MergeableMapNode<TKey, TValue>? other)
    {
        while (other is { IsBranch: true } && !(other.Mask == node.Mask && other.Hash == node.Hash) && other.Covers(node))
            other = other.Child(node.Hash);
        return other is null
            || (other.IsBranch ? other.Mask == node.Mask && other.Hash == node.Hash : node.IsBranch || other.Hash == node.Hash)
            ? other
            : null;
    }
}
