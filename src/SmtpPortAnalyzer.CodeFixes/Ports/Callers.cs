using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Pipeline;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.CodeFixes.Ports;

/// <summary>The code of a solution that sees a project's members, and the calls in it of one method or constructor.</summary>
internal sealed class Callers
{
    private readonly List<(SyntaxNode Call, Document Document, SemanticModel Model)> _calls = new();

    private Callers()
    {
    }

    /// <summary>The calls, each with its file as the light bulb sees it.</summary>
    public IReadOnlyList<(SyntaxNode Call, FileContext File)> In(FixContext fix) =>
        _calls.ConvertAll(c => (c.Call, new FileContext(c.Document, c.Model, fix)));

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
    public static async Task<Callers?> FindAsync(FixContext fix, IMethodSymbol method)
    {
        if (method.IsVirtual || method.IsOverride || method.IsAbstract || ImplementsInterface(method))
            return null;

        var id = method.OriginalDefinition.GetDocumentationCommentId();
        var name = method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name;
        var callers = new Callers();
        foreach (var document in DocumentsThatSee(fix.Document.Project))
        {
            fix.CancellationToken.ThrowIfCancellationRequested();
            var text = await document.GetTextAsync(fix.CancellationToken).ConfigureAwait(false);
            if (text.ToString().IndexOf(name, StringComparison.Ordinal) < 0
                || await fix.FileAsync(document).ConfigureAwait(false) is not { } file)
                continue;

            foreach (var node in file.Root.DescendantNodes())
            {
                if (IsCall(node) && Is(node))
                    callers._calls.Add((node, document, file.Model));
                else if (node is SimpleNameSyntax named && named.Identifier.ValueText == name && !IsCalled(named) && Is(named))
                    return null;
            }

            bool Is(SyntaxNode node) => file.SymbolOf(node) is IMethodSymbol symbol
                && (symbol.ReducedFrom ?? symbol).OriginalDefinition.GetDocumentationCommentId() == id;
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
        var isReduced = file.SymbolOf(call) is IMethodSymbol { ReducedFrom: not null };
        return list?.ArgumentFor(parameter.Name, parameter.Ordinal - (isReduced ? 1 : 0));
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
