using SmtpPortAnalyzer.Tests.Azure;
using Xunit;

namespace SmtpPortAnalyzer.PackageTests;

/// <summary>Real projects for every sign of Azure and every look-alike, built in one go with the real SDK.</summary>
public sealed class AzureProjects(PackedPackage package) : IAsyncLifetime
{
    private const string Workflow = ".github/workflows/deploy.yml";
    private const string Deploys = "steps:\n  - uses: azure/webapps-deploy@v3\n";
    private const string DeploysToAks = "steps:\n  - run: az aks get-credentials\n";
    private const string ByWorkflow = "targets Azure: " + Workflow;
    /// <summary>Who says so knows it: the message ends without a reason.</summary>
    private const string ByTheUser = "";
    private const string Unknown = "not known to target Azure";
    private const string UnpackedAnalyzer = """<Analyzer Include="$(TestUnpacked)/analyzers/dotnet/cs/*.dll" />""";

    /// <summary>
    /// What bare MSBuild cannot show: the reasons in the messages, the user's own word, references, and the SDK's and git's ways.
    /// </summary>
    private static readonly AzureProject[] s_realOnly =
    [
        // The user's word, from each place, and which goes first
        new("PropertyTrue", "SMTP001", ByTheUser, Property("TargetsAzure", "true")),
        new("PropertyFalse", "", "", Property("TargetsAzure", "false"), (Workflow, Deploys)),
        new("EditorConfigBeforeProperty", "SMTP001", ByTheUser, Property("TargetsAzure", "false"),
            (".editorconfig", "[*.cs]\nsmtp_port_analyzer.targets_azure = true\n")),
        new("GlobalConfigBeforeProperty", "", "", Property("TargetsAzure", "true"),
            (".globalconfig", "is_global = true\nsmtp_port_analyzer.targets_azure = false\n")),
        new("EditorConfigBeforeGlobalConfig", "SMTP001", ByTheUser, "",
            (".globalconfig", "is_global = true\nsmtp_port_analyzer.targets_azure = false\n"),
            (".editorconfig", "[*.cs]\nsmtp_port_analyzer.targets_azure = true\n")),
        new("EditorConfigAuto", "SMTP001", ByWorkflow, Property("TargetsAzure", "false"),
            (".editorconfig", "[*.cs]\nsmtp_port_analyzer.targets_azure = auto\n"), (Workflow, Deploys)),
        new("BuildPropsOfTheRepository", "SMTP001", ByTheUser, "",
            ("Directory.Build.props", """
                <Project>
                  <Import Project="$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))" />
                  <PropertyGroup><SmtpPortAnalyzerTargetsAzure>true</SmtpPortAnalyzerTargetsAzure></PropertyGroup>
                </Project>
                """)),
        new("AllowedSubscription", "SMTP010", ByWorkflow, Property("AzureSubscription", "enterprise_agreement"), (Workflow, DeploysToAks)),
        // The policy names the service, which says why.
        new("AllowedSubscriptionInAppService", "SMTP001", "", Property("AzureSubscription", "enterprise_agreement"),
            (Workflow, Deploys)),
        new("AllowedSubscriptionInAVirtualNetwork", "SMTP010", ByWorkflow,
            Property("AzureSubscription", "enterprise_agreement") + Property("AzureVnetIntegration", "true"), (Workflow, Deploys)),
        new("OldSubscription", "SMTP010", ByWorkflow, Property("AzureSubscriptionCreated", "2016-01-01"), (Workflow, DeploysToAks)),

        // Who is in, and who stays out
        new("LibraryOfAnAzureRepository", "SMTP001", ByWorkflow, "", (Workflow, Deploys)) { Path = "src/Libraries/Contoso.Mail" },
        new("LibraryForNetStandard", "SMTP001", ByWorkflow, "", (Workflow, Deploys)) { Framework = "netstandard2.0" },
        new("TestProjectOfAnAzureRepository", "", "", "<PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup>",
            (Workflow, Deploys)),
        new("TestingPlatformApplication", "", "",
            "<PropertyGroup><IsTestingPlatformApplication>true</IsTestingPlatformApplication></PropertyGroup>", (Workflow, Deploys)),
        new("TestProjectIncluded", "SMTP001", ByWorkflow,
            "<PropertyGroup><IsTestProject>true</IsTestProject>" +
                "<SmtpPortAnalyzerIncludeTests>true</SmtpPortAnalyzerIncludeTests></PropertyGroup>",
            (Workflow, Deploys)),
        new("EntityFrameworkOnPremises", "SMTP010", Unknown, """
            <ItemGroup>
              <PackageReference Include="Microsoft.EntityFrameworkCore.SqlServer" Version="10.0.0" />
              <PackageReference Include="Azure.Identity" Version="1.14.0" />
            </ItemGroup>
            """),

        new("CloudServiceRole", "SMTP001", "targets Azure: ../Cloud/Cloud.ccproj",
            """<ItemGroup><PackageReference Include="Microsoft.NETFramework.ReferenceAssemblies" Version="1.0.3" PrivateAssets="all" """ +
            """/></ItemGroup>""",
            ("src/Cloud/Cloud.ccproj",
                """<Project><ItemGroup><ProjectReference Include="..\App\CloudServiceRole.csproj" /></ItemGroup></Project>"""))
                {
                    Framework = "net472",
                },

        // The bounds of the repository
        new("Worktree", "SMTP001", ByWorkflow, "", (Workflow, Deploys)) { Git = (".git", "gitdir: /contoso/.git/worktrees/w\n") },
        new("Submodule", "SMTP001", ByWorkflow, "", (Workflow, Deploys))
        {
            Repository = "Super/lib/Submodule",
            Git = (".git", "gitdir: ../../.git/modules/lib\n"),
        },
        new("SubmoduleOfAnAzureRepository", "SMTP010", Unknown, "", ("../" + Workflow, Deploys), ("../.git/HEAD", "ref: refs/heads/main\n"))
        {
            Repository = "Outer/Inner", Git = (".git", "gitdir: ../.git/modules/Inner\n"),
        },
        new("ContainerBuild", "SMTP001", ByWorkflow, Property("RepositoryRoot", "$(MSBuildProjectDirectory)/../.."), (Workflow, Deploys))
        {
            Git = ("no-git", ""),
        },

        // Without the package's MSBuild files
        new("AnalyzerByHand", "SMTP010", Unknown, "", (Workflow, Deploys)) { Analyzer = UnpackedAnalyzer },
        new("AnalyzerByHandWithEditorConfig", "SMTP001", ByTheUser, "",
            (".editorconfig", "[*.cs]\nsmtp_port_analyzer.targets_azure = true\n")) { Analyzer = UnpackedAnalyzer },
        new("AnalyzerByHandWithReference", "SMTP001", "targets Azure: Microsoft.Azure.Functions.Worker.Core",
            """<ItemGroup><ProjectReference Include="../../../Worker/Microsoft.Azure.Functions.Worker.Core.csproj" /></ItemGroup>""")
            {
                Analyzer = UnpackedAnalyzer,
            },

        // A place that is hard to write down; the fast tests have those that a solution or NuGet cannot open
        new("OddPlace", "SMTP001", "targets Azure: azure.yaml", "",
            ("azure.yaml", "services:\n  app:\n    project: ./src/a b #1 (x) äö\n    host: appservice\n"))
            {
                Repository = "Odd % äö",
                Path = "src/a b #1 (x) äö",
            },
    ];

