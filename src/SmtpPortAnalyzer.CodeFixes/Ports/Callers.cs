using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.CodeFixes.Ports;

/// <summary>The code of a solution that sees a project's members, and who of it calls one.</summary>
internal static class Callers
{
    /// <summary>The documents of the project, and of those that reference it.</summary>
    public static IEnumerable<Document> DocumentsThatSee(Project project)
    {
        var graph = project.Solution.GetProjectDependencyGraph();
        return graph.GetProjectsThatTransitivelyDependOnThisProject(project.Id).Append(project.Id)
            .Select(id => project.Solution.GetProject(id)!)
            .Where(p => p.Language == LanguageNames.CSharp)
            .SelectMany(p => p.Documents);
    }

    /// <summary>
    /// Every call of a method or constructor; null where code uses it without calling it, or may call it as an interface's.
    /// </summary>
    public static async Task<List<(SyntaxNode Call, SemanticModel Model)>?> FindAsync(
        Project project, IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (method.IsVirtual || method.IsOverride || method.IsAbstract || ImplementsInterface(method))
            return null;

        var id = method.OriginalDefinition.GetDocumentationCommentId();
        var name = method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name;
        var calls = new List<(SyntaxNode, SemanticModel)>();
        foreach (var document in DocumentsThatSee(project))
        {
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            if (text.ToString().IndexOf(name, StringComparison.Ordinal) < 0
                || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
                continue;

            foreach (var node in model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes())
            {
                if (IsCall(node) && Is(node))
                    calls.Add((node, model));
                else if (node is SimpleNameSyntax named && named.Identifier.ValueText == name && !IsCalled(named) && Is(named))
                    return null;
            }

            bool Is(SyntaxNode node) => model.GetSymbolInfo(node, cancellationToken).Symbol is IMethodSymbol symbol
                && (symbol.ReducedFrom ?? symbol).OriginalDefinition.GetDocumentationCommentId() == id;
        }

        return calls;
    }

    /// <summary>The argument that a call hands to a parameter; null where it leaves it out.</summary>
    public static ArgumentSyntax? ArgumentFor(
        SyntaxNode call, IParameterSymbol parameter, SemanticModel model, CancellationToken cancellationToken)
    {
        var list = call switch
        {
            InvocationExpressionSyntax invocation => invocation.ArgumentList,
            BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
            ConstructorInitializerSyntax initializer => initializer.ArgumentList,
            PrimaryConstructorBaseTypeSyntax primary => primary.ArgumentList,
            _ => null,
        };
        var isReduced = model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { ReducedFrom: not null };
        var named = list?.Arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == parameter.Name);
        var positional = list?.Arguments.ElementAtOrDefault(parameter.Ordinal - (isReduced ? 1 : 0));
        return named ?? (positional is { NameColon: null } ? positional : null);
    }

    private static bool IsCall(SyntaxNode node) =>
        node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax
            or PrimaryConstructorBaseTypeSyntax;

    // The name of a call, also behind a dot; a type's name is no use of its constructor.
    private static bool IsCalled(SimpleNameSyntax name)
    {
        var whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name;
        return whole.Parent is InvocationExpressionSyntax call && call.Expression == whole
            || name.Parent is MemberBindingExpressionSyntax { Parent: InvocationExpressionSyntax };
    }

    private static bool ImplementsInterface(IMethodSymbol method) =>
        method.ContainingType.AllInterfaces.SelectMany(i => i.GetMembers(method.Name))
        .Any(m => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(m), method));
}
