using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace SmtpPortAnalyzer.Tests.Verifiers;

/// <summary>
/// The stock Roslyn test with this product's defaults: .NET 8 with ASP.NET Core and MailKit, the latest C#, nullable enabled, and a project
/// that says it targets Azure. Expected findings are markup in the source: <c>{|SMTP001:25|}</c>.
/// </summary>
internal class SmtpTest<TAnalyzer, TFix> : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    public SmtpTest()
    {
        ReferenceAssemblies = new ReferenceAssemblies("none");
        TestState.AdditionalReferences.AddRange(TestReferences.Net8Web);
        // A finding names the connection as an additional location; markup has no place for it, and span tests of their own check it.
        TestBehaviors |= TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck;
        MarkupOptions = MarkupOptions.UseFirstDescriptor;
        DisabledDiagnostics.AddRange(s_besidesThePort);
    }

    private static readonly string[] s_besidesThePort = ["SMTP005", "SMTP006", "SMTP007", "SMTP008", "SMTP009"];

    /// <summary>Whether encryption, login and passwords are judged as well; most tests are about the port alone.</summary>
    public bool JudgesMoreThanThePort
    {
        set
        {
            DisabledDiagnostics.RemoveAll(s_besidesThePort.Contains);
            if (!value)
                DisabledDiagnostics.AddRange(s_besidesThePort);
        }
    }

    /// <summary>The C# version that sources are parsed with: the newest that the compiler has, C# 12 at the floor.</summary>
    public LanguageVersion LanguageVersion { get; set; } = LanguageVersion.Latest;

    public NullableContextOptions Nullable { get; set; } = NullableContextOptions.Enable;

    /// <summary>Global options, as a <c>.globalconfig</c> and MSBuild's compiler-visible properties give them.</summary>
    public Dictionary<string, string> GlobalOptions { get; } = new() { ["build_property.SmtpPortAnalyzerTargetsAzure"] = "true" };

    /// <summary>The configuration section that titles of fixes name.</summary>
    public string Section { get; set; } = "Smtp";

    /// <summary>Replaces the references of the test project.</summary>
    public ImmutableArray<MetadataReference> References
    {
        set
        {
            TestState.AdditionalReferences.Clear();
            TestState.AdditionalReferences.AddRange(value);
        }
    }

    protected override ParseOptions CreateParseOptions() =>
        ((CSharpParseOptions)base.CreateParseOptions()).WithLanguageVersion(LanguageVersion);

    protected override CompilationOptions CreateCompilationOptions() =>
        ((CSharpCompilationOptions)base.CreateCompilationOptions()).WithNullableContextOptions(Nullable);

    protected override async Task RunImplAsync(CancellationToken cancellationToken)
    {
        var config = new StringBuilder("is_global = true\n");
        foreach (var (key, value) in GlobalOptions)
            config.Append(key).Append(" = ").Append(value).Append('\n');
        TestState.AnalyzerConfigFiles.Add(("/.globalconfig", config.ToString()));
        await base.RunImplAsync(cancellationToken);
    }
}
