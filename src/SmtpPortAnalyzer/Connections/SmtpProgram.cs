using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpPortAnalyzer.Catalog;

namespace SmtpPortAnalyzer.Connections;

/// <summary>
/// One compilation as far as mail is concerned: its files are searched, its bodies analysed when somebody asks for them, and each only
/// once. Not thread-safe: one analysis at a time.
/// </summary>
internal sealed class SmtpProgram
{
    /// <summary>How many bodies may wait for one another: a bound for the stack, not for chains of parameters, which are followed in a loop.</summary>
    private const int MaxDepth = 16;

    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly Dictionary<SyntaxNode, BodyFacts> _facts = new();
    private readonly Dictionary<string, ImmutableArray<SyntaxNode>> _mentions = new();
    private readonly Dictionary<ISymbol, ImmutableArray<SyntaxNode>> _references = new(SymbolEqualityComparer.Default);
    private int _depth;

    public SmtpProgram(Compilation compilation, SmtpSymbols symbols)
    {
        Compilation = compilation;
        Symbols = symbols;
    }

    public Compilation Compilation { get; }

    public SmtpSymbols Symbols { get; }

    public SemanticModel Model(SyntaxTree tree)
    {
#pragma warning disable RS0030, RS1030 // A value comes from any file: one model for each file of the compilation that has to do with mail, and no other.
        return _models.GetOrAdd(tree, t => Compilation.GetSemanticModel(t));
#pragma warning restore RS0030, RS1030
    }

    /// <summary>What the body does; nothing where it has no control-flow graph, or where it is being analysed already (recursion).</summary>
    public BodyFacts Facts(SyntaxNode body, CancellationToken cancellation)
    {
        if (_facts.TryGetValue(body, out var known))
            return known;

        // A referenced project has its source at hand in an editor, but it is another compilation.
        if (_depth >= MaxDepth || !Compilation.ContainsSyntaxTree(body.SyntaxTree))
            return BodyFacts.None;

        _facts[body] = BodyFacts.None;
        _depth++;
        try
        {
            var graph = Graph(body, cancellation);
            return _facts[body] = graph is null ? BodyFacts.None : BodyAnalysis.Run(this, graph, Body.Owner(body, Model(body.SyntaxTree)), cancellation);
        }
        catch (InsufficientExecutionStackException)
        {
            // An expression nested this deeply was written by a program. Nothing is known of it, and that is better than a crash.
            return _facts[body] = BodyFacts.None;
        }
        catch
        {
            // A cancelled analysis has found nothing out.
            _facts.Remove(body);
            throw;
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>The bodies, in the whole compilation, in which the name is mentioned.</summary>
    private ImmutableArray<SyntaxNode> BodiesMentioning(string name, CancellationToken cancellation)
    {
        if (_mentions.TryGetValue(name, out var known))
            return known;

        var names = new HashSet<string> { name };
        var needles = ImmutableArray.Create(name);
        var bodies = ImmutableArray.CreateBuilder<SyntaxNode>();
        foreach (var tree in Compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            if (SourceSearch.Mentions(tree.GetText(cancellation), needles))
                bodies.AddRange(Body.Mentioning(tree.GetRoot(cancellation), names));
        }

        return _mentions[name] = bodies.ToImmutable();
    }

    /// <summary>
    /// The bodies, in the whole compilation, that refer to the symbol: what has the same name by chance is told apart by binding that one name,
    /// which is far cheaper than following the body.
    /// </summary>
    public ImmutableArray<SyntaxNode> BodiesReferring(ISymbol symbol, CancellationToken cancellation)
    {
        if (_references.TryGetValue(symbol, out var known))
            return known;

        var needles = ImmutableArray.Create(symbol.Name);
        var bodies = ImmutableArray.CreateBuilder<SyntaxNode>();
        foreach (var tree in Compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!SourceSearch.Mentions(tree.GetText(cancellation), needles))
                continue;

            var seen = new HashSet<SyntaxNode>();
            foreach (var node in tree.GetRoot(cancellation).DescendantNodes())
            {
                if (node is SimpleNameSyntax name && name.Identifier.ValueText == symbol.Name
                    && Body.Of(node) is { } body && !seen.Contains(body) && Binds(name, symbol, cancellation) && seen.Add(body))
                {
                    bodies.Add(body);
                }
            }
        }

        return _references[symbol] = bodies.ToImmutable();
    }

    private bool Binds(SimpleNameSyntax name, ISymbol symbol, CancellationToken cancellation)
    {
        var info = Model(name.SyntaxTree).GetSymbolInfo(name, cancellation);
        return Is(info.Symbol) || info.CandidateSymbols.Any(Is);

        bool Is(ISymbol? found) => SymbolEqualityComparer.Default.Equals(((found as IMethodSymbol)?.ReducedFrom ?? found)?.OriginalDefinition, symbol.OriginalDefinition);
    }

    /// <summary>The calls of the method in the whole compilation, on ways that count.</summary>
    public IEnumerable<CallFact> CallsOf(IMethodSymbol method, CancellationToken cancellation)
    {
        // A constructor is called by the name of its type, by base(…) and this(…), and by new(…) without any.
        var bodies = method.MethodKind == MethodKind.Constructor
            ? BodiesMaking(method.ContainingType, cancellation)
            : BodiesReferring(method, cancellation);
        foreach (var body in bodies)
        {
            foreach (var call in Facts(body, cancellation).Calls)
            {
                if (!call.State.IsExempt && SymbolEqualityComparer.Default.Equals(call.Method, method.OriginalDefinition))
                    yield return call;
            }
        }
    }

    /// <summary>The bodies in which objects of the type, or of types that derive from it, may be made.</summary>
    private IEnumerable<SyntaxNode> BodiesMaking(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var seen = new HashSet<SyntaxNode>();
        foreach (var body in BodiesMentioning(type.Name, cancellation))
        {
            if (seen.Add(body))
                yield return body;
        }

        // "new(…)" and "this(…)" name no type, but stand in files that do, or in its own.
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            foreach (var body in Body.Mentioning(reference.GetSyntax(cancellation), new HashSet<string>()))
            {
                if (seen.Add(body))
                    yield return body;
            }
        }
    }

    /// <summary>The one body that runs when the method is called; null where another may run in its place, or there is none in source.</summary>
    public SyntaxNode? BodyOf(IMethodSymbol method, CancellationToken cancellation)
    {
        method = method.ReducedFrom ?? method;
        if (method.IsAbstract || method.IsExtern || (method.IsVirtual && !method.ContainingType.IsSealed) || method.DeclaringSyntaxReferences.Length != 1)
            return null;

        return method.DeclaringSyntaxReferences[0].GetSyntax(cancellation) switch
        {
            BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } => null,
            BaseMethodDeclarationSyntax declaration => declaration,
            AccessorDeclarationSyntax { Body: null, ExpressionBody: null } => null,
            AccessorDeclarationSyntax accessor => accessor,
            ArrowExpressionClauseSyntax arrow => arrow,
            _ => null,
        };
    }

    private ControlFlowGraph? Graph(SyntaxNode body, CancellationToken cancellation)
    {
        if (body is PrimaryConstructorBaseTypeSyntax)
            return null;

        var model = Model(body.SyntaxTree);
        return model.GetOperation(body, cancellation) is { Parent: null } ? ControlFlowGraph.Create(body, model, cancellation) : null;
    }
}
