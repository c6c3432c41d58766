using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SmtpPortAnalyzer.Azure;
using SmtpPortAnalyzer.Options;
using SmtpPortAnalyzer.Tests.Options;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Azure;

public class AzureSituationTests
{
    private const string Evidence = "build_property.SmtpPortAnalyzerAzureEvidence";

    [Theory]
    [InlineData("S:AzureFunctionsVersion", "targets Azure: AzureFunctionsVersion")]
    [InlineData("M:host.json|S:.github/workflows/deploy.yml", "targets Azure: .github/workflows/deploy.yml")]
    [InlineData("M:host.json|M:infra/main.bicep", "targets Azure: host.json and infra/main.bicep")]
    [InlineData(" | S:A | ", "targets Azure: A")]
    public void Evidence_StrongOrTwoMedium_TargetsAzure(string evidence, string words)
    {
        var situation = Of(new((Evidence, evidence)));
        Assert.Equal(AzureTargeting.Yes, situation.Targeting);
        Assert.Equal(words, situation.Evidence);
    }

    [Theory]
    [InlineData("", "not known to target Azure")]
    [InlineData("M:host.json", "not known to target Azure: host.json alone does not decide")]
    [InlineData("M:host.json|M:host.json", "not known to target Azure: host.json alone does not decide")]
    [InlineData("W:Azure.Identity|W:Azure.Storage.Blobs", "not known to target Azure")]
    [InlineData("AzureFunctionsVersion", "not known to target Azure")]
    [InlineData("S:|M:|:|||S", "not known to target Azure")]
    public void Evidence_TooLittle_IsUnknown(string evidence, string words)
    {
        var situation = Of(new((Evidence, evidence)));
        Assert.Equal(AzureTargeting.Unknown, situation.Targeting);
        Assert.Equal(words, situation.Evidence);
    }

    [Fact]
    public void TargetsAzure_True_NeedsNoEvidence() =>
        Assert.Equal(AzureTargeting.Yes, Of(new(), options: new() { TargetsAzure = TargetsAzure.True }).Targeting);

    [Fact]
    public void TargetsAzure_False_OverridesEvidence() =>
        Assert.Equal(AzureTargeting.No, Of(new((Evidence, "S:A")), options: new() { TargetsAzure = TargetsAzure.False }).Targeting);

    [Theory]
    [InlineData("AzureFunctionsVersion", "v4")]
    [InlineData("FunctionsExecutionModel", "isolated")]
    public void Property_OfTheFunctionsSdk_TargetsAzureWithoutThePackagesFiles(string property, string value)
    {
        var situation = Of(new(("build_property." + property, value)));
        Assert.Equal(AzureTargeting.Yes, situation.Targeting);
        Assert.Equal("targets Azure: " + property, situation.Evidence);
    }

    [Theory]
    [InlineData("Microsoft.Azure.Functions.Worker")]
    [InlineData("Microsoft.Azure.Functions.Worker.Core")]
    [InlineData("Microsoft.Azure.Functions.Worker.Extensions.Http")]
    [InlineData("Microsoft.Azure.WebJobs")]
    [InlineData("Microsoft.Azure.WebJobs.Host")]
    [InlineData("Microsoft.WindowsAzure.ServiceRuntime")]
    [InlineData("Microsoft.AspNetCore.AzureAppServicesIntegration")]
    [InlineData("Microsoft.AspNetCore.AzureAppServices.HostingStartup")]
    [InlineData("Microsoft.Extensions.Logging.AzureAppServices")]
    public void Reference_Strong_TargetsAzure(string assembly)
    {
        var situation = Of(new(), assemblies: [assembly]);
        Assert.Equal(AzureTargeting.Yes, situation.Targeting);
        Assert.Equal("targets Azure: " + assembly, situation.Evidence);
    }

