using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Settings;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.Connections.Keys;

/// <summary>
/// Lays the settings that code gives by key out as the settings file that would give them, so that they are judged by the same words.
/// </summary>
internal sealed class DeclaredSection
{
    private static readonly char[] s_separators = { ':', '.' };

    private readonly SettingsNode _root = new("", default, null);

    /// <summary>The setting with the key, which is added where there is none yet.</summary>
    public SettingsNode NodeFor(string key)
    {
        var node = _root;
        foreach (var part in PartsOf(key))
            node = node.Child(part) ?? new SettingsNode(part, default, node);
        return node;
    }

    /// <summary>Whether a connection looks its port up there, and the host beside it is not known to be the machine itself.</summary>
    public bool IsLinked(SettingsNode port, IEnumerable<SettingLink> links) =>
        links.Any(link => !link.IsLocal && Find(link.Key) == port
            && !link.HostKeys.Any(key => SettingHost.NameIn(Find(key)) is { } host && LocalHosts.IsLocal(host)));

    private static string[] PartsOf(string key) => key.Replace("__", ":").Split(s_separators);

    private SettingsNode? Find(SettingKey key)
    {
        var node = _root;
        foreach (var part in PartsOf(key.Path))
        {
            if (node.Child(part) is not { } child)
                return null;
            node = child;
        }

        return node;
    }

    /// <summary>
    /// The code that gives settings beside this one: all of it, then what is about the same variable, then the statement itself.
    /// </summary>
    public static IEnumerable<SyntaxNode> FarToNear(SyntaxNode value, SyntaxNode scope)
    {
        yield return scope;
        if (value.FirstAncestorOrSelf<StatementSyntax>() is not { } own || own == scope)
            yield break;

        var subject = SubjectOf(own);
        foreach (var statement in scope.DescendantNodes().OfType<StatementSyntax>())
        {
            if (subject is not null && statement != own && SubjectOf(statement) == subject)
                yield return statement;
        }

        yield return own;
    }

    /// <summary>The variable that a statement declares, or whose methods it calls.</summary>
    private static string? SubjectOf(StatementSyntax statement)
    {
        if (statement is LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } variables })
            return variables[0].Identifier.ValueText;

        var expression = (statement as ExpressionStatementSyntax)?.Expression;
        while (expression is InvocationExpressionSyntax or MemberAccessExpressionSyntax)
        {
            expression = expression is InvocationExpressionSyntax call
                ? call.Expression
                : ((MemberAccessExpressionSyntax)expression).Expression;
        }

        return (expression as IdentifierNameSyntax)?.Identifier.ValueText;
    }
}
