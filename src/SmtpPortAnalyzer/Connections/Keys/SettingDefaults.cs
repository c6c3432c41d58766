using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Search;
using SmtpPortAnalyzer.Settings;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.Connections.Keys;

/// <summary>
/// Settings types whose port is 25 as long as it is not set. The code that connects with them may be in another assembly, so the names
/// have to say that it is a port for sending mail: they are judged as those of a settings file are.
/// </summary>
internal static class SettingDefaults
{
    /// <summary>The literals that are 25, in files with a name that may say that a port is for sending mail.</summary>
    public static IReadOnlyList<LiteralExpressionSyntax> LiteralsIn(
        Compilation compilation, MailNames names, CancellationToken cancellationToken) => compilation.SyntaxTrees
        .Where(tree => (names.Of(tree) & Subjects.TwentyFive) != 0
            && (MayNamePort(tree, cancellationToken) || DeclaredSettings.AreIn(tree, cancellationToken)))
        .SelectMany(tree => PortLiterals.FindIn(tree, cancellationToken)).OfType<LiteralExpressionSyntax>()
        .Where(literal => IsBlocked(literal.Token.Value)).ToList();

    /// <summary>The initializers and defaults that are among the literals.</summary>
    public static IEnumerable<(ISymbol Member, ExpressionSyntax Value)> Find(
        IEnumerable<LiteralExpressionSyntax> literals, SmtpProgram program, CancellationToken cancellationToken)
    {
        foreach (var value in literals.Where(literal => !CodeBody.IsDebugOnly(literal))
            .SelectMany(literal => CarriedConstant.ExpressionsWith(literal, program, cancellationToken)))
        {
            if (value.FirstAncestorOrSelf<AttributeListSyntax>() is null && !CodeBody.IsDebugOnly(value)
                && Member(value, program, cancellationToken) is { } member
                && SettingsClass.Read(member, program, cancellationToken) is var setting && NamedPorts.IsSendingPort(setting)
                && !HasLocalHost(setting, value) && IsEverSeen(member, program, cancellationToken))
            {
                yield return (member, value);
            }
        }
    }

    /// <summary>Whether a name in the text may say that a port is for sending mail.</summary>
    public static bool MayNamePort(SyntaxTree tree, CancellationToken cancellationToken) =>
        SourceSearch.Mentions(tree.GetText(cancellationToken), NamedPorts.Traces);

    private static bool IsBlocked(object? constant) =>
        constant is MailPorts.BlockedText || ConstantFolding.IsPort(constant, MailPorts.Blocked);

    /// <summary>Whether a 25 in the code of a member may be the default of a setting, as far as the code itself shows.</summary>
    public static bool MayBeIn(SyntaxNode code) => code.DescendantNodes().OfType<LiteralExpressionSyntax>().Any(literal =>
        IsBlocked(literal.Token.Value) && literal.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is not null,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax getter } =>
                getter.Parent is AssignmentExpressionSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax,
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax } } => false,
            EqualsValueClauseSyntax => true,
            _ => false,
        });

    /// <summary>The setting whose default the literal is; null where it is something else.</summary>
    private static ISymbol? Member(ExpressionSyntax value, SmtpProgram program, CancellationToken cancellationToken)
    {
        switch (value.Parent)
        {
            case EqualsValueClauseSyntax initializer:
                return Initialized(initializer, program, cancellationToken);
            case AssignmentExpressionSyntax
            {
                RawKind: (int)SyntaxKind.SimpleAssignmentExpression,
                Parent: ExpressionStatementSyntax { Parent.Parent: ConstructorDeclarationSyntax constructor },
            } assignment when assignment.Right == value:
                return Begun(assignment, constructor, program, cancellationToken);
            case ArgumentSyntax
            {
                Parent: ArgumentListSyntax
                {
                    Arguments: { Count: > 1 } arguments,
                    Parent: InvocationExpressionSyntax getter
                }
            } argument
                when argument == arguments[arguments.Count - 1]:
                return Read(getter, program, cancellationToken);
            default:
                return null;
        }
    }

    /// <summary>The setting that a constructor gives its default; null where others do not set it.</summary>
    private static ISymbol? Begun(AssignmentExpressionSyntax assignment, ConstructorDeclarationSyntax constructor, SmtpProgram program,
        CancellationToken cancellationToken)
    {
        var model = program.Model(assignment.SyntaxTree);
        return model.GetSymbolInfo(assignment.Left, cancellationToken).Symbol is IPropertySymbol
        {
            IsStatic: false, SetMethod.DeclaredAccessibility: Accessibility.Public,
        } property
            && SymbolEqualityComparer.Default.Equals(
                property.ContainingType, model.GetDeclaredSymbol(constructor, cancellationToken)?.ContainingType)
                ? property
                : null;
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

    private static bool HasSettableProperty(IFieldSymbol field) => SettableProperty(field) is not null;

    private static ISymbol? SettableProperty(IFieldSymbol field) =>
        field.ContainingType.GetMembers().FirstOrDefault(member =>
            member is IPropertySymbol { SetMethod: not null, DeclaredAccessibility: not Accessibility.Private }
            && string.Equals(member.Name, field.Name.TrimStart('_'), StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the host beside it, in the type or where the setting is filled, defaults to the machine itself.</summary>
    private static bool HasLocalHost(SettingsNode setting, SyntaxNode value) =>
        SettingHost.IsLocal(setting)
        || (value.FirstAncestorOrSelf<InitializerExpressionSyntax>() is { } filled
            && filled.Expressions.OfType<AssignmentExpressionSyntax>().Any(member =>
                member is { Left: IdentifierNameSyntax name, Right: LiteralExpressionSyntax { Token.Value: string text } }
                && SettingWords.IsHost(name.Identifier.ValueText) && LocalHosts.IsLocal(text)));

    /// <summary>Whether the constructor leaves it as it is, and the property in front of it hands it out.</summary>
    private static bool IsEverSeen(ISymbol member, SmtpProgram program, CancellationToken cancellationToken) =>
        program.InitializerOf(member, cancellationToken) is null
            || (MemberWrites.FindTo(member, program, cancellationToken).Any(write => write.IsInitial)
                && !(member is IFieldSymbol field && IsMended(field, program, cancellationToken)));

    /// <summary>Whether the getter gives something else in its place: <c>get => _port == 25 ? 587 : _port</c>.</summary>
    private static bool IsMended(IFieldSymbol field, SmtpProgram program, CancellationToken cancellationToken)
    {
        if (field.DeclaredAccessibility != Accessibility.Private || SettableProperty(field) is not { } property
            || Implementations.Returned(property, program, cancellationToken) is not { } given)
            return false;

        var held = given.Knowns.Where(known => SymbolEqualityComparer.Default.Equals(known.Symbol, field)).ToList();
        return held.Count > 0 && held.All(known => known.IsExcluded);
    }
}
