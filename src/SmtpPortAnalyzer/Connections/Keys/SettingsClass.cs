using System;
using System.Globalization;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Settings;

namespace SmtpPortAnalyzer.Connections.Keys;

/// <summary>
/// Lays a class of settings out as the section of a settings file that would fill it, so that its names are judged by the same words: types
/// are sections, properties and fields are what is in them, with the texts that they start with.
/// </summary>
internal static class SettingsClass
{
    /// <summary>The member in the section that its type stands for.</summary>
    public static SettingsNode Read(ISymbol member, SmtpProgram program, CancellationToken cancellationToken)
    {
        var section = Section(member.ContainingType);
        SettingsNode? found = null;
        foreach (var setting in member.ContainingType.GetMembers().Where(IsSetting))
        {
            // What has no value here is as good as left empty.
            var node = new SettingsNode(setting.Name, default, section);
            node.Say(DefaultText(setting, program, cancellationToken) ?? "", default);
            found = SymbolEqualityComparer.Default.Equals(setting, member) ? node : found;
        }

        return found ?? new SettingsNode(member.Name, default, section);
    }

    private static SettingsNode Section(INamedTypeSymbol type) =>
        new(type.Name, default, type.ContainingType is { } outer ? Section(outer) : new SettingsNode("", default, null));

    private static bool IsSetting(ISymbol member) =>
        member is IPropertySymbol { IsIndexer: false } or IFieldSymbol { IsImplicitlyDeclared: false, IsConst: false };

    /// <summary>The text that it starts with, or that its getter always gives.</summary>
    private static string? DefaultText(ISymbol member, SmtpProgram program, CancellationToken cancellationToken)
    {
        if (PositionalProperty.ParameterOf(member, cancellationToken) is { } parameter)
        {
            return parameter.HasExplicitDefaultValue
                ? Convert.ToString(parameter.ExplicitDefaultValue, CultureInfo.InvariantCulture)
                : null;
        }

        var initializer = program.InitializerOf(member, cancellationToken);
        if (initializer?.Value is LiteralExpressionSyntax literal)
            return literal.Token.ValueText;

        var given = initializer is not null
            ? program.Facts(initializer, cancellationToken).WritesTo(StorageLocation.Kept(member)).FirstOrDefault()?.Value
            : Implementations.Returned(member, program, cancellationToken) ?? GivenByConstructor(member, program, cancellationToken);
        return given?.Single is { Kind: AbstractValueKind.Constant, Constant: string text } ? text : null;
    }

    /// <summary>What it holds when a constructor has made the object, whichever that is.</summary>
    private static ValueSet? GivenByConstructor(ISymbol member, SmtpProgram program, CancellationToken cancellationToken) =>
        ValueSet.Union(member.ContainingType.InstanceConstructors
            .Select(constructor => program.BodyOf(constructor, cancellationToken)).OfType<ConstructorDeclarationSyntax>()
            .Where(body => body.Initializer is not { RawKind: (int)SyntaxKind.ThisConstructorInitializer })
            .SelectMany(body => program.Facts(body, cancellationToken).Exits)
            .Select(exit => exit.Get(StorageLocation.Member(AbstractValue.This, member)) ?? ValueSet.Open));
}
