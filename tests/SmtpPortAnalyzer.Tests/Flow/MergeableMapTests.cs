using SmtpPortAnalyzer.Flow;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Flow;

/// <summary>The trie against a dictionary that holds the same; many of the keys have the same hash code.</summary>
public class MergeableMapTests
{
    private const int Seed = 20261126;

    [Fact]
    public void Empty_HoldsNothing()
    {
        Assert.True(MergeableMap<Key, int>.Empty.IsEmpty);
        Assert.Empty(MergeableMap<Key, int>.Empty.Entries());
        Assert.False(MergeableMap<Key, int>.Empty.TryGet(new(1), out _));
        Assert.Same(MergeableMap<Key, int>.Empty, MergeableMap<Key, int>.Empty.Without(new(1)));
        Assert.Equal(0, MergeableMap<Key, int>.Empty.GetHashCode());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(40)]
    [InlineData(400)]
    public void Set_And_Without_AreThoseOfADictionary(int keys)
    {
        var random = new Random(Seed + keys);
        var model = new Dictionary<Key, int>();
        var trie = MergeableMap<Key, int>.Empty;
        for (var i = 0; i < keys * 8; i++)
        {
            var key = new Key(random.Next(keys));
            if (random.Next(3) == 0)
            {
                model.Remove(key);
                trie = trie.Without(key);
            }
            else
            {
                model[key] = random.Next(4);
                trie = trie.Set(key, model[key]);
            }

            AssertSame(model, trie);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(30)]
    [InlineData(300)]
    public void Join_AsksForEachKeyThatIsNotShared(int keys)
    {
        var random = new Random(Seed + keys);
        for (var round = 0; round < 40; round++)
        {
            var common = Made(random, keys);
            var (one, two) = (Changed(common, random, keys), Changed(common, random, keys));
            var joined = Trie(one)
                .Join(Trie(two), static (left, right) => (left * 100) + right, static (key, value) => value + 1000 + key.Number);
            var expected = one.Keys.Union(two.Keys).ToDictionary(key => key, key =>
                one.TryGetValue(key, out var left) && two.TryGetValue(key, out var right) ? (left * 100) + right
                : (one.TryGetValue(key, out var alone) ? alone : two[key]) + 1000 + key.Number);
            AssertSame(expected, joined);
        }
    }

    [Fact]
    public void Join_WithItself_IsTheSame()
    {
        var trie = Trie(Made(new Random(Seed), 50));
        Assert.Same(trie,
            trie.Join(
                trie, static (_, _) => throw new InvalidOperationException(), static (_, _) => throw new InvalidOperationException()));
    }

    [Fact]
    public void Join_OfMapsThatShareParts_DoesNotAskForThem()
    {
        var trie = Trie(Enumerable.Range(0, 1000).ToDictionary(number => new Key(number), number => number));
        var asked = 0;
        var joined = trie.Set(new(1), -1)
            .Join(trie.Set(new(900), -2), (one, two) => { asked++; return Math.Min(one, two); }, (_, value) => { asked++; return value; });
        Assert.True(joined.TryGet(new(1), out var first) && first == -1);
        Assert.True(joined.TryGet(new(900), out var last) && last == -2);
        Assert.InRange(asked, 2, 20);
    }

    [Fact]
    public void Equality_IsThatOfTheEntries()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 60; round++)
        {
            var entries = Made(random, 12);
            var trie = Trie(entries);
            var shuffled = Trie(entries.OrderBy(_ => random.Next()).ToDictionary(pair => pair.Key, pair => pair.Value));
            Assert.Equal(trie, shuffled);
            Assert.Equal(trie.GetHashCode(), shuffled.GetHashCode());
            var other = Changed(entries, random, 12);
            var isSame = other.Count == entries.Count
                && other.All(pair => entries.TryGetValue(pair.Key, out var value) && value == pair.Value);
            Assert.Equal(isSame, trie.Equals(Trie(other)));
            Assert.False(trie.Equals(null));
        }
    }

    [Fact]
    public void EntriesNotIn_AreThoseThatDiffer()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 60; round++)
        {
            var one = Made(random, 40);
            var two = Changed(one, random, 40);
            var expected = one.Where(pair => !two.TryGetValue(pair.Key, out var value) || value != pair.Value);
            Assert.Equal(expected.OrderBy(pair => pair.Key.Number), Trie(one).EntriesNotIn(Trie(two)).OrderBy(pair => pair.Key.Number));
        }
    }

    private static Dictionary<Key, int> Made(Random random, int keys) =>
        Enumerable.Range(0, keys).Where(_ => random.Next(3) > 0).ToDictionary(number => new Key(number), _ => random.Next(4));

    private static Dictionary<Key, int> Changed(Dictionary<Key, int> entries, Random random, int keys)
    {
        var changed = new Dictionary<Key, int>(entries);
        for (var i = random.Next(4); i > 0; i--)
            changed[new(random.Next(keys))] = random.Next(4);
        for (var i = random.Next(3); i > 0; i--)
            changed.Remove(new(random.Next(keys)));
        return changed;
    }

    private static MergeableMap<Key, int> Trie(Dictionary<Key, int> entries) =>
        entries.Aggregate(MergeableMap<Key, int>.Empty, static (trie, pair) => trie.Set(pair.Key, pair.Value));

    private static void AssertSame(Dictionary<Key, int> model, MergeableMap<Key, int> trie)
    {
        Assert.Equal(model.OrderBy(pair => pair.Key.Number), trie.Entries().OrderBy(pair => pair.Key.Number));
        Assert.Equal(model.Count == 0, trie.IsEmpty);
        foreach (var (key, value) in model)
            Assert.True(trie.TryGet(key, out var held) && held == value);
        Assert.False(trie.TryGet(new(-1), out _));
        Assert.False(trie.TryGet(new(1 << 20), out _));
    }

    /// <summary>Three in a row share a hash code; the codes use the whole range, the sign included.</summary>
    private readonly record struct Key(int Number)
    {
        public override int GetHashCode() => unchecked(Number / 3 * (int)0x9E3779B1);
    }
}
