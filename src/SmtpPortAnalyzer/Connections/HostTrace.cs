using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Values;

namespace SmtpPortAnalyzer.Connections;

/// <summary>
/// Says what a host is that a body reads from a parameter, field or property: where all that the compilation puts there is known, that.
/// It decides exemptions, so a doubt leaves the host open.
/// </summary>
internal static class HostTrace
{
    /// <summary>How many parameters and members a host may come through.</summary>
    private const int MaxDepth = 8;

    public static FlowValue Resolve(FlowValue host, SmtpProgram program, CancellationToken cancellation) =>
        Resolve(host, program, new HashSet<ISymbol>(SymbolEqualityComparer.Default), cancellation);

    private static FlowValue Resolve(FlowValue host, SmtpProgram program, HashSet<ISymbol> visited, CancellationToken cancellation)
    {
        FlowValue? resolved = host.IsOpen ? FlowValue.Open : null;
        foreach (var known in host.Knowns)
        {
            var one = known.Kind == KnownKind.Symbolic ? Resolve(known, program, visited, cancellation) : FlowValue.Of(known);
            resolved = resolved is { } others ? others.Or(one) : one;
        }

        return resolved ?? FlowValue.Open;
    }

    private static FlowValue Resolve(Known host, SmtpProgram program, HashSet<ISymbol> visited, CancellationToken cancellation)
    {
        if (host.Symbol is not { } symbol || !IsWrittenHere(symbol, program) || visited.Count >= MaxDepth || !visited.Add(symbol))
            return FlowValue.Open;

        var sources = symbol switch
        {
            IParameterSymbol parameter => Arguments(parameter, program, cancellation),
            IPropertySymbol or IMethodSymbol when Implementations.MayBeReplaced(symbol) => Implemented(symbol.OriginalDefinition, program, cancellation),
            IFieldSymbol or IPropertySymbol => Writes(symbol.OriginalDefinition, program, cancellation),
            _ => Enumerable.Empty<FlowValue>(),
        };
        FlowValue? resolved = null;
        foreach (var source in sources)
        {
            var one = Resolve(source, program, visited, cancellation);
            resolved = resolved is { } others ? others.Or(one) : one;
        }

        visited.Remove(symbol);
        return resolved ?? FlowValue.Open;
    }

    /// <summary>Whether it is the compilation that says what the symbol holds: its own do, and the static property of a library that has no other host.</summary>
    private static bool IsWrittenHere(ISymbol symbol, SmtpProgram program) =>
        !symbol.DeclaringSyntaxReferences.IsEmpty || (symbol.IsStatic && program.Symbols.StaticKeys(symbol) is not null);

    /// <summary>What the member is given. One that code outside may set, or a binder, starts with its initializer and stays open.</summary>
    private static IEnumerable<FlowValue> Writes(ISymbol member, SmtpProgram program, CancellationToken cancellation)
    {
        var isBindable = member is IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Public, DeclaringSyntaxReferences.IsEmpty: false };
        foreach (var write in MemberWrites.Of(member, program, cancellation))
            yield return write.IsInitial && isBindable ? write.Value.Select(known => known.AsFallback()) : write.Value;
        if (isBindable)
            yield return FlowValue.Open;
    }

    /// <summary>What each implementation returns, or is given.</summary>
    private static IEnumerable<FlowValue> Implemented(ISymbol member, SmtpProgram program, CancellationToken cancellation)
    {
        foreach (var (implementation, _) in Implementations.Of(member, program, cancellation))
        {
            var sources = Implementations.Returned(implementation, program, cancellation) is { } returned ? new[] { returned }
                : implementation is IPropertySymbol ? Writes(implementation, program, cancellation)
                : Enumerable.Empty<FlowValue>();
            foreach (var source in sources.DefaultIfEmpty(FlowValue.Open))
                yield return source;
        }
    }

    private static IEnumerable<FlowValue> Arguments(IParameterSymbol parameter, SmtpProgram program, CancellationToken cancellation)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method)
            yield break;

        foreach (var call in program.CallsOf(method, cancellation))
        {
            foreach (var argument in call.Arguments)
            {
                if (argument.Parameter?.Name == parameter.Name)
                    yield return argument.Value;
            }
        }
    }
}
