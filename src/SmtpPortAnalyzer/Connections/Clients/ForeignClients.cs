using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Connections.Clients;

/// <summary>
/// A client that a lambda or method returns, or that is put into a collection, may reach its user through a container, a delegate or an
/// interface, on ways that are not followed. If any code of the compilation sets the port, the encryption or the login of a client that it
/// was given, it may be this one.
/// </summary>
internal sealed class ForeignClients(SmtpProgram program)
{
    private readonly Dictionary<SmtpLibrary, bool> _known = new();
    private readonly Dictionary<SmtpLibrary, bool> _ports = new();

    public bool MayBeSecured(SmtpConnection connection, CancellationToken cancellationToken)
    {
        if (!connection.IsHandedOut && connection.Holder is not IMethodSymbol)
            return false;

        if (!_known.TryGetValue(connection.Library, out var may))
        {
            var members = connection.Library.Clients.SelectMany(row => NamesOf(row.Security).Concat(NamesOf(row.Login)));
            _known.Add(connection.Library, may = Search(new HashSet<string>(members), cancellationToken));
        }

        return may;
    }

    /// <summary>Whether a client that leaves its maker without a port may get one elsewhere.</summary>
    public bool MayGetPort(SmtpConnection connection, CancellationToken cancellationToken)
    {
        if (!connection.IsHandedOut)
            return false;

        if (!_ports.TryGetValue(connection.Library, out var may))
        {
            var members = connection.Library.Clients.Select(row => row.PortProperty).OfType<string>();
            _ports.Add(connection.Library, may = Search(new HashSet<string>(members), cancellationToken));
        }

        return may;
    }

    private bool Search(HashSet<string> members, CancellationToken cancellationToken)
    {
        foreach (var member in members)
            program.Footprints.ReadAround(member);
        foreach (var tree in program.Compilation.SyntaxTrees)
        {
            var words = SourceWords.InFile(tree, cancellationToken);
            if (!members.Any(words.Contain))
                continue;

            foreach (var assignment in tree.GetRoot(cancellationToken).DescendantNodes().OfType<AssignmentExpressionSyntax>())
            {
                if (assignment.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var receiver }
                    && members.Contains(name) && IsForeign(receiver, program.Model(tree), cancellationToken))
                    return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> NamesOf(SmtpSecurity? security) =>
        security?.Members.Select(member => member.Name) ?? Enumerable.Empty<string>();

    private static IEnumerable<string> NamesOf(SmtpLogin? login) =>
        login is null ? Enumerable.Empty<string>() : login.Members.Concat(login.Passwords);

    private bool IsForeign(ExpressionSyntax receiver, SemanticModel model, CancellationToken cancellationToken)
    {
        if (program.Symbols.Client(model.GetTypeInfo(receiver, cancellationToken).Type) is null)
            return false;

        // What the method itself makes, or gets from a method that can be followed, is no news.
        return model.GetSymbolInfo(receiver, cancellationToken).Symbol
            is not ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } declarations }
            || declarations[0].GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: { } value }
            || !(value is BaseObjectCreationExpressionSyntax || IsFollowed(value, model, cancellationToken));
    }

    private bool IsFollowed(ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken) =>
        value is InvocationExpressionSyntax && model.GetSymbolInfo(value, cancellationToken).Symbol is IMethodSymbol method
            && program.BodyOf(method, cancellationToken) is not null;
}
