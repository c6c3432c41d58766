using System;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SmtpPortAnalyzer.Options;

/// <summary>The value of <c>targets_azure</c>.</summary>
internal enum TargetsAzure
{
    Auto,
    True,
    False,
}

/// <summary>The settings that hold for one source file. Unreadable values are the default here and SMTP900 in the options analyzer.</summary>
internal sealed class SmtpOptions
{
    public const string KeyPrefix = "smtp_port_analyzer.";
    public const string PropertyPrefix = "build_property.SmtpPortAnalyzer";

    public TargetsAzure TargetsAzure { get; init; }

    public static SmtpOptions Read(AnalyzerConfigOptions tree, AnalyzerConfigOptions global) => new()
    {
        TargetsAzure = ReadTargetsAzure(tree, global),
    };

    private static TargetsAzure ReadTargetsAzure(AnalyzerConfigOptions tree, AnalyzerConfigOptions global)
    {
        if (!tree.TryGetValue(KeyPrefix + "targets_azure", out var text) && !global.TryGetValue(KeyPrefix + "targets_azure", out text))
            global.TryGetValue(PropertyPrefix + "TargetsAzure", out text);

        return Enum.TryParse<TargetsAzure>(text?.Trim(), ignoreCase: true, out var value) ? value : TargetsAzure.Auto;
    }
}
