using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Tracing;

/// <summary>
/// Says what a host is that a body reads from a parameter, field or property: where all that the compilation puts there is known, that.
/// It decides exemptions, so a doubt leaves the host open.
/// </summary>
internal static class HostTrace
{
    /// <summary>How many parameters and members a host may come through.</summary>
    private const int MaxDepth = 8;

    public static ValueSet Resolve(ValueSet host, SmtpProgram program, CancellationToken cancellationToken) =>
        Resolve(host, program, new HashSet<ISymbol>(SymbolEqualityComparer.Default), cancellationToken);

    private static ValueSet Resolve(ValueSet host, SmtpProgram program, HashSet<ISymbol> visited, CancellationToken cancellationToken)
    {
        ValueSet? resolved = host.IsOpen ? ValueSet.Open : null;
        foreach (var known in host.Knowns)
        {
            var one = known.Kind == AbstractValueKind.Symbolic
                ? Resolve(known, program, visited, cancellationToken)
                : ValueSet.FromValue(known);
            resolved = resolved is { } others ? others.Or(one) : one;
        }

        return resolved ?? ValueSet.Open;
    }

    private static ValueSet Resolve(AbstractValue host, SmtpProgram program, HashSet<ISymbol> visited, CancellationToken cancellationToken)
    {
        if (host.Symbol is not { } symbol || !IsWrittenHere(symbol, program) || visited.Count >= MaxDepth || !visited.Add(symbol))
            return ValueSet.Open;

        var sources = symbol switch
        {
            IParameterSymbol parameter => Arguments(parameter, program, cancellationToken),
            IPropertySymbol or IMethodSymbol when Implementations.MayBeReplaced(symbol) =>
                Implemented(symbol.OriginalDefinition, program, cancellationToken),
            IFieldSymbol or IPropertySymbol => Writes(symbol.OriginalDefinition, program, cancellationToken),
            _ => Enumerable.Empty<ValueSet>(),
        };
        ValueSet? resolved = null;
        foreach (var source in sources)
        {
            var one = Resolve(source, program, visited, cancellationToken);
            resolved = resolved is { } others ? others.Or(one) : one;
        }

        visited.Remove(symbol);
        return resolved ?? ValueSet.Open;
    }

    /// <summary>
    /// Whether it is the compilation that says what the symbol holds: its own do, and the static property of a library that has no other
    /// host.
    /// </summary>
    private static bool IsWrittenHere(ISymbol symbol, SmtpProgram program) =>
        !symbol.DeclaringSyntaxReferences.IsEmpty || (symbol.IsStatic && program.Symbols.StaticKeys(symbol) is not null);

    /// <summary>What the member is given. One that code outside may set, or a binder, starts with its initializer and stays open.</summary>
    private static IEnumerable<ValueSet> Writes(ISymbol member, SmtpProgram program, CancellationToken cancellationToken)
    {
        var isBindable = member
            is IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Public, DeclaringSyntaxReferences.IsEmpty: false };
        foreach (var write in MemberWrites.FindTo(member, program, cancellationToken))
            yield return write.IsInitial && isBindable ? write.Value.Select(known => known.AsFallback()) : write.Value;
        if (isBindable)
            yield return ValueSet.Open;
    }

    /// <summary>What each implementation returns, or is given.</summary>
    private static IEnumerable<ValueSet> Implemented(ISymbol member, SmtpProgram program, CancellationToken cancellationToken)
    {
        foreach (var (implementation, _) in Implementations.FindFor(member, program, cancellationToken))
        {
            var sources = Implementations.Returned(implementation, program, cancellationToken) is { } returned ? new[] { returned }
                : implementation is IPropertySymbol ? Writes(implementation, program, cancellationToken)
                : Enumerable.Empty<ValueSet>();
            foreach (var source in sources.DefaultIfEmpty(ValueSet.Open))
                yield return source;
        }
    }

    private static IEnumerable<ValueSet> Arguments(IParameterSymbol parameter, SmtpProgram program, CancellationToken cancellationToken)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method)
            yield break;

        foreach (var call in program.CallsOf(method, cancellationToken))
        {
            foreach (var argument in call.Arguments)
            {
                if (argument.Parameter?.Name == parameter.Name)
                    yield return argument.Value;
            }
        }
    }
}
