using System.Text;

namespace SmtpPortAnalyzer.Benchmarks.Sources;

/// <summary>Code of the usual kinds that knows nothing of mail: services, records, loops, LINQ, string work.</summary>
internal static class PlainCode
{
    /// <summary>Files of some hundred lines each, with at least so many lines in all.</summary>
    public static IEnumerable<string> Files(int lines)
    {
        for (var (index, written) = (0, 0); written < lines; index++)
        {
            var file = File(index, 12);
            written += file.Count(c => c == '\n');
            yield return file;
        }
    }

    /// <summary>One file with a type of so many groups of members.</summary>
    public static string File(int index, int groups)
    {
        var text = new StringBuilder($$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Threading.Tasks;

            namespace Contoso.Part{{index % 50}};

            public record Item{{index}}(int Id, string Name, decimal Price, DateTime Created);

            /// <summary>Keeps the items of part {{index}}.</summary>
            public sealed class Service{{index}}
            {
                private readonly Dictionary<int, Item{{index}}> _items = new();
                private readonly List<string> _log = new();
                private int _count;

                public int Limit { get; set; } = {{index % 97}};

            """);
        for (var group = 0; group < groups; group++)
        {
            text.Append($$"""

                    /// <summary>Adds what is new.</summary>
                    public bool Add{{group}}(Item{{index}} item, bool replace = false)
                    {
                        if (item is null)
                            throw new ArgumentNullException(nameof(item));

                        if (_items.ContainsKey(item.Id) && !replace)
                        {
                            _log.Add($"{item.Name} is known, {{group}}");
                            return false;
                        }

                        _items[item.Id] = item;
                        _count++;
                        return _count < Limit + {{group}};
                    }

                    public decimal Total{{group}}(DateTime since)
                    {
                        var total = 0m;
                        foreach (var item in _items.Values)
                        {
                            if (item.Created < since || item.Price <= {{group}})
                                continue;

                            total += item.Price switch
                            {
                                > 1000m => item.Price * 0.9m,
                                > 100m => item.Price * 0.95m,
                                _ => item.Price,
                            };
                        }

                        return total;
                    }

                    public IEnumerable<string> Names{{group}}(string prefix) => _items.Values
                        .Where(item => item.Name.StartsWith(prefix, StringComparison.Ordinal))
                        .OrderBy(item => item.Price)
                        .Select(item => item.Name.Trim());

                    public async Task<int> Work{{group}}Async(int rounds)
                    {
                        var done = 0;
                        for (var round = 0; round < rounds; round++)
                        {
                            try
                            {
                                await Task.Delay(round);
                                done += round % {{group + 2}} == 0 ? 1 : 2;
                            }
                            catch (InvalidOperationException error)
                            {
                                _log.Add(error.Message);
                            }
                        }

                        return done;
                    }

                """);
        }

        return text.Append("}\n").ToString();
    }
}
