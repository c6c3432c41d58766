using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Tests.Options;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Guards;

/// <summary>Both DLLs as a host has them: in a folder of their own, with the host's Roslyn and framework and nothing else.</summary>
public sealed class LoadingGuards : IDisposable
{
    private const string Analyzers = "SmtpPortAnalyzer";
    private const string Fixes = "SmtpPortAnalyzer.CodeFixes";

    private const string Source = """
        class C
        {
            void M() => new System.Net.Mail.SmtpClient("mail.contoso.com", 25).Dispose();
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("SmtpPortAnalyzer.Loading.").FullName;

    [Fact]
    public void Compiler_IsTheOneThatTheBuildAskedFor()
    {
        var asked = Version.Parse(
            typeof(LoadingGuards).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Roslyn").Value!);
        foreach (var type in new[] { typeof(Compilation), typeof(CSharpCompilation), typeof(Document) })
        {
            var loaded = type.Assembly.GetName().Version!;
            Assert.Equal((asked.Major, asked.Minor), (loaded.Major, loaded.Minor));
        }
    }

    [Fact]
    public async Task Analyzers_Alone_LoadAndFind()
    {
        var host = new Host(_folder, Analyzers);
        var analyzers = host.Each<DiagnosticAnalyzer>(Analyzers);
        Assert.NotEmpty(analyzers);
        Assert.All(analyzers, analyzer => Assert.NotEmpty(analyzer.SupportedDiagnostics));

        var options = new DictionaryOptionsProvider(new(("build_property.SmtpPortAnalyzerTargetsAzure", "true")));
        var found = await CSharpCompilation
            .Create("Test", [CSharpSyntaxTree.ParseText(Source)], TestReferences.Net8, new(OutputKind.DynamicallyLinkedLibrary))
            .WithAnalyzers(analyzers, new AnalyzerOptions([], options))
            .GetAnalyzerDiagnosticsAsync();
        var finding = Assert.Single(found);
        Assert.Equal("SMTP001", finding.Id);
        Assert.Contains("mail.contoso.com", finding.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void Fixes_BesideTheAnalyzers_Load()
    {
        var host = new Host(_folder, Analyzers, Fixes);
        var known = host.Each<DiagnosticAnalyzer>(Analyzers).SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .Select(rule => rule.Id).ToHashSet();
        var fixes = host.Each<CodeFixProvider>(Fixes);
        Assert.NotEmpty(fixes);
        Assert.All(fixes, fix =>
        {
            Assert.NotEmpty(fix.FixableDiagnosticIds);
            Assert.Subset(known, fix.FixableDiagnosticIds.ToHashSet());
            Assert.NotNull(fix.GetFixAllProvider());
        });
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>
    /// Knows the DLLs in its folder, Roslyn and the framework. What else is asked for is not found, though the tests themselves have it.
    /// </summary>
    private sealed class Host : AssemblyLoadContext
    {
        private static readonly string s_framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

        private readonly string _folder;

        public Host(string folder, params string[] dlls)
        {
            _folder = folder;
            foreach (var dll in dlls)
                File.Copy(Repository.BuiltDll(dll), Path.Combine(folder, dll + ".dll"));
        }

        /// <summary>One of each type of that kind in the DLL.</summary>
        public ImmutableArray<T> Each<T>(string dll)
        {
            // From bytes, so that the folder can be deleted.
            using var image = new MemoryStream(File.ReadAllBytes(Path.Combine(_folder, dll + ".dll")));
            var assembly = Assemblies.FirstOrDefault(loaded => loaded.GetName().Name == dll) ?? LoadFromStream(image);
            return [
                .. assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract)
                    .Select(type => (T)Activator.CreateInstance(type)!)];
        }

        protected override Assembly? Load(AssemblyName name)
        {
            if (name.Name == "netstandard" || name.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
                || File.Exists(Path.Combine(s_framework, name.Name + ".dll")))
                return null;

            return Assemblies.FirstOrDefault(loaded => loaded.GetName().Name == name.Name)
                ?? throw new FileNotFoundException($"No host has '{name}'.");
        }
    }
}
