using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Pipeline;

namespace SmtpPortAnalyzer.CodeFixes.Clients;

/// <summary>Methods of the same compilation that a client is handed to.</summary>
internal static class HandOver
{
    private static readonly string[] s_settings = { "Host", "Port", "EnableSsl", "Credentials", "UseDefaultCredentials" };

    /// <summary>Whether one of them sets the client's host, port, security or credentials.</summary>
    public static bool IsConfiguredElsewhere(ClientUsage usage, SyntaxNode site, FileContext file) =>
        usage.Variable is { } variable && ReachesMethod(
            variable, usage.Receiver!, site, file, (body, name) => body.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(
                a => a.Left
                    is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax target, Name.Identifier.ValueText: var property }
                    && target.Identifier.ValueText == name && s_settings.Contains(property)));

    /// <summary>Whether one of them logs the client in.</summary>
    public static bool IsAuthenticatedElsewhere(ISymbol variable, string receiver, SyntaxNode site, FileContext file) =>
        ReachesMethod(
            variable, receiver, site, file, (body, _) => IsAuthentication(body) || body.DescendantNodes().OfType<SimpleNameSyntax>()
            .Any(n => n.Identifier.ValueText is "Authenticate" or "AuthenticateAsync"));

    // A method of an interface has no body to look into; its name has to do.
    private static bool IsAuthentication(SyntaxNode declaration) =>
        declaration is MethodDeclarationSyntax { Identifier.ValueText: "Authenticate" or "AuthenticateAsync" };

    private static bool ReachesMethod(
        ISymbol variable, string receiver, SyntaxNode site, FileContext file, System.Func<SyntaxNode, string, bool> does)
    {
        foreach (var call in ClientUsage.ScopeOf(variable, site).DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            var index = call.ArgumentList.Arguments.ToList().FindIndex(a => ClientUsage.Is(a.Expression, variable, receiver, file));
            var extends = index < 0 && call.Expression is MemberAccessExpressionSyntax { Expression: var target }
                && ClientUsage.Is(target, variable, receiver, file);
            if ((index < 0 && !extends) || file.SymbolOf(call) is not IMethodSymbol method)
                continue;

            method = extends ? method.ReducedFrom ?? method : method;
            var parameter = method.Parameters.ElementAtOrDefault(extends ? 0 : index)?.Name;
            var bodies = method.DeclaringSyntaxReferences.Select(r => r.GetSyntax(file.CancellationToken));
            if (parameter is not null && bodies.Any(body => does(body, parameter)))
                return true;
        }

        return false;
    }
}
