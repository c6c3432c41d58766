using System.Security;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Azure;

/// <summary>
/// Runs the package's targets on every scenario in one MSBuild process. The projects have no SDK: the targets need none, and a hundred of
/// them take a few seconds.
/// </summary>
public sealed class EvidenceTargetsTests : IClassFixture<EvidenceTargetsTests.Run>
{
    private static readonly EvidenceScenario[] s_scenarios = [
        .. EvidenceScenarios.All, .. EvidenceScenarios.BareOnly, .. RepositoryScenarios.All];

    private readonly Run _run;

    public EvidenceTargetsTests(Run run) => _run = run;

    public static TheoryData<string> Names => [.. s_scenarios.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Targets_OnAProject_FindTheEvidence(string name)
    {
        var scenario = s_scenarios.Single(scenario => scenario.Name == name);
        Assert.True(_run.Evidence.TryGetValue(name, out var evidence), _run.Output);
        var entries = evidence.Split('|', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(scenario.Evidence, string.Join('|', entries.Where(entry => !entry.StartsWith("H:", StringComparison.Ordinal))));
        if (scenario.Services is { } services)
        {
            Assert.Equal(
                services.Order(StringComparer.Ordinal),
                entries.Where(entry => entry.StartsWith("H:", StringComparison.Ordinal)).Select(entry => entry[2..]).Order(
                    StringComparer.Ordinal));
        }
    }

    public sealed class Run
    {
        private static readonly string s_targets = Path.Combine(
            TestReferences.RepositoryRoot, "src", "SmtpPortAnalyzer.Package", "buildTransitive", "SmtpPortAnalyzer.targets");

        private readonly List<FileStream> _locks = [];

        public Run()
        {
            var folder = Directory.CreateTempSubdirectory("SmtpPortAnalyzer.Evidence.");
            try
            {
                foreach (var scenario in s_scenarios)
                    Write(scenario, Path.Combine(folder.FullName, scenario.Name));

                File.WriteAllText(Path.Combine(folder.FullName, "all.proj"), """
                    <Project DefaultTargets="All">
                      <ItemGroup><App Include="*/src/App/App.proj;*/src/App/App.csproj" /></ItemGroup>
                      <Target Name="All"><MSBuild Projects="@(App)" Targets="Evidence" ContinueOnError="true" /></Target>
                    </Project>
                    """);
                Output = BareMSBuild.Run(folder.FullName, "all.proj");
                foreach (var scenario in s_scenarios)
                {
                    var result = Path.Combine(folder.FullName, scenario.Name, "evidence.txt");
                    if (File.Exists(result))
                        Evidence[scenario.Name] = File.ReadAllText(result).Trim();
                }
            }
            finally
            {
                _locks.ForEach(file => file.Dispose());
                folder.Delete(recursive: true);
            }
        }

        /// <summary>What the targets found, by scenario.</summary>
        internal Dictionary<string, string> Evidence { get; } = [];

        internal string Output { get; }

        private void Write(EvidenceScenario scenario, string root)
        {
            WriteFile(root, "src/App/App." + scenario.Extension, $"""
                <Project>
                  {scenario.Project}
                  <Import Project="{SecurityElement.Escape(s_targets)}" />
                  <Target Name="Evidence" DependsOnTargets="SmtpPortAnalyzerCollectAzureEvidence">
                    <ItemGroup><Line Include="$(SmtpPortAnalyzerAzureEvidence)" /></ItemGroup>
                    <WriteLinesToFile File="$(MSBuildProjectDirectory)/../../evidence.txt" Lines="@(Line)" Overwrite="true" />
                  </Target>
                </Project>
                """);
            WriteFile(root, ".git/HEAD", "");
            foreach (var (path, content) in scenario.Files)
            {
                var file = Path.Combine(root, path);
                if (content.StartsWith(EvidenceScenarios.LinkTo, StringComparison.Ordinal))
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                    File.CreateSymbolicLink(file, content[EvidenceScenarios.LinkTo.Length..]);
                    continue;
                }

                WriteFile(root, path, content);
                if (content == EvidenceScenarios.Huge)
                    MakeHuge(file);
                else if (content.StartsWith(EvidenceScenarios.Locked, StringComparison.Ordinal))
                    _locks.Add(new(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None));
            }
        }

        private static void MakeHuge(string path)
        {
            using var file = File.OpenWrite(path);
            file.SetLength(100_000_000);
        }

        private static void WriteFile(string root, string path, string content)
        {
            var file = Path.Combine(root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, content);
        }
    }
}
