using System.Xml.Linq;

namespace SmtpPortAnalyzer.PackageTests.Docs;

/// <summary>
/// The sample of the pages, as somebody else's project: a copy outside the checkout, with nothing of the package in it yet. What is to be
/// typed is taken from <c>docs/getting-started.md</c> and run in its order.
/// </summary>
public sealed class SampleShop(PackedPackage package) : Xunit.IAsyncLifetime
{
    private static readonly string s_sample = Path.Combine(Repository.Root, "docs", "samples", "ContosoMailer");

    private readonly Dictionary<string, string> _outputs = [];

    internal string Folder { get; } = Path.Combine(package.Scratch, "shop");

    /// <summary>What a file of the sample had in it before anything was run.</summary>
    internal static string Before(string file) => Read(Path.Combine(s_sample, file));

    internal string After(string file) => Read(Path.Combine(Folder, file));

    internal string OutputOf(string command) => _outputs[command];

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Folder);
        foreach (var file in Directory.EnumerateFiles(s_sample).Where(file => Path.GetExtension(file) is ".cs" or ".json"))
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
        WithoutTheAnalyzer(XDocument.Load(Path.Combine(s_sample, "ContosoMailer.csproj")))
            .Save(Path.Combine(Folder, "ContosoMailer.csproj"));
        foreach (var (name, content) in new[] { (".editorconfig",
            "root = true\n"), ("Directory.Packages.props", "<Project />"), ("Directory.Build.targets", "<Project />"),
            ("Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <RestoreAdditionalProjectSources>$(TestFeed)</RestoreAdditionalProjectSources>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
            </Project>
            """) })
        {
            await File.WriteAllTextAsync(Path.Combine(Folder, name), content);
        }

        foreach (var command in PageCommands.Of("docs/getting-started.md"))
        {
            var (exitCode, output) = await RunAsync(command);
            _outputs.Add(
                command, exitCode == 0 ? output : throw new InvalidOperationException($"{command} exited with {exitCode}:\n{output}"));
        }
    }

    /// <summary>Runs a command of a page. It names no version; a feed has no other than a preview of the package under test.</summary>
    internal Task<(int ExitCode, string Output)> RunAsync(string command) => DotnetCli.RunScriptAsync(
        Folder, package.ConsumerEnvironment,
        command.StartsWith("dotnet add package ", StringComparison.Ordinal) ? $"{command} --version {package.Version}" : command);

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>The sample takes the analyzer from the sources beside it; a user has none.</summary>
    private static XDocument WithoutTheAnalyzer(XDocument project)
    {
        project.Descendants().Where(element => element.Name.LocalName is "Import" or "ProjectReference").Remove();
        return project;
    }

    private static string Read(string file) => File.ReadAllText(file).ReplaceLineEndings("\n");
}
