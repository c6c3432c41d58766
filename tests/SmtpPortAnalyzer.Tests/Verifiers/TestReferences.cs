using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SmtpPortAnalyzer.Tests.Verifiers;

/// <summary>Named sets of metadata references, read from the package folders that the build wrote into this assembly.</summary>
internal static class TestReferences
{
    private static readonly ImmutableDictionary<string, string> s_folders = typeof(TestReferences).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Where(a => a.Value is not null)
        .GroupBy(a => a.Key)
        .ToImmutableDictionary(g => g.Key, g => g.First().Value!);

    /// <summary>The checkout's root folder.</summary>
    public static string RepositoryRoot => s_folders["RepositoryRoot"];

    /// <summary>.NET 8 alone: System.Net.Mail, no MailKit, no Microsoft.Extensions.</summary>
    public static ImmutableArray<MetadataReference> Net8 { get; } = Folder("NetCore");

    /// <summary>.NET 8, ASP.NET Core 8 (so Microsoft.Extensions.*) and MailKit.</summary>
    public static ImmutableArray<MetadataReference> Net8Web { get; } =
        [.. Net8, .. Folder("AspNetCore"), .. Folder("MailKit"), .. Folder("MimeKit")];

    /// <summary>.NET 8 and ASP.NET Core 8.</summary>
    public static ImmutableArray<MetadataReference> WithoutMailKit { get; } = [.. Net8, .. Folder("AspNetCore")];

    /// <summary>.NET Framework 4.7.2 with System.Web and System.Configuration, and MailKit.</summary>
    public static ImmutableArray<MetadataReference> Net472 { get; } =
        [.. Folder("NetFramework"), .. Folder("MailKitNetFramework"), .. Folder("MimeKitNetFramework")];

    /// <summary>
    /// All that <see cref="Net8Web"/> has, and every library of the catalogue that .NET 8 can use: the package where feeds have it, else
    /// its stub.
    /// </summary>
    public static ImmutableArray<MetadataReference> Libraries { get; } = WithStubs(
        [.. Net8Web, .. Folder("NLog"), .. Folder("log4net"), .. Folder("CastleCore")]);

    private static ImmutableArray<MetadataReference> WithStubs(ImmutableArray<MetadataReference> references)
    {
        var source = File.ReadAllText(Path.Combine(RepositoryRoot, "tests/SmtpPortAnalyzer.Tests/Stubs/Libraries.cs"));
        var stubs = CSharpCompilation.Create(
            "Stubs", [CSharpSyntaxTree.ParseText(source)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var result = stubs.Emit(image);
        return result.Success
            ? [.. references, MetadataReference.CreateFromImage(image.ToArray())]
            : throw new InvalidOperationException(
                string.Join("\n", result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
    }

    private static ImmutableArray<MetadataReference> Folder(string name) =>
        [.. Directory.EnumerateFiles(s_folders["Reference." + name], "*.dll")
            .Concat(Facades(s_folders["Reference." + name]))
            .Where(file => Path.GetFileName(file) is not ("System.EnterpriseServices.Wrapper.dll" or "System.EnterpriseServices.Thunk.dll"))
            .Order(StringComparer.Ordinal)
            .Select(file => (MetadataReference)MetadataReference.CreateFromFile(file))];

    private static IEnumerable<string> Facades(string folder) =>
        Directory.Exists(Path.Combine(folder, "Facades")) ? Directory.EnumerateFiles(Path.Combine(folder, "Facades"), "*.dll") : [];
}
