using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using SmtpPortAnalyzer.Analyzers;

namespace SmtpPortAnalyzer.Tests.Verifiers;

/// <summary>Checks the findings in settings files against the markup in them: <c>{|SMTP004:25|}</c>.</summary>
internal static class SettingsFile
{
    private const string NoCode = "class C { }";

    public static Task JsonAsync([StringSyntax("json")] string content, string name = "appsettings.json") => Async(name, content);

    /// <summary>A web.config of a .NET Framework project.</summary>
    public static Task WebConfigAsync([StringSyntax("xml")] string content, string name = "web.config") =>
        Async(name, content, test => test.References = TestReferences.Net472);

    public static Task Async(string name, string content, Action<SmtpTest<SmtpAnalyzer, EmptyCodeFixProvider>>? configure = null)
    {
        var test = new SmtpTest<SmtpAnalyzer, EmptyCodeFixProvider> { TestCode = NoCode };
        test.TestState.AdditionalFiles.Add(("/" + name, content));
        configure?.Invoke(test);
        return test.RunAsync();
    }

    public static Task WithCodeAsync([StringSyntax("C#-test")] string code, (string Name, string Content)[] files,
        ImmutableArray<MetadataReference> references = default, bool judgesMoreThanThePort = false)
    {
        var test = new SmtpTest<SmtpAnalyzer, EmptyCodeFixProvider> { TestCode = code, JudgesMoreThanThePort = judgesMoreThanThePort };
        foreach (var (name, content) in files)
            test.TestState.AdditionalFiles.Add(("/" + name, content));
        if (!references.IsDefault)
            test.References = references;
        return test.RunAsync();
    }

    /// <summary>Checks what an SMTP003 at <c>{|#0:…|}</c> says.</summary>
    public static Task WithCodeAsync([StringSyntax("C#-test")] string code, (string Name, string Content)[] files, string message)
    {
        var test = new SmtpTest<SmtpAnalyzer, EmptyCodeFixProvider> { TestCode = code, Nullable = NullableContextOptions.Disable };
        foreach (var (name, content) in files)
            test.TestState.AdditionalFiles.Add(("/" + name, content));
        test.TestState.ExpectedDiagnostics.Add(
            new DiagnosticResult("SMTP003", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(message)
                .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        return test.RunAsync();
    }
}
