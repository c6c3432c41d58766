using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Sources;

namespace SmtpPortAnalyzer.CodeFixes.Clients;

/// <summary>
/// A client that is used again, by code that connects only where it is not connected. A login that fails must not leave it connected: the
/// next round would find the connection and send without a login.
/// </summary>
internal static class ReconnectGuard
{
    private const string IsConnected = "IsConnected";
    private const string Disconnect = "Disconnect";

    /// <summary>Whether code asks the client that connects whether it is connected, and goes on without connecting if it is.</summary>
    public static bool Exists(ConnectSite connect, FileContext file)
    {
        if (!connect.HasName || (connect.Client is { } client && IsMadeForThis(connect, client)))
            return false;

        return connect.Scope.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == IsConnected)
            .Any(name => IsAsked(name, connect, file) && !GuardsDisconnect(name));
    }

    /// <summary>The login, and the end of the connection where it fails.</summary>
    public static string DisconnectOnFailure(
        RelayEdit edit, ConnectSite connect, LoginPlace place, string login, string indentation)
    {
        var line = edit.Layout.LineBreak(connect.Call.SpanStart) + place.Statement.Indentation;
        var inner = edit.Layout.LineBreak(connect.Call.SpanStart) + indentation;
        var brace = edit.Layout.OpensBlocksAtLineEnd(connect.Call) ? " {" : line + "{";

        // The library ends the connection whether or not there is still time to say so.
        var token = connect.Token is { } argument ? ", " + argument.Expression.WithoutTrivia() : "";

        // Before C# 6 a catch does not wait.
        var waits = place.Await.Length > 0 && edit.Frameworks.Language >= LanguageVersion.CSharp6;
        var suffix = waits && place.Suffix.StartsWith(".ConfigureAwait", System.StringComparison.Ordinal) ? place.Suffix : "";
        var end = (waits ? "await " : "") + connect.Prefix + Disconnect + (waits ? "Async" : "") + "(true" + token
            + ")" + suffix
            + ";";
        return "try" + brace + inner + login + line + "}" + line + "catch" + brace + inner + end + inner + "throw;" + line + "}";
    }

    // A local that is made where it is connected is never found connected.
    private static bool IsMadeForThis(ConnectSite connect, ISymbol client) => client is ILocalSymbol
        && client.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } declaration
        && !connect.Call.Ancestors().TakeWhile(ancestor => !ancestor.Span.Contains(declaration.Span))
            .Any(ancestor => ancestor is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax
                or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    // client.IsConnected, client?.IsConnected, client is { IsConnected: true }; in a client itself, IsConnected
    private static bool IsAsked(IdentifierNameSyntax name, ConnectSite connect, FileContext file) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => connect.Is(access.Expression, file),
        MemberBindingExpressionSyntax { Parent: ConditionalAccessExpressionSyntax access } => connect.Is(access.Expression, file),
        NameColonSyntax => name.FirstAncestorOrSelf<IsPatternExpressionSyntax>() is { Expression: var asked } && connect.Is(asked, file),
        _ => connect.Is(null, file),
    };

    // if (client.IsConnected) client.Disconnect(true);
    private static bool GuardsDisconnect(IdentifierNameSyntax name) =>
        name.FirstAncestorOrSelf<IfStatementSyntax>() is { } choice && choice.Condition.Span.Contains(name.Span)
        && choice.Statement.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Any(called => called.Identifier.ValueText.StartsWith(Disconnect, System.StringComparison.Ordinal));
}
