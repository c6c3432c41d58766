using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.Connections;

/// <summary>
/// Settings types whose port is 25 as long as nobody sets it. The code that connects with them may be in another assembly, so the names
/// have to say that it is a port for sending mail; listeners, POP3 and IMAP have ports as well.
/// </summary>
internal static class SettingDefaults
{
    private static readonly ImmutableArray<string> s_mailWords = ImmutableArray.Create("Smtp", "SMTP", "Mail", "mail", "smtp");
    private static readonly ImmutableArray<string> s_number = ImmutableArray.Create("25", "0x19", "0X19");
    private static readonly ImmutableHashSet<string> s_sending = ImmutableHashSet.Create("smtp", "mail", "email", "mailer", "mailing", "emailer", "sendmail");
    private static readonly ImmutableHashSet<string> s_receiving = ImmutableHashSet.Create(
        "pop", "pop3", "imap", "imap4", "listener", "listen", "listening", "receive", "receiver", "receiving", "inbound", "incoming", "local", "bind", "mock", "fake", "test");

    private static readonly ImmutableHashSet<string> s_hosts = ImmutableHashSet.Create("host", "server", "hostname", "servername", "address", "smtp", "url");
    private static readonly ImmutableHashSet<string> s_logins = ImmutableHashSet.Create("user", "username", "login", "password", "credentials", "from", "sender", "account", "ssl", "tls");

    /// <summary>The initializers and defaults that are 25, in all files but generated ones.</summary>
    public static IEnumerable<(ISymbol Member, ExpressionSyntax Value)> Find(SmtpProgram program, CancellationToken cancellation)
    {
        foreach (var tree in program.Compilation.SyntaxTrees)
        {
            var text = tree.GetText(cancellation);
            if (!SourceSearch.Mentions(text, s_number) || !SourceSearch.Mentions(text, s_mailWords))
                continue;

            foreach (var node in tree.GetRoot(cancellation).DescendantNodes(node => node is not (BlockSyntax or ArrowExpressionClauseSyntax or AttributeListSyntax)))
            {
                if (node is EqualsValueClauseSyntax { Value: var value } && Is25(value) && Member(node, program, cancellation) is { } member
                    && IsSendingPort(member) && !HasLocalHost(member, cancellation) && IsEverSeen(member, program, cancellation))
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

    private static bool Is25(ExpressionSyntax value) => value is LiteralExpressionSyntax { Token.Value: 25 or 25u or 25L or "25" };

    private static ISymbol? Member(SyntaxNode initializer, SmtpProgram program, CancellationToken cancellation)
    {
        if (initializer.Parent is not (PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax }
            or ParameterSyntax { Parent.Parent: RecordDeclarationSyntax }))
        {
            return null;
        }

        var symbol = program.Model(initializer.SyntaxTree).GetDeclaredSymbol(initializer.Parent, cancellation);
        return symbol switch
        {
            IPropertySymbol { SetMethod: not null } => symbol,
            IFieldSymbol { IsConst: false, IsReadOnly: false, DeclaredAccessibility: not Accessibility.Private } => symbol,
            IParameterSymbol { ContainingType: { IsRecord: true } type } => type.GetMembers(symbol.Name).FirstOrDefault(),
            _ => null,
        };
    }

    private static bool IsSendingPort(ISymbol member)
    {
        var memberWords = Words(member.Name).ToList();
        if (memberWords.Count == 0 || memberWords[memberWords.Count - 1] != "port")
            return false;

        var typeWords = Words(member.ContainingType.Name).ToList();
        if (memberWords.Concat(typeWords).Any(s_receiving.Contains) || !memberWords.Concat(typeWords).Any(s_sending.Contains))
            return false;

        // A server's own options have a port to listen on, and no login.
        return !typeWords.Contains("server") || member.ContainingType.GetMembers().Any(sibling => Words(sibling.Name).Any(s_logins.Contains));
    }

    /// <summary>Whether the host beside it defaults to the machine itself.</summary>
    private static bool HasLocalHost(ISymbol member, CancellationToken cancellation) =>
        member.ContainingType.GetMembers().Any(sibling =>
            sibling is IPropertySymbol or IFieldSymbol
            && !SymbolEqualityComparer.Default.Equals(sibling, member)
            && Words(sibling.Name).Any(s_hosts.Contains)
            && Default(sibling, cancellation) is { } host
            && Host.IsLocal(host));

    private static string? Default(ISymbol member, CancellationToken cancellation)
    {
        var value = member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) switch
        {
            ParameterSyntax parameter => parameter.Default?.Value,
            _ => MemberWrites.Initializer(member, cancellation)?.Value,
        };
        return value is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal ? literal.Token.ValueText : null;
    }

    /// <summary>Whether the constructor leaves it as it is.</summary>
    private static bool IsEverSeen(ISymbol member, SmtpProgram program, CancellationToken cancellation) =>
        MemberWrites.Initializer(member, cancellation) is null || MemberWrites.Of(member, program, cancellation).Any(write => write.IsInitial);
}
