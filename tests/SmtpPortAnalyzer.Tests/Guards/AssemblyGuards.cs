using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Guards;

/// <summary>
/// What the DLLs reference decides whether a host loads them: a reference too new, and the compiler drops the analyzer (CS8032).
/// </summary>
public class AssemblyGuards
{
    private const string Analyzer = "SmtpPortAnalyzer";
    private const string Fixes = "SmtpPortAnalyzer.CodeFixes";

    private static readonly Version s_roslyn = new(4, 8, 0, 0);

    /// <summary>
    /// The highest versions that a host of Roslyn 4.8 has: what the netstandard2.0 build of Roslyn 4.8.0 references itself, and
    /// System.Buffers, which the System.Memory among them references.
    /// </summary>
    private static readonly Dictionary<string, Version> s_inEveryHost = new()
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["System.Buffers"] = new(4, 0, 3, 0),
        ["System.Collections.Immutable"] = new(7, 0, 0, 0),
        ["System.Memory"] = new(4, 0, 1, 2),
        ["System.Reflection.Metadata"] = new(7, 0, 0, 0),
        ["System.Runtime.CompilerServices.Unsafe"] = new(6, 0, 0, 0),
        ["System.Text.Encoding.CodePages"] = new(7, 0, 0, 0),
        ["System.Threading.Tasks.Extensions"] = new(4, 2, 0, 1),
        ["Microsoft.CodeAnalysis"] = s_roslyn,
        ["Microsoft.CodeAnalysis.CSharp"] = s_roslyn,
    };

    /// <summary>Only an editor, or <c>dotnet format</c>, has these; it alone loads the fixes.</summary>
    private static readonly Dictionary<string, Version> s_inEveryEditor = new(s_inEveryHost)
    {
        ["Microsoft.CodeAnalysis.Workspaces"] = s_roslyn,
        ["Microsoft.CodeAnalysis.CSharp.Workspaces"] = s_roslyn,
        [Analyzer] = typeof(SmtpPortAnalyzer.Rules.RuleTable).Assembly.GetName().Version!,
    };

    [Theory]
    [InlineData(Analyzer)]
    [InlineData(Fixes)]
    public void References_AreInEveryHost(string assembly)
    {
        var allowed = assembly == Fixes ? s_inEveryEditor : s_inEveryHost;
        var others = Read(assembly, metadata => metadata.AssemblyReferences
            .Select(handle => metadata.GetAssemblyReference(handle))
            .Select(reference => (Name: metadata.GetString(reference.Name), reference.Version))
            .Where(reference => !allowed.TryGetValue(reference.Name, out var highest) || reference.Version > highest)
            .ToArray());
        Assert.Empty(others);
    }

    [Theory]
    [InlineData(Analyzer)]
    [InlineData(Fixes)]
    public void Assembly_HasAStrongName(string assembly)
    {
        using var file = new PEReader(File.OpenRead(Repository.BuiltDll(assembly)));
        Assert.True(file.PEHeaders.CorHeader!.Flags.HasFlag(CorFlags.StrongNameSigned));
        Assert.NotEqual(0, Read(assembly, metadata => metadata.GetBlobBytes(metadata.GetAssemblyDefinition().PublicKey).Length));
    }

    private static T Read<T>(string assembly, Func<MetadataReader, T> read)
    {
        using var file = new PEReader(File.OpenRead(Repository.BuiltDll(assembly)));
        return read(file.GetMetadataReader());
    }
}
