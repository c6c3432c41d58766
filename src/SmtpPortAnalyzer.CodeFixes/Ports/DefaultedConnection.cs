using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Clients;
using SmtpPortAnalyzer.CodeFixes.Context;

namespace SmtpPortAnalyzer.CodeFixes.Ports;

/// <summary>A connection whose port a setting decides.</summary>
/// <param name="Library">The catalogue's name of its library.</param>
/// <param name="Site">Its creation, call or assignment.</param>
/// <param name="File">Its file.</param>
internal sealed record DefaultedConnection(string Library, SyntaxNode Site, FileContext File)
{
    /// <summary>The connection that takes its port from an expression; null where it is no port of a client.</summary>
    public static DefaultedConnection? FindAt(ExpressionSyntax port, FileContext file)
    {
        foreach (var ancestor in port.Ancestors()
            .TakeWhile(a => a is not (StatementSyntax or MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax)))
        {
            switch (ancestor)
            {
                case BaseObjectCreationExpressionSyntax creation when ClientRows.OfClient(file.TypeOf(creation)) is { } library:
                    return new DefaultedConnection(library.Name, creation, file);

                // A member that clients which fetch mail have as well.
                case InvocationExpressionSyntax call
                    when ClientRows.OfConnect(file.SymbolOf(call)) is { } library && file.IsConnection(call):
                    return new DefaultedConnection(library.Name, call, file);
                case AssignmentExpressionSyntax
                {
                    Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var property, Expression: var client },
                } assignment when ClientRows.OfClient(file.TypeOf(client)) is { } library && library.Clients[0].PortProperty == property:
                    var site = file.SymbolOf(client) is ILocalSymbol local
                        && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(file.CancellationToken)
                            is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax made }
                        ? made : (SyntaxNode)assignment;
                    return new DefaultedConnection(library.Name, site, file);
            }
        }

        return null;
    }

    /// <summary>The same as a finding of its own.</summary>
    public FixPlace Place => new(Library, Site.Span, Site.Span, System.Collections.Immutable.ImmutableArray<(string, TextSpan)>.Empty);

    /// <summary>Whether a connection of another kind gets a value: <c>pop3.Connect(host, port, useSsl)</c>.</summary>
    public static bool IsOfAnotherProtocol(SyntaxNode value, FileContext file) => value.Ancestors()
        .TakeWhile(node => node is not (StatementSyntax or MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax))
        .OfType<InvocationExpressionSyntax>().Any(call => call.ArgumentList.Span.Contains(value.Span)
            && ClientRows.OfConnect(file.SymbolOf(call)) is not null && !file.IsConnection(call));
}
