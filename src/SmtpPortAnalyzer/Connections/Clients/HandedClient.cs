using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Connections.Bodies;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Connections.Clients;

/// <summary>
/// A client that code hands to methods of the compilation, and what becomes of it there, through as many calls as it takes.
/// </summary>
/// <param name="program">The program.</param>
/// <param name="client">What the client is where the code names it.</param>
/// <param name="place">The expression that names it: its creation, or what a member is called on.</param>
/// <param name="variable">What holds it.</param>
/// <param name="cancellationToken">Ends the search.</param>
internal sealed class HandedClient(
    SmtpProgram program, ValueSet client, SyntaxNode place, ISymbol variable, CancellationToken cancellationToken)
{
    /// <summary>Whether one of the methods sets its host, port, encryption or login.</summary>
    public bool IsConfigured() => Reaches((_, facts) => facts?.Configured);

    /// <summary>Whether one of the methods logs it in. One that has no body anywhere is taken by its name.</summary>
    public bool IsLoggedIn() => Reaches((method, facts) => facts?.LoggedIn
        ?? (program.Symbols.IsLoginName(method.Name) ? new HashSet<ISymbol>(SymbolEqualityComparer.Default) : null));

    private bool Reaches(Func<IMethodSymbol, BodyFacts?, HashSet<ISymbol>?> find)
    {
        var visited = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var waiting = new Queue<IParameterSymbol>();
        foreach (var body in Bodies())
            Hand(body,
                known =>
                    client.Knowns.Contains(known)
                        || (known.Kind == AbstractValueKind.Symbolic && AreSame(known.Symbol, variable)),
                waiting);

        while (waiting.Count > 0)
        {
            var parameter = waiting.Dequeue();
            if (!visited.Add(parameter))
                continue;

            var isFollowed = false;
            foreach (var (method, body) in BodiesOf((IMethodSymbol)parameter.ContainingSymbol))
            {
                var own = method.Parameters[parameter.Ordinal];
                isFollowed = true;
                if (find(method, program.Facts(body, cancellationToken))?.Any(symbol => AreSame(symbol, own)) == true)
                    return true;
                Hand(body, known => AreSame(known.Symbol, own), waiting);
            }

            if (!isFollowed && find((IMethodSymbol)parameter.ContainingSymbol, null) is not null)
                return true;
        }

        return false;
    }

    /// <summary>The bodies in which it may be handed on.</summary>
    private IEnumerable<SyntaxNode> Bodies()
    {
        var others = variable is IFieldSymbol or IPropertySymbol
            ? program.References.To(variable, cancellationToken)
            : Enumerable.Empty<SyntaxNode>();
        return (CodeBody.Enclosing(place) is { } own ? others.Append(own) : others).Distinct().ToList();
    }

    private void Hand(SyntaxNode body, Func<AbstractValue, bool> isClient, Queue<IParameterSymbol> waiting)
    {
        foreach (var call in program.Facts(body, cancellationToken).Calls)
        {
            foreach (var argument in call.Arguments)
            {
                if (argument.Parameter is { ContainingSymbol: IMethodSymbol } parameter && argument.Value.Knowns.Any(isClient))
                    waiting.Enqueue(parameter);
            }
        }
    }

    private IEnumerable<(IMethodSymbol Method, SyntaxNode Body)> BodiesOf(IMethodSymbol method)
    {
        if (method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction)
        {
            foreach (var declaration in method.DeclaringSyntaxReferences)
            {
                if (CodeBody.Enclosing(declaration.GetSyntax(cancellationToken)) is { } enclosing)
                    yield return (method, enclosing);
            }

            yield break;
        }

        var all = Implementations.MayBeReplaced(method)
            ? Implementations.FindFor(method.OriginalDefinition, program, cancellationToken).Select(found => found.Member)
            : new ISymbol[] { method };
        foreach (var one in all.OfType<IMethodSymbol>())
        {
            if (program.OwnBodyOf(one, cancellationToken) is { } body)
                yield return (one, body);
        }
    }

    /// <summary>Whether both are the same declaration, whatever types a call gives a generic method or its type.</summary>
    private static bool AreSame(ISymbol? one, ISymbol other) =>
        SymbolEqualityComparer.Default.Equals(one?.OriginalDefinition, other.OriginalDefinition);
}
