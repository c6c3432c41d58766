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
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections.Bodies;
using SmtpPortAnalyzer.Connections.Kept;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Connections.Program;

/// <summary>
/// One compilation as far as mail is concerned: its files are searched, its bodies analysed when they are asked for, and their facts kept.
/// Not thread-safe: one analysis at a time.
/// </summary>
internal sealed class SmtpProgram
{
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly BodyFixpoint _bodies;
    private readonly KeptProgram _kept;
    private readonly SymbolKeys _keys;

    public SmtpProgram(Compilation compilation, SmtpSymbols symbols)
        : this(compilation, symbols, KeptBodies.Nothing, KeptMentions.Nothing)
    {
    }

    /// <param name="compilation">The compilation.</param>
    /// <param name="symbols">The catalogue as it knows it.</param>
    /// <param name="bodies">What holds of bodies that were followed in an earlier compilation.</param>
    /// <param name="mentions">What holds of names that were looked up there.</param>
    public SmtpProgram(Compilation compilation, SmtpSymbols symbols, KeptBodies bodies, KeptMentions mentions)
    {
        Compilation = compilation;
        Symbols = symbols;
        References = new References(compilation, Model, Footprints, mentions);
        Development = new DevelopmentBodies(this);
        TypeRelevance = new TypeRelevance(symbols);
        _bodies = new BodyFixpoint(Analyse);
        _keys = new SymbolKeys(this);
        _kept = new KeptProgram(bodies, _keys, compilation.ContainsSyntaxTree, FollowAgain);
    }

    public Compilation Compilation { get; }

    public TypeRelevance TypeRelevance { get; }

    public FrameworkTypes FrameworkTypes => Symbols.FrameworkTypes;

    public SmtpSymbols Symbols { get; }

    public References References { get; }

    /// <summary>What has been looked at.</summary>
    public FootprintRecorder Footprints { get; } = new();

    /// <summary>The bodies that run on a developer's machine only.</summary>
    public DevelopmentBodies Development { get; }

    public SemanticModel Model(SyntaxTree tree)
    {
        // A value comes from any file: one model for each file of the compilation that has to do with mail, and no other.
#pragma warning disable RS0030, RS1030
        return _models.GetOrAdd(tree, t => Compilation.GetSemanticModel(t));
#pragma warning restore RS0030, RS1030
    }

    /// <summary>
    /// What the body does; nothing where it has no control-flow graph. While it is being analysed itself: what is known of it so far.
    /// </summary>
    public BodyFacts Facts(SyntaxNode body, CancellationToken cancellationToken) => Facts(BodyContext.ForAny(body), cancellationToken);

    /// <summary>The same, as the body is called.</summary>
    public BodyFacts Facts(BodyContext context, CancellationToken cancellationToken)
    {
        var isForAny = context.Equals(BodyContext.ForAny(context.Body));
        Footprints.Follow(context.Body, !isForAny);
        var kept = _bodies.Knows(context) ? null
            : isForAny ? _kept.FactsOf(context.Body, cancellationToken)
            : _kept.FactsOf(context, cancellationToken);
        return kept is null || _bodies.Knows(context) ? _bodies.FactsOf(context, cancellationToken) : kept;
    }

