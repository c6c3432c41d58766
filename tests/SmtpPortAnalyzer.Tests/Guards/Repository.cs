using SmtpPortAnalyzer.Tests.Verifiers;

namespace SmtpPortAnalyzer.Tests.Guards;

/// <summary>The files of the checkout, as the guards read them.</summary>
internal static class Repository
{
    /// <summary>Where the pages are on the web: help links and the package's README name files by it.</summary>
    public const string Web = "https://github.com/smtpportanalyzer/SmtpPortAnalyzer/blob/main/";

    /// <summary>A DLL of the product as the build made it. The one beside the tests is another where coverage is measured.</summary>
    public static string BuiltDll(string name) => Path.Combine(AppContext.BaseDirectory, "built", name + ".dll");

    public static string PathOf(string relative) => Path.Combine(TestReferences.RepositoryRoot, relative);

    public static string Read(string relative) => File.ReadAllText(PathOf(relative)).ReplaceLineEndings("\n");

    public static string[] Lines(string relative) => Read(relative).Split('\n');

    /// <summary>The files below a folder, relative to the root, with forward slashes; what builds leave behind is not among them.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) => Directory
        .EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(TestReferences.RepositoryRoot, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"))
        .Order(StringComparer.Ordinal);
}
