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
    private readonly Dictionary<string, ILookup<ISymbol, SyntaxNode>> _byName = new();
    private readonly Dictionary<string, ILookup<ISymbol, SyntaxNode>> _writers = new();
    private readonly Dictionary<string, ILookup<ISymbol, SyntaxNode>> _makers = new();
    private readonly Dictionary<SyntaxTree, WordPlaces> _places = new();
    private readonly Dictionary<SyntaxTree, ILookup<ISymbol, SyntaxNode>> _unnamedMakers = new();

    /// <param name="compilation">The compilation.</param>
    /// <param name="model">The model of one of its files.</param>
    public References(Compilation compilation, Func<SyntaxTree, SemanticModel> model)
    {
        _compilation = compilation;
        _model = model;
    }

    /// <summary>The bodies that name the field, property or method, in source order.</summary>
    public IEnumerable<SyntaxNode> To(ISymbol symbol, CancellationToken cancellationToken)
    {
        if (!_byName.TryGetValue(symbol.Name, out var bodies))
        {
            bodies = Bind(Mentions(symbol.Name, cancellationToken), cancellationToken);
            _byName.Add(symbol.Name, bodies);
        }

        return bodies[symbol.OriginalDefinition];
    }

    /// <summary>The bodies that name the field or property where it can be written: most only read it.</summary>
    public IEnumerable<SyntaxNode> ToWrites(ISymbol member, CancellationToken cancellationToken)
    {
        if (!_writers.TryGetValue(member.Name, out var bodies))
        {
            bodies = Bind(Mentions(member.Name, cancellationToken).Where(name => name.IsWritten()), cancellationToken);
            _writers.Add(member.Name, bodies);
        }

        return bodies[member.OriginalDefinition];
    }

    /// <summary>
    /// The bodies that call a constructor of the type: by its name, by <c>base(…)</c> and <c>this(…)</c>, and by <c>new(…)</c> without any.
    /// </summary>
    public IEnumerable<SyntaxNode> ToConstructors(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (!_makers.TryGetValue(type.Name, out var named))
        {
            named = Bind(Mentions(type.Name, cancellationToken).Where(IsMade), cancellationToken);
            _makers.Add(type.Name, named);
        }

        // What names no type stands in a file that does.
        var unnamed = FilesWith(type.Name, cancellationToken)
            .SelectMany(tree => UnnamedMakers(tree, cancellationToken)[type.OriginalDefinition]);
        return named[type.OriginalDefinition].Concat(unnamed).Distinct();
    }

    /// <summary>The bodies that use the name as that of a generic method, or of any where <paramref name="isGeneric"/> is false.</summary>
    public IEnumerable<SyntaxNode> ToName(string name, bool isGeneric, CancellationToken cancellationToken) =>
        Mentions(name, cancellationToken).Where(mention => !isGeneric || mention is GenericNameSyntax).Select(CodeBody.Enclosing)
            .OfType<SyntaxNode>().Distinct();

    private static bool IsMade(SyntaxNode name) =>
        name.FirstAncestorOrSelf<TypeSyntax>(type => type.Parent is not TypeSyntax)?.Parent is ObjectCreationExpressionSyntax;

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
        FilesWith(name, cancellationToken).SelectMany(tree => Places(tree, cancellationToken).NamesOf(name, cancellationToken));

    /// <summary>The files in which the word may occur.</summary>
    public IEnumerable<SyntaxTree> FilesWith(string name, CancellationToken cancellationToken)
    {
        var hash = SourceWords.Hash(name);
        foreach (var tree in _compilation.SyntaxTrees)
        {
            if (SourceWords.InFile(tree, cancellationToken).Contain(hash))
                yield return tree;
        }
    }

    private WordPlaces Places(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!_places.TryGetValue(tree, out var places))
            _places.Add(tree, places = new WordPlaces(tree, cancellationToken));
        return places;
    }

    private ILookup<ISymbol, SyntaxNode> UnnamedMakers(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!_unnamedMakers.TryGetValue(tree, out var makers))
        {
            var nodes = tree.GetRoot(cancellationToken).DescendantNodes()
                .Where(node =>
                    node is ImplicitObjectCreationExpressionSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax);
            _unnamedMakers.Add(tree, makers = Bind(nodes, cancellationToken));
        }

        return makers;
    }
}
