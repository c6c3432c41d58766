namespace SmtpPortAnalyzer.PackageTests;

/// <summary>
/// A repository with one project, <c>src/App/NAME.csproj</c>, that connects to port 25, and what the build must say of it.
/// </summary>
/// <param name="Name">The project's name, unlike any other.</param>
/// <param name="Finding">SMTP001 where the project targets Azure, SMTP010 where that is not known, nothing where it is left out.</param>
/// <param name="Reason">How the message ends, in brackets; empty where it ends without.</param>
/// <param name="Project">What the project file says beyond the usual.</param>
/// <param name="Files">Path and content of the other files, from the repository's root.</param>
internal sealed record AzureProject(
    string Name, string Finding, string Reason, string Project = "", params (string Path, string Content)[] Files)
{
    /// <summary>The folder of the repository, from that of the solution.</summary>
    public string Repository { get; init; } = Name;

    public string Path { get; init; } = "src/App";

    public string Framework { get; init; } = "net10.0";

    /// <summary>How the project gets the analyzer.</summary>
    public string Analyzer { get; init; } =
        """<PackageReference Include="SmtpPortAnalyzer" Version="$(TestVersion)" PrivateAssets="all" />""";

    /// <summary>What git leaves in the root: a folder, or a file in worktrees and submodules.</summary>
    public (string Path, string Content) Git { get; init; } = (".git/HEAD", "ref: refs/heads/main\n");
}
