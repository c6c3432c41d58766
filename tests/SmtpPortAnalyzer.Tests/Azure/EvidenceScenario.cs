namespace SmtpPortAnalyzer.Tests.Azure;

/// <summary>A repository with one project, <c>src/App/App.proj</c>, and the evidence that the package's targets must find in it.</summary>
/// <param name="Name">Also the folder that it is written to.</param>
/// <param name="Evidence">The expected property; empty where there must be none.</param>
/// <param name="Project">What the project file says, beyond the imports.</param>
/// <param name="Files">Path and content of the other files, from the repository's root.</param>
internal sealed record EvidenceScenario(string Name, string Evidence, string Project = "", params (string Path, string Content)[] Files)
{
    /// <summary>The services that the evidence must name, in any order; null where that is not asked.</summary>
    public string[]? Services { get; init; }

    /// <summary>How the project's name ends; those that other files refer to are C# projects.</summary>
    public string Extension { get; init; } = "proj";

    public static EvidenceScenario Property(string name, string evidence, string property, string value) =>
        new(name, evidence, $"<PropertyGroup><{property}>{value}</{property}></PropertyGroup>");

    public static EvidenceScenario Package(string id, string evidence) =>
        new(id, evidence, $"<ItemGroup><PackageReference Include=\"{id}\" /></ItemGroup>");

    public static EvidenceScenario File(string name, string evidence, string path, string content) =>
        new(name, evidence, "", (path, content));
}
