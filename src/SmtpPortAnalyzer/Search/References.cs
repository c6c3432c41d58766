using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Search;

/// <summary>
/// The bodies, in the whole compilation, that refer to a symbol. What has the same name by chance is told apart by binding that one name,
/// which is far cheaper than following the body. Each file is read once, and each name of it bound once, however often it is asked for.
/// </summary>
internal sealed class References
{
    private static readonly IEqualityComparer<ISymbol> s_bySymbol = SymbolEqualityComparer.Default;

    private readonly Compilation _compilation;
    private readonly Func<SyntaxTree, SemanticModel> _model;
    private readonly FootprintRecorder _footprints;
    private readonly KeptMentions _kept;
    private readonly Dictionary<(SyntaxTree Tree, MentionKind Kind, string Name), ILookup<ISymbol, SyntaxNode>> _bound = new();
    private readonly Dictionary<SyntaxTree, WordPlaces> _places = new();
    private readonly Dictionary<string, List<SyntaxTree>> _files = new();
    private readonly Dictionary<(string Name, bool IsGeneric), List<SyntaxNode>> _named = new();

    /// <param name="compilation">The compilation.</param>
    /// <param name="model">The model of one of its files.</param>
    /// <param name="footprints">Notes what is looked up.</param>
    /// <param name="kept">What an earlier compilation that declares the same has found out.</param>
    public References(Compilation compilation, Func<SyntaxTree, SemanticModel> model, FootprintRecorder footprints, KeptMentions kept)
    {
        _kept = kept;
        _footprints = footprints;
        _compilation = compilation;
        _model = model;
    }

    /// <summary>The bodies that name the field, property or method, in source order.</summary>
    public IEnumerable<SyntaxNode> To(ISymbol symbol, CancellationToken cancellationToken)
    {
        _footprints.LookUp(symbol.Name);
        return Bodies(MentionKind.Any, symbol.Name, symbol.Name, symbol, cancellationToken).ToList();
    }

    /// <summary>The bodies that name the field or property where it can be written: most only read it.</summary>
    public IEnumerable<SyntaxNode> ToWrites(ISymbol member, CancellationToken cancellationToken)
    {
        _footprints.LookUp(member.Name);
        return Bodies(MentionKind.Write, member.Name, member.Name, member, cancellationToken).ToList();
    }

    /// <summary>
    /// The bodies that call a constructor of the type: by its name, by <c>base(…)</c> and <c>this(…)</c>, and by <c>new(…)</c> without any.
    /// </summary>
    public IEnumerable<SyntaxNode> ToConstructors(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        _footprints.LookUp(type.Name);
        _footprints.LookUpMakers(type.Name);

        // What names no type stands in a file that does.
        return Bodies(MentionKind.Creation, type.Name, type.Name, type, cancellationToken)
            .Concat(Bodies(MentionKind.UnnamedCreation, type.Name, "", type, cancellationToken))
            .Distinct().ToList();
    }

    /// <summary>The bodies that use the name as that of a generic method, or of any where <paramref name="isGeneric"/> is false.</summary>
    public IEnumerable<SyntaxNode> ToName(string name, bool isGeneric, CancellationToken cancellationToken)
    {
        _footprints.ReadAround(name);
        if (!_named.TryGetValue((name, isGeneric), out var bodies))
        {
            bodies = Mentions(name, cancellationToken).Where(mention => !isGeneric || mention is GenericNameSyntax)
                .Select(CodeBody.Enclosing).OfType<SyntaxNode>().Distinct().ToList();
            _named.Add((name, isGeneric), bodies);
        }

        return bodies;
    }

    private static bool IsMade(SyntaxNode name) =>
        name.FirstAncestorOrSelf<TypeSyntax>(type => type.Parent is not TypeSyntax)?.Parent is ObjectCreationExpressionSyntax;

