using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SmtpPortAnalyzer.Tests.Options;

/// <summary>Options from a dictionary, with keys that do not mind case, as the compiler has them.</summary>
internal sealed class DictionaryOptions(params (string Key, string Value)[] entries) : AnalyzerConfigOptions
{
    public static readonly DictionaryOptions Empty = new();

    private readonly ImmutableDictionary<string, string> _values =
        entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value, KeyComparer);

    /// <summary>Older hosts do not list their keys.</summary>
    public bool ListsKeys { get; init; } = true;

    public override IEnumerable<string> Keys => ListsKeys ? _values.Keys : throw new NotImplementedException();

    public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => _values.TryGetValue(key, out value);
}

/// <summary>Global options, and for each file its own by the file's path.</summary>
internal sealed class DictionaryOptionsProvider(DictionaryOptions global, Dictionary<string, DictionaryOptions>? byPath = null)
    : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions => global;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) =>
        byPath?.GetValueOrDefault(tree.FilePath) ?? DictionaryOptions.Empty;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => DictionaryOptions.Empty;
}
