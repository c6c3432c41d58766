using System.Text.RegularExpressions;
using SmtpPortAnalyzer.Tests.Docs;
using Xunit;

namespace SmtpPortAnalyzer.PackageTests;

/// <summary>Projects with <c>SmtpPortAnalyzerGate</c>, built in one go.</summary>
public sealed class GatedProjects(PackedPackage package) : IAsyncLifetime
{
    internal const string Package = """<PackageReference Include="SmtpPortAnalyzer" Version="$(TestVersion)" PrivateAssets="all" />""";

    internal const string Mailer = """
        using System.Net.Mail;

        class Mailer
        {
            SmtpClient Explicit() => new SmtpClient("mail.contoso.com", 25);
            SmtpClient Default() => new SmtpClient("mail.contoso.com");
            SmtpClient Fallback(int? port) => new SmtpClient("mail.contoso.com", port ?? 25);
        }
        """;

    internal const string User = "singvogel";

    internal const string Password = "Kanarienvogel-42";

    /// <summary>A password and a user where people write them, a URL in place of a host among it.</summary>
    private static readonly string s_mailerWithSecrets = $$"""
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            NetworkCredential Who() => new NetworkCredential("{{User}}", "{{Password}}");
            SmtpClient Login() => new SmtpClient("mail.contoso.com", 25) { Credentials = Who() };
            SmtpClient Url() => new SmtpClient("smtp://{{User}}:{{Password}}@mail.contoso.com", 25);
        }
        """;

    /// <summary>Takes the package's analyzer from the compiler. ExcludeAssets does not.</summary>
    private const string AnalyzerIsRemoved = """
        <Target Name="RemoveTheAnalyzer" AfterTargets="ResolveLockFileAnalyzers">
          <ItemGroup><Analyzer Remove="@(Analyzer)" Condition="'%(Analyzer.NuGetPackageId)' == 'SmtpPortAnalyzer'" /></ItemGroup>
        </Target>
        """;

    internal GeneratedSolution Solution { get; } = new(package, "gate");

    internal string Output { get; private set; } = "";

