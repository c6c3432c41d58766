using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Logins;
using SmtpPortAnalyzer.CodeFixes.Sources;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections;

namespace SmtpPortAnalyzer.CodeFixes.Clients;

/// <summary>
/// A client that the program derives from a library's: <c>: base("mail.contoso.com", 25)</c>. What it lacks is set in the constructor,
/// before whatever is done there.
/// </summary>
/// <param name="Initializer">The call of the base class's constructor.</param>
/// <param name="Body">The constructor's body.</param>
/// <param name="Client">The library's client.</param>
internal sealed record DerivedClient(ConstructorInitializerSyntax Initializer, BlockSyntax Body, PropertiesClient Client)
{
    public ExpressionSyntax? Host => Client.Row.HostParameter is { } host
        ? Initializer.ArgumentList.ArgumentFor(host, 0)?.Expression
        : null;

    public ExpressionSyntax? Port => Client.Row.PortParameter is { } port
        ? Initializer.ArgumentList.ArgumentFor(port, 1)?.Expression
        : null;

    /// <summary>
    /// Null where the finding is about something else, or the type itself sets encryption or login somewhere, so that it may know better.
    /// </summary>
    public static DerivedClient? Read(FixTarget finding)
    {
        if (finding.Node.FirstAncestorOrSelf<ConstructorInitializerSyntax>() is not
            {
                ThisOrBaseKeyword.RawKind: (int)SyntaxKind.BaseKeyword,
                Parent: ConstructorDeclarationSyntax { Body: { } body } constructor,
            } initializer
            || finding.File.SymbolOf(initializer) is not IMethodSymbol { ContainingType: var type }
            || ClientRows.OfClient(type) is not { Fix: PropertiesFix fix } library)
            return null;

        var client = new PropertiesClient(library.Clients[0], fix);
        var derived = new DerivedClient(initializer, body, client);
        return client.Is(type) && derived.Port?.Span == finding.Place.Span && !SetsAny(constructor, client, finding.File) ? derived : null;
    }

    /// <summary>Whether its constructor sets a login at all.</summary>
    public bool HasLogin => LoginsIn(Body, Client).Count > 0;

    /// <summary>Whether the constructor, in a statement of its own, gives it a login that the program gets at run time.</summary>
    public bool LogsIn(FileContext file) => LoginsIn(Body, Client) is { Count: > 0 } logins
        && logins.All(login => login.Parent is ExpressionStatementSyntax && login.Parent.Parent == Body
            && file.ProvedLogin(login.Right) == LoginKind.RunTime);

    /// <summary>Sets encryption and, where it is wanted, the login.</summary>
    public bool Configure(RelayEdit edit, bool logsIn)
    {
        var outer = edit.Layout.Indentation(Body.Parent!.SpanStart);
        var indentation = outer + edit.Layout.Step(Body.Parent!);
        var line = edit.Layout.LineBreak(Body.SpanStart) + indentation;
        var self = AssignmentsIn(Body) is { Count: > 0 } own && own.All(IsQualified) ? "this." : "";
        var text = self + Client.Switch + " = true;";
        if (logsIn)
        {
            if (Login.New(edit, Body, indentation) is not { } login)
                return false;
            text += line + self + Client.Credentials + " = " + login + ";";
        }

        if (Body.Statements.FirstOrDefault() is { } first)
        {
            edit.Edits.Insert(first.SpanStart, text + line);
            return edit.Layout.StartsLine(first.SpanStart);
        }

        if (Body.DescendantTrivia().Any(t => t.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia)))
            return false;

        var isAtLineEnd = edit.Layout.OpensBlocksAtLineEnd(Body.Parent!) || edit.Layout.StartsLine(Body.SpanStart);
        var closing = edit.Layout.LineBreak(Body.SpanStart) + outer + "}";
        edit.Edits.Replace(
            TextSpan.FromBounds(isAtLineEnd ? Body.SpanStart : Initializer.Span.End, Body.Span.End),
            (isAtLineEnd ? "" : edit.Layout.LineBreak(Body.SpanStart) + outer) + "{" + line + text + closing);
        return true;
    }

    private static List<AssignmentExpressionSyntax> AssignmentsIn(BlockSyntax body) => body.Statements
        .Select(statement => (statement as ExpressionStatementSyntax)?.Expression).OfType<AssignmentExpressionSyntax>().ToList();

    private static bool IsQualified(AssignmentExpressionSyntax assignment) =>
        assignment.Left is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax };

    // Delivery by the network is what a client does anyway.
    private static bool SetsAny(ConstructorDeclarationSyntax constructor, PropertiesClient client, FileContext file) =>
        constructor.Parent!.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment =>
            PropertiesClient.NameOf(assignment) is { } name
            && (name == client.Switch || name == client.Port
                || (name == client.Row.DeliveryProperty && file.ConstantOf(assignment.Right) is not { HasValue: true, Value: 0 })
                || (name == client.Credentials && !assignment.Ancestors().Contains(constructor))
                || (name == client.DefaultCredentials && !IsPlainNo(assignment, constructor, client))));

    // UseDefaultCredentials = false, before the login: the setter wipes what was set.
    private static bool IsPlainNo(AssignmentExpressionSyntax no, ConstructorDeclarationSyntax constructor, PropertiesClient client) =>
        no.Right.IsKind(SyntaxKind.FalseLiteralExpression) && no.Ancestors().Contains(constructor)
        && LoginsIn(constructor.Body!, client) is { Count: > 0 } logins && logins.All(login => login.SpanStart > no.Span.End);

    private static List<AssignmentExpressionSyntax> LoginsIn(BlockSyntax body, PropertiesClient client) => body.DescendantNodes()
        .OfType<AssignmentExpressionSyntax>().Where(assignment => PropertiesClient.NameOf(assignment) == client.Credentials).ToList();
}
