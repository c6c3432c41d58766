using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Options;
using SmtpPortAnalyzer.Tests.Options;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Fuzz;

/// <summary>
/// Broken options, MSBuild properties and <c>.editorconfig</c> files: no exception, an end in time, and what is refused changes nothing.
/// </summary>
public class OptionFuzzTests
{
    private const string Evidence = SmtpOptions.BuildProperty + "SmtpPortAnalyzerAzureEvidence";

    private static readonly AdditionalText[] s_files =
        [new FuzzFile("/src/SmtpPortAnalyzer.Apis.txt", FuzzProject.OwnApis),
            new FuzzFile("/src/appsettings.Production.json", FuzzProject.Settings)];

    private static readonly string[] s_values =
    [
        "auto", "true", "false", "enterprise_agreement", "pay_as_you_go", "free_trial", "2017-11-14", "2024-02-29", "virtual_machine",
        "app_service", "kubernetes",
        "mail.contoso.com, *.fabrikam.com, 10.0.0.0/8, 2001:db8::/32", "Mail:Relay", "configuration", "environment", "sendgrid",
        "smtp.contoso.com",
    ];

    private static readonly string[] s_evidence =
    [
        "S:AzureFunctionsVersion", "S:Microsoft.Azure.Functions.Worker|M:host.json", "M:host.json|M:azure.yaml",
        "M:.github/workflows/deploy.yml|M:Dockerfile|M:infra/main.bicep",
    ];

    private static readonly string[] s_properties =
    [
        .. SmtpOptionTable.All.Select(option => option.Property), .. BuildProperties.Switches, "SmtpPortAnalyzerPropertyNames",
        "SmtpPortAnalyzerAzureEvidence", "IsTestProject",
    ];

    private const string EditorConfig = """
        root = true
        smtp_port_analyzer.azure_hosting = functions

        [*.cs]
        smtp_port_analyzer.targets_azure = true
        smtp_port_analyzer.excluded_hosts = *.fabrikam.com, 10.0.0.0/8
        smtp_port_analyzer.azure_subscription = pay_as_you_go
        smtp_port_analyzer.azure_subscription_created = 2020-01-31

        [{appsettings*.json,*.config}]
        smtp_port_analyzer.relay_host = sendgrid
        dotnet_diagnostic.SMTP004.severity = error
        """;

    /// <summary>
    /// The compiler makes machine code of each pattern in each <c>.editorconfig</c>, which takes longer than all that is tested.
    /// </summary>
    private const int FewerForSlowFiles = 10;

    /// <summary>Ten thousands of letters are compared with every name that could be meant.</summary>
    private const int FewerForLongNames = 4;

    [Fact]
    public async Task Value_ThatIsRefused_CountsAsNotWritten()
    {
        var sound = Names(await RunAsync());
        Assert.Equal(["SMTP001", "SMTP001", "SMTP003", "SMTP004"], sound.Select(name => name[..7]));
        var (refused, taken) = (0, 0);
        await FuzzRun.EachAsync(
            random =>
            {
                var option = SmtpOptionTable.All[random.Next(SmtpOptionTable.All.Length)];
                var key = random.Next(2) == 0 ? option.Key : SmtpOptions.BuildProperty + option.Property;
                if (random.Next(8) == 0)
                    key = TextMutations.Mutate(key, random);
                var value = s_values[random.Next(s_values.Length)];
                return (Key: key, Value: random.Next(8) == 0 ? value : TextMutations.Mutate(value, random));
            },
            async mutant =>
            {
                var found = await RunAsync(mutant);

                // Of a list, the parts that can be read count.
                var isList = mutant.Key.Contains("hosts", StringComparison.OrdinalIgnoreCase);
                if (!isList && found.Any(diagnostic => diagnostic.Id == "SMTP900"))
                {
                    refused++;
                    Assert.Equal(sound, Names(found));
                }
                else
                {
                    taken++;
                    Assert.Subset(sound.Select(Place).ToHashSet(), Names(found).Select(Place).ToHashSet());
                }
            });
        Assert.True(!FuzzRun.IsSample || (refused > FuzzRun.Count / 10 && taken > FuzzRun.Count / 10), $"{refused} refused, {taken} taken");
    }

    /// <summary>What the package's build files hand over, torn: a finding may say less, and is there.</summary>
    [Fact]
    public async Task BuildProperties_Torn_CostNoFindingInCode()
    {
        var places = Names(await RunAsync()).Where(name => !name.StartsWith("SMTP004", StringComparison.Ordinal)).Select(Place).ToHashSet();
        await FuzzRun.EachAsync(
            random => (
                Evidence: TextMutations.Mutate(s_evidence[random.Next(s_evidence.Length)], random),
                Names: TextMutations.Mutate(string.Join('|', s_properties), random)),
            async mutant =>
            {
                var found = await RunAsync(
                    (Evidence, mutant.Evidence), (SmtpOptions.BuildProperty + "SmtpPortAnalyzerPropertyNames", mutant.Names));
                Assert.Superset(places, Names(found).Select(Place).ToHashSet());
            },
            FewerForLongNames);
    }

    [Fact]
    public async Task EditorConfig_Torn_IsRead()
    {
        var places = Names(await RunAsync()).Select(Place).ToHashSet();
        await FuzzRun.EachAsync(
            random => TextMutations.Mutate(EditorConfig, random),
            async mutant =>
            {
                var set = AnalyzerConfigSet.Create<AnalyzerConfig[]>(
                    [AnalyzerConfig.Parse(mutant, "/src/.editorconfig"),
                        AnalyzerConfig.Parse("is_global = true\n" + mutant, "/.globalconfig")]);
                var found = await FuzzProject.Net.FindingsAsync(s_files, new ConfigFiles(set));
                Assert.Subset(places, Names(found).Select(Place).ToHashSet());
            },
            FewerForSlowFiles);
    }

    /// <summary>The findings in a project whose build files see that it runs in Azure.</summary>
    private static Task<ImmutableArray<Diagnostic>> RunAsync(params (string Key, string Value)[] options)
    {
        (string, string)[] all = options.Any(option => option.Key == Evidence)
            ? options
            : [(Evidence, "S:AzureFunctionsVersion"), .. options];
        return FuzzProject.Net.FindingsAsync(s_files, new DictionaryOptionsProvider(new(all)));
    }

    private static string[] Names(IEnumerable<Diagnostic> found) =>
        [.. found.Where(diagnostic => diagnostic.Id != "SMTP900").Select(FuzzProject.Name).Order(StringComparer.Ordinal)];

    /// <summary>SMTP010 stands in for a rule where Azure is not known to block the port.</summary>
    private static string Place(string name) => name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    /// <summary>Options as the compiler reads them from files.</summary>
    private sealed class ConfigFiles(AnalyzerConfigSet set) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = Options(set.GlobalConfigOptions);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Options(set.GetOptionsForSourcePath(tree.FilePath));

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Options(set.GetOptionsForSourcePath(textFile.Path));

        private static DictionaryOptions Options(AnalyzerConfigOptionsResult result) =>
            new([(Evidence, "S:AzureFunctionsVersion"), .. result.AnalyzerOptions.Select(option => (option.Key, option.Value))]);
    }
}
