using static SmtpPortAnalyzer.Tests.Azure.EvidenceScenario;

namespace SmtpPortAnalyzer.Tests.Azure;

/// <summary>Every sign that the targets look for, beside the look-alike that must not count.</summary>
internal static class EvidenceScenarios
{
    private const string Profile = "src/App/Properties/PublishProfiles/p.pubxml";
    private const string Workflow = ".github/workflows/ci.yml";

    private const string NetFramework =
        "<PropertyGroup><TargetFrameworkIdentifier>.NETFramework</TargetFrameworkIdentifier></PropertyGroup>";

    public static readonly EvidenceScenario[] All =
    [
        // Properties
        new("empty", ""),
        Property("functions", "S:AzureFunctionsVersion", "AzureFunctionsVersion", "v4"),
        Property("isolated", "S:FunctionsExecutionModel", "FunctionsExecutionModel", "isolated"),
        Property("functions-sdk", "S:_IsFunctionsSdkBuild", "_IsFunctionsSdkBuild", "true"),
        new("capability", "S:ProjectCapability AzureFunctions", "<ItemGroup><ProjectCapability Include=\"AzureFunctions\" /></ItemGroup>"),
        new("webjob", "S:WebJobName", "<PropertyGroup><WebJobName>J</WebJobName><WebJobType>Triggered</WebJobType></PropertyGroup>"),
        Property("role", "S:RoleType", "RoleType", "Worker"),
        Property("publish", "S:PublishProvider", "PublishProvider", "AzureWebSite"),
        Property("kudu-build", "S:WEBSITE_SITE_NAME", "WEBSITE_SITE_NAME", "contoso"),
        Property("configure", "S:DOTNET_CONFIGURE_AZURE", "DOTNET_CONFIGURE_AZURE", "1"),
        Property("fabric", "M:IsServiceFabricServiceProject", "IsServiceFabricServiceProject", "true"),
        Property("registry", "M:ContainerRegistry", "ContainerRegistry", "contoso.azurecr.io"),

        // Direct packages
        Package("Microsoft.Azure.Functions.Worker", "S:Microsoft.Azure.Functions.Worker"),
        Package("Microsoft.NET.Sdk.Functions", "S:Microsoft.NET.Sdk.Functions"),
        Package("Microsoft.Azure.WebJobs.Extensions.Storage", "S:Microsoft.Azure.WebJobs.Extensions.Storage"),
        Package("Microsoft.AspNetCore.AzureAppServicesIntegration", "S:Microsoft.AspNetCore.AzureAppServicesIntegration"),
        Package("Microsoft.AspNetCore.AzureAppServices.HostingStartup", "S:Microsoft.AspNetCore.AzureAppServices.HostingStartup"),
        Package("Microsoft.Extensions.Logging.AzureAppServices", "S:Microsoft.Extensions.Logging.AzureAppServices"),
        Package("Microsoft.ServiceFabric.Services", "M:Microsoft.ServiceFabric.Services"),
        Package("Aspire.Hosting.Azure.AppContainers", "S:Aspire.Hosting.Azure.AppContainers"),
        Package("Aspire.Hosting.Azure.Storage", "M:Aspire.Hosting.Azure.Storage"),
        new("weak-packages", "", """
            <ItemGroup>
              <PackageReference Include="Azure.Identity;Azure.Storage.Blobs;Microsoft.ApplicationInsights.AspNetCore" />
              <PackageReference Include="Microsoft.EntityFrameworkCore.SqlServer;Azure.Extensions.AspNetCore.Configuration.Secrets" />
              <PackageReference Include="Microsoft.Azure.WebJobsLookalike;Aspire.Hosting" />
            </ItemGroup>
            """),

        // Files of the project
        File("host-json", "M:host.json", "src/App/host.json", "{}"),
        File("local-settings", "S:local.settings.json", "src/App/local.settings.json",
            """{"Values":{"FUNCTIONS_WORKER_RUNTIME":"dotnet-isolated"}}"""),
        File("local-settings-other", "", "src/App/local.settings.json", "{}"),
        File("webjob-settings", "S:Properties/webjob-publish-settings.json", "src/App/Properties/webjob-publish-settings.json", "{}"),
        File("webjobs-list", "S:Properties/webjobs-list.json", "src/App/Properties/webjobs-list.json", "{}"),
        File("settings-job", "S:settings.job", "src/App/settings.job", "{}"),
        File("profile-resource", "S:Properties/PublishProfiles/p.pubxml", Profile,
            "<ResourceId>/subscriptions/1/resourceGroups/r/providers/Microsoft.Web/sites/s</ResourceId>"),
        File("profile-url", "S:Properties/PublishProfiles/p.pubxml", Profile,
            "<SiteUrlToLaunchAfterPublish>https://s.azurewebsites.net</SiteUrlToLaunchAfterPublish>"),
        File("profile-provider", "M:Properties/PublishProfiles/p.pubxml", Profile, "<PublishProvider>AzureWebSite</PublishProvider>"),
        File("profile-folder", "", Profile, "<WebPublishMethod>FileSystem</WebPublishMethod>"),
        File("connected", "M:Properties/serviceDependencies.json", "src/App/Properties/serviceDependencies.json",
            """{"dependencies":{"a":{"type": "appInsights.azure"}}}"""),
        File("connected-secrets", "", "src/App/Properties/serviceDependencies.json", """{"dependencies":{"a":{"type": "secrets"}}}"""),
        File("fabric-manifest", "M:PackageRoot/ServiceManifest.xml", "src/App/PackageRoot/ServiceManifest.xml", "<ServiceManifest />"),
        File("image", "S:Dockerfile", "src/App/Dockerfile",
            "# base\nFROM --platform=linux/amd64 mcr.microsoft.com/azure-functions/dotnet-isolated:4 AS base\n"),
        File("image-other", "", "src/App/Dockerfile",
            "# mcr.microsoft.com/azure-functions/dotnet\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\n"),

        // Files of the repository
        File("azd", "S:azure.yaml", "azure.yaml", "services:\n  app:\n    project: ./src/App\r\n    host: appservice\n"),
        File("azd-other-project", "S:azure.yaml", "azure.yaml", "services:\n  web:\n    project: ./src/AppWeb\n    host: appservice\n"),
        File("azd-static", "", "azure.yaml", "services:\n  web:\n    project: ./src/Spa\n    host: staticwebapp\n"),
        File("workflow", "S:.github/workflows/ci.yml", Workflow, "steps:\n  - uses: azure/webapps-deploy@v3\n"),
        File("workflow-command", "S:.github/workflows/ci.yml", Workflow, "  - run: az webapp deploy --name x\n"),
        File("workflow-login", "", Workflow, "steps:\n  - uses: azure/login@v2\n  - run: az acr login\n"),
        File("workflow-comment", "", Workflow, "steps:\n#  - uses: azure/webapps-deploy@v3\n  - run: echo # az webapp deploy\n"),
        File("workflow-echo", "", Workflow, "steps:\n  - run: echo \"Next: az webapp deploy\"\n  - script: Write-Host azd up\n"),
        File("workflow-echo-and-deploy", "S:.github/workflows/ci.yml", Workflow, "  - run: echo now && az webapp deploy --name x\n"),
        File("pipeline", "S:azure-pipelines.yml", "azure-pipelines.yml", "steps:\n- task: AzureFunctionApp@2\n"),
        File("pipeline-build", "", "azure-pipelines.yml", "steps:\n- task: DotNetCoreCLI@2\n"),
        File("bicep", "S:infra/main.bicep", "infra/main.bicep", "resource site 'Microsoft.Web/sites@2023-12-01' = {\n"),
        File("bicep-database", "", "infra/main.bicep", "resource sql 'Microsoft.Sql/servers@2023-08-01' = {\n"),
        File("bicep-existing", "", "infra/main.bicep", "resource site 'Microsoft.Web/sites@2023-12-01' existing = {\n"),
        File("bicep-comment", "", "infra/main.bicep", "// resource site 'Microsoft.Web/sites@2023-12-01' = {\n"),
        File("arm", "M:azuredeploy.json", "azuredeploy.json", """{ "resources": [ { "type": "Microsoft.Compute/virtualMachines" } ] }"""),
        File("arm-storage", "", "azuredeploy.json", """{ "resources": [ { "type": "Microsoft.Storage/storageAccounts" } ] }"""),
        File("terraform", "S:terraform/main.tf", "terraform/main.tf", "resource \"azurerm_linux_web_app\" \"a\" {\n"),
        File("terraform-database", "", "terraform/main.tf", "resource \"azurerm_mssql_server\" \"a\" {\n"),
        File("pulumi", "M:infra/Pulumi.yaml", "infra/Pulumi.yaml", "resources:\n  app:\n    type: azure-native:web:WebApp\n"),
        File("kudu", "M:.deployment", ".deployment", "[config]\nproject = src/App\n"),

        // What belongs together, and where the search ends
        new("two-medium", "M:.github/workflows/ci.yml|M:infra/main.bicep", "",
            (Workflow, "  - run: docker push contoso.azurecr.io/shop\n"),
            ("infra/main.bicep", "resource app 'Microsoft.App/containerApps@2024-03-01' = {\n")),
        new("one-kind", "M:main.bicep", "",
            ("main.bicep", "resource app 'Microsoft.App/containerApps@2024-03-01' = {\n"),
            ("infra/app.bicep", "resource app 'Microsoft.App/containerApps@2024-03-01' = {\n"),
            ("main.tf", "resource \"azurerm_container_app\" \"a\" {\n")),
        new("strong-and-medium", "S:AzureFunctionsVersion|M:host.json",
            "<PropertyGroup><AzureFunctionsVersion>v4</AzureFunctionsVersion></PropertyGroup>",
            ("src/App/host.json", "{}"), ("azure.yaml", "services:\n  web:\n    host: appservice\n")),
    ];

