using static SmtpPortAnalyzer.Tests.Azure.EvidenceScenario;

namespace SmtpPortAnalyzer.Tests.Azure;

/// <summary>
/// Repositories whose evidence lies elsewhere than in the project that mails: in pipelines wherever people keep them, in other projects, in
/// infrastructure; with the service that it names. Beside each the repository that looks like it and deploys nothing to Azure.
/// </summary>
internal static class RepositoryScenarios
{
    private const string Workflow = ".github/workflows/ci.yml";
    private const string WebApp = "steps:\n- task: AzureWebApp@1\n";
    private const string Functions = "<Project><PropertyGroup><AzureFunctionsVersion>v4</AzureFunctionsVersion></PropertyGroup></Project>";
    private const string Sdk = "<Project Sdk=\"Microsoft.NET.Sdk\">";
    private const string AzdShop = "services:\n  shop:\n    project: ./Shop\n    language: dotnet\n    host: containerapp\n";

    public static readonly EvidenceScenario[] All =
    [
        .. Pipelines("deploy/azure-pipelines.yml", "deploy/release.yml", "devops/azure-pipelines.yml", "build/cd.yml", "eng/deploy.yaml",
            "src/azure-pipelines.yml", "src/App/azure-pipelines.yml", "pipelines/templates/deploy.yml", ".azuredevops/stages/web.yml",
            ".pipelines/prod/app.yml", "azure-pipelines-release.yml", "ci/steps/web.yml", "deployment/web.yml"),
        File("pipeline-too-deep", "", "pipelines/a/b/c/deploy.yml", WebApp),
        File("yaml-beside-the-sources", "", "src/App/values.yml", WebApp),
        File("pipeline-of-a-package", "", "eng/publish.yml",
            "steps:\n- task: DotNetCoreCLI@2\n  inputs:\n    command: pack\n- task: NuGetCommand@2\n  inputs:\n    command: push\n"),
        File("workflow-of-a-package", "", ".github/workflows/release.yml",
            "steps:\n  - uses: azure/login@v2\n  - run: dotnet pack\n  - run: dotnet nuget push *.nupkg\n  - run: az storage blob " +
            "upload\n"),
        File("workflow-of-tests", "", Workflow, "steps:\n  - run: dotnet test\n    env:\n      AZURE_CLIENT_ID: x\n"),
        File("script", "S:scripts/deploy.ps1", "scripts/deploy.ps1", "Publish-AzWebApp -Name shop\n") with { Services = ["app_service"] },
        File("script-comment", "", "scripts/deploy.sh", "# az webapp up\n"),

        // Services
        Deploys("functions", "  - uses: Azure/functions-action@v1", "functions"),
        Deploys("function-command", "  - run: func azure functionapp publish shop", "functions"),
        Deploys("app-service", "  - uses: azure/webapps-deploy@v3", "app_service"),
        Deploys("slot", "  - run: az webapp deployment slot swap --slot staging", "app_service"),
        Deploys("settings-of-a-function", "  - run: az functionapp config appsettings set --name shop", "functions"),
        Deploys("app-service-settings", "- task: AzureAppServiceSettings@1", "app_service"),
        Deploys("container-app", "  - run: az containerapp update --name shop", "container_apps"),
        Deploys("container-instance", "  - uses: azure/aci-deploy@v1", "container_instances"),
        Deploys("aks", "  - run: az aks get-credentials", "kubernetes"),
        Deploys("aks-and-functions", "  - run: az aks get-credentials\n  - uses: azure/functions-action@v1", "functions", "kubernetes"),
        Deploys("azd-alone", "  - run: azd up"),
        Deploys("helm", "- task: HelmDeploy@0\n  inputs:\n    command: upgrade\n    azureSubscription: Contoso", "kubernetes"),
        Deploys("manifest", "- task: KubernetesManifest@1\n  inputs:\n    azureSubscriptionConnection: c", "kubernetes"),
        Deploys("k8s-and-registry", "  - uses: azure/k8s-deploy@v5\n    with:\n      images: contoso.azurecr.io/shop", "kubernetes"),
        Deploys("static-api", "  - uses: azure/static-web-apps-deploy@v1\n    with:\n      api_location: api", "functions"),
        File("helm-elsewhere", "", Workflow, "- task: HelmDeploy@0\n  inputs:\n    command: upgrade\n- task: AzureCLI@2\n  inputs:\n    " +
            "azureSubscription: c\n"),
        File("k8s-elsewhere", "", Workflow, "steps:\n  - uses: azure/k8s-deploy@v5\n    with:\n      images: ghcr.io/contoso/shop\n"),
        File("static-site", "", Workflow,
            "  - uses: azure/static-web-apps-deploy@v1\n    with:\n      app_location: /\n      api_location: ''\n"),
        File("registry-push", "M:.github/workflows/ci.yml", Workflow, "  - run: docker push contoso.azurecr.io/shop\n"),
        File("registry-pull", "", Workflow, "  - run: docker pull contoso.azurecr.io/base\n"),
        File("template", "M:.github/workflows/ci.yml", Workflow, "  - uses: azure/arm-deploy@v2\n"),
        new("template-of-a-database", "M:.github/workflows/ci.yml", "", (Workflow, "  - uses: azure/arm-deploy@v2\n"),
            ("infra/main.bicep", "resource sql 'Microsoft.Sql/servers@2023-08-01' = {\n")),
        new("template-of-an-app", "M:.github/workflows/ci.yml|M:infra/main.bicep", "", (Workflow, "  - uses: azure/arm-deploy@v2\n"),
            ("infra/main.bicep", "resource app 'Microsoft.App/containerApps@2024-03-01' = {\n")) { Services = ["container_apps"] },

        // Projects beside the one that mails
        File("functions-beside", "S:src/Jobs/Jobs.csproj", "src/Jobs/Jobs.csproj", Functions) with { Services = ["functions"] },
        File("functions-in-the-root", "S:Jobs/Jobs.csproj", "Jobs/Jobs.csproj", Functions),
        File("functions-deep", "S:src/a/b/c/Jobs.csproj", "src/a/b/c/Jobs.csproj", Functions),
        File("functions-of-a-service", "S:services/mail/src/Jobs/Jobs.csproj", "services/mail/src/Jobs/Jobs.csproj", Functions),
        File("functions-below-a-source-folder", "S:shop/src/Jobs/Jobs.csproj", "shop/src/Jobs/Jobs.csproj", Functions),
        File("functions-new-sdk", "S:src/Jobs/Jobs.csproj", "src/Jobs/Jobs.csproj", "<Project Sdk=\"Azure.Functions.Sdk/1.0.1\" />"),
        File("functions-commented-out", "", "src/Jobs/Jobs.csproj", "<Project><!-- <AzureFunctionsVersion>v4</AzureFunctionsVersion> " +
            "\n --></Project>"),
        File("functions-after-a-comment", "S:src/Jobs/Jobs.csproj", "src/Jobs/Jobs.csproj", "<Project><!-- of the shop --> \n" +
            "<AzureFunctionsVersion>v4</AzureFunctionsVersion></Project>"),
        File("functions-sample", "", "samples/Jobs/Jobs.csproj", Functions),
        File("functions-test", "", "tests/Jobs.Tests/Jobs.Tests.csproj", Functions),
        File("functions-example", "", "src/Examples.Functions/Jobs.csproj", Functions),
        File("functions-library", "", "src/Bindings/Bindings.csproj",
            Sdk + "<ItemGroup><PackageReference Include=\"Microsoft.Azure.WebJobs\" /></ItemGroup></Project>"),
        File("webjob-beside", "S:src/Jobs/Jobs.csproj", "src/Jobs/Jobs.csproj",
            Sdk + "<PropertyGroup><OutputType>Exe</OutputType></PropertyGroup><ItemGroup><PackageReference " +
            "Include=\"Microsoft.Azure.WebJobs.Extensions\" /></ItemGroup></Project>") with { Services = ["app_service"] },
        File("webjob-settings-beside", "S:Jobs/settings.job", "Jobs/settings.job", "{}"),
        File("aspire-for-container-apps", "S:AppHost/AppHost.csproj", "AppHost/AppHost.csproj",
            Sdk + "<ItemGroup><PackageReference Include=\"Aspire.Hosting.Azure.AppContainers\" /></ItemGroup></Project>")
            with { Services = ["container_apps"] },
        File("aspire-beside", "M:AppHost/AppHost.csproj", "AppHost/AppHost.csproj",
            Sdk + "<Sdk Name=\"Aspire.AppHost.Sdk\" Version=\"9.0.0\" /></Project>"),
        File("aspire-in-one-file", "S:apphost.cs", "apphost.cs",
            "#:sdk Aspire.AppHost.Sdk@13.0.0\n#:package Aspire.Hosting.Azure.AppContainers@13.0.0\n")
            with { Services = ["container_apps"] },
        File("aspire-in-one-file-without-azure", "M:src/Host/apphost.cs", "src/Host/apphost.cs",
            "#:sdk Aspire.AppHost.Sdk@13.0.0\n#:package Aspire.Hosting.Redis@13.0.0\n"),
        File("aspire-in-one-file-of-a-project", "", "AppHost/apphost.cs", "// Aspire.Hosting.Azure.AppContainers\n"),
        File("pulumi-beside", "M:infra/Infra.csproj", "infra/Infra.csproj",
            Sdk + "<ItemGroup><PackageReference Include=\"Pulumi.AzureNative\" /></ItemGroup></Project>"),
        File("image-beside", "S:src/Jobs/Dockerfile", "src/Jobs/Dockerfile", "FROM mcr.microsoft.com/azure-functions/dotnet:4\n"),
        File("web-beside", "", "src/Web/Web.csproj",
            "<Project Sdk=\"Microsoft.NET.Sdk.Web\"><ItemGroup><PackageReference Include=\"Azure.Identity\" /></ItemGroup></Project>"),

        // azd
        Azd("azd-of-the-project",
            "  app:\n    project: ./src/App\n    host: appservice\n  job:\n    project: ./src/Job\n    host: function\n",
            "app_service"),
        Azd("azd-of-the-project-last", "  job:\n    project: ./src/Job\n    host: function\n  app:\n    project: src/App\n    host: aks\n",
            "kubernetes"),
        Azd("azd-host-first", "  job:\n    host: function\n    project: ./src/Job\n  app:\n    host: containerapp\n    project: src/App\n",
            "container_apps"),
        Azd("azd-of-others", "  job:\n    project: ./src/Job\n    host: function\n  web:\n    project: ./src/Web\n    host: containerapp\n",
            "container_apps", "functions"),
        new("azd-elsewhere-refers", "S:shop/azure.yaml", "", ("shop/azure.yaml", AzdShop), ("shop/Shop/Shop.csproj", Sdk +
            "<ItemGroup><ProjectReference Include=\"..\\..\\lib\\Mail\\Mail.csproj\" /></ItemGroup></Project>"),
            ("lib/Mail/Mail.csproj", Sdk + "<ItemGroup><ProjectReference Include='x' />" +
                "<ProjectReference PrivateAssets=\"all\" Include=\"../../src/App/App.csproj\" /></ItemGroup></Project>"))
            {
                Services = ["container_apps"], Extension = "csproj",
            },
        new("azd-elsewhere-names", "S:infra/azure.yaml", "",
            ("infra/azure.yaml", "services:\n  app:\n    project: ../src/App/App.csproj\n    host: function\n"))
            {
                Services = ["functions"], Extension = "csproj",
            },
        new("azd-elsewhere-of-others", "M:shop/azure.yaml", "", ("shop/azure.yaml", AzdShop), ("shop/Shop/Shop.csproj", Sdk +
            "<!-- <ProjectReference Include=\"../../src/App/App.csproj\" /> --></Project>")) { Extension = "csproj" },
        new("azd-elsewhere-in-a-circle", "M:shop/azure.yaml", "", ("shop/azure.yaml", AzdShop),
            ("shop/Shop/Shop.csproj", Sdk + "<ProjectReference Include=\"Shop.csproj\" /></Project>")) { Extension = "csproj" },
        File("azd-short-extension", "S:azure.yml", "azure.yml", "services:\n  app:\n    project: src/App\n    host: function\n")
            with { Services = ["functions"] },
        File("azd-sample", "", "samples/shop/azure.yaml", AzdShop),

        // Infrastructure
        File("bicep-site", "S:src/infra/main.bicep", "src/infra/main.bicep", "resource s 'Microsoft.Web/sites@2023-12-01' = {\n")
            with { Services = ["app_service"] },
        File("bicep-function", "S:infra/modules/app.bicep", "infra/modules/app.bicep",
            "resource s 'Microsoft.Web/sites@2023-12-01' = {\n  kind: 'functionapp,linux'\n") with { Services = ["functions"] },
        File("bicep-site-module", "S:main.bicep", "main.bicep", "module site 'br/public:avm/res/web/site:0.3.0' = {\n"),
        File("bicep-plan-alone", "", "main.bicep", "resource p 'Microsoft.Web/serverfarms@2023-12-01' = {\n"),
        File("terraform-function", "S:terraform/app/main.tf", "terraform/app/main.tf", "resource \"azurerm_linux_function_app\" \"a\" {\n")
            with { Services = ["functions"] },
        File("terraform-container", "M:terraform/main.tf", "terraform/main.tf", "resource \"azurerm_container_app\" \"a\" {\n")
            with { Services = ["container_apps"] },
        File("terraform-module", "S:terraform/modules/web/main.tf", "terraform/modules/web/main.tf",
            "resource \"azurerm_linux_web_app\" \"a\" {\n") with { Services = ["app_service"] },
        File("terraform-commented-out", "", "terraform/main.tf", "/*\n  resource \"azurerm_linux_web_app\" \"a\" {\n*/\n"),
        File("terraform-text-like-a-comment", "S:main.tf", "main.tf",
            "a = \"Microsoft.Web/*\"\nresource \"azurerm_linux_web_app\" \"a\" {\nb = \"*/read\"\n"),
        File("bicep-module-folder", "S:infra/modules/web/main.bicep", "infra/modules/web/main.bicep",
            "resource s 'Microsoft.Web/sites@2023-12-01' = {\n"),
        File("bicep-commented-out", "", "main.bicep", "/* old\nresource s 'Microsoft.Web/sites@2023-12-01' = {\n*/\n"),
        new("azd-and-bicep", "S:.github/workflows/ci.yml|M:infra/main.bicep", "", (Workflow, "  - run: azd up\n"),
            ("infra/main.bicep", "resource app 'Microsoft.App/containerApps@2024-03-01' = {\n")) { Services = ["container_apps"] },

        // What the project says itself
        Property("hosting-of-functions", "S:AzureFunctionsVersion", "AzureFunctionsVersion", "v4") with { Services = ["functions"] },
        Property("hosting-of-a-role", "S:RoleType", "RoleType", "Web") with { Services = ["cloud_services"] },
        new("hosting-of-webjobs", "S:Microsoft.Azure.WebJobs.Extensions.Storage",
            "<ItemGroup><PackageReference Include=\"Microsoft.Azure.WebJobs.Extensions.Storage\" /></ItemGroup>")
            {
                Services = ["app_service"],
            },
        File("hosting-of-a-profile", "S:Properties/PublishProfiles/p.pubxml", "src/App/Properties/PublishProfiles/p.pubxml",
            "/providers/Microsoft.App/containerApps/shop") with { Services = ["container_apps"] },
        new("hosting-unknown", "") { Services = [] },
    ];

    private static IEnumerable<EvidenceScenario> Pipelines(params string[] paths) => paths.Select(
        path => File("pipeline " + path.Replace('/', ' '), "S:" + path, path, WebApp) with { Services = ["app_service"] });

    private static EvidenceScenario Deploys(string name, string step, params string[] services) =>
        File("deploys-" + name, "S:" + Workflow, Workflow, $"steps:\n{step}\n") with { Services = services };

    private static EvidenceScenario Azd(string name, string entries, params string[] services) =>
        File(name, "S:azure.yaml", "azure.yaml", "name: contoso\nservices:\n" + entries) with { Services = services };
}
