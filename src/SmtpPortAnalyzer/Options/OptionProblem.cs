using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SmtpPortAnalyzer.Options;

/// <summary>A setting that cannot be used, in the words of SMTP900: "The setting '{Setting}' {Fault}; use {Remedy}".</summary>
internal sealed record OptionProblem(string Setting, string Fault, string Remedy)
{
    /// <summary>The problems of a file's options: values that cannot be read, and keys under our prefix that no option has.</summary>
    public static IEnumerable<OptionProblem> OfKeys(AnalyzerConfigOptions options)
    {
        foreach (var key in KeysOf(options))
        {
            if (SmtpOption.Written(options, key) is not { } text)
                continue;

            var option = SmtpOptionTable.All.FirstOrDefault(o => string.Equals(o.Key, key, StringComparison.OrdinalIgnoreCase));
            if (option is null)
            {
                yield return new(key, "is not known", "'" + NearestName.To(key, SmtpOptionTable.All.Select(o => o.Key)) + "'");
                continue;
            }

            foreach (var problem in OfValue(option, key, text))
                yield return problem;
        }
    }

    /// <summary>The problems of the MSBuild properties. Only those of options get here: a misspelt property is not visible to the compiler.</summary>
    public static IEnumerable<OptionProblem> OfProperties(AnalyzerConfigOptions global) =>
        from option in SmtpOptionTable.All
        let text = SmtpOption.Written(global, SmtpOptions.BuildProperty + option.Property)
        where text is not null
        from problem in OfValue(option, option.Property, text)
        select problem;

    private static IEnumerable<OptionProblem> OfValue(SmtpOption option, string setting, string text) =>
        option.Unreadable(text).Select(part => new OptionProblem(setting, "has the value '" + part + "', which is not valid", option.Allowed));

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
