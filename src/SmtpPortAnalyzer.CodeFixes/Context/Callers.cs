using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.CodeFixes.Context;

/// <summary>The calls of one method or constructor in the code of a solution that sees it.</summary>
internal sealed class Callers
{
    private readonly List<(SyntaxNode Call, Document Document, SemanticModel Model)> _calls = new();

    private Callers()
    {
    }

    /// <summary>The calls, each with its file as the light bulb sees it.</summary>
    public IReadOnlyList<(SyntaxNode Call, FileContext File)> In(FixContext fix) =>
        _calls.ConvertAll(c => (c.Call, new FileContext(c.Document, c.Model, fix)));

    /// <summary>
    /// Every call of a method or constructor; null where code uses it without calling it, or may call it as an interface's.
    /// </summary>
    public static Task<Callers?> FindAsync(FixContext fix, IMethodSymbol method) =>
        IsCalledAsAnother(method) ? Task.FromResult<Callers?>(null) : FindAllAsync(fix, method);

    /// <summary>Whether it may be called as an interface's or a base class's.</summary>
    public static bool IsCalledAsAnother(IMethodSymbol method) =>
        method.IsVirtual || method.IsOverride || method.IsAbstract || ImplementedBy(method).Any();

    /// <summary>Every call by this very symbol; null where code uses it without calling it.</summary>
    public static async Task<Callers?> FindAllAsync(FixContext fix, IMethodSymbol method)
    {
        var callers = new Callers();
        foreach (var use in await SymbolUses.FindAsync(fix, method).ConfigureAwait(false))
        {
            if (use.IsInComment || IsName(use.Node))
                continue;
            if (CallAt(use.Node, method) is not { } call)
                return null;
            callers._calls.Add((call, use.Document, use.File.Model));
        }

        return callers;
    }

    /// <summary>The argument that a call hands to a parameter; null where it leaves it out.</summary>
    public static ArgumentSyntax? ArgumentFor(SyntaxNode call, IParameterSymbol parameter, FileContext file)
    {
        var list = call switch
        {
            InvocationExpressionSyntax invocation => invocation.ArgumentList,
            BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
            ConstructorInitializerSyntax initializer => initializer.ArgumentList,
            PrimaryConstructorBaseTypeSyntax primary => primary.ArgumentList,
            _ => null,
        };

        // A call as an extension has its receiver before the dot; a parameter of the method as it is called does not count that.
        var isReduced = file.SymbolOf(call) is IMethodSymbol { ReducedFrom: not null }
            && parameter.ContainingSymbol is not IMethodSymbol { ReducedFrom: not null };
        return list?.ArgumentFor(parameter.Name, parameter.Ordinal - (isReduced ? 1 : 0));
    }

    /// <summary>The call by which a place uses the method; null where it does something else with it.</summary>
    private static SyntaxNode? CallAt(SyntaxNode use, IMethodSymbol method) => method.MethodKind == MethodKind.Constructor
        ? use.FirstAncestorOrSelf<SyntaxNode>(node =>
            node is BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax)
        : use is SimpleNameSyntax name ? CallOf(name) : null;

    // The name of a call, also behind a dot.
    private static InvocationExpressionSyntax? CallOf(SimpleNameSyntax name)
    {
        var whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access
            : name.Parent is MemberBindingExpressionSyntax binding ? binding
            : (ExpressionSyntax)name;
        return whole.Parent is InvocationExpressionSyntax call && call.Expression == whole ? call : null;
    }

    // nameof(Send)
    private static bool IsName(SyntaxNode use) => use.FirstAncestorOrSelf<InvocationExpressionSyntax>() is
    { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: { Count: 1 } arguments }
        && arguments.Span.Contains(use.Span);

    /// <summary>The method with those that it overrides or implements: a call of one of them may be a call of it.</summary>
    public static IEnumerable<IMethodSymbol> SameCall(IMethodSymbol method)
    {
        for (var current = method; current is not null; current = current.OverriddenMethod)
            yield return current.OriginalDefinition;
        foreach (var member in ImplementedBy(method))
            yield return member;
    }

    /// <summary>
    /// The same 25 as the default of the parameter where the method is declared that this one implements or overrides: a call of that takes
    /// its default from there.
    /// </summary>
    public static IEnumerable<LiteralExpressionSyntax> DefaultsOf(IParameterSymbol parameter, CancellationToken cancellationToken) =>
        parameter.ContainingSymbol is not IMethodSymbol method ? []
            : SameCall(method).Skip(1).Where(other => other.Parameters.Length > parameter.Ordinal)
                .SelectMany(other => other.Parameters[parameter.Ordinal].DeclaringSyntaxReferences)
                .Select(reference => (reference.GetSyntax(cancellationToken) as ParameterSyntax)?.Default?.Value)
                .OfType<LiteralExpressionSyntax>().Where(value => value.Token.ValueText == MailPorts.BlockedText);

    private static IEnumerable<IMethodSymbol> ImplementedBy(IMethodSymbol method) =>
        method.Contracts().Select(contract => contract.OriginalDefinition);
}
