using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.CodeFixes;
using SmtpPortAnalyzer.Tests.Options;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>A file that two projects compile connects, and each of them calls it: the calls of both change together, or none.</summary>
public class LinkedCallersTests
{
    private const string Relay = """
        using System.Net.Mail;

        static class Relay
        {
            public static void Send(int port, MailMessage message)
            {
                using var client = new SmtpClient("smtp.contoso.com", port);
                client.Send(message);
            }
        }
        """;

    private const string Setting = "int.Parse(Environment.GetEnvironmentVariable(\"Smtp__Port\") ?? \"587\")";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task CallsOfBothProjects_ChangeTogether(int asked)
    {
        var solution = Solution(Call("25"), Call("25"));
        var action = (await ActionsAsync(solution.Projects.ElementAt(asked)))[0];
        var changed = (await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

        foreach (var project in changed.Projects)
        {
            Assert.Contains("Send(" + Setting + ", message)", await TextAsync(project, "Job.cs"), StringComparison.Ordinal);
            Assert.Contains("EnableSsl = true", await TextAsync(project, "Relay.cs"), StringComparison.Ordinal);
            Assert.DoesNotContain((await project.GetCompilationAsync())!.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error);
        }
    }

    [Theory]
    [InlineData("2465")]
    [InlineData("message.To.Count")]
    public async Task CallThatWantsSomethingElse_KeepsBoth(string port) =>
        Assert.Empty(await ActionsAsync(Solution(Call("25"), Call(port)).Projects.First()));

    /// <summary>A project that compiles the file and calls nothing in it has no say.</summary>
    [Fact]
    public async Task ProjectWithoutCalls_KeepsNothing() =>
        Assert.NotEmpty(await ActionsAsync(Solution(Call("25"), "class Job { }").Projects.First()));

    private static string Call(string port) => $$"""
        using System;
        using System.Net.Mail;

        class Job
        {
            void Run(MailMessage message) => Relay.Send({{port}}, message);
        }
        """;

    private static Solution Solution(params string[] jobs)
    {
        var solution = new AdhocWorkspace().CurrentSolution;
        foreach (var (job, index) in jobs.Select((job, index) => (job, index)))
        {
            var name = "P" + index;
            solution = solution.AddProject(name, name, LanguageNames.CSharp).WithMetadataReferences(TestReferences.Net8)
                .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
                .AddDocument("Relay.cs", Relay, filePath: "/shared/Relay.cs").Project
                .AddDocument("Job.cs", job, filePath: "/" + name + "/Job.cs").Project.Solution;
        }

        return solution;
    }

    private static async Task<List<CodeAction>> ActionsAsync(Project project)
    {
        var options = new AnalyzerOptions([], new DictionaryOptionsProvider(new(("build_property.SmtpPortAnalyzerTargetsAzure", "true"))));
        var finding = Assert.Single(
            await (await project.GetCompilationAsync())!.WithAnalyzers([new SmtpAnalyzer()], options).GetAnalyzerDiagnosticsAsync());
        var actions = new List<CodeAction>();
        await new RelayPortFix().RegisterCodeFixesAsync(
            new CodeFixContext(project.GetDocument(finding.Location.SourceTree)!, finding, (action, _) => actions.Add(action), default));
        return actions;
    }

    private static async Task<string> TextAsync(Project project, string file) =>
        (await project.Documents.Single(document => document.Name == file).GetTextAsync()).ToString();
}
