using System.Text;
using SmtpPortAnalyzer.Azure;
using SmtpPortAnalyzer.Options;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Azure;

/// <summary>What <c>SmtpPortAnalyzerExplain</c> says of a project, without a compiler to ask.</summary>
public sealed class ExplainTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("SmtpPortAnalyzer.Explain.").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The build files' policy is the analyzer's, for each row and each way in which they meet.</summary>
    [Fact]
    public void Policy_IsThatOfTheAnalyzer()
    {
        var questions = Questions().ToList();
        Write("one.proj", $"""
            <Project>
              <Import Project="{BareMSBuild.Targets("SmtpPortAnalyzer.Policy.targets")}" />
              <Target Name="Answer" DependsOnTargets="_SmtpPortAnalyzerDecidePolicy">
                <WriteLinesToFile File="answers.txt" Lines="$(Number)=$(_SmtpPortAnalyzerReason)" />
              </Target>
            </Project>
            """);
        var all = new StringBuilder("<Project DefaultTargets=\"All\"><Target Name=\"All\">\n");
        for (var i = 0; i < questions.Count; i++)
        {
            var (options, seen) = questions[i];
            var isSaid = options.AzureHosting != AzureHosting.Auto;
            var runsOn = isSaid ? OptionValue.WordOf(options.AzureHosting) : string.Join("%3B", seen.Select(OptionValue.WordOf));
            all.Append("<MSBuild Projects=\"one.proj\" Targets=\"Answer\" Properties=\"Number=").Append(i)
                .Append(";_SmtpPortAnalyzerSubscription=").Append(OptionValue.WordOf(options.AzureSubscription))
                .Append(";_SmtpPortAnalyzerCreated=").Append(options.AzureSubscriptionCreated?.ToString("yyyy-MM-dd", null))
                .Append(";_SmtpPortAnalyzerExemption=").Append(options.AzurePort25Exemption ? "true" : "false")
                .Append(";_SmtpPortAnalyzerVnet=").Append(options.AzureVnetIntegration ? "true" : "")
                .Append(";_SmtpPortAnalyzerIsHostingSaid=").Append(isSaid ? "true" : "")
                .Append(";_SmtpPortAnalyzerRunsOn=").Append(runsOn).Append("\" />\n");
        }

        Write("all.proj", all.Append("</Target></Project>").ToString());
        var output = BareMSBuild.Run(_folder, "all.proj");
        Assert.True(File.Exists(Path.Combine(_folder, "answers.txt")), output);

        var expected = questions.Select((question, i) => $"{i}={AzurePolicy.Decide(question.Options, [.. question.Seen]).Reason}");
        Assert.Equal(expected, File.ReadAllLines(Path.Combine(_folder, "answers.txt")));
    }

    [Fact]
    public void Project_WithEvidence_IsExplained()
    {
        Write(".git/HEAD", "");
        Write(".github/workflows/deploy.yml", "steps:\n  - uses: azure/webapps-deploy@v3\n");
        Write("Directory.Build.props",
            "<Project><PropertyGroup><SmtpPortAnalyzerAzureSubscription>enterprise_agreement</SmtpPortAnalyzerAzureSubscription>" +
            "</PropertyGroup></Project>");
        Write(".globalconfig", "is_global = true\nsmtp_port_analyzer.azure_vnet_integration = false\n");
        Write("src/.editorconfig", "[*.cs]\nsmtp_port_analyzer.excluded_hosts = a.test, b.test\n");
        Assert.Equal(
            [
                "Shop: targets Azure",
                "Evidence: .github/workflows/deploy.yml (strong)",
                "Service:  app_service, by the evidence",
                "Policy:   port 25, which Azure App Service does not support without virtual network integration",
                "Settings: azure_subscription = enterprise_agreement in Directory.Build.props, azure_vnet_integration = false in " +
                    Path.Combine(_folder, ".globalconfig") + ", excluded_hosts = a.test, b.test in " +
                    Path.Combine(_folder, "src", ".editorconfig"),
                "Gate:     off",
                $"Searched: '{_folder}{Path.DirectorySeparatorChar}'; read: .github/workflows/deploy.yml",
            ],
            Explain());
    }

    [Theory]
    [InlineData("", "NOT KNOWN to target Azure, so port 25 is SMTP010, which a build does not print. If it does, write " +
        "<SmtpPortAnalyzerTargetsAzure>true</SmtpPortAnalyzerTargetsAzure> in Directory.Build.props")]
    [InlineData("<SmtpPortAnalyzerTargetsAzure>true</SmtpPortAnalyzerTargetsAzure>", "targets Azure, as you say")]
    [InlineData("<SmtpPortAnalyzerTargetsAzure> False </SmtpPortAnalyzerTargetsAzure>",
        "does not target Azure, as you say: nothing is reported")]
    [InlineData("<IsTestProject>true</IsTestProject>", "a test project: nothing is reported")]
    [InlineData("<Language>VB</Language>", "a Visual Basic project: the analyzer is for C#")]
    public void Project_InItsOwnWords_IsExplained(string properties, string verdict) =>
        Assert.Equal("Shop: " + verdict, Explain(properties)[0]);

    private List<string> Explain(string properties = "")
    {
        Write("src/Shop.proj", $"""
            <Project>
              <PropertyGroup><DirectoryBuildPropsPath>../Directory.Build.props</DirectoryBuildPropsPath></PropertyGroup>
              <Import Project="../Directory.Build.props" Condition="Exists('../Directory.Build.props')" />
              <PropertyGroup>{properties}</PropertyGroup>
              <ItemGroup><EditorConfigFiles Include="../.globalconfig;.editorconfig" /></ItemGroup>
              <Import Project="{BareMSBuild.Targets("SmtpPortAnalyzer.targets")}" />
            </Project>
            """);
        return [.. BareMSBuild.Run(_folder, "src/Shop.proj", "-t:SmtpPortAnalyzerExplain")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    private static IEnumerable<(SmtpOptions Options, AzureHosting[] Seen)> Questions()
    {
        foreach (var kind in Enum.GetValues<AzureSubscription>())
        {
            var options = new SmtpOptions { AzureSubscription = kind };
            yield return (options, []);
            yield return (options with { AzureSubscriptionCreated = new(2017, 11, 14) }, []);
            yield return (options with { AzureSubscriptionCreated = new(2017, 11, 15) }, []);
            yield return (options with { AzurePort25Exemption = true }, [AzureHosting.Kubernetes]);
            yield return (options with { AzurePort25Exemption = true, AzureSubscriptionCreated = new(2016, 1, 1) }, []);
        }

        foreach (var service in Enum.GetValues<AzureHosting>().Except([AzureHosting.Auto]))
        {
            var open = new SmtpOptions { AzureSubscription = AzureSubscription.EnterpriseAgreement };
            foreach (var options in new[] { open, open with { AzureVnetIntegration = true }, new() })
            {
                yield return (options with { AzureHosting = service }, [AzureHosting.ContainerApps]);
                yield return (options, [service]);
                yield return (options, [AzureHosting.Functions, service]);
                yield return (options, [service, AzureHosting.CloudServices]);
            }
        }
    }

    private void Write(string path, string content)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }
}
