using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Connections.Bodies;

/// <summary>Where a body names its local functions. It is gone through once for all of them.</summary>
internal sealed class LocalNames
{
    private readonly ILookup<string, SimpleNameSyntax> _names;

    public LocalNames(SyntaxNode inner)
    {
        var body = CodeBody.Enclosing(inner) ?? inner;
        _names = body.DescendantNodes().OfType<SimpleNameSyntax>().Where(name => !IsMember(name))
            .ToLookup(name => name.Identifier.ValueText);
    }

    /// <summary>Whether it stands behind a dot: <c>client.Send</c> is no local function.</summary>
    private static bool IsMember(SimpleNameSyntax name) =>
        name.Parent is MemberBindingExpressionSyntax || (name.Parent is MemberAccessExpressionSyntax access && access.Name == name);

    /// <summary>The mentions of the function's name.</summary>
    public IEnumerable<SimpleNameSyntax> Of(IMethodSymbol function) => _names[function.Name];

    /// <summary>
    /// The functions of one scope, each behind those of them that name it: a call is seen before the function is followed. In a circle,
    /// the order is that of the source.
    /// </summary>
    public IReadOnlyList<IMethodSymbol> CallersFirst(ImmutableArray<IMethodSymbol> functions)
    {
        var declarations = new Dictionary<SyntaxNode, IMethodSymbol>();
        foreach (var function in functions)
        {
            if (function.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } declaration)
                declarations[declaration] = function;
        }

        var ordered = new List<IMethodSymbol>();
        var begun = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var waiting = new Stack<(IMethodSymbol Function, bool IsReady)>(functions.Reverse().Select(one => (one, false)));
        while (waiting.Count > 0)
        {
            var (function, isReady) = waiting.Pop();
            if (isReady)
                ordered.Add(function);
            if (isReady || !begun.Add(function))
                continue;

            waiting.Push((function, true));
            foreach (var name in Of(function))
            {
                foreach (var outer in name.Ancestors())
                {
                    if (declarations.TryGetValue(outer, out var caller) && !begun.Contains(caller))
                        waiting.Push((caller, false));
                }
            }
        }

        return ordered;
    }
}
