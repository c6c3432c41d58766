using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Search;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.Connections.Keys;

/// <summary>A setting that code gives a 25 by its key, for itself or for another program.</summary>
/// <param name="Value">The 25.</param>
/// <param name="Key">The key.</param>
/// <param name="IsFallback">Whether it counts only where nothing else says what the setting is.</param>
internal sealed record DeclaredSetting(ExpressionSyntax Value, string Key, bool IsFallback);

/// <summary>
/// Finds settings that code gives by key: <c>WithEnvironment("Smtp__Port", "25")</c>. The code that connects with them may be in another
/// program, so the key has to say that it is a port for sending mail, as in a settings file.
/// </summary>
internal static class DeclaredSettings
{
    /// <summary>What takes a key and, after it, a value; and whether that is a default, which other sources come before.</summary>
    private static readonly ImmutableDictionary<string, bool> s_calls = ImmutableDictionary.CreateRange(new Dictionary<string, bool>
    {
        ["WithEnvironment"] = false,
        ["SetEnvironmentVariable"] = false,
        ["AddInMemoryCollection"] = true,
        ["UseSetting"] = true,
    });

    /// <summary>Members into whose entries settings are written by key, beside the configuration itself.</summary>
    private static readonly ImmutableHashSet<string> s_tables = ImmutableHashSet.Create(
        "EnvironmentVariables", "Environment", "AppSettings", "Configuration");

    private static readonly ImmutableArray<string> s_names = s_calls.Keys
        .Concat(DeclaredOptions.Types.Select(option => option + "<"))
        .Concat(s_tables).ToImmutableArray();

    /// <summary>Names of which one is in a file that gives settings by key.</summary>
    private static readonly ImmutableArray<string> s_words =
        s_calls.Keys.Concat(DeclaredOptions.Types).Concat(s_tables).Append("IConfiguration").ToImmutableArray();

    /// <summary>Whether code of the file gives settings by key.</summary>
    public static bool AreIn(SyntaxTree tree, CancellationToken cancellationToken) =>
        SourceSearch.Mentions(tree.GetText(cancellationToken), s_names);

