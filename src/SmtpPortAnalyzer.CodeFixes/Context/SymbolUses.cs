using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.CodeFixes.Context;

/// <summary>
/// Where the code of a solution names a symbol: in the finding's project, in those that reference it, and, if it is asked for, in those
/// that compile the file that declares it.
/// </summary>
internal static class SymbolUses
{
    /// <summary>The smallest node at each place, in the order of files and text; those in comments among them.</summary>
    public static async Task<IReadOnlyList<SymbolUse>> FindAsync(FixContext fix, ISymbol symbol, bool isLinked = false)
    {
        var documents = await DocumentsThatMayNameAsync(fix, symbol, isLinked).ConfigureAwait(false);
        var places = documents.Select((document, order) => (document.Id, order)).ToDictionary(p => p.Id, p => p.order);
        var found = await SymbolFinder.FindReferencesAsync(
            symbol, fix.Document.Project.Solution, documents.ToImmutableHashSet(), fix.CancellationToken).ConfigureAwait(false);

        // What is found besides is another member: of an interface, of a base, of another target of the project.
        var locations = found.Where(reference => IsSame(reference.Definition, symbol)).SelectMany(reference => reference.Locations)
            .Where(location => places.ContainsKey(location.Document.Id))
            .GroupBy(location => (location.Document.Id, location.Location.SourceSpan)).Select(same => same.First())
            .OrderBy(location => places[location.Document.Id]).ThenBy(location => location.Location.SourceSpan.Start).ToList();
        var uses = new List<SymbolUse>();
        foreach (var location in locations)
        {
            if (await fix.FileAsync(location.Document).ConfigureAwait(false) is { } file)
            {
                var node = file.Root.FindNode(location.Location.SourceSpan, findInsideTrivia: true, getInnermostNodeForTie: true);

                // What is implied names nothing, but new().
                if (!location.IsImplicit || node is ImplicitObjectCreationExpressionSyntax)
                    uses.Add(new SymbolUse(location.Document, file, node));
            }
        }

        return uses;
    }

    /// <summary>
    /// The files whose words allow for it. The workspace looks at the syntax of each file that it is given, while the words of a file are
    /// kept from when the analyzer read them.
    /// </summary>
    private static async Task<List<Document>> DocumentsThatMayNameAsync(FixContext fix, ISymbol symbol, bool isLinked)
    {
        var isMade = symbol is INamedTypeSymbol or IMethodSymbol { MethodKind: MethodKind.Constructor };
        var name = symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? symbol.ContainingType.Name : symbol.Name;
        var trees = new List<(Document Document, SyntaxTree Tree)>();
        foreach (var document in isLinked ? DocumentsThatShare(fix.Document.Project, symbol) : DocumentsThatSee(fix.Document.Project))
        {
            if (await document.GetSyntaxTreeAsync(fix.CancellationToken).ConfigureAwait(false) is { } tree)
                trees.Add((document, tree));
        }

        if (!SyntaxFacts.IsValidIdentifier(name))
            return trees.ConvertAll(file => file.Document);

        var names = new HashSet<string> { name };
        if (isMade)
            names.UnionWith(trees.SelectMany(file => GlobalAliases(file.Tree, name, fix.CancellationToken)));
        return trees.Where(file => names.Any(SourceWords.InFile(file.Tree, fix.CancellationToken).Contain)
                || (isMade && UnnamedCreations.AreIn(file.Tree, fix.CancellationToken)))
            .Select(file => file.Document).ToList();
    }

    /// <summary>Other names that the file gives a type in all files of its project.</summary>
    private static IEnumerable<string> GlobalAliases(SyntaxTree tree, string type, CancellationToken cancellationToken)
    {
        var words = SourceWords.InFile(tree, cancellationToken);
        return words.Contain(type) && words.Contain("global") && tree.GetRoot(cancellationToken) is CompilationUnitSyntax unit
            ? unit.Usings.Where(directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword)).Select(directive => directive.Alias)
                .OfType<NameEqualsSyntax>().Select(alias => alias.Name.Identifier.ValueText)
            : Enumerable.Empty<string>();
    }

    private static IEnumerable<Document> DocumentsThatSee(Project project)
    {
        var graph = project.Solution.GetProjectDependencyGraph();
        return graph.GetProjectsThatTransitivelyDependOnThisProject(project.Id).Append(project.Id)
            .Select(id => project.Solution.GetProject(id)!)
            .Where(p => p.Language == LanguageNames.CSharp)
            .SelectMany(p => p.Documents);
    }

    // A file that is compiled with the declaring one by several projects is looked at once.
    private static IEnumerable<Document> DocumentsThatShare(Project project, ISymbol symbol)
    {
        var own = DocumentsThatSee(project).ToList();
        var paths = new HashSet<string?>(own.Select(document => document.FilePath));
        return own.Concat(symbol.DeclaringSyntaxReferences
            .Select(reference => project.Solution.GetDocument(reference.SyntaxTree)).OfType<Document>()
            .SelectMany(document => document.GetLinkedDocumentIds()).Select(id => id.ProjectId).Distinct()
            .SelectMany(id => DocumentsThatSee(project.Solution.GetProject(id)!)).Where(document => paths.Add(document.FilePath)));
    }

    // A type is found by its constructors as well: new().
    private static bool IsSame(ISymbol definition, ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(definition.OriginalDefinition, symbol.OriginalDefinition)
        || (symbol is INamedTypeSymbol && definition is IMethodSymbol { MethodKind: MethodKind.Constructor }
            && IsSame(definition.ContainingType, symbol))
        || (symbol is not IParameterSymbol && definition.OriginalDefinition.GetDocumentationCommentId() is { } id
            && id == symbol.OriginalDefinition.GetDocumentationCommentId());
}

/// <summary>One place that names a symbol.</summary>
internal sealed record SymbolUse(Document Document, FileContext File, SyntaxNode Node)
{
    /// <summary>Whether it stands in a comment.</summary>
    public bool IsInComment => Node.IsPartOfStructuredTrivia();
}
