using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SmtpPortAnalyzer.Benchmarks.Analyzers;

/// <summary>
/// SonarAnalyzer's rule S5332 (clear-text protocols), the only one of the well-known analyzers that looks at <c>SmtpClient</c>. Loaded from
/// its package folder as a compiler loads it.
/// </summary>
internal static class Peer
{
    public const string Rule = "S5332";

    public static string Version => Metadata("PeerVersion");

    public static DiagnosticAnalyzer Load()
    {
        var context = new AssemblyLoadContext(nameof(Peer));
        context.Resolving += (_,
            name) =>
                Path.Combine(Metadata("Peer"), name.Name + ".dll") is var path && File.Exists(path)
                    ? context.LoadFromAssemblyPath(path)
                    : null;
        var analyzer = Types(context.LoadFromAssemblyPath(Path.Combine(Metadata("Peer"), "SonarAnalyzer.CSharp.dll")))
            .Single(type => type.Name == "ClearTextProtocolsAreSensitive");

        // As shipped the rule waits for a file of its scanner; its own tests switch it on like this.
        var constructor = analyzer.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Single(constructor => constructor.GetParameters().Length == 1);
        var configurations = Types(context.Assemblies.Single(assembly => assembly.GetName().Name == "SonarAnalyzer"))
            .Single(type => type.Name == "AnalyzerConfiguration");
        var isOn =
            configurations.GetProperty("AlwaysEnabled", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.GetValue(null);
        return (DiagnosticAnalyzer)constructor.Invoke([isOn]);
    }

    /// <summary>Without the code fixes, which need an assembly that no compiler has.</summary>
    private static IEnumerable<Type> Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException error)
        {
            return error.Types.OfType<Type>();
        }
    }

    private static string Metadata(string key) =>
        typeof(Peer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;
}
