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
        if (connect.Client is not { } client || IsMadeForThis(connect, client))
            return false;

        var receiver = connect.Receiver.WithoutTrivia().ToString();
        return ClientUsage.ScopeOf(client, connect.Call).DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == IsConnected)
            .Any(name => Receiver(name) is { } asked && ClientUsage.Is(asked, client, receiver, file) && !GuardsDisconnect(name));
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
        var end = (waits ? "await " : "") + connect.Receiver.WithoutTrivia() + "." + Disconnect + (waits ? "Async" : "") + "(true" + token
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

    // client.IsConnected, client?.IsConnected, client is { IsConnected: true }
    private static ExpressionSyntax? Receiver(IdentifierNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access.Expression,
        MemberBindingExpressionSyntax { Parent: ConditionalAccessExpressionSyntax access } => access.Expression,
        NameColonSyntax => name.FirstAncestorOrSelf<IsPatternExpressionSyntax>()?.Expression,
        _ => null,
    };

    // if (client.IsConnected) client.Disconnect(true);
    private static bool GuardsDisconnect(IdentifierNameSyntax name) =>
        name.FirstAncestorOrSelf<IfStatementSyntax>() is { } choice && choice.Condition.Span.Contains(name.Span)
        && choice.Statement.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Any(called => called.Identifier.ValueText.StartsWith(Disconnect, System.StringComparison.Ordinal));
}
