using System.Text;

namespace SmtpPortAnalyzer.PackageTests;

/// <summary>
/// A solution that a test writes file by file, in a folder of its own outside every repository. Its projects consume the packed package.
/// </summary>
internal sealed class GeneratedSolution
{
    private const string SolutionFile = "All.slnx";

    private readonly PackedPackage _package;
    private readonly List<string> _projects = [];

    public GeneratedSolution(PackedPackage package, string name)
    {
        _package = package;
        Folder = Path.Combine(package.Scratch, name);
        StubPackages.WriteTo(StubFeed);
        // The four files end the search for files of these names: a consumer inherits nothing from outside.
        Write(".editorconfig", "root = true\n");
        Write("Directory.Packages.props", "<Project />\n");
        Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <RestoreAdditionalProjectSources>$(TestFeed);{StubFeed}</RestoreAdditionalProjectSources>
                <NuGetAudit>false</NuGetAudit>
                <NoWarn>$(NoWarn);NU1603</NoWarn>
              </PropertyGroup>
              <ItemDefinitionGroup>
                <PackageReference><Version>{StubPackages.Version}</Version></PackageReference>
              </ItemDefinitionGroup>
            </Project>
            """);
        Write("Directory.Build.targets", """
            <Project>
              <PropertyGroup>
                <LogFolder>$(MSBuildThisFileDirectory)logs/</LogFolder>
                <ErrorLog>$(LogFolder)$(MSBuildProjectName)-$(TargetFramework).sarif,version=2.1</ErrorLog>
              </PropertyGroup>
              <Target Name="MakeLogFolder" BeforeTargets="CoreCompile">
                <MakeDir Directories="$(LogFolder)" />
              </Target>
            </Project>
            """);
    }

    public string Folder { get; }

    /// <summary>Without blanks or the like in it, so that a project may lie in a folder that has them.</summary>
    private string StubFeed => Path.Combine(_package.Scratch, "stubs");

    /// <summary>Adds a project whose file is named after nothing else in the solution.</summary>
    public void AddProject(string path, string content)
    {
        Write(path, content);
        _projects.Add(path);
    }

    public void Write(string path, string content)
    {
        var file = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }

    public string PathOf(string path) => Path.Combine(Folder, path);

    public CompilerLog Log(string project, string framework = "net10.0") => CompilerLog.Read(PathOf($"logs/{project}-{framework}.sarif"));

    /// <summary>Builds all projects, each to its end: those after one that fails as well.</summary>
    public Task<(int ExitCode, string Output)> BuildAsync(params string[] arguments)
    {
        WriteSolution();
        return RunAsync(["build", SolutionFile, "--no-incremental", "-m:2", "-nodeReuse:false", "-tl:off", .. arguments]);
    }

    public Task<(int ExitCode, string Output)> TargetAsync(string target)
    {
        WriteSolution();
        return RunAsync(["build", SolutionFile, "-t:" + target, "-m:2", "-nodeReuse:false", "-tl:off"]);
    }

    public Task<(int ExitCode, string Output)> RestoreAsync()
    {
        WriteSolution();
        return RunAsync(["restore", SolutionFile]);
    }

    private void WriteSolution()
    {
        var solution = new StringBuilder("<Solution>\n");
        foreach (var project in _projects)
            solution.Append("  <Project Path=\"").Append(System.Security.SecurityElement.Escape(project)).Append("\" />\n");
        Write(SolutionFile, solution.Append("</Solution>\n").ToString());
    }

    /// <summary>Runs <c>dotnet</c> in the solution's folder, or one below it.</summary>
    public Task<(int ExitCode, string Output)> RunAsync(string[] arguments, string folder = ".") =>
        DotnetCli.RunToEndAsync(PathOf(folder), _package.ConsumerEnvironment, arguments);
}