    /// <summary>The same for these arguments: where its code asks for constants among them, what it does for those.</summary>
    /// <param name="body">The body that is called.</param>
    /// <param name="facts">What it does for any arguments.</param>
    /// <param name="arguments">What it is handed.</param>
    /// <param name="receiver">The object that it is called on; null where it is not known.</param>
    /// <param name="state">The state in which it is called, with what the object's switches hold.</param>
    /// <param name="depth">How many calls with constants the caller itself stands in.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public BodyFacts FactsForCall(
        SyntaxNode body, BodyFacts facts, ImmutableArray<ArgumentValue> arguments, AbstractValue? receiver, FlowState state, int depth,
        CancellationToken cancellationToken)
    {
        if (!facts.Depends || (arguments.IsEmpty && (receiver is null || state.MembersOf(receiver).IsEmpty)))
            return facts;

        // Whether constants that it is handed matter depends on its code, and not only on what it tells.
        Footprints.ReadTraits(body, BodyContext.MaxLength);
        return BodyContext.ForCall(body, arguments, receiver, state, depth) is { } context && Facts(context, cancellationToken) is var there
            && there != BodyFacts.None ? there : facts;
    }

    /// <summary>The same, or as much of it as a caller learns.</summary>
    public BodyFacts FactsForCaller(SyntaxNode body, CancellationToken cancellationToken)
    {
        Footprints.Call(body);
        return _kept.TellOf(body, cancellationToken) ?? _bodies.FactsOf(BodyContext.ForAny(body), cancellationToken);
    }

    /// <summary>What the bodies have looked at, and what was found of them, for the next compilation.</summary>
    public KeptBodies KeepBodies(CancellationToken cancellationToken)
    {
        var calls = _bodies.Final.Where(body => !body.Body.Equals(BodyContext.ForAny(body.Body.Body))).ToLookup(body => body.Body.Body);
        return _kept.With(
            Footprints.Bodies.Select(body => (
                body.Key,
                body.Value,
                _bodies.Knows(BodyContext.ForAny(body.Key)) ? _bodies.FactsOf(BodyContext.ForAny(body.Key), cancellationToken) : null,
                calls[body.Key])),
            cancellationToken);
    }

    /// <summary>The IDs of the program's symbols.</summary>
    public SymbolIds Ids => _keys.Ids;

    /// <summary>
    /// Whether all bodies of an earlier compilation tell what they told there, each to those that ask it, and to a search that asked this.
    /// </summary>
    public bool AllTellTheSame(Footprint search, CancellationToken cancellationToken) => _kept.AllTellTheSame(search, cancellationToken);

    /// <summary>What is found of a body that was edited; null where that depends on one that is being followed.</summary>
    private BodyFacts? FollowAgain(BodyContext context, CancellationToken cancellationToken)
    {
        var facts = _bodies.FactsOf(context, cancellationToken);
        return _bodies.Knows(context) ? facts : null;
    }

    /// <summary>All that the search and the bodies that it followed have looked at, be it in an earlier compilation.</summary>
    public Footprint WholeFootprint() => WithAsked(Footprints.Whole(), _ => false);

    /// <summary>What the bodies that were followed have looked at, and those that they ask.</summary>
    /// <param name="isKnown">Whether it is known already what a body that was not followed has looked at, and those that it asks.</param>
    public Footprint FollowedFootprint(Func<SyntaxNode, bool> isKnown) => WithAsked(Footprints.OfBodies(), isKnown);

    private Footprint WithAsked(Footprint whole, Func<SyntaxNode, bool> isKnown)
    {
        var waiting = new Queue<SyntaxNode>(whole.Bodies);
        var seen = new HashSet<SyntaxNode>();
        while (waiting.Count > 0)
        {
            var body = waiting.Dequeue();
            if (!seen.Add(body) || isKnown(body) || _bodies.Knows(BodyContext.ForAny(body)) || _kept.FootprintOf(body) is not { } footprint)
                continue;

            whole.Add(footprint);
            foreach (var asked in footprint.Bodies)
                waiting.Enqueue(asked);
        }

        return whole;
    }

    private BodyFacts Analyse(BodyContext context, CancellationToken cancellationToken)
    {
        var body = context.Body;
        // A referenced project has its source at hand in an editor, but it is another compilation.
        if (!Compilation.ContainsSyntaxTree(body.SyntaxTree))
            return BodyFacts.None;

        Footprints.Begin(body);
        try
        {
            return Graph(body, cancellationToken) is { } graph
                ? BodyAnalysis.Run(this, graph, context, CodeBody.Owner(body, Model(body.SyntaxTree)), values: null, cancellationToken)
                : BodyFacts.None;
        }
        finally
        {
            Footprints.End();
        }
    }

    /// <summary>What a field or property is initialized with; null where it is not.</summary>
    public EqualsValueClauseSyntax? InitializerOf(ISymbol member, CancellationToken cancellationToken)
    {
        if (member is IFieldSymbol && member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is { } field)
            Footprints.ReadInitializer(field);
        return MemberWrites.Initializer(member, cancellationToken);
    }

    /// <summary>
    /// What each expression of the body may be. It is found out anew for each who asks: few do, and nothing else needs it.
    /// </summary>
    public ExpressionValues Values(SyntaxNode body, CancellationToken cancellationToken)
    {
        // What the body calls is known then, whatever the depth.
        Facts(body, cancellationToken);
        var values = new ExpressionValues();
        if (!Compilation.ContainsSyntaxTree(body.SyntaxTree) || Graph(body, cancellationToken) is not { } graph)
            return values;

        try
        {
            BodyAnalysis.Run(
                this, graph, BodyContext.ForAny(body), CodeBody.Owner(body, Model(body.SyntaxTree)), values, cancellationToken);
            return values;
        }
        catch (InsufficientExecutionStackException)
        {
            return new ExpressionValues();
        }
    }

    /// <summary>
    /// The calls of the method in the whole compilation, on ways that count; also those of an interface's method that it alone stands
    /// behind.
    /// </summary>
    public IEnumerable<CallFact> CallsOf(IMethodSymbol method, CancellationToken cancellationToken)
    {
        // Calls name the part of a partial method that has no body.
        method = method.PartialDefinitionPart ?? method;
        foreach (var call in DirectCallsOf(method, cancellationToken))
            yield return call;
        foreach (var contract in Implementations.ContractsOf(method, this, cancellationToken))
        {
            foreach (var call in DirectCallsOf(contract, cancellationToken))
                yield return call;
        }
    }

    private IEnumerable<CallFact> DirectCallsOf(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var bodies = method.MethodKind switch
        {
            MethodKind.Constructor => References.ToConstructors(method.ContainingType, cancellationToken),
            MethodKind.PropertySet => References.ToWrites(method.AssociatedSymbol!, cancellationToken),

            // A lambda has no name: who calls it plainly stands beside it.
            MethodKind.AnonymousFunction =>
                method.DeclaringSyntaxReferences.Select(lambda => CodeBody.Enclosing(lambda.GetSyntax(cancellationToken))!)
                    .Where(body => body is not null),
            _ => References.To(method, cancellationToken),
        };
        foreach (var body in bodies)
        {
            foreach (var call in Facts(body, cancellationToken).CallsOf(method))
            {
                if (!call.State.IsExempt && !Development.Contains(body, cancellationToken))
                    yield return call;
            }
        }
    }

    /// <summary>
    /// The one body that runs when the method is called; null where another may run in its place, or there is none in source.
    /// </summary>
    public SyntaxNode? BodyOf(IMethodSymbol method, CancellationToken cancellationToken)
    {
        method = method.AsDeclared();
        return method.IsVirtual && !method.ContainingType.IsSealed ? null : OwnBodyOf(method, cancellationToken);
    }

    /// <summary>The body that the method has itself, whether or not another may run in its place.</summary>
    public SyntaxNode? OwnBodyOf(IMethodSymbol method, CancellationToken cancellationToken)
    {
        method = method.PartialImplementationPart ?? method;
        if (method.IsAbstract || method.IsExtern || method.DeclaringSyntaxReferences.Length != 1)
            return null;

        return method.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) switch
        {
            BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } => null,
            BaseMethodDeclarationSyntax declaration => declaration,
            AccessorDeclarationSyntax { Body: null, ExpressionBody: null } => null,
            AccessorDeclarationSyntax accessor => accessor,
            ArrowExpressionClauseSyntax arrow => arrow,
            TypeDeclarationSyntax { BaseList: { } bases } => bases.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault(),
            _ => null,
        };
    }

    private ControlFlowGraph? Graph(SyntaxNode body, CancellationToken cancellationToken)
    {
        // The compiler's body of a primary constructor is the whole type; its one statement is the call of the base's.
        var node = body is PrimaryConstructorBaseTypeSyntax { Parent.Parent: { } type } ? type : body;
        var model = Model(body.SyntaxTree);
        return model.GetOperation(node, cancellationToken) is { Parent: null }
            ? ControlFlowGraph.Create(node, model, cancellationToken)
            : null;
    }
}