    public async Task InitializeAsync()
    {
        package.Unpack();
        var dll = Path.Combine(package.Unpacked, "analyzers", "dotnet", "cs", "SmtpPortAnalyzer.dll");
        DeadAnalyzers.WriteWithReferencesToTheFuture(
            dll, Solution.PathOf("dead/newer/SmtpPortAnalyzer.dll"), "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp");
        DeadAnalyzers.WriteWithReferencesToTheFuture(
            dll, Solution.PathOf("dead/incomplete/SmtpPortAnalyzer.dll"), "System.Collections.Immutable");
        DeadAnalyzers.WriteNonsense(Solution.PathOf("dead/nonsense/SmtpPortAnalyzer.dll"));
        Solution.AddProject("dead/crashing/Crashing.csproj", DeadAnalyzers.CrashingProject);
        Solution.Write("dead/crashing/Crashing.cs", DeadAnalyzers.CrashingSource);

        Add("Red");
        Add("TwoFrameworks", "<TargetFrameworks>net8.0;net10.0</TargetFrameworks>");
        Add("Baseline");
        Solution.Write("Baseline/Legacy/Mailer.cs", Mailer.Replace("class Mailer", "class Old", StringComparison.Ordinal));
        Solution.Write("Baseline/Legacy/.editorconfig",
            "[*.cs]\ndotnet_diagnostic.SMTP001.severity = suggestion\ndotnet_diagnostic.SMTP003.severity = none\n");
        Add("LinesAboutAllAnalyzers");
        Solution.Write("LinesAboutAllAnalyzers/.editorconfig",
            "[*.cs]\ndotnet_analyzer_diagnostic.severity = suggestion\ndotnet_analyzer_diagnostic.category-Reliability.severity = none\n");
        Add("OwnGlobalConfig");
        Solution.Write("OwnGlobalConfig/.globalconfig",
            "is_global = true\ndotnet_diagnostic.SMTP001.severity = warning\ndotnet_diagnostic.SMTP003.severity = none\n");
        Add("WithSecrets");
        Solution.Write("WithSecrets/Mailer.cs", s_mailerWithSecrets);
        Solution.Write("WithSecrets/appsettings.json", $$"""
            { "Smtp": { "Host": "{{User}}:{{Password}}@mail.contoso.com", "Port": 25, "Password": "{{Password}}" } }
            """);
        Add("OwnWarningsAsErrors", "<WarningsAsErrors>CS0169</WarningsAsErrors>");
        Solution.Write("OwnWarningsAsErrors/Unused.cs", "class Unused { int _field; }");
        Add("Silenced", "<NoWarn>$(NoWarn);SMTP001</NoWarn>");
        Add("NotAsErrors", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningsNotAsErrors>SMTP001</WarningsNotAsErrors>");
        Add("NotKnownToTargetAzure", "<SmtpPortAnalyzerTargetsAzure>auto</SmtpPortAnalyzerTargetsAzure>");
        Add("NotKnownWithWarningsAsErrors",
            "<SmtpPortAnalyzerTargetsAzure>auto</SmtpPortAnalyzerTargetsAzure><TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        Add("NotKnownAndStrict", "<SmtpPortAnalyzerTargetsAzure>auto</SmtpPortAnalyzerTargetsAzure>" +
            "<SmtpPortAnalyzerGateNeedsVerdict>true</SmtpPortAnalyzerGateNeedsVerdict>");
        Add("PresetAdvise", "<SmtpPortAnalyzerGate /><SmtpPortAnalyzerPreset>advise</SmtpPortAnalyzerPreset>");
        Add("PresetEnforce", "<SmtpPortAnalyzerGate /><SmtpPortAnalyzerPreset>enforce</SmtpPortAnalyzerPreset>");
        Add("PresetEverything", "<SmtpPortAnalyzerGate /><SmtpPortAnalyzerPreset> Everything </SmtpPortAnalyzerPreset>");
        Add("PresetEverythingNotKnown", "<SmtpPortAnalyzerGate /><SmtpPortAnalyzerPreset>everything</SmtpPortAnalyzerPreset>" +
            "<SmtpPortAnalyzerTargetsAzure>auto</SmtpPortAnalyzerTargetsAzure>");
        Add("PresetUnderTheGate", "<SmtpPortAnalyzerPreset>advise</SmtpPortAnalyzerPreset>");
        Add("PresetUnderAnEditorConfig", "<SmtpPortAnalyzerGate /><SmtpPortAnalyzerPreset>enforce</SmtpPortAnalyzerPreset>");
        Solution.Write("PresetUnderAnEditorConfig/.editorconfig",
            "[*.cs]\ndotnet_diagnostic.SMTP001.severity = warning\ndotnet_diagnostic.SMTP002.severity = none\n");
        Add("PresetMisspelt", "<SmtpPortAnalyzerGate /><SmtpPortAnalyzerPreset>strict</SmtpPortAnalyzerPreset>");
        Add("GateOff", "<SmtpPortAnalyzerGate>false</SmtpPortAnalyzerGate>");
        Add("GateWithBlanks", "<SmtpPortAnalyzerGate>\n  True\n</SmtpPortAnalyzerGate>");
        Add("GateMisspelt", "<SmtpPortAnalyzerGate /><SmtpPortAnalyzerGaet>true</SmtpPortAnalyzerGaet>");
        Add("SwitchedOff", "<RunAnalyzers>false</RunAnalyzers>");
        Add("SwitchedOffDuringBuild", "<RunAnalyzersDuringBuild>false</RunAnalyzersDuringBuild>");
        Add("SwitchedOffAndOn", "<RunAnalyzersDuringBuild>false</RunAnalyzersDuringBuild><RunAnalyzers>true</RunAnalyzers>");
        Add("SwitchedOffOnPremises",
            "<RunAnalyzers>false</RunAnalyzers><SmtpPortAnalyzerTargetsAzure>false</SmtpPortAnalyzerTargetsAzure>");
        Add("WithoutAnalyzer", targets: AnalyzerIsRemoved);
        Add("Newer", "", Package + """<Analyzer Include="../dead/newer/SmtpPortAnalyzer.dll" />""", AnalyzerIsRemoved);
        Add("Incomplete", "", Package + """<Analyzer Include="../dead/incomplete/SmtpPortAnalyzer.dll" />""", AnalyzerIsRemoved);
        Add("Nonsense", "", Package + """<Analyzer Include="../dead/nonsense/SmtpPortAnalyzer.dll" />""", AnalyzerIsRemoved);
        Add("OfAnotherVendor", "",
            Package
                + """<ProjectReference Include="../dead/crashing/Crashing.csproj" OutputItemType="Analyzer" """ +
                    """ReferenceOutputAssembly="false" />""");
        // Restores the .NET Framework for the next one, which has a packages.config and no restore.
        Add("NetFramework", "<TargetFramework>net472</TargetFramework>",
            Package + """<PackageReference Include="Microsoft.NETFramework.ReferenceAssemblies" Version="1.0.3" PrivateAssets="all" />""");
        Solution.AddProject("Classic/Classic.csproj", """
            <Project ToolsVersion="15.0" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
              <Import Project="$(TestUnpacked)/build/SmtpPortAnalyzer.props" />
              <Import Project="$(MSBuildExtensionsPath)/$(MSBuildToolsVersion)/Microsoft.Common.props" />
              <PropertyGroup>
                <Configuration Condition="'$(Configuration)' == ''">Debug</Configuration>
                <OutputType>Library</OutputType>
                <AssemblyName>Classic</AssemblyName>
                <OutputPath>bin/</OutputPath>
                <TargetFrameworkVersion>v4.7.2</TargetFrameworkVersion>
                <TargetFrameworkRootPath>$(NUGET_PACKAGES)/microsoft.netframework.referenceassemblies.net472/1.0.3/build</TargetFrameworkRootPath>
                <SmtpPortAnalyzerGate>true</SmtpPortAnalyzerGate>
                <SmtpPortAnalyzerTargetsAzure>true</SmtpPortAnalyzerTargetsAzure>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="System" />
                <Compile Include="Mailer.cs" />
                <None Include="packages.config" />
              </ItemGroup>
              <Import Project="$(MSBuildToolsPath)/Microsoft.CSharp.targets" />
              <Import Project="$(TestUnpacked)/build/SmtpPortAnalyzer.targets" />
            </Project>
            """);
        Solution.Write("Classic/Mailer.cs", """
            class Mailer
            {
                System.Net.Mail.SmtpClient Make() { return new System.Net.Mail.SmtpClient("mail.contoso.com", 25); }
            }
            """);
        Solution.Write(
            "Classic/packages.config", $"""<packages><package id="SmtpPortAnalyzer" version="{package.Version}" /></packages>""");
        Solution.AddProject("Basic/Basic.vbproj", Project("", Package));
        Solution.Write("Basic/Module1.vb", "Module Module1\nEnd Module\n");
        Solution.AddProject("Sharp/Sharp.fsproj", Project("", Package + """<Compile Include="Library.fs" />"""));
        Solution.Write("Sharp/Library.fs", "module Library\n");

        (_, Output) = await Solution.BuildAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>What the build said of a project, each thing once: <c>error SMTP001</c>.</summary>
    internal IEnumerable<string> SaidOf(string project) => SaidOf(Output, project);

    internal static IEnumerable<string> SaidOf(string output, string project) => Regex
        .Matches(output, $@"((?:error|warning) \w+): .*/{project}\.\w+proj(?:::TargetFramework=[\w.]+)?\]")
        .Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

    private void Add(string name, string properties = "", string items = Package, string targets = "")
    {
        Solution.AddProject($"{name}/{name}.csproj", Project(properties, items, targets));
        Solution.Write($"{name}/Mailer.cs", Mailer);
    }

    internal static string Project(string properties, string items, string targets = "") => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            {(properties.Contains("<TargetFramework", StringComparison.Ordinal) ? "" : "<TargetFramework>net10.0</TargetFramework>")}
            <SmtpPortAnalyzerGate>true</SmtpPortAnalyzerGate>
            <SmtpPortAnalyzerTargetsAzure>true</SmtpPortAnalyzerTargetsAzure>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {items}
          </ItemGroup>
          {targets}
        </Project>
        """;
}

[Collection(GateCollection.Name)]
public sealed class GateTests(GatedProjects built) : IClassFixture<GatedProjects>
{
    [Theory]
    [InlineData("Red", "error SMTP001, error SMTP002, error SMTP003")]
    [InlineData("TwoFrameworks", "error SMTP001, error SMTP002, error SMTP003")]
    [InlineData("LinesAboutAllAnalyzers", "error SMTP001, error SMTP002, error SMTP003")]
    [InlineData("OwnGlobalConfig", "error SMTP002, warning SMTP001")]
    [InlineData("WithSecrets", "error SMTP001, error SMTP004, warning SMTP007, warning SMTP009")]
    [InlineData("OwnWarningsAsErrors", "error CS0169, error SMTP001, error SMTP002, error SMTP003")]
    [InlineData("Silenced", "error SMTP002, error SMTP003")]
    [InlineData("NotAsErrors", "error SMTP002, error SMTP003, warning SMTP001")]
    [InlineData("NotKnownToTargetAzure", "")]
    [InlineData("NotKnownWithWarningsAsErrors", "")]
    [InlineData("NotKnownAndStrict", "error SmtpPortAnalyzerGate")]
    [InlineData("PresetAdvise", "")]
    [InlineData("PresetEnforce", "error SMTP001, error SMTP002, error SMTP003")]
    [InlineData("PresetEverything", "warning SMTP001, warning SMTP002, warning SMTP003")]
    [InlineData("PresetEverythingNotKnown", "warning SMTP010")]
    [InlineData("PresetUnderTheGate", "error SMTP001, error SMTP002, error SMTP003")]
    [InlineData("PresetUnderAnEditorConfig", "error SMTP003, warning SMTP001")]
    [InlineData("PresetMisspelt", "error SmtpPortAnalyzerPreset")]
    [InlineData("GateOff", "warning SMTP001, warning SMTP002, warning SMTP003")]
    [InlineData("GateWithBlanks", "error SMTP001, error SMTP002, error SMTP003")]
    [InlineData("GateMisspelt", "warning SMTP001, warning SMTP002, warning SMTP003, warning SMTP900")]
    [InlineData("SwitchedOff", "error SmtpPortAnalyzerGate")]
    [InlineData("SwitchedOffDuringBuild", "error SmtpPortAnalyzerGate")]
    [InlineData("SwitchedOffAndOn", "error SMTP001, error SMTP002, error SMTP003")]
    [InlineData("SwitchedOffOnPremises", "")]
    [InlineData("WithoutAnalyzer", "error SmtpPortAnalyzerGate")]
    [InlineData("Newer", "error CS9057")]
    [InlineData("Incomplete", "error CS8032")]
    [InlineData("Nonsense", "error CS8034")]
    [InlineData("OfAnotherVendor", "error AD0001, error SMTP001, error SMTP002, error SMTP003")]
    [InlineData("NetFramework", "error SMTP001, error SMTP002, error SMTP003")]
    [InlineData("Classic", "error SMTP001")]
    [InlineData("Basic", "")]
    [InlineData("Sharp", "")]
    public void Gate_InAProject_FailsOnFindingsAndDeadAnalyzers(string project, string said) =>
        Assert.Equal(said, string.Join(", ", built.SaidOf(project)));

    /// <summary>Neither what a build prints nor the compiler's log repeats a password or a user of the sources.</summary>
    [Fact]
    public void Gate_OnSecrets_KeepsThem()
    {
        var log = File.ReadAllText(built.Solution.PathOf("logs/WithSecrets-net10.0.sarif"));
        Assert.Contains("SMTP007", log, StringComparison.Ordinal);
        Assert.Contains("SMTP009", log, StringComparison.Ordinal);
        Assert.All(new[] { built.Output, log }, text =>
        {
            Assert.DoesNotContain(GatedProjects.Password, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(GatedProjects.User, text, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public void Gate_InAProject_LeavesTheBaselineOfAFolder()
    {
        var findings = built.Solution.Log("Baseline").Results
            .Where(result => result.Id.StartsWith("SMTP", StringComparison.Ordinal))
            .Select(result =>
                $"{Path.GetRelativePath(built.Solution.PathOf("Baseline"), result.File).Replace('\\', '/')} {result.Id} {result.Level}")
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            ["Legacy/Mailer.cs SMTP001 note", "Legacy/Mailer.cs SMTP002 error", "Mailer.cs SMTP001 error", "Mailer.cs SMTP002 error",
                "Mailer.cs SMTP003 error"],
            findings);
    }

    [Fact]
    public void Gate_WhereAzureIsNotKnown_SaysSoOnceForAllProjects() => Assert.Single(
        built.Output.Split("Build ")[0].Split('\n'),
        line => line.Contains(Page.Of("docs/ci-gate.md").Blocks.Single(block => block.Language == "text").Text, StringComparison.Ordinal));

    [Fact]
    public void Gate_WhereAzureIsNotKnown_FailsIfItNeedsAVerdict() => Assert.Contains(
        "error SmtpPortAnalyzerGate: SmtpPortAnalyzerGate is on, but nothing says whether NotKnownAndStrict runs in Azure",
        built.Output, StringComparison.Ordinal);

    [Fact]
    public void Gate_WhereAzureIsNotKnown_LeavesANote() => Assert.All(
        built.Solution.Log("NotKnownToTargetAzure").Results.Where(result => result.Id.StartsWith("SMTP", StringComparison.Ordinal)),
        result => Assert.Equal(("SMTP010", "note"), (result.Id, result.Level)));

    [Fact]
    public void Gate_InTwoFrameworks_FailsInEach() => Assert.All(
        new[] { "net8.0", "net10.0" },
        framework =>
            Assert.Contains(built.Solution.Log("TwoFrameworks", framework).Results, result => result is { Id: "SMTP001", Level: "error" }));
}
