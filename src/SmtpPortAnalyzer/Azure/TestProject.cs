using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Options;

namespace SmtpPortAnalyzer.Azure;

/// <summary>Tells test projects, which never run in Azure whatever their repository deploys.</summary>
internal static class TestProject
{
    private static readonly string[] s_frameworks =
    {
        "xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework",
        "TUnit.Core",
    };

    private static readonly string[] s_namespaces =
    {
        "Xunit", "NUnit.Framework", "Microsoft.VisualStudio.TestTools.UnitTesting", "TUnit.Core",
    };

    /// <summary>
    /// MSBuild's word counts; without it (no MSBuild files, a test support library) a reference to a test framework does.
    /// </summary>
    public static bool Is(Compilation compilation, AnalyzerConfigOptions global) =>
        Property(global, "IsTestProject")
        ?? (Property(global, "IsTestingPlatformApplication") == true
            || compilation.ReferencedAssemblyNames.Any(assembly => s_frameworks.Contains(assembly.Name, StringComparer.OrdinalIgnoreCase)));

    /// <summary>
    /// Whether the file imports a test framework. A project whose packages are not restored has no reference to it, and a project may keep
    /// its tests beside the code that they test.
    /// </summary>
    public static bool IsTestFile(SyntaxNode root) => root
        .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        .OfType<UsingDirectiveSyntax>()
        .Any(import => import.Name is { } name && s_namespaces.Contains(name.ToString()));

    private static bool? Property(AnalyzerConfigOptions global, string name) =>
        bool.TryParse(SmtpOption.Written(global, SmtpOptions.BuildProperty + name), out var value) ? value : null;
}
