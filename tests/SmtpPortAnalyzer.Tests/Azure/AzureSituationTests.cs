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
    [InlineData("M:host.json", "not known to target Azure: host.json is not enough")]
    [InlineData("M:host.json|M:host.json", "not known to target Azure: host.json is not enough")]
    [InlineData("W:Azure.Identity|W:Azure.Storage.Blobs", "not known to target Azure")]
    [InlineData("AzureFunctionsVersion", "not known to target Azure")]
    [InlineData("S:|M:|:|||S", "not known to target Azure")]
    public void Evidence_TooLittle_IsUnknown(string evidence, string words)
    {
        var situation = Of(new((Evidence, evidence)));
        Assert.Equal(AzureTargeting.Unknown, situation.Targeting);
        Assert.Equal(words, situation.Evidence);
    }

    [Theory]
    [InlineData("S:AzureFunctionsVersion|H:functions", "Azure Functions does not support without virtual network integration")]
    [InlineData("S:.github/workflows/deploy.yml|H:app_service|H:container_apps", "Azure Container Apps does not support")]
    [InlineData("M:host.json|M:infra/main.bicep|H:functions", "Azure Functions does not support without virtual network integration")]
    [InlineData("S:A|H:starship|H:", "Azure allows for Enterprise Agreement subscriptions")]
    public void Evidence_NamesTheService_WhichTheSubscriptionDoesNotOpen(string evidence, string policy) =>
        Assert.Equal(
            policy, Of(new((Evidence, evidence)), new() { AzureSubscription = AzureSubscription.EnterpriseAgreement }).Policy);

    [Theory]
    [InlineData("Microsoft.Azure.Functions.Worker", true)]
    [InlineData("Microsoft.Azure.WebJobs.Host", true)]
    [InlineData("Microsoft.Extensions.Logging.AzureAppServices", true)]
    [InlineData("Microsoft.WindowsAzure.ServiceRuntime", true)]
    [InlineData("Azure.Identity", false)]
    public void Reference_NamesTheService_WhichTheSubscriptionDoesNotOpen(string assembly, bool isClosed) =>
        Assert.Equal(!isClosed, Of(
            new(), new() { TargetsAzure = TargetsAzure.True, AzureSubscription = AzureSubscription.EnterpriseAgreement },
            assemblies: [assembly]).IsAllowed);

    [Fact]
    public void TargetsAzure_True_NeedsNoEvidence()
    {
        var situation = Of(new(), options: new() { TargetsAzure = TargetsAzure.True });
        Assert.Equal((AzureTargeting.Yes, ""), (situation.Targeting, situation.Evidence));
    }

    /// <summary>A message that says which service does not support the port needs no second reason.</summary>
    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "targets Azure: AzureFunctionsVersion")]
    public void Evidence_IsSaidUnlessThePolicyNamesTheService(bool isOpen, string words) => Assert.Equal(words, Of(
        new((Evidence, "S:AzureFunctionsVersion|H:functions")),
        new() { AzureSubscription = isOpen ? AzureSubscription.EnterpriseAgreement : AzureSubscription.Unknown }).Evidence);

    [Fact]
    public void TargetsAzure_False_OverridesEvidence()
    {
        var situation = Of(new((Evidence, "S:A")), options: new() { TargetsAzure = TargetsAzure.False });
        Assert.Equal((AzureTargeting.No, "targets_azure = false"), (situation.Targeting, situation.Evidence));
    }

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
        Assert.Equal((AzureTargeting.No, "test project"), (Of(global).Targeting, Of(global).Evidence));
        Assert.Equal(AzureTargeting.No, Of(global, options: new() { TargetsAzure = TargetsAzure.True }).Targeting);
        Assert.Equal(AzureTargeting.Yes, Of(global, options: new() { IncludeTests = true }).Targeting);
    }

    [Theory]
    [InlineData("xunit.core")]
    [InlineData("nunit.framework")]
    [InlineData("Microsoft.VisualStudio.TestPlatform.TestFramework")]
    [InlineData("MSTest.TestFramework")]
    [InlineData("TUnit.Core")]
    [InlineData("xunit.v3.core")]
    [InlineData("XUnit.Core")]
    public void TestProject_ByReference_IsLeftOutUnlessMSBuildSaysOtherwise(string framework)
    {
        Assert.Equal(AzureTargeting.No, Of(new((Evidence, "S:A")), assemblies: [framework]).Targeting);
        Assert.Equal(
            AzureTargeting.Yes,
            Of(new((Evidence, "S:A"), ("build_property.IsTestProject", "false")), assemblies: [framework]).Targeting);
    }

    [Theory]
    [InlineData("xunit")]
    [InlineData("xunit.core.extras")]
    [InlineData("TUnit")]
    public void TestProject_ByReferenceToSomethingElse_IsNone(string assembly) =>
        Assert.Equal(AzureTargeting.Yes, Of(new((Evidence, "S:A")), assemblies: [assembly]).Targeting);

    [Theory]
    [InlineData("false")]
    [InlineData("")]
    [InlineData("perhaps")]
    public void TestProject_ByPropertyThatSaysNothing_IsNone(string value)
    {
        DictionaryOptions global = new(
            ("build_property.IsTestProject", value), ("build_property.IsTestingPlatformApplication", value), (Evidence, "S:A"));
        Assert.Equal(AzureTargeting.Yes, Of(global).Targeting);
    }

    [Fact]
    public void Reference_SeveralOfOneHost_IsTheFirstOfThem() => Assert.Equal(
        "targets Azure: Microsoft.Azure.WebJobs.Extensions",
        Of(new(),
            assemblies: ["Microsoft.Azure.WebJobs.Host", "Microsoft.Extensions.Logging.AzureAppServices",
                "Microsoft.Azure.WebJobs.Extensions"]).Evidence);

    [Fact]
    public void Reference_InAnotherCase_Counts() =>
        Assert.Equal(AzureTargeting.Yes, Of(new(), assemblies: ["microsoft.azure.functions.worker.core"]).Targeting);

    [Fact]
    public void Reference_OfAppServiceBesideKeyVault_TargetsAzure() => Assert.Equal(
        AzureTargeting.Yes,
        Of(new(),
            assemblies: [
                "Microsoft.AspNetCore.AzureAppServicesIntegration", "Microsoft.Extensions.Configuration.AzureKeyVault"]).Targeting);

    [Fact]
    public void Situation_AllowedByPolicy_SaysSo()
    {
        var situation = Of(new((Evidence, "S:A")), options: new() { AzureSubscription = AzureSubscription.EnterpriseAgreement });
        Assert.True(situation.IsAllowed);
        Assert.Equal("Azure allows for Enterprise Agreement subscriptions", situation.Policy);
        Assert.False(Of(new((Evidence, "S:A"))).IsAllowed);
    }

    [Theory]
    [InlineData("using Xunit;", true)]
    [InlineData("using NUnit.Framework;", true)]
    [InlineData("using Microsoft.VisualStudio.TestTools.UnitTesting;", true)]
    [InlineData("using TUnit.Core;", true)]
    [InlineData("namespace N { using Xunit; }", true)]
    [InlineData("namespace N; using Xunit;", true)]
    [InlineData("using Xunit.Abstractions;", false)]
    [InlineData("using System; class C { void M() { using var x = new Xunit(); } }", false)]
    [InlineData("using Assert = Xunit.Assert;", false)]
    [InlineData("using Numbers = (int, int);", false)]
    public void TestFile_ImportsATestFramework(string source, bool isTestFile) =>
        Assert.Equal(isTestFile, TestProject.IsTestFile(CSharpSyntaxTree.ParseText(source).GetRoot()));

    private static AzureSituation Of(
        DictionaryOptions global, SmtpOptions? options = null, string source = "", string[]? assemblies = null) =>
        AzureSituation.Decide(Project(source, assemblies ?? []), global, options ?? SmtpOptions.Read(DictionaryOptions.Empty, global));

    private static CSharpCompilation Project(string source, string[] assemblies) => CSharpCompilation.Create(
        "Project",
        [CSharpSyntaxTree.ParseText(source)],
        assemblies.Select(name => CSharpCompilation.Create(name, options: new(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference()));
}
