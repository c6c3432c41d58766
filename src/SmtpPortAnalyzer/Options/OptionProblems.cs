using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Options;

/// <summary>Options and properties that cannot be used as they are written.</summary>
internal static class OptionProblems
{
    /// <summary>The problems of a file's options: values that cannot be read, and keys under our prefix that no option has.</summary>
    public static IEnumerable<SettingProblem> OfKeys(AnalyzerConfigOptions options)
    {
        foreach (var key in KeysOf(options))
        {
            if (SmtpOption.Written(options, key) is not { } text)
                continue;

            var option = SmtpOptionTable.All.FirstOrDefault(o => string.Equals(o.Key, key, StringComparison.OrdinalIgnoreCase));
            if (option is null && BuildProperties.SwitchOf(key) is { } property)
            {
                yield return new(key, "can be set in MSBuild only", "the property '" + property + "'");
                continue;
            }

            if (option is null)
            {
                yield return new(key, "is not known", "'" + NearestName.To(key, SmtpOptionTable.All.Select(o => o.Key)) + "'");
                continue;
            }

            foreach (var problem in OfValue(option, key, text))
                yield return problem;
        }
    }

    /// <summary>The problems of the MSBuild properties: values that cannot be read, and names that are slips of the pen.</summary>
    public static IEnumerable<SettingProblem> OfProperties(AnalyzerConfigOptions global)
    {
        foreach (var option in SmtpOptionTable.All)
        {
            if (SmtpOption.Written(global, SmtpOptions.BuildProperty + option.Property) is not { } text)
                continue;

            foreach (var problem in OfValue(option, option.Property, text))
                yield return problem;
        }

        foreach (var flag in BuildProperties.Flags)
        {
            if (SmtpOption.Written(global, SmtpOptions.BuildProperty + flag) is { } text && !bool.TryParse(text, out _))
                yield return new(flag, "has the value '" + Shown(text) + "', which is not valid", "true or false");
        }

        foreach (var (written, meant) in BuildProperties.Misspelt(global))
            yield return new(written, "is not known", "'" + meant + "'");
    }

    private static IEnumerable<SettingProblem> OfValue(SmtpOption option, string setting, string text) =>
        option.Unreadable(text)
            .Select(part => new SettingProblem(setting, "has the value '" + Shown(part) + "', which is not valid", option.Allowed))
            .Concat(option.Caution(text) is { } caution
                ? new[]
                {
                    new SettingProblem(setting, "has the value '" + Shown(text) + "', " + caution.Fault, caution.Remedy) { IsNote = true },
                }
                : Enumerable.Empty<SettingProblem>());

    /// <summary>A value without the login that a URL may have before its host.</summary>
    private static string Shown(string value) => value.IndexOf('@') < 0 ? value : "…" + value.Substring(value.LastIndexOf('@'));

    /// <summary>The keys under our prefix; where the host cannot list its keys, those of the options.</summary>
    private static List<string> KeysOf(AnalyzerConfigOptions options)
    {
        try
        {
            return options.Keys.Where(key => key.StartsWith(SmtpOptions.KeyPrefix, StringComparison.OrdinalIgnoreCase)).ToList();
        }
        catch (Exception e) when (e is NotImplementedException or NotSupportedException)
        {
            return SmtpOptionTable.All.Select(option => option.Key).ToList();
        }
    }
}
