using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SmtpPortAnalyzer.Benchmarks.Analyzers;

/// <summary>
/// SonarAnalyzer's rule S5332 (clear-text protocols), the only one of the well-known analyzers that looks at <c>SmtpClient</c>. Loaded from its package folder
/// as a compiler loads it.
/// </summary>
internal static class Peer
{
    private const string Rule = "S5332";

    public static string Version => Metadata("PeerVersion");

    public static DiagnosticAnalyzer Load()
    {
        var context = new AssemblyLoadContext(nameof(Peer));
        context.Resolving += (_, name) => Path.Combine(Metadata("Peer"), name.Name + ".dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        return Types(context.LoadFromAssemblyPath(Path.Combine(Metadata("Peer"), "SonarAnalyzer.CSharp.dll")))
            .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(DiagnosticAnalyzer)) && type.GetConstructor(Type.EmptyTypes) is not null
                && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
            .First(analyzer => analyzer.SupportedDiagnostics.Any(descriptor => descriptor.Id == Rule));
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
