using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SmtpPortAnalyzer.CodeFixes.Context;

/// <summary>
/// What every project that compiles a file can do. A file of a multi-target project is one text for all of them, so a fix may use only
/// what each understands, and comes out the same whichever of them asks.
/// </summary>
/// <param name="Language">The oldest C# version among them.</param>
/// <param name="Compilations">Their compilations.</param>
internal sealed record TargetFrameworks(LanguageVersion Language, IReadOnlyList<Compilation> Compilations)
{
    public bool HasThrowExpressions => Language >= LanguageVersion.CSharp7;

    /// <summary><c>= ""</c> behind an auto-implemented property.</summary>
    public bool HasInitializedProperties => Language >= LanguageVersion.CSharp6;

    public bool HasPrimaryConstructors => Language >= LanguageVersion.CSharp12;

    /// <summary>Whether all of them know a type.</summary>
    public bool Know(string metadataName) => Compilations.All(c => c.GetTypesByMetadataName(metadataName).Length > 0);

    /// <summary>Whether all of them are .NET Framework.</summary>
    public bool AreNetFramework => Compilations.All(c => c.ObjectType.ContainingAssembly.Name == "mscorlib");

    public static async Task<TargetFrameworks> ReadAsync(Document document, CancellationToken cancellationToken)
    {
        var language = LanguageVersion.Preview;
        var compilations = new List<Compilation>();
        foreach (var id in document.GetLinkedDocumentIds().Insert(0, document.Id))
        {
            if (document.Project.Solution.GetProject(id.ProjectId) is not { } project)
                continue;

            if (project.ParseOptions is CSharpParseOptions options && options.LanguageVersion < language)
                language = options.LanguageVersion;
            if (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is { } compilation)
                compilations.Add(compilation);
        }

        return new TargetFrameworks(language, compilations);
    }
}
