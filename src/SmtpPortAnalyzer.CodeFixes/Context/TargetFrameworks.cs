using System.Collections.Generic;
using System.Linq;
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
/// <param name="Others">The file as each of the other projects compiles it.</param>
internal sealed record TargetFrameworks(
    LanguageVersion Language, IReadOnlyList<Compilation> Compilations, IReadOnlyList<FileContext> Others)
{
    public bool HasThrowExpressions => Language >= LanguageVersion.CSharp7;

    /// <summary><c>= ""</c> behind an auto-implemented property.</summary>
    public bool HasInitializedProperties => Language >= LanguageVersion.CSharp6;

    public bool HasPrimaryConstructors => Language >= LanguageVersion.CSharp12;

    /// <summary>Whether all of them know a type.</summary>
    public bool Know(string metadataName) => Compilations.All(c => c.GetTypesByMetadataName(metadataName).Length > 0);

    /// <summary>Whether all of them are .NET Framework.</summary>
    public bool AreNetFramework => Compilations.All(c => c.ObjectType.ContainingAssembly.Name == "mscorlib");

    /// <summary>
    /// What is in the place of a node in each of the other projects. One that leaves the place out by an <c>#if</c> has no say in it.
    /// </summary>
    public IEnumerable<(SyntaxNode Node, FileContext File)> Counterparts(SyntaxNode node) =>
        from other in Others
        where other.Root.FullSpan.Contains(node.Span)
        let found = other.Root.FindNode(node.Span, getInnermostNodeForTie: true).AncestorsAndSelf()
            .TakeWhile(candidate => candidate.Span == node.Span).FirstOrDefault(candidate => candidate.RawKind == node.RawKind)
        where found is not null
        select (found, other);

    public static async Task<TargetFrameworks> ReadAsync(FixContext fix)
    {
        var (document, cancellationToken) = (fix.Document, fix.CancellationToken);
        var language = LanguageVersion.Preview;
        var compilations = new List<Compilation>();
        var others = new List<FileContext>();
        foreach (var id in document.GetLinkedDocumentIds().Insert(0, document.Id))
        {
            if (document.Project.Solution.GetProject(id.ProjectId) is not { } project)
                continue;

            if (project.ParseOptions is CSharpParseOptions options && options.LanguageVersion < language)
                language = options.LanguageVersion;
            if (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is { } compilation)
                compilations.Add(compilation);
            if (id != document.Id && project.GetDocument(id) is { } other && await fix.FileAsync(other).ConfigureAwait(false) is { } file)
                others.Add(file);
        }

        return new TargetFrameworks(language, compilations, others);
    }
}