    /// <summary>
    /// What need not be built with the SDK, or cannot: more of the same, names that a solution cannot open, files in a state, properties
    /// that the SDK sets.
    /// </summary>
    public static readonly EvidenceScenario[] BareOnly =
    [
        Property("webjob-half", "", "WebJobName", "J"),
        Property("publish-iis", "", "PublishProvider", "IIS"),
        Property("configure-off", "", "DOTNET_CONFIGURE_AZURE", "false"),
        Property("registry-other", "", "ContainerRegistry", "ghcr.io"),
        Package("microsoft.azure.functions.worker.extensions.http", "S:microsoft.azure.functions.worker.extensions.http"),
        Package("Microsoft.Azure.Functions.Extensions", "S:Microsoft.Azure.Functions.Extensions"),
        File("host-json-elsewhere", "", "host.json", "{}"),
        File("profile-odd-name", "S:Properties/PublishProfiles/a_b_c.pubxml", "src/App/Properties/PublishProfiles/a;b#c.pubxml",
            ".azurewebsites.net"),
        File("azd-project-file", "S:azure.yaml", "azure.yaml",
            "services:\n  app:\n    project: 'src/App/App.proj' # it\n    host: function\n"),
        File("azd-nearer", "S:src/azure.yaml", "src/azure.yaml", "services:\n  app:\n    project: App/\n    host: containerapp\n"),
        File("azd-own-folder", "S:src/App/azure.yaml", "src/App/azure.yaml", "services:\n  app:\n    project: .\n    host: containerapp\n"),
        File("workflow-functions", "S:.github/workflows/ci.yml", Workflow, "steps:\n  - name: d\n    uses: 'Azure/functions-action@v1'\n"),
        File("workflow-containers", "S:.github/workflows/ci.yml", Workflow, "  - uses: azure/container-apps-deploy-action@v2\n"),
        File("workflow-yaml", "S:.github/workflows/cd.yaml", ".github/workflows/cd.yaml", "  - run: |\n      azd up --no-prompt\n"),
        File("pipeline-folder", "S:.azuredevops/cd.yml", ".azuredevops/cd.yml", "steps:\n- task: AzureRmWebAppDeployment@4\n"),
        File("pipeline-of-the-build", "S:build/azure-pipelines-cd.yml", "build/azure-pipelines-cd.yml", "steps:\n- task: AzureWebApp@1\n"),
        File("pipeline-elsewhere", "S:bitbucket-pipelines.yml", "bitbucket-pipelines.yml", "  - az webapp deploy\n"),
        File("build-other", "", "build/docker.yml", "steps:\n- task: DotNetCoreCLI@2\n"),
        File("bicep-infrastructure", "M:infrastructure/main.bicep", "infrastructure/main.bicep",
            "resource app 'Microsoft.App/containerApps@2024-03-01' = {\n"),
        File("bicep-module", "M:infra/core/host/app.bicep", "infra/core/host/app.bicep",
            "resource app 'Microsoft.App/containerApps@2024-03-01' = {\n"),
        File("bicep-avm", "M:main.bicep", "main.bicep", "module app 'br/public:avm/res/app/container-app:0.3.0' = {\n"),
        File("terraform-aws", "", "terraform/main.tf", "resource \"aws_instance\" \"a\" {\n"),
        new("inner-repository", "", "", ("src/.git/HEAD", ""), (Workflow, "  - uses: azure/webapps-deploy@v3\n"),
            ("azure.yaml", "    project: ./src/App\n")),
        new("worktree", "", "", ("src/.git", "gitdir: elsewhere"), (Workflow, "  - uses: azure/webapps-deploy@v3\n")),
        new("worktree-root", "S:.github/workflows/ci.yml", "", ("src/.git", "gitdir: elsewhere"),
            ("src/" + Workflow, "  - uses: azure/webapps-deploy@v3\n")),
        new("named-root", "S:.github/workflows/ci.yml",
            "<PropertyGroup>" +
                "<SmtpPortAnalyzerRepositoryRoot>$(MSBuildProjectDirectory)/../../</SmtpPortAnalyzerRepositoryRoot></PropertyGroup>",
            ("src/.git/HEAD", ""), (Workflow, "  - uses: azure/webapps-deploy@v3\n")),
        new("O'Brien (x86) & co", "M:host.json|M:infra/main.bicep", "",
            ("src/App/host.json", "{}"), ("infra/main.bicep", "resource app 'Microsoft.App/containerApps@2024-03-01' = {\n")),
        new("folders-named-like-files", "", "", ("src/App/Dockerfile/x", ""), ("src/App/host.json/x", ""), ("azure.yaml/x", "")),

        // Names
        new("a;b%20c`#$(d)@(e)[f]^ä", "S:azure.yaml|M:host.json", "",
            ("src/App/host.json", "{}"), ("azure.yaml", "services:\n  app:\n    project: src/App\n    host: function\n")),
        new("odd-file-names", "S:.github/workflows/a_b_c_%20$(x)@(y)'.yml", "",
            (".github/workflows/a;b`c#%20$(x)@(y)'.yml", "  - uses: azure/webapps-deploy@v3\n")),

        // What cannot be read, or would take long
        new("locked", "S:.github/workflows/ci.yml", "", (Workflow, "  - uses: azure/webapps-deploy@v3\n"),
            ("src/App/Dockerfile", Locked + "FROM mcr.microsoft.com/azure-functions/dotnet:4\n"),
            ("azure.yaml", Locked + "    project: src/App\n")),
        new("locked-pattern-less", "M:host.json", "", ("src/App/host.json", Locked)),
        new("huge", "M:host.json", "", ("azuredeploy.json", Huge), ("src/App/host.json", Huge), ("src/App/Dockerfile", Huge)),
        new("endless", "M:host.json", "", (".github/workflows/cd.yml", LinkTo + "/dev/zero"), ("azure.yaml", LinkTo + "/dev/zero"),
            ("src/App/host.json", LinkTo + "/dev/zero")),
        new("link", "", "", ("cd.yml", "  - run: azd up\n"), (".github/workflows/cd.yml", LinkTo + "../../cd.yml")),
        new("link-to-huge", "", "", ("large.json", Huge), ("azuredeploy.json", LinkTo + "large.json")),
        new("links-to-nowhere", "", "", (".github/workflows/cd.yml", LinkTo + "cd.yml"), ("infra/main.tf", LinkTo + "/nonexistent")),
        new("linked-folder", "M:infra/main.bicep", "", ("hidden/main.bicep", "resource app 'Microsoft.App/containerApps@2024-03-01' = {\n"),
            ("infra", LinkTo + "hidden")),
        new("folder-that-holds-itself", "", "", ("infra/up", LinkTo + ".."), (".github/actions/all", LinkTo + ".")),
        new("just-not-huge", "M:azuredeploy.json", "",
            ("azuredeploy.json", "\"type\": \"Microsoft.Web/sites\"" + new string(' ', 1_000_000))),
        new("many-files", "M:host.json", "",
            [("src/App/host.json", "{}"),
                .. Enumerable.Range(0, 150)
                    .Select(i => ($".github/workflows/{i:000}.yml", i == 149 ? "  - run: azd up\n" : "on: push\n"))]),
        new("many-files-one-named", "S:.github/workflows/z-deploy.yml", "",
            [(".github/workflows/z-deploy.yml", "  - run: azd up\n"),
                .. Enumerable.Range(0, 150).Select(i => ($".github/workflows/{i:000}.yml", "on: push\n"))]),
        new("many-files-and-infrastructure", "M:infra/main.bicep", "",
            [("infra/main.bicep", "resource app 'Microsoft.App/containerApps@2024-03-01' = {\n"),
                .. Enumerable.Range(0, 150).Select(i => ($".github/workflows/{i:000}.yml", "on: push\n"))]),
        new("named-and-unnamed", "S:.github/workflows/ci.yml", "", (".github/workflows/deploy-docs.yml", "  - run: mkdocs\n"),
            (Workflow, "  - run: azd up\n")),

        // Classic Cloud Services
        new("cloud-service", "S:../Cloud/Cloud.ccproj", NetFramework,
            ("src/Cloud/Cloud.ccproj", """<ProjectReference Include="..\App\App.proj">""")),
        new("cloud-service-of-another", "M:src/Cloud/Cloud.ccproj", NetFramework,
            ("src/Cloud/Cloud.ccproj", """<ProjectReference Include="..\MyApp\MyApp.proj">""")),
        new("cloud-service-definition", "S:../Cloud/ServiceDefinition.csdef", NetFramework,
            ("src/Cloud/ServiceDefinition.csdef", """<ServiceDefinition name="Shop"><WorkerRole name="App" vmsize="Small">""")),
        new("cloud-service-definition-of-another", "M:src/Cloud/ServiceDefinition.csdef", NetFramework,
            ("src/Cloud/ServiceDefinition.csdef", """<ServiceDefinition name="App"><WorkerRole name="MyApp" vmsize="Small">""")),
        File("cloud-service-of-the-repository", "M:Cloud/Cloud.ccproj", "Cloud/Cloud.ccproj", "<Project />"),
        File("service-fabric-of-the-repository", "M:src/Fabric/Fabric.sfproj", "src/Fabric/Fabric.sfproj", "<Project />"),
        File("service-fabric-elsewhere", "", "samples/old/Fabric/Fabric.sfproj", "<Project />"),
        new("visual-basic", "", "<PropertyGroup><Language>VB</Language><AzureFunctionsVersion>v4</AzureFunctionsVersion></PropertyGroup>"),
    ];

    /// <summary>What a file begins with that another program holds open while the targets run.</summary>
    public const string Locked = "(locked)\n";

    /// <summary>What a file begins with that is a symbolic link to the rest.</summary>
    public const string LinkTo = "(link)";

    /// <summary>The content of a file of 100 MB.</summary>
    public const string Huge = "(huge)";
}