    [Theory]
    [InlineData("Azure.Identity")]
    [InlineData("Azure.Core")]
    [InlineData("Microsoft.Identity.Client")]
    [InlineData("Microsoft.ApplicationInsights")]
    [InlineData("Azure.Communication.Email")]
    [InlineData("Microsoft.Azure.WebJobsFoo")]
    [InlineData("Microsoft.ServiceFabric.Services")]
    public void Reference_Weak_IsUnknown(string assembly) =>
        Assert.Equal(AzureTargeting.Unknown, Of(new(), assemblies: [assembly, "Azure.Storage.Blobs"]).Targeting);

    [Fact]
    public void Reference_OfTheAspNetCoreAllMetapackage_IsUnknown() => Assert.Equal(
        AzureTargeting.Unknown,
        Of(new(), assemblies:
        [
            "Microsoft.AspNetCore.AzureAppServicesIntegration", "Microsoft.AspNetCore.AzureAppServices.HostingStartup",
            "Microsoft.Extensions.Logging.AzureAppServices", "Microsoft.Extensions.Configuration.AzureKeyVault",
        ]).Targeting);

    [Theory]
    [InlineData("namespace Microsoft.Azure.Functions.Worker { public class FunctionAttribute : System.Attribute { } }")]
    [InlineData("namespace Microsoft.Azure.WebJobs { public class FunctionNameAttribute : System.Attribute { } }")]
    [InlineData("namespace Microsoft.WindowsAzure.ServiceRuntime { public class RoleEntryPoint { } }")]
    public void Type_OfAFunctionsOrCloudServicesHost_TargetsAzure(string source) =>
        Assert.Equal(AzureTargeting.Yes, Of(new(), source: source).Targeting);

    [Theory]
    [InlineData("build_property.IsTestProject")]
    [InlineData("build_property.IsTestingPlatformApplication")]
    public void TestProject_ByProperty_IsLeftOut(string property)
    {
        DictionaryOptions global = new((property, "true"), (Evidence, "S:A"));
        Assert.Equal(AzureTargeting.No, Of(global).Targeting);
        Assert.Equal(AzureTargeting.No, Of(global, options: new() { TargetsAzure = TargetsAzure.True }).Targeting);
        Assert.Equal(AzureTargeting.Yes, Of(global, options: new() { IncludeTests = true }).Targeting);
    }

    [Theory]
    [InlineData("xunit.core")]
    [InlineData("nunit.framework")]
    [InlineData("Microsoft.VisualStudio.TestPlatform.TestFramework")]
    public void TestProject_ByReference_IsLeftOutUnlessMSBuildSaysOtherwise(string framework)
    {
        Assert.Equal(AzureTargeting.No, Of(new((Evidence, "S:A")), assemblies: [framework]).Targeting);
        Assert.Equal(
            AzureTargeting.Yes,
            Of(new((Evidence, "S:A"), ("build_property.IsTestProject", "false")), assemblies: [framework]).Targeting);
    }

    [Fact]
    public void Situation_AllowedByPolicy_SaysSo()
    {
        var situation = Of(new((Evidence, "S:A")), options: new() { AzureSubscription = AzureSubscription.EnterpriseAgreement });
        Assert.True(situation.IsAllowed);
        Assert.Equal("Azure allows for Enterprise Agreement subscriptions", situation.Policy);
        Assert.False(Of(new((Evidence, "S:A"))).IsAllowed);
    }

    private static AzureSituation Of(
        DictionaryOptions global, SmtpOptions? options = null, string source = "", string[]? assemblies = null) =>
        AzureSituation.Of(Project(source, assemblies ?? []), global, options ?? SmtpOptions.Read(DictionaryOptions.Empty, global));

    private static CSharpCompilation Project(string source, string[] assemblies) => CSharpCompilation.Create(
        "Project",
        [CSharpSyntaxTree.ParseText(source)],
        assemblies.Select(name => CSharpCompilation.Create(name, options: new(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference()));
}
