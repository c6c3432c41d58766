using SmtpPortAnalyzer.Tests.Docs;
using Xunit;

namespace SmtpPortAnalyzer.PackageTests.Docs;

/// <summary>Every command on a page is run by a test, or stands here with the reason why it is not.</summary>
public class CommandTests
{
    /// <summary>Pages whose commands a test runs, all of them.</summary>
    private static readonly Dictionary<string, string> s_run = new()
    {
        ["docs/ci-gate.md"] = nameof(GateCommandTests),
        ["docs/ci-recipes.md"] = nameof(RecipeTests),
        ["docs/getting-started.md"] = nameof(WalkthroughTests),
    };

    private static readonly Dictionary<string, string> s_notRun = new()
    {
        ["dotnet build docs/samples/ContosoMailer"] = CiRuns,
        ["dotnet test"] = CiRuns,
        ["dotnet test tests/SmtpPortAnalyzer.Tests"] = "part of dotnet test",
        ["tests/mutate Azure \"FullyQualifiedName~Tests.Azure\""] = "takes many minutes",
        ["tests/mutate Rules " +
            "\"FullyQualifiedName~Tests.Rules|FullyQualifiedName~Relays.SecurityTests|" +
                "FullyQualifiedName~Relays.LoginTests|FullyQualifiedName~Relays.PasswordTests|FullyQualifiedName~Relays.SocketTests|" +
                "FullyQualifiedName~FallbackTests|FullyQualifiedName~SuppressionTests\""] =
            "takes many minutes",
        ["tests/mutate Flow \"FullyQualifiedName~Tests.Flow\""] = "takes many minutes",
        ["dotnet run -c Release --project tests/SmtpPortAnalyzer.Benchmarks -- growth"] = "takes many minutes",
        ["dotnet run -c Release --project tests/SmtpPortAnalyzer.Benchmarks -- compare"] = "takes many minutes",
        ["dotnet run -c Release --project tests/SmtpPortAnalyzer.Benchmarks -- typing"] = "takes many minutes",
        ["dotnet run -c Release --project tests/SmtpPortAnalyzer.Benchmarks -- bulb"] = "takes many minutes",
        ["dotnet run -c Release --project tests/SmtpPortAnalyzer.Benchmarks -- scale FOLDER"] = "has a placeholder in it",
        ["bash tests/compare-s5332/run [FOLDER…]"] = "has a placeholder in it",
        ["dotnet build -p:SmtpPortAnalyzerTargetsAzure=true"] = nameof(AzureProjects) + " builds with that property",
        ["dotnet user-secrets init"] = WritesHome,
        ["dotnet user-secrets set \"Smtp:Password\" \"…\""] = WritesHome,
        ["az webapp config appsettings set --resource-group contoso --name contoso-shop --settings Smtp__Host=smtp.contoso.com " +
            "Smtp__Port=587 Smtp__UserName=contoso-shop " +
            "\"Smtp__Password=@Microsoft.KeyVault(VaultName=contoso-vault;SecretName=SmtpPassword)\""] =
            "needs a subscription",
        ["az webapp config appsettings set --resource-group contoso --name contoso-shop --settings " +
            "\"Smtp__Password=@Microsoft.KeyVault(VaultName=contoso-vault;SecretName=SmtpPassword)\""] =
            "needs a subscription",
        ["gh attestation verify SmtpPortAnalyzer.0.1.0.nupkg --repo smtpportanalyzer/SmtpPortAnalyzer"] = "needs a release",
    };

    private const string CiRuns = ".ci/run runs it";
    private const string WritesHome = "writes into the home folder of who runs the tests";

    [Fact]
    public void EveryCommand_IsRun_OrListed()
    {
        var run = s_run.Keys.SelectMany(PageCommands.Of).ToHashSet();
        var others = Page.All.Where(page => !s_run.ContainsKey(page.Name)).SelectMany(page => PageCommands.Of(page.Name)).Distinct()
            .Where(command => !run.Contains(command));

        Assert.Equal(s_notRun.Keys.Order(StringComparer.Ordinal), others.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Commands_ThatCiRuns_AreInItsScript()
    {
        var script = File.ReadAllText(Path.Combine(Repository.Root, ".ci", "run"))
            .Replace("\"$sample\"", "docs/samples/ContosoMailer", StringComparison.Ordinal);
        Assert.All(
            s_notRun.Where(command => command.Value == CiRuns), command => Assert.Contains(command.Key, script, StringComparison.Ordinal));
    }

    /// <summary>A path of this repository in a command that is not run is there all the same.</summary>
    [Fact]
    public void Paths_InCommandsThatAreNotRun_AreThere()
    {
        var paths = s_notRun.Keys.SelectMany(command => command.Split(' '))
            .Where(word => word.StartsWith("docs/", StringComparison.Ordinal) || word.StartsWith("tests/", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), path));
    }
}
