using System;
using System.Linq;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SmtpPortAnalyzer.Options;

/// <summary>The value of <c>targets_azure</c>.</summary>
internal enum TargetsAzure
{
    Auto,
    True,
    False,
}

/// <summary>
/// The settings that hold for one source file. Equal settings are equal objects, so that work can be shared between files.
/// </summary>
internal sealed record SmtpOptions
{
    public const string KeyPrefix = "smtp_port_analyzer.";
    public const string BuildProperty = "build_property.";

    public TargetsAzure TargetsAzure { get; init; }

    public AzureSubscription AzureSubscription { get; init; }

    public DateTime? AzureSubscriptionCreated { get; init; }

    /// <summary>Whether Microsoft lifted the block for this subscription.</summary>
    public bool AzurePort25Exemption { get; init; }

    public AzureHosting AzureHosting { get; init; }

    public bool AzureVnetIntegration { get; init; }

    /// <summary>Hosts whose connections are exempt.</summary>
    public HostPatterns ExcludedHosts { get; init; } = HostPatterns.None;

    public bool IncludeTests { get; init; }

    public static SmtpOptions Read(AnalyzerConfigOptions tree, AnalyzerConfigOptions global) => new()
    {
        TargetsAzure = SmtpOptionTable.TargetsAzure.Read(tree, global),
        AzureSubscription = SmtpOptionTable.AzureSubscription.Read(tree, global),
        AzureSubscriptionCreated = SmtpOptionTable.AzureSubscriptionCreated.Read(tree, global),
        AzurePort25Exemption = SmtpOptionTable.AzurePort25Exemption.Read(tree, global),
        AzureHosting = SmtpOptionTable.AzureHosting.Read(tree, global),
        AzureVnetIntegration = SmtpOptionTable.AzureVnetIntegration.Read(tree, global),
        ExcludedHosts = SmtpOptionTable.ExcludedHosts.Read(tree, global),
        IncludeTests = SmtpOptionTable.IncludeTests.Read(tree, global),
    };

    /// <summary>The MSBuild property of an option: <c>targets_azure</c> is <c>SmtpPortAnalyzerTargetsAzure</c>.</summary>
    public static string PropertyName(string name) =>
        BuildProperties.Prefix + string.Concat(name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
}