    /// <param name="kind">How it is to be mentioned.</param>
    /// <param name="word">What the files have that count.</param>
    /// <param name="name">The name that is mentioned; empty where there is none.</param>
    /// <param name="symbol">What is meant.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    private IEnumerable<SyntaxNode> Bodies(
        MentionKind kind, string word, string name, ISymbol symbol, CancellationToken cancellationToken)
    {
        string? id = null;
        foreach (var tree in FilesSeeing(symbol, kind, word, cancellationToken))
        {
            var known = _kept.Find(tree, kind, name);
            var bodies = known is null
                ? Bound(tree, kind, name, cancellationToken)[symbol.OriginalDefinition]
                : known.Bodies[id ??= SymbolIds.Name(symbol.OriginalDefinition) ?? ""];
            if (known is { Open.IsEmpty: false })
                bodies = bodies.Concat(Bound(tree, kind, name, cancellationToken)[symbol.OriginalDefinition])
                    .OrderBy(body => body.SpanStart);
            foreach (var body in bodies)
                yield return body;
        }
    }

    /// <summary>The files that have the word, and may mention the symbol: what is private is mentioned in the files of its type.</summary>
    private IEnumerable<SyntaxTree> FilesSeeing(ISymbol symbol, MentionKind kind, string word, CancellationToken cancellationToken)
    {
        if (!symbol.IsPrivate() && (kind != MentionKind.Write || !symbol.IsSetInItsType()))
            return Files(word, cancellationToken);

        var own = symbol.ContainingType;
        while (own.ContainingType is { } outer)
            own = outer;
        var files = own.DeclaringSyntaxReferences.Select(declaration => declaration.SyntaxTree).Distinct().ToList();
        return files.Count == 1
            ? files.Where(file => _compilation.ContainsSyntaxTree(file) && SourceWords.InFile(file, cancellationToken).Contain(word))
            : Files(word, cancellationToken).Where(files.Contains);
    }

    /// <summary>What the file mentions by the name, or as much of it as is not known from an earlier compilation.</summary>
    public ILookup<ISymbol, SyntaxNode> Bound(SyntaxTree tree, MentionKind kind, string name, CancellationToken cancellationToken)
    {
        if (!_bound.TryGetValue((tree, kind, name), out var bodies))
        {
            var open = _kept.Find(tree, kind, name)?.Open ?? ImmutableArray<SyntaxNode>.Empty;
            var nodes = !open.IsEmpty ? open.SelectMany(code => code.DescendantNodesAndSelf()).Where(node => IsNamed(node, kind, name))
                : kind == MentionKind.UnnamedCreation ? tree.GetRoot(cancellationToken).DescendantNodes()
                : Places(tree, cancellationToken).NamesOf(name, cancellationToken);
            _bound.Add((tree, kind, name), bodies = Bind(nodes.Where(node => IsOf(node, kind)), cancellationToken));
        }

        return bodies;
    }

    private static bool IsNamed(SyntaxNode node, MentionKind kind, string name) =>
        kind == MentionKind.UnnamedCreation || (node is SimpleNameSyntax mention && mention.Identifier.ValueText == name);

    private static bool IsOf(SyntaxNode mention, MentionKind kind) => kind switch
    {
        MentionKind.Any => true,
        MentionKind.Write => mention is SimpleNameSyntax name && name.IsWritten(),
        MentionKind.Creation => IsMade(mention),
        _ => IsUnnamedCreation(mention),
    };

    /// <summary>What has been found out here and before, for the next compilation.</summary>
    public KeptMentions Keep(SymbolIds ids, CancellationToken cancellationToken)
    {
        var kept = _kept;
        foreach (var bound in _bound)
        {
            cancellationToken.ThrowIfCancellationRequested();
            kept = kept.With(bound.Key.Tree, bound.Key.Kind, bound.Key.Name, bound.Value, ids);
        }

        return kept;
    }

    /// <summary>Nothing but members and types is asked for.</summary>
    public static bool IsAskedFor(ISymbol symbol) =>
        symbol is not (ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or ILabelSymbol or INamespaceSymbol);

    public static bool IsUnnamedCreation(SyntaxNode node) =>
        node is ImplicitObjectCreationExpressionSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax;

    private ILookup<ISymbol, SyntaxNode> Bind(IEnumerable<SyntaxNode> nodes, CancellationToken cancellationToken)
    {
        var seen = new HashSet<(ISymbol, SyntaxNode)>();
        var found = new List<(ISymbol Symbol, SyntaxNode Body)>();
        foreach (var node in nodes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (CodeBody.Enclosing(node) is not { } body)
                continue;

            var info = _model(node.SyntaxTree).GetSymbolInfo(node, cancellationToken);
            foreach (var symbol in info.Symbol is { } single ? ImmutableArray.Create(single) : info.CandidateSymbols)
            {
                var meant = symbol switch
                {
                    IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType.OriginalDefinition,
                    IMethodSymbol { ReducedFrom: { } extension } => extension.OriginalDefinition,
                    _ => symbol.OriginalDefinition,
                };
                if (seen.Add((meant, body)))
                    found.Add((meant, body));
            }
        }

        return found.ToLookup(pair => pair.Symbol, pair => pair.Body, s_bySymbol);
    }

    private IEnumerable<SimpleNameSyntax> Mentions(string name, CancellationToken cancellationToken) =>
        Files(name, cancellationToken).SelectMany(tree => Places(tree, cancellationToken).NamesOf(name, cancellationToken));

    /// <summary>The files in which the word may occur.</summary>
    public IEnumerable<SyntaxTree> FilesWith(string name, CancellationToken cancellationToken)
    {
        _footprints.LookForWord(name);
        return Files(name, cancellationToken);
    }

    private List<SyntaxTree> Files(string name, CancellationToken cancellationToken)
    {
        if (!_files.TryGetValue(name, out var files))
        {
            var hash = SourceWords.Hash(name);
            files = _compilation.SyntaxTrees.Where(tree => SourceWords.InFile(tree, cancellationToken).Contain(hash)).ToList();
            _files.Add(name, files);
        }

        return files;
    }

    private WordPlaces Places(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!_places.TryGetValue(tree, out var places))
            _places.Add(tree, places = new WordPlaces(tree, cancellationToken));
        return places;
    }
}
