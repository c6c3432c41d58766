using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Options;

namespace SmtpPortAnalyzer.Azure;

/// <summary>Tells test projects, which never run in Azure whatever their repository deploys.</summary>
internal static class TestProject
{
    private static readonly string[] s_frameworks =
    {
        "xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core",
    };

    /// <summary>MSBuild's word counts; without it (no MSBuild files, a test support library) a reference to a test framework does.</summary>
    public static bool Is(Compilation compilation, AnalyzerConfigOptions global) =>
        Property(global, "IsTestProject")
        ?? (Property(global, "IsTestingPlatformApplication") == true
            || compilation.ReferencedAssemblyNames.Any(assembly => s_frameworks.Contains(assembly.Name, StringComparer.OrdinalIgnoreCase)));

    private static bool? Property(AnalyzerConfigOptions global, string name) =>
        bool.TryParse(SmtpOption.Written(global, SmtpOptions.BuildProperty + name), out var value) ? value : null;
}
