using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Connections.Keys;

/// <summary>
/// Settings types whose port is 25 until it is set. The code that connects with them may be in another assembly, so the names
/// have to say that it is a port for sending mail; listeners, POP3 and IMAP have ports as well.
/// </summary>
internal static class SettingDefaults
{
    private static readonly ImmutableArray<string> s_mailWords = ImmutableArray.Create("Smtp", "SMTP", "Mail", "mail", "smtp");
    private static readonly ImmutableHashSet<string> s_sending = ImmutableHashSet.Create(
        "smtp", "mail", "email", "mailer", "mailing", "emailer", "sendmail");
    private static readonly ImmutableHashSet<string> s_receiving = ImmutableHashSet.Create(
        "pop", "pop3", "imap", "imap4", "listener", "listen", "listening", "receive", "receiver", "receiving", "inbound", "incoming",
        "local", "bind", "mock", "fake", "test");

    private static readonly ImmutableHashSet<string> s_hosts = ImmutableHashSet.Create(
        "host", "server", "hostname", "servername", "address", "smtp", "url");
    private static readonly ImmutableHashSet<string> s_logins = ImmutableHashSet.Create(
        "user", "username", "login", "password", "credentials", "from", "sender", "account", "ssl", "tls");

    /// <summary>The initializers and defaults that are 25, in all files but generated ones.</summary>
    public static IEnumerable<(ISymbol Member, ExpressionSyntax Value)> Find(
        SmtpProgram program, MailNames names, CancellationToken cancellationToken)
    {
        foreach (var tree in program.Compilation.SyntaxTrees)
        {
            if ((names.Of(tree) & Subjects.TwentyFive) == 0 || !SourceSearch.Mentions(tree.GetText(cancellationToken), s_mailWords))
                continue;

            foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes(node => node is not AttributeListSyntax))
            {
                if (node is LiteralExpressionSyntax { Token.Value: 25 or 25u or 25L or "25" } value
                    && Member(value, program, cancellationToken) is { } member
                    && IsSendingPort(member) && !HasLocalHost(member, value, cancellationToken)
                    && IsEverSeen(member, program, cancellationToken))
                {
                    yield return (member, value);
                }
            }
        }
    }

    /// <summary>The words of an identifier, in lower case: <c>SMTPServer_Port</c> is smtp, server, port.</summary>
    internal static IEnumerable<string> Words(string identifier)
    {
        var start = 0;
        for (var i = 1; i <= identifier.Length; i++)
        {
            var isEnd = i == identifier.Length
                || identifier[i] == '_'
                || (char.IsUpper(identifier[i]) && !char.IsUpper(identifier[i - 1]))
                || (char.IsUpper(identifier[i]) && i + 1 < identifier.Length && char.IsLower(identifier[i + 1]));
            if (!isEnd)
                continue;

            var word = identifier.Substring(start, i - start).Trim('_');
            if (word.Length > 0)
                yield return word.ToLowerInvariant();
            start = i;
        }
    }

    /// <summary>The setting whose default the literal is; null where it is something else.</summary>
    private static ISymbol? Member(LiteralExpressionSyntax value, SmtpProgram program, CancellationToken cancellationToken)
    {
        switch (value.Parent)
        {
            case EqualsValueClauseSyntax initializer:
                return Initialized(initializer, program, cancellationToken);
            case ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: { Count: > 1 } arguments,
                Parent: InvocationExpressionSyntax getter } } argument
                when argument == arguments[arguments.Count - 1]:
                return Read(getter, program, cancellationToken);
            default:
                return null;
        }
    }

    private static ISymbol? Initialized(EqualsValueClauseSyntax initializer, SmtpProgram program, CancellationToken cancellationToken)
    {
        if (initializer.Parent is not (PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax }
            or ParameterSyntax { Parent.Parent: RecordDeclarationSyntax }))
        {
            return null;
        }

        var symbol = program.Model(initializer.SyntaxTree).GetDeclaredSymbol(initializer.Parent, cancellationToken);
        return symbol switch
        {
            IPropertySymbol { SetMethod.DeclaredAccessibility: not Accessibility.Private } => symbol,
            IFieldSymbol { IsConst: false, IsReadOnly: false } field
                when field.DeclaredAccessibility != Accessibility.Private || HasSettableProperty(field) => symbol,
            IParameterSymbol { ContainingType: { IsRecord: true } type } => type.GetMembers(symbol.Name).FirstOrDefault(),
            _ => null,
        };
    }

    /// <summary>
    /// The property that a getter with a default fills: <c>Port =&gt; Read("Smtp:Port", 25)</c>, <c>Port = Read("Smtp:Port", 25)</c>.
    /// </summary>
    private static ISymbol? Read(InvocationExpressionSyntax getter, SmtpProgram program, CancellationToken cancellationToken)
    {
        var model = program.Model(getter.SyntaxTree);
        return getter.Parent switch
        {
            AssignmentExpressionSyntax { Left: var left } assignment when assignment.Right == getter =>
                model.GetSymbolInfo(left, cancellationToken).Symbol as IPropertySymbol,
            ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } =>
                model.GetDeclaredSymbol(property, cancellationToken),
            ArrowExpressionClauseSyntax { Parent: AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } } =>
                model.GetDeclaredSymbol(property, cancellationToken),
            ReturnStatementSyntax { Parent.Parent: AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } } =>
                model.GetDeclaredSymbol(property, cancellationToken),
            _ => null,
        };
    }

    private static bool HasSettableProperty(IFieldSymbol field) =>
        field.ContainingType.GetMembers().Any(member =>
            member is IPropertySymbol { SetMethod: not null, DeclaredAccessibility: not Accessibility.Private }
            && string.Equals(member.Name, field.Name.TrimStart('_'), StringComparison.OrdinalIgnoreCase));

    private static bool IsSendingPort(ISymbol member)
    {
        var memberWords = Words(member.Name).ToList();
        if (memberWords.Count == 0 || memberWords[memberWords.Count - 1] != "port")
            return false;

        var typeWords = Words(member.ContainingType.Name).ToList();
        var words = memberWords.Concat(typeWords).ToList();
        if (words.Any(s_receiving.Contains) || !(words.Any(s_sending.Contains) || HasSmtpSibling(member)))
            return false;

        // A server's own options have a port to listen on, and no login.
        return !typeWords.Contains("server")
            || member.ContainingType.GetMembers().Any(sibling => Words(sibling.Name).Any(s_logins.Contains));
    }

    /// <summary>Whether another member says SMTP, and none of them says that mail is fetched.</summary>
    private static bool HasSmtpSibling(ISymbol member)
    {
        var siblings = member.ContainingType.GetMembers()
            .Where(sibling => sibling is IPropertySymbol or IFieldSymbol)
            .SelectMany(sibling => Words(sibling.Name))
            .ToList();
        return siblings.Contains("smtp") && !siblings.Any(s_receiving.Contains);
    }

    /// <summary>Whether the host beside it, in the type or where the setting is filled, defaults to the machine itself.</summary>
    private static bool HasLocalHost(ISymbol member, SyntaxNode value, CancellationToken cancellationToken)
    {
        if (value.FirstAncestorOrSelf<InitializerExpressionSyntax>() is { } filled
            && filled.DescendantNodes().OfType<LiteralExpressionSyntax>()
                .Any(literal => literal.Token.Value is string text && LocalHosts.IsLocal(text)))
        {
            return true;
        }

        return member.ContainingType.GetMembers().Any(sibling =>
            sibling is IPropertySymbol or IFieldSymbol
            && !SymbolEqualityComparer.Default.Equals(sibling, member)
            && Words(sibling.Name).Any(s_hosts.Contains)
            && Default(sibling, cancellationToken) is { } host
            && LocalHosts.IsLocal(host));
    }

    private static string? Default(ISymbol member, CancellationToken cancellationToken)
    {
        var value = member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) switch
        {
            ParameterSyntax parameter => parameter.Default?.Value,
            _ => MemberWrites.Initializer(member, cancellationToken)?.Value,
        };
        return value is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal
            ? literal.Token.ValueText
            : null;
    }

    /// <summary>Whether the constructor leaves it as it is.</summary>
    private static bool IsEverSeen(ISymbol member, SmtpProgram program, CancellationToken cancellationToken) =>
        MemberWrites.Initializer(member, cancellationToken) is null
            || MemberWrites.FindTo(member, program, cancellationToken).Any(write => write.IsInitial);
}
