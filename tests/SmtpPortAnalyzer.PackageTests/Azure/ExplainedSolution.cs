using System.Text.RegularExpressions;
using Xunit;

namespace SmtpPortAnalyzer.PackageTests;

/// <summary>A solution of every kind of project, explained once.</summary>
public sealed class ExplainedSolution(PackedPackage package) : IAsyncLifetime
{
    private readonly GeneratedSolution _solution = new(package, "explain");

    internal string Output { get; private set; } = "";

    public async Task InitializeAsync()
    {
        _solution.Write(".git/HEAD", "");
        _solution.Write("azure.yaml", "services:\n  shop:\n    project: ./Shop\n    host: containerapp\n");
        Add("Shop", "csproj", "<TargetFramework>net10.0</TargetFramework>");
        Add("Mail", "csproj", "<TargetFrameworks>net8.0;net10.0</TargetFrameworks>" +
            "<SmtpPortAnalyzerAzureSubscription>enterprise_agreement</SmtpPortAnalyzerAzureSubscription>");
        Add("Tests", "csproj", "<TargetFramework>net10.0</TargetFramework><IsTestProject>true</IsTestProject>");
        Add("Basic", "vbproj", "<TargetFramework>net10.0</TargetFramework>");
        Add("Sharp", "fsproj", "<TargetFramework>net10.0</TargetFramework>");
        // What does not compile is explained all the same.
        _solution.Write("Shop/Broken.cs", "class");
        (var exitCode, Output) = await _solution.TargetAsync("SmtpPortAnalyzerExplain");
        Assert.True(exitCode == 0, Output);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private void Add(string name, string extension, string properties) => _solution.AddProject($"{name}/{name}.{extension}", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>{properties}</PropertyGroup>
          <ItemGroup><PackageReference Include="SmtpPortAnalyzer" Version="$(TestVersion)" PrivateAssets="all" /></ItemGroup>
        </Project>
        """);
}

/// <summary><c>SmtpPortAnalyzerExplain</c> with the real SDK.</summary>
[Collection(AzureCollection.Name)]
public sealed class ExplainTests(ExplainedSolution explained) : IClassFixture<ExplainedSolution>
{
    [Theory]
    [InlineData("Shop (net10.0)", "targets Azure", "port 25, which Azure blocks for most subscriptions")]
    [InlineData("Mail (net8.0)", "targets Azure", "port 25, which Azure Container Apps does not support")]
    [InlineData("Mail (net10.0)", "targets Azure", "port 25, which Azure Container Apps does not support")]
    [InlineData("Tests (net10.0)", "a test project: nothing is reported", "port 25, which Azure blocks for most subscriptions")]
    [InlineData("Basic (net10.0)", "a Visual Basic project: the analyzer is for C#", "port 25, which Azure blocks for most subscriptions")]
    [InlineData("Sharp (net10.0)", "an F# project: the analyzer is for C#", "port 25, which Azure blocks for most subscriptions")]
    public void EveryProject_IsExplained(string project, string verdict, string policy)
    {
        var output = explained.Output;
        var said = Regex.Match(output, $@"^\s*{Regex.Escape(project)}: (.*)\n(?:\s+\w+: .*\n)*?\s+Policy: +(.*)$", RegexOptions.Multiline);
        Assert.True(said.Success, output);
        Assert.Equal((verdict, policy), (said.Groups[1].Value.Trim(), said.Groups[2].Value.Trim()));
    }
}
