using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SmtpPortAnalyzer.Options;

/// <summary>One setting of the analyzer: how it is called in each place where it can be set, and what may be written there.</summary>
internal abstract class SmtpOption
{
    protected SmtpOption(string name, string allowed)
    {
        Name = name;
        Allowed = allowed;
        Key = SmtpOptions.KeyPrefix + name;
        Property = SmtpOptions.PropertyName(name);
    }

    /// <summary>The name without prefix, <c>targets_azure</c>.</summary>
    public string Name { get; }

    /// <summary>The key in <c>.editorconfig</c> and <c>.globalconfig</c>, <c>smtp_port_analyzer.targets_azure</c>.</summary>
    public string Key { get; }

    /// <summary>The MSBuild property, <c>SmtpPortAnalyzerTargetsAzure</c>.</summary>
    public string Property { get; }

    /// <summary>What may be written, as it reads after "use".</summary>
    public string Allowed { get; }

    /// <summary>The parts of a written value that cannot be read; none where the value is valid.</summary>
    public abstract ImmutableArray<string> Unreadable(string text);

    /// <summary>What is to be known about a value that is valid; null where nothing is.</summary>
    public abstract OptionCaution? Caution(string text);

    /// <summary>Whether any place says something of this option.</summary>
    public bool IsWritten(AnalyzerConfigOptions tree, AnalyzerConfigOptions global) => Find(tree, global) is not null;

    /// <summary>
    /// What is written for this option, from the nearest place that says anything: the file's <c>.editorconfig</c>, then the global
    /// configuration, then the MSBuild property. Blank text says nothing: MSBuild hands over unset properties as empty ones.
    /// </summary>
    protected string? Find(AnalyzerConfigOptions tree, AnalyzerConfigOptions global) =>
        Written(tree, Key) ?? Written(global, Key) ?? Written(global, SmtpOptions.BuildProperty + Property);

    /// <summary>The trimmed text of a key, or null where it is missing or blank.</summary>
    public static string? Written(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}

/// <summary>
/// What is to be known about a value that holds: "The setting … has the value …, {Fault}; use {Remedy}".
/// </summary>
internal sealed record OptionCaution(string Fault, string Remedy);

/// <summary>A setting with its type: the default, and how the text is read.</summary>
internal sealed class SmtpOption<T> : SmtpOption
{
    private readonly Func<string, OptionValue<T>> _parse;

    public SmtpOption(string name, T defaultValue, Func<string, OptionValue<T>> parse, string allowed)
        : base(name, allowed)
    {
        Default = defaultValue;
        _parse = parse;
    }

    public T Default { get; }

    /// <summary>The value that holds for one file. What cannot be read is the default here and SMTP900 in the options analyzer.</summary>
    public T Read(AnalyzerConfigOptions tree, AnalyzerConfigOptions global) =>
        Find(tree, global) is { } text && _parse(text) is { HasValue: true } parsed ? parsed.Value : Default;

    /// <summary>What is to be known about a value.</summary>
    public Func<T, OptionCaution?>? Cautions { get; init; }

    public override ImmutableArray<string> Unreadable(string text) => _parse(text).Unreadable;

    public override OptionCaution? Caution(string text) =>
        _parse(text) is { HasValue: true } parsed ? Cautions?.Invoke(parsed.Value) : null;
}
