using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SmtpPortAnalyzer.Options;

/// <summary>
/// The names of the package's MSBuild properties: those of the options, and the switches that its build files read themselves. What the
/// build files in turn tell the analyzer has a name that no user writes, and is not among them.
/// </summary>
internal static class BuildProperties
{
    public const string Prefix = "SmtpPortAnalyzer";

    /// <summary>Written by the package's <c>.targets</c>: our elements in the user's project files, <c>A|B|A</c>.</summary>
    private const string WrittenNames = SmtpOptions.BuildProperty + Prefix + "PropertyNames";

    /// <summary>Below this many letters a part of a name may be of any name.</summary>
    private const int ShortestPart = 5;

    /// <summary>Those that are on or off.</summary>
    public static readonly ImmutableArray<string> Flags = ImmutableArray.Create(
        Prefix + "Gate", Prefix + "GateNeedsVerdict", Prefix + "Explain", Prefix + "SettingsFiles");

    public static readonly ImmutableArray<string> Switches = Flags.Add(Prefix + "RepositoryRoot").Add(Prefix + "Preset");

    /// <summary>The switch that an unknown key stands for, as in <c>smtp_port_analyzer.gate</c>; null where there is none.</summary>
    public static string? SwitchOf(string key)
    {
        var name = Prefix + key.Substring(SmtpOptions.KeyPrefix.Length).Replace("_", "");
        return Switches.FirstOrDefault(property => string.Equals(property, name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// The written names that must be a slip, each with the one that was meant. Users name properties of their own after a package, above
    /// all one for its version, so a name that only begins like ours is not enough.
    /// </summary>
    public static IEnumerable<(string Written, string Meant)> Misspelt(AnalyzerConfigOptions global)
    {
        var names = SmtpOptionTable.All.Select(option => option.Property).Concat(Switches).ToImmutableArray();
        foreach (var written in (SmtpOption.Written(global, WrittenNames) ?? "").Split('|')
            .Where(name => name.Length > Prefix.Length && name.Length <= NearestName.MaxLength))
        {
            if (!names.Contains(written, StringComparer.OrdinalIgnoreCase)
                && names.FirstOrDefault(name => IsPart(written, name)) is { } whole)
                yield return (written, whole);
            else if (NearestName.To(written, names) is var nearest && NearestName.Distance(written, nearest) is > 0 and var slips
                && slips <= LettersOf(written) / 4)
                yield return (written, nearest);
        }
    }

    private static bool IsPart(string written, string name) =>
        LettersOf(written) >= ShortestPart
        && name.IndexOf(written.Substring(Prefix.Length), Prefix.Length, StringComparison.OrdinalIgnoreCase) >= 0;

    private static int LettersOf(string property) => property.Length - Prefix.Length;
}
