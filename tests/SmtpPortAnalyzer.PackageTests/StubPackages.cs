using System.IO.Compression;
using System.Text.RegularExpressions;
using SmtpPortAnalyzer.Tests.Azure;

namespace SmtpPortAnalyzer.PackageTests;

/// <summary>
/// Empty packages with the names that the evidence goes by. The targets look at the name of a reference only, and the real ones are large,
/// withdrawn or (Service Fabric) for Windows. Two real ones are built elsewhere: <c>Fixtures/FunctionsInProcess</c>, and Entity Framework
/// Core in <see cref="AzureProjects"/>.
/// </summary>
internal static class StubPackages
{
    public const string Version = "99.0.0-stub";

    private static readonly Lock s_lock = new();

    public static void WriteTo(string feed)
    {
        lock (s_lock)
            WriteAllTo(feed);
    }

    private static void WriteAllTo(string feed)
    {
        Directory.CreateDirectory(feed);
        var ids = EvidenceScenarios.All
            .SelectMany(scenario => Regex.Matches(scenario.Project, "<PackageReference Include=\"([^\"]+)\""))
            .SelectMany(match => match.Groups[1].Value.Split(';'))
            .Distinct(StringComparer.OrdinalIgnoreCase);
        foreach (var id in ids)
            Write(Path.Combine(feed, $"{id}.{Version}.nupkg"), id);
    }

    private static void Write(string file, string id)
    {
        if (File.Exists(file))
            return;

        using var zip = ZipFile.Open(file, ZipArchiveMode.Create);
        using (var nuspec = new StreamWriter(zip.CreateEntry(id + ".nuspec").Open()))
        {
            nuspec.Write($"""
                <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
                  <metadata><id>{id}</id><version>{Version}</version><authors>tests</authors><description>An empty package.</description></metadata>
                </package>
                """);
        }

        zip.CreateEntry("lib/netstandard2.0/_._").Open().Dispose();
    }
}