    internal GeneratedSolution Solution { get; } = new(package, "azure");

    internal string Output { get; private set; } = "";

    internal static IReadOnlyList<AzureProject> All { get; } =
    [
        .. EvidenceScenarios.All.Concat(RepositoryScenarios.All.Where(scenario => scenario.Extension == "proj")).Select(FromScenario),
        .. s_realOnly,
    ];

    public async Task InitializeAsync()
    {
        package.Unpack();
        Solution.AddProject("Worker/Microsoft.Azure.Functions.Worker.Core.csproj", """
            <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>
            """);
        foreach (var project in All)
            Write(project);

        (var exitCode, Output) = await Solution.BuildAsync("-p:ProduceReferenceAssembly=false", "-p:GenerateDependencyFile=false");
        Assert.True(exitCode == 0, Output);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private void Write(AzureProject project)
    {
        var folder = $"{project.Repository}/{project.Path}";
        Solution.AddProject($"{folder}/{project.Name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{project.Framework}</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                {project.Analyzer}
              </ItemGroup>
              {project.Project}
            </Project>
            """);
        Solution.Write($"{folder}/Mailer.cs", """
            using System.Net.Mail;

            class Mailer
            {
                SmtpClient Make() => new SmtpClient("mail.contoso.com", 25);
            }
            """);
        Solution.Write($"{project.Repository}/{project.Git.Path}", project.Git.Content);
        foreach (var (path, content) in project.Files)
            Solution.Write($"{project.Repository}/{path}", content);
    }

    /// <summary>A scenario of the fast tests, with what the analyzer makes of its evidence.</summary>
    private static AzureProject FromScenario(EvidenceScenario scenario, int index)
    {
        var entries = scenario.Evidence.Split('|', StringSplitOptions.RemoveEmptyEntries);
        var strong = entries.FirstOrDefault(entry => entry.StartsWith("S:", StringComparison.Ordinal))?[2..];
        var medium = entries.Where(entry => entry.StartsWith("M:", StringComparison.Ordinal)).Select(entry => entry[2..]).ToList();
        var (finding, reason) = (strong, medium.Count) switch
        {
            ({ }, _) => ("SMTP001", "targets Azure: " + strong),
            (null, > 1) => ("SMTP001", $"targets Azure: {medium[0]} and {medium[1]}"),
            (null, 1) => ("SMTP010", $"{Unknown}: {medium[0]} is not enough"),
            _ => ("SMTP010", Unknown),
        };
        return new($"App{index}", finding, reason, scenario.Project, scenario.Files) { Repository = scenario.Name };
    }

    private static string Property(string name, string value) =>
        $"<PropertyGroup><SmtpPortAnalyzer{name}>{value}</SmtpPortAnalyzer{name}></PropertyGroup>";
}
