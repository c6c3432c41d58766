using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.CodeFixes.Clients;

/// <summary>
/// Logins of a client that connects itself which stand in other code than its class: in a base class, in another part of it, or where
/// it is used, <c>relay.Open(); relay.Authenticate(…)</c>. A second login would fail.
/// </summary>
internal static class OwnClientLogins
{
    public static bool Exist(ConnectSite connect, FileContext file)
    {
        if (connect.TypeIn(file) is not { } own)
            return false;

        var names = connect.Row.Row.Login!.Methods;
        return file.Model.Compilation.SyntaxTrees
            .Where(tree => SourceSearch.Mentions(tree.GetText(file.CancellationToken), names))
            .Select(file.Beside).OfType<FileContext>().Any(other => AreIn(other, names, connect.Scope, own));
    }

    private static bool AreIn(FileContext file, ImmutableArray<string> names, SyntaxNode scope, ITypeSymbol own) =>
        file.Root.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call =>
            !(call.SyntaxTree == scope.SyntaxTree && scope.Span.Contains(call.Span))
            && CalledOn(call, names, file) is { DeclaringSyntaxReferences.IsEmpty: false } type
            && (IsOrDerivesFrom(type, own) || IsOrDerivesFrom(own, type)));

    // The type whose login is called; null where it is another call.
    private static ITypeSymbol? CalledOn(InvocationExpressionSyntax call, ImmutableArray<string> names, FileContext file) =>
        call.Expression switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var receiver } when names.Contains(name) =>
                file.TypeOf(receiver),
            IdentifierNameSyntax { Identifier.ValueText: var name } when names.Contains(name)
                && call.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type => file.DeclaredBy(type) as ITypeSymbol,
            _ => null,
        };

    private static bool IsOrDerivesFrom(ITypeSymbol type, ITypeSymbol other) =>
        type.SelfAndBaseTypes().Contains(other, SymbolEqualityComparer.Default);
}
