using System.Text;
using SmtpPortAnalyzer.Tests.Docs;

namespace SmtpPortAnalyzer.PackageTests.Docs;

/// <summary>
/// A solution on which the recipes of <c>docs/ci-recipes.md</c> run, with the page's files in it: one project connects to a port that a
/// test chooses, and one, of old code, to 25, with the page's baseline beside it.
/// </summary>
public sealed class RecipeProjects(PackedPackage package) : Xunit.IAsyncLifetime
{
    internal const string Page = "docs/ci-recipes.md";

    private readonly Dictionary<(string Script, int Port), (int ExitCode, string Output)> _ran = [];

    internal GeneratedSolution Solution { get; } = new(package, "recipes");

    /// <summary>What the files of a run at port 25 were, by their name in the pipeline.</summary>
    internal Dictionary<string, string> Alerts { get; } = [];

    private static IReadOnlyList<PageBlock> Blocks => SmtpPortAnalyzer.Tests.Docs.Page.Of(Page).Blocks;

    public async Task InitializeAsync()
    {
        var slnx = new StringBuilder("<Solution>\n");
        foreach (var (name, type) in new[] { ("Shop", "Mailer"), ("Legacy", "OldMailer") })
        {
            slnx.Append(null, $"  <Project Path=\"src/{name}/{name}.csproj\" />\n");
            Solution.Write($"src/{name}/{name}.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <SmtpPortAnalyzerTargetsAzure>true</SmtpPortAnalyzerTargetsAzure>
                  </PropertyGroup>
                  <ItemGroup>
                    {GatedProjects.Package}
                    <Analyzer Include="$(BrokenAnalyzer)" Condition="'$(BrokenAnalyzer)' != ''" />
                  </ItemGroup>
                </Project>
                """);
            Solution.Write($"src/{name}/{type}.cs", Mailer(type, 25));
        }

        Solution.Write("Recipes.slnx", slnx.Append("</Solution>\n").ToString());
        Solution.Write("Directory.Build.targets", Blocks.Single(block => block.Language == "xml").Text);
        var baseline = Blocks.Single(block => block.Language == "ini").Text;
        Solution.Write(baseline.Split('\n')[0].TrimStart('#', ' '), baseline);

        // Pipelines share scripts: each runs once at each port, in their order.
        foreach (var port in new[] { 25, 587 })
        {
            SetPort(port);
            foreach (var (script, _) in Pipeline.Of(Page).SelectMany(pipeline => pipeline.Scripts))
            {
                if (!_ran.ContainsKey((script, port)))
                    _ran.Add((script, port), await ScriptAsync(script, ("CI", "true")));
            }

            if (port == 25)
                KeepAlerts();
        }
    }

    private void KeepAlerts()
    {
        foreach (var file in Directory.EnumerateFiles(Solution.PathOf("artifacts"), "*.sarif"))
            Alerts.Add(Path.GetRelativePath(Solution.Folder, file).Replace('\\', '/'), File.ReadAllText(file));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>
    /// How a pipeline ends with our project at a port: its steps up to the first that fails, and those that run all the same.
    /// </summary>
    internal (int ExitCode, string Output) ResultOf(Pipeline pipeline, int port)
    {
        var (exitCode, output) = (0, "");
        foreach (var (script, always) in pipeline.Scripts)
        {
            if (exitCode != 0 && !always)
                continue;

            var step = _ran[(script, port)];
            exitCode = exitCode == 0 ? step.ExitCode : exitCode;
            output += step.Output;
        }

        return (exitCode, output);
    }

    internal Task<(int ExitCode, string Output)> ScriptAsync(string script, params (string Name, string Value)[] environment) =>
        DotnetCli.RunScriptAsync(
        Solution.Folder,
        package.ConsumerEnvironment.Concat(environment.Select(variable => KeyValuePair.Create(variable.Name, variable.Value)))
            .ToDictionary(), script);

    internal void SetPort(int port) => Solution.Write("src/Shop/Mailer.cs", Mailer("Mailer", port));

    private static string Mailer(string type, int port) => $$"""
        using System.Net.Mail;

        class {{type}}
        {
            SmtpClient Make() => new SmtpClient("mail.contoso.com", {{port}}) { EnableSsl = true };
        }
        """;
}
