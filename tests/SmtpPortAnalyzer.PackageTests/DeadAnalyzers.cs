using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace SmtpPortAnalyzer.PackageTests;

/// <summary>Makes analyzers that a compiler cannot use out of the package's own.</summary>
internal static class DeadAnalyzers
{
    /// <summary>A copy that asks for version 99 of the assemblies it references by these names.</summary>
    public static void WriteWithReferencesToTheFuture(string dll, string target, params string[] references)
    {
        var bytes = File.ReadAllBytes(dll);
        using (var pe = new PEReader(new MemoryStream([.. bytes])))
        {
            var reader = pe.GetMetadataReader();
            var table = pe.PEHeaders.MetadataStartOffset + reader.GetTableMetadataOffset(TableIndex.AssemblyRef);
            foreach (var handle in reader.AssemblyReferences)
            {
                // The row begins with the major version.
                if (references.Contains(reader.GetString(reader.GetAssemblyReference(handle).Name)))
                    bytes[table + (MetadataTokens.GetRowNumber(handle) - 1) * reader.GetTableRowSize(TableIndex.AssemblyRef)] = 99;
            }
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllBytes(target, bytes);
    }

    /// <summary>A file that is no assembly.</summary>
    public static void WriteNonsense(string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, "no assembly");
    }

    /// <summary>A project of an analyzer that throws, built with the compiler's own assemblies.</summary>
    public const string CrashingProject = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
          <ItemGroup>
            <Reference Include="$(MSBuildToolsPath)/Roslyn/bincore/Microsoft.CodeAnalysis.dll" />
            <Reference Include="$(MSBuildToolsPath)/Roslyn/bincore/Microsoft.CodeAnalysis.CSharp.dll" />
          </ItemGroup>
        </Project>
        """;

    public const string CrashingSource = """
        using System.Collections.Immutable;
        using Microsoft.CodeAnalysis;
        using Microsoft.CodeAnalysis.Diagnostics;

        [DiagnosticAnalyzer(LanguageNames.CSharp)]
        public sealed class Crashing : DiagnosticAnalyzer
        {
            public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
                ImmutableArray.Create(new DiagnosticDescriptor("CRASH", "t", "m", "c", DiagnosticSeverity.Warning, true));

            public override void Initialize(AnalysisContext context)
            {
                context.EnableConcurrentExecution();
                context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
                context.RegisterSyntaxTreeAction(_ => throw new System.InvalidOperationException());
            }
        }
        """;
}
