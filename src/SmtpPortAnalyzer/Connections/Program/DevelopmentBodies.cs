using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Connections.Program;

/// <summary>
/// Finds out whether a body runs on a developer's machine only: it is called, and every chain of calls that leads to it goes through a
/// development guard. A body that no call names, that is handed on as a delegate, or that stands behind an interface or a base method may
/// be run by other code, and then does not count as such.
/// </summary>
internal sealed class DevelopmentBodies(SmtpProgram program)
{
    /// <summary>So many bodies are looked at for one: with more that lead to it, other code is taken to run it.</summary>
    private const int MaxBodies = 32;

    private readonly Dictionary<SyntaxNode, bool> _known = new();
    private readonly Dictionary<SyntaxNode, Callers> _callers = new();
    private bool? _hasGuards;

    public bool Contains(SyntaxNode body, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(body, out var known))
            return known;
        if (!(_hasGuards ??= DevelopmentGuard.Words.Any(word => program.References.FilesWith(word, cancellationToken).Any())))
            return false;

        // From the body to those that call it without a guard, until one is reached that other code may run. What is known of these does
        // not shorten the way: the answer must not depend on what was asked before.
        var callees = new Dictionary<SyntaxNode, SyntaxNode?> { [body] = null };
        var waiting = new Queue<SyntaxNode>();
        waiting.Enqueue(body);
        var isGuarded = false;
        while (waiting.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (callees.Count > MaxBodies)
                return _known[body] = false;

            var current = waiting.Dequeue();
            var callers = CallersOf(current, cancellationToken);
            if (callers.AreUnknown)
                return Runs(current, callees);

            isGuarded |= callers.HaveGuard;
            foreach (var caller in callers.Unguarded)
            {
                if (callees.ContainsKey(caller))
                    continue;

                callees.Add(caller, current);
                waiting.Enqueue(caller);
            }
        }

        if (isGuarded)
            return _known[body] = true;

        // Methods that call one another, and that no other calls, are guarded by nothing.
        foreach (var reached in callees.Keys)
            _known[reached] = false;
        return false;
    }

    /// <summary>Other code may run the body, and so those that it calls: notes it, and gives that answer.</summary>
    private bool Runs(SyntaxNode body, Dictionary<SyntaxNode, SyntaxNode?> callees)
    {
        for (var reached = body; reached is not null; reached = callees[reached])
            _known[reached] = false;
        return false;
    }

    private Callers CallersOf(SyntaxNode body, CancellationToken cancellationToken)
    {
        if (!_callers.TryGetValue(body, out var callers))
            _callers.Add(body, callers = FindCallers(body, cancellationToken));
        return callers;
    }

    private Callers FindCallers(SyntaxNode body, CancellationToken cancellationToken)
    {
        if (CodeBody.Owner(body, program.Model(body.SyntaxTree)) is not IMethodSymbol
            {
                MethodKind: MethodKind.Ordinary, IsVirtual: false, IsOverride: false, IsAbstract: false,
            } method
            || Implementations.ContractsOf(method, program, cancellationToken).Any())
        {
            return Callers.Unknown;
        }

        method = method.PartialDefinitionPart ?? method;
        var (isCalled, haveGuard) = (false, false);
        var unguarded = ImmutableArray.CreateBuilder<SyntaxNode>();
        foreach (var caller in program.References.To(method, cancellationToken))
        {
            // A delegate that is made under a guard runs, if at all, on a developer's machine.
            var facts = program.Facts(caller, cancellationToken);
            var calls = facts.CallsOf(method).ToList();
            var guarded = facts.Delegates.Where(made => !made.Value).Select(made => made.Key).ToList();
            if (calls.Count == 0 && guarded.Count == 0)
                return Callers.Unknown;

            var others = OtherNamesOf(method, caller, new(calls.Select(call => call.Syntax)), cancellationToken).ToList();
            var isHanded = others.Any(name => guarded.Contains(Callee(name)));
            if ((calls.Count == 0 && !isHanded) || others.Any(name => !guarded.Contains(Callee(name))))
                return Callers.Unknown;

            isCalled = true;
            haveGuard |= isHanded || calls.Any(call => call.State.IsExempt);
            if (calls.Any(call => !call.State.IsExempt))
                unguarded.Add(caller);
        }

        return isCalled ? new Callers(unguarded.ToImmutable(), haveGuard) : Callers.Unknown;
    }

    /// <summary>Where the body names the method, but for calls of it that were followed: to hand it on, or where no way leads.</summary>
    private IEnumerable<SimpleNameSyntax> OtherNamesOf(
        IMethodSymbol method, SyntaxNode body, HashSet<SyntaxNode> followed, CancellationToken cancellationToken)
    {
        foreach (var name in body.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (name.Identifier.ValueText != method.Name || (CallOf(name) is { } call && followed.Contains(call)))
                continue;

            var symbol = program.Model(body.SyntaxTree).GetSymbolInfo(name, cancellationToken);
            if ((symbol.Symbol is { } one ? new[] { one } : symbol.CandidateSymbols.AsEnumerable()).Any(candidate =>
                SymbolEqualityComparer.Default.Equals(
                    ((candidate as IMethodSymbol)?.AsDeclared() ?? candidate).OriginalDefinition, method.OriginalDefinition)))
            {
                yield return name;
            }
        }
    }

    /// <summary>The whole expression that names the method.</summary>
    private static ExpressionSyntax Callee(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access,
        MemberBindingExpressionSyntax binding => binding,
        _ => name,
    };

    private static SyntaxNode? CallOf(SimpleNameSyntax name) =>
        Callee(name) is var callee && callee.Parent is InvocationExpressionSyntax call && call.Expression == callee ? call : null;

    /// <summary>The bodies that call one.</summary>
    /// <param name="Unguarded">Those that do so on ways that count.</param>
    /// <param name="HaveGuard">Whether one does so under a development guard.</param>
    private readonly record struct Callers(ImmutableArray<SyntaxNode> Unguarded, bool HaveGuard)
    {
        /// <summary>Other code may run the body.</summary>
        public static readonly Callers Unknown = default;

        public bool AreUnknown => Unguarded.IsDefault;
    }
}
