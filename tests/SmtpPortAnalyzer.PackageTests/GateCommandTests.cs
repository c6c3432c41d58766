using SmtpPortAnalyzer.PackageTests.Docs;
using Xunit;

namespace SmtpPortAnalyzer.PackageTests;

/// <summary>What a pipeline types, on a project that connects to port 25 and on one that does not.</summary>
public sealed class CommandProjects(PackedPackage package) : IAsyncLifetime
{
    internal GeneratedSolution Solution { get; } = new(package, "gate-commands");

    public async Task InitializeAsync()
    {
        foreach (var (name, port) in new[] { ("Red", 25), ("Green", 587) })
        {
            Solution.AddProject($"{name}/{name}.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <SmtpPortAnalyzerTargetsAzure>true</SmtpPortAnalyzerTargetsAzure>
                  </PropertyGroup>
                  <ItemGroup>
                    {GatedProjects.Package}
                  </ItemGroup>
                </Project>
                """);
            Solution.Write($"{name}/Mailer.cs", $$"""
                using System.Net.Mail;

                class Mailer
                {
                    SmtpClient Make() => new SmtpClient("mail.contoso.com", {{port}}) { EnableSsl = true };
                }
                """);
        }

        var (exitCode, output) = await Solution.BuildAsync();
        Assert.True(exitCode == 0, output);
    }

    public Task DisposeAsync() => Task.CompletedTask;
}

[Collection(GateCollection.Name)]
public sealed class GateCommandTests(CommandProjects built) : IClassFixture<CommandProjects>
{
    /// <summary>Each command of the page.</summary>
    public static TheoryData<string> Commands =>
    [
        .. PageCommands.Of("docs/ci-gate.md").Select(command => command["dotnet ".Length..]),
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_OfThePage_FailsOnPort25Only(string command)
    {
        var (red, redOutput) = await built.Solution.RunAsync(command.Split(' '), "Red");
        Assert.NotEqual(0, red);
        Assert.Matches("(error|warning) SMTP001", redOutput);

        var (green, greenOutput) = await built.Solution.RunAsync(command.Split(' '), "Green");
        Assert.True(green == 0, greenOutput);
        Assert.Equal(command.Contains("Explain", StringComparison.Ordinal), greenOutput.Contains("Gate: on", StringComparison.Ordinal));
    }

    [Fact]
    public void Commands_OfThePage_AreFound() => Assert.True(Commands.Count >= 4, "docs/ci-gate.md has fewer commands than it had.");

    [Fact]
    public async Task Gate_SwitchedOnAfterABuildWithoutIt_FailsEachTime()
    {
        string[] build = ["build", "--no-restore", "-tl:off", "-nodeReuse:false"];
        var without = await built.Solution.RunAsync(build, "Red");
        var with = await built.Solution.RunAsync([.. build, "-p:SmtpPortAnalyzerGate=true", "-p:WarningsAsErrors=CS0169"], "Red");
        var again = await built.Solution.RunAsync([.. build, "-p:SmtpPortAnalyzerGate=true", "-p:WarningsAsErrors=CS0169"], "Red");
        var off = await built.Solution.RunAsync(build, "Red");

        Assert.Equal([0, 1, 1, 0], new[] { without, with, again, off }.Select(run => run.ExitCode));
        Assert.All(new[] { with, again }, run => Assert.Contains("error SMTP001", run.Output, StringComparison.Ordinal));
    }
}
