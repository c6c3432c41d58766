using System;
using System.Collections.Immutable;
using System.Linq;

namespace SmtpPortAnalyzer.Options;

/// <summary>
/// The hosts that a list of names, <c>*.suffix</c> patterns and CIDR ranges stands for. Case does not count, nor does the dot that ends
/// a fully qualified name. <c>*.contoso.com</c> is every host below contoso.com, not contoso.com itself.
/// </summary>
internal sealed class HostPatterns : IEquatable<HostPatterns>
{
    public static readonly HostPatterns None = new(
        ImmutableHashSet<string>.Empty, ImmutableArray<string>.Empty, ImmutableArray<AddressRange>.Empty);

    private readonly ImmutableHashSet<string> _names;
    private readonly ImmutableArray<string> _suffixes;
    private readonly ImmutableArray<AddressRange> _ranges;

    private HostPatterns(ImmutableHashSet<string> names, ImmutableArray<string> suffixes, ImmutableArray<AddressRange> ranges)
    {
        _names = names;
        _suffixes = suffixes;
        _ranges = ranges;
    }

    /// <summary>Reads a comma-separated list. Entries that make no sense are handed back; the others count.</summary>
    public static HostPatterns Parse(string text, out ImmutableArray<string> unreadable)
    {
        var names = ImmutableHashSet.CreateBuilder<string>(StringComparer.OrdinalIgnoreCase);
        var suffixes = ImmutableArray.CreateBuilder<string>();
        var ranges = ImmutableArray.CreateBuilder<AddressRange>();
        var rejected = ImmutableArray.CreateBuilder<string>();

        foreach (var entry in text.Split(',').Select(part => part.Trim()).Where(part => part.Length > 0))
        {
            if (AddressRange.TryParse(entry, out var range))
                ranges.Add(range);
            else if (entry.StartsWith("*.", StringComparison.Ordinal) && IsName(entry.Substring(2)))
                suffixes.Add(WithoutFinalDot(entry.Substring(1)));
            else if (IsName(entry))
                names.Add(WithoutFinalDot(entry));
            else
                rejected.Add(entry);
        }

        unreadable = rejected.ToImmutable();
        return new(names.ToImmutable(), suffixes.ToImmutable(), ranges.ToImmutable());
    }

    public bool Matches(string host)
    {
        host = WithoutFinalDot(host.Trim());
        if (AddressRange.TryParseAddress(host, out var address))
            return _ranges.Any(range => range.Contains(address));

        return _names.Contains(host)
            || _suffixes.Any(suffix => host.Length > suffix.Length && host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
    }

    public bool Equals(HostPatterns? other) =>
        other is not null && _names.SetEquals(other._names) && _suffixes.SequenceEqual(other._suffixes)
            && _ranges.SequenceEqual(other._ranges);

    public override bool Equals(object? obj) => Equals(obj as HostPatterns);

    public override int GetHashCode() => (_names.Count * 31 + _suffixes.Length) * 31 + _ranges.Length;

    /// <summary>
    /// Labels of letters, digits, '-' and '_'. A last label of digits alone is an address gone wrong (<c>10.0.0.256</c>).
    /// </summary>
    private static bool IsName(string text)
    {
        var labels = WithoutFinalDot(text).Split('.');
        return labels.All(label => label.Length > 0 && label.All(c => char.IsLetterOrDigit(c) || c is '-' or '_'))
            && !labels.Last().All(char.IsDigit);
    }

    private static string WithoutFinalDot(string host) =>
        host.EndsWith(".", StringComparison.Ordinal) ? host.Substring(0, host.Length - 1) : host;
}
