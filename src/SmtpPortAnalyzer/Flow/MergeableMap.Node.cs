namespace SmtpPortAnalyzer.Flow;

internal sealed partial class MergeableMap<TKey, TValue>
{
    /// <summary>
    /// A leaf holds an entry, and the next one where hash codes collide; a branch holds what begins with the same bits, up to the one in
    /// <see cref="Mask"/>, which tells left from right.
    /// </summary>
    private sealed class Node
    {
        private Node(int hash, uint mask, int digest)
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

        public Node? Left { get; private init; }

        public Node? Right { get; private init; }

        public TKey Key { get; private init; } = default!;

        public TValue Value { get; private init; } = default!;

        public Node? Next { get; private init; }

        public static Node Leaf(TKey key, TValue value, Node? next)
        {
            var hash = key.GetHashCode();
            return new Node(hash, 0, unchecked((hash * -1521134295) ^ ((value.GetHashCode()) * 31)) + (next?.Digest ?? 0))
            {
                Key = key,
                Value = value,
                Next = next,
            };
        }

        public static Node Branch(Node one, Node two)
        {
            var differs = HighestBit(unchecked((uint)(one.Hash ^ two.Hash)));
            var prefix = one.Hash & Prefix(differs);
            return (one.Hash & differs) == 0 ? Of(prefix, differs, one, two) : Of(prefix, differs, two, one);
        }

        public Node With(Node left, Node right) =>
            ReferenceEquals(left, Left) && ReferenceEquals(right, Right) ? this : Of(Hash, Mask, left, right);

        public Node With(TValue value, Node? next) => ReferenceEquals(next, Next) && value.Equals(Value) ? this : Leaf(Key, value, next);

        public bool Matches(int hash) => (hash & Prefix(Mask)) == Hash;

        public bool IsLeft(int hash) => (hash & Mask) == 0;

        public Node Child(int hash) => IsLeft(hash) ? Left! : Right!;

        /// <summary>Whether all that the other holds belongs below this branch.</summary>
        public bool Covers(Node other) => IsBranch && Mask > other.Mask && Matches(other.Hash);

        public Node? Find(TKey key)
        {
            for (var leaf = IsBranch ? null : this; leaf is not null; leaf = leaf.Next)
            {
                if (leaf.Key.Equals(key))
                    return leaf;
            }

            return null;
        }

        private static Node Of(int prefix, uint mask, Node left, Node right) =>
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
    }
}
