using System.Reflection;

namespace SmtpPortAnalyzer.PackageTests;

/// <summary>Where things are in the checkout.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "RepositoryRoot").Value!;

    public static string PackageProject => Path.Combine(Root, "src", "SmtpPortAnalyzer.Package");

    public static string Fixtures => Path.Combine(Root, "tests", "SmtpPortAnalyzer.PackageTests", "Fixtures");

    /// <summary>Ignored by git. Below the root, so that the compiler maps the paths of generated sources too.</summary>
    public static string Artifacts => Path.Combine(Root, "artifacts", "package-tests");
}
