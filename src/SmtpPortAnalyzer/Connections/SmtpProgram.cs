using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
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
    private int _depth;

    public SmtpProgram(Compilation compilation, SmtpSymbols symbols)
    {
        Compilation = compilation;
        Symbols = symbols;
        References = new References(this);
    }

    public Compilation Compilation { get; }

    public SmtpSymbols Symbols { get; }

    public References References { get; }

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

    /// <summary>The calls of the method in the whole compilation, on ways that count.</summary>
    public IEnumerable<CallFact> CallsOf(IMethodSymbol method, CancellationToken cancellation)
    {
        var bodies = method.MethodKind == MethodKind.Constructor
            ? References.ToConstructors(method.ContainingType, cancellation)
            : References.To(method, cancellation);
        foreach (var body in bodies)
        {
            foreach (var call in Facts(body, cancellation).CallsOf(method))
            {
                if (!call.State.IsExempt)
                    yield return call;
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