    /// <summary>Those of the literals that are given to a setting, as they are or by the name of a constant.</summary>
    /// <param name="literals">The literals that are 25.</param>
    /// <param name="program">The program.</param>
    /// <param name="links">The keys under which connections look up their ports.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static IEnumerable<DeclaredSetting> Find(
        IEnumerable<LiteralExpressionSyntax> literals, SmtpProgram program, Lazy<IReadOnlyList<SettingLink>> links,
        CancellationToken cancellationToken)
    {
        if (!s_words.Any(word => program.References.FilesWith(word, cancellationToken).Any()))
            yield break;

        foreach (var value in literals.SelectMany(literal => CarriedConstant.ExpressionsWith(literal, program, cancellationToken)))
        {
            if (Read(value, program, links, cancellationToken) is { } setting)
                yield return setting;
        }
    }

    private static DeclaredSetting? Read(
        ExpressionSyntax value, SmtpProgram program, Lazy<IReadOnlyList<SettingLink>> links, CancellationToken cancellationToken)
    {
        var model = program.Model(value.SyntaxTree);
        if (Declaration(value, program, cancellationToken) is not var (key, scope, isDefault)
            || IsGuarded(value, program, cancellationToken))
            return null;

        var section = new DeclaredSection();
        var port = section.NodeFor(key);

        // The same key may be of several services; the host of the one that gets the port counts before the others'.
        foreach (var (other, text) in DeclaredSection.FarToNear(value, scope).SelectMany(code => Others(code, model, cancellationToken)))
        {
            if (other != key)
                section.NodeFor(other).Say(text ?? "", default);
        }

        return (NamedPorts.IsSendingPort(port) && !SettingHost.IsLocal(port)) || section.IsLinked(port, links.Value)
            ? new DeclaredSetting(value, key, isDefault || Fallback.IsAt(value) || IsWhereMissing(value))
            : null;
    }

    /// <summary>The key whose value it is, and the code in which the other settings are given.</summary>
    private static (string Key, SyntaxNode Scope, bool IsDefault)? Declaration(
        ExpressionSyntax value, SmtpProgram program, CancellationToken cancellationToken)
    {
        var model = program.Model(value.SyntaxTree);
        SyntaxNode node = value;
        while (node.Parent is ParenthesizedExpressionSyntax or ConditionalExpressionSyntax
            or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression })
            node = node.Parent;

        switch (node.Parent)
        {
            case ArgumentSyntax
            {
                Parent: ArgumentListSyntax
                {
                    Arguments: { Count: > 1 } arguments,
                    Parent: InvocationExpressionSyntax call
                }
            }
                argument when arguments[arguments.Count - 1] == argument || arguments[1] == argument:
                if (arguments.Count == 2 && IsPair(call, program, cancellationToken))
                    return InCollection(call, arguments[0].Expression, model, cancellationToken);
                return NameOf(call) is { } name && s_calls.TryGetValue(name, out var isDefault)
                    && Text(arguments[0].Expression, model, cancellationToken) is { } key
                    ? (key, ScopeOf(call), isDefault)
                    : null;
            case ArgumentSyntax
            {
                Parent: ArgumentListSyntax { Arguments: { Count: 2 } arguments, Parent: BaseObjectCreationExpressionSyntax pair }
            }
                when arguments[1] == node.Parent && IsPair(pair, program, cancellationToken):
                return InCollection(pair, arguments[0].Expression, model, cancellationToken);
            case AssignmentExpressionSyntax
            {
                RawKind: (int)SyntaxKind.SimpleAssignmentExpression,
                Left: ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } index } table
            } entry
                when entry.Right == node && Text(index[0].Expression, model, cancellationToken) is { } named:
                return IsTable(table.Expression, program, cancellationToken)
                    ? (named, ScopeOf(entry), false)
                    : InCollection(entry, index[0].Expression, model, cancellationToken);
            case AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: { Count: 1 } index } } entry
                when entry.Right == node:
                return InCollection(entry, index[0].Expression, model, cancellationToken);
            case InitializerExpressionSyntax
            {
                RawKind: (int)SyntaxKind.ComplexElementInitializerExpression,
                Expressions: { Count: 2 } pair
            }
                when pair[1] == node:
                return InCollection(node, pair[0], model, cancellationToken);
            default:
                return DeclaredOptions.NameOf(value, model, cancellationToken) is var (option, made)
                    ? (option, ScopeOf(made), true)
                    : null;
        }
    }

    /// <summary>
    /// Whether it makes a key with its value: <c>new KeyValuePair&lt;string, string>(…)</c>, <c>KeyValuePair.Create(…)</c>.
    /// </summary>
    private static bool IsPair(ExpressionSyntax made, SmtpProgram program, CancellationToken cancellationToken)
    {
        var model = program.Model(made.SyntaxTree);

        // Early compilers do not say what the creation without a type is that stands in a collection expression.
        var type = model.GetTypeInfo(made, cancellationToken).Type ?? model.GetSymbolInfo(made, cancellationToken).Symbol?.ContainingType;
        return type is null ? made is ImplicitObjectCreationExpressionSyntax : program.FrameworkTypes.Is(type, FrameworkType.KeyValuePair);
    }

    /// <summary>Whether what is written into it by a key is a setting.</summary>
    private static bool IsTable(ExpressionSyntax table, SmtpProgram program, CancellationToken cancellationToken)
    {
        var name = table switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } => member,
            IdentifierNameSyntax { Identifier.ValueText: var own } => own,
            _ => null,
        };
        return (name is not null && s_tables.Contains(name))
            || (program.Model(table.SyntaxTree).GetTypeInfo(table, cancellationToken).Type is { } type
                && program.FrameworkTypes.IsOrImplements(type, FrameworkType.Configuration));
    }

    private static (string, SyntaxNode, bool)? InCollection(
        SyntaxNode entry, ExpressionSyntax key, SemanticModel model, CancellationToken cancellationToken)
    {
        // The collection is made in the call, or in the same code.
        var scope = ScopeOf(entry);
        return Text(key, model, cancellationToken) is { } text
            && scope.DescendantNodes().OfType<InvocationExpressionSyntax>()
                .Any(call => NameOf(call) is { } name && s_calls.TryGetValue(name, out var isDefault) && isDefault)
                    ? (text, scope, true)
                    : null;
    }

    private static IEnumerable<(string Key, string? Text)> Others(
        SyntaxNode scope, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var node in scope.DescendantNodes())
        {
            var (key, value) = node switch
            {
                InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 2 } arguments } call
                    when NameOf(call) is { } name && s_calls.ContainsKey(name) => (arguments[0].Expression, arguments[1].Expression),
                AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: { Count: 1 } index } } entry =>
                    (index[0].Expression, entry.Right),
                AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } index } } entry =>
                    (index[0].Expression, entry.Right),
                BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 2 } pair } =>
                    (pair[0].Expression, pair[1].Expression),
                InitializerExpressionSyntax
                {
                    RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: { Count: 2 } pair
                } => (pair[0], pair[1]),
                _ => default((ExpressionSyntax?, ExpressionSyntax?)),
            };
            if (key is not null && Text(key, model, cancellationToken) is { } text)
                yield return (text, Text(value!, model, cancellationToken));
        }
    }

    /// <summary>Whether the code runs on a developer's machine only.</summary>
    private static bool IsGuarded(SyntaxNode value, SmtpProgram program, CancellationToken cancellationToken) =>
        CodeBody.IsDebugOnly(value)
        || value.Ancestors().OfType<IfStatementSyntax>().Any(choice =>
            DevelopmentGuard.Words.Any(word => choice.Condition.ToString().Contains(word)))
        || (CodeBody.Enclosing(value) is { } body && program.Development.Contains(body, cancellationToken));

    private static bool IsWhereMissing(SyntaxNode value) =>
        value.Ancestors().OfType<IfStatementSyntax>().Any(choice => PresenceTest.MayBeMissing(choice.Condition, holds: true));

    private static SyntaxNode ScopeOf(SyntaxNode node) =>
        CodeBody.Enclosing(node) ?? node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? node.SyntaxTree.GetRoot();

    private static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } => name,
        SimpleNameSyntax { Identifier.ValueText: var name } => name,
        _ => null,
    };

    private static string? Text(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetConstantValue(expression, cancellationToken) is { HasValue: true, Value: string text } ? text : null;
}
