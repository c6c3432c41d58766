using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.CodeFixes.Sources;

/// <summary>Finds the application's <c>IConfiguration</c> that code at some place can read.</summary>
internal static class ConfigurationReach
{
    /// <summary>
    /// The expression for the nearest configuration root, for example <c>_configuration</c> or <c>builder.Configuration</c>.
    /// </summary>
    public static string? ExpressionAt(SyntaxNode place, FileContext file)
    {
        var symbols = Readable(place, file);

        var direct = symbols.FirstOrDefault(s => IsRoot(TypeOf(s), file.FrameworkTypes) && !HoldsSection(s, file));
        if (direct is not null)
            return NameOf(direct, place, file);

        // builder.Configuration, app.Configuration, context.Configuration
        var owner = symbols.FirstOrDefault(s =>
            s is ILocalSymbol or IParameterSymbol && TypeOf(s) is { } type && OffersConfiguration(type, file, place));
        return owner is null ? null : NameOf(owner, place, file) + ".Configuration";
    }

    /// <summary>What code at a place may read, the nearest first.</summary>
    public static List<ISymbol> Readable(SyntaxNode place, FileContext file) => file.Model.LookupSymbols(place.SpanStart)
        .Where(s => IsReadable(s, place, file))
        .OrderBy(s => Distance(s, place))
        .ThenByDescending(s => s.Locations.FirstOrDefault(l => l.IsInSource)?.SourceSpan.Start ?? 0)
        .ToList();

    // A local or parameter is nearer than a member; a member is nearer than the primary constructor's parameter that it was set from, one
    // of the base class than a parameter that goes there: the compiler objects to a second copy of it.
    private static int Distance(ISymbol symbol, SyntaxNode place) => symbol switch
    {
        ILocalSymbol => 0,
        IParameterSymbol parameter => !IsPrimaryConstructorParameter(parameter) ? 0 : GoesToBase(parameter) ? 4 : 2,
        _ => place.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault()?.Identifier.ValueText == symbol.ContainingType?.Name
            ? 1
            : 3,
    };

    private static bool GoesToBase(IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences.First().GetSyntax().Parent?.Parent is TypeDeclarationSyntax { BaseList: { } bases }
        && bases.Types.OfType<PrimaryConstructorBaseTypeSyntax>().SelectMany(type => type.ArgumentList.Arguments)
            .Any(argument => argument.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == parameter.Name);

    public static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        // `var` makes every local nullable; whether it may be null is for the compiler to say.
        ILocalSymbol local => local.Type.WithNullableAnnotation(NullableAnnotation.None),
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol { GetMethod: not null, IsIndexer: false } property => property.Type,
        _ => null,
    };

    /// <summary>Whether a type is that of a whole configuration, not of a section.</summary>
    public static bool IsRoot(ITypeSymbol? type, FrameworkTypes types) =>
        type is { NullableAnnotation: not NullableAnnotation.Annotated }
        && types.IsOrImplements(type, FrameworkType.Configuration) && !types.IsOrImplements(type, FrameworkType.ConfigurationSection);

    private static bool OffersConfiguration(ITypeSymbol type, FileContext file, SyntaxNode place) =>
        type.SelfBaseTypesAndInterfaces().SelectMany(t => t.GetMembers("Configuration")).OfType<IPropertySymbol>()
            .Any(p => p is { IsStatic: false, GetMethod: not null } && IsRoot(p.Type, file.FrameworkTypes)
                && file.Model.IsAccessible(place.SpanStart, p));

    private static bool IsReadable(ISymbol symbol, SyntaxNode place, FileContext file) => symbol switch
    {
        ILocalSymbol { IsRef: false } local => local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(file.CancellationToken)
                is VariableDeclaratorSyntax { Initializer: not null } declaration
            && declaration.Span.End <= place.SpanStart && IsOfSameMember(declaration, place) && !StaticContext.IsCutOff(declaration, place),
        IParameterSymbol { RefKind: RefKind.None } parameter when IsPrimaryConstructorParameter(parameter) =>
            !StaticContext.IsStatic(place, allowInitializers: true) && !StaticContext.IsCopyOfStruct(place),
        IParameterSymbol { RefKind: RefKind.None } parameter =>
            parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(file.CancellationToken) is { } declaration
            && !StaticContext.IsCutOff(declaration, place),
        IFieldSymbol or IPropertySymbol when symbol.CanBeReferencedByName => file.Model.IsAccessible(place.SpanStart, symbol)
            && (symbol.IsStatic || (!StaticContext.IsStatic(place, allowInitializers: false) && !StaticContext.IsCopyOfStruct(place)
                && IsInherited(symbol, place, file))),
        _ => false,
    };

    // The compiler finds the locals of top-level statements in every type of the program, and then objects to their use.
    private static bool IsOfSameMember(SyntaxNode declaration, SyntaxNode place) =>
        declaration.SyntaxTree == place.SyntaxTree && EnclosingMember.Find(declaration) == EnclosingMember.Find(place);

    // Instance members of an outer class are in scope, but there is no instance.
    private static bool IsInherited(ISymbol member, SyntaxNode place, FileContext file)
    {
        var declaration = place.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault();
        return declaration is not null && file.DeclaredBy(declaration) is INamedTypeSymbol type && type.SelfAndBaseTypes()
            .Any(t => SymbolEqualityComparer.Default.Equals(t.OriginalDefinition, member.ContainingType.OriginalDefinition));
    }

    private static bool IsPrimaryConstructorParameter(IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().Parent?.Parent is TypeDeclarationSyntax;

    private static bool HoldsSection(ISymbol symbol, FileContext file)
    {
        var declaration = symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(file.CancellationToken);
        if (declaration is VariableDeclaratorSyntax { Initializer.Value: { } value } && ReadsSection(value))
            return true;
        if (symbol is ILocalSymbol or IParameterSymbol || declaration?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
            return false;

        return type.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(a => ReadsSection(a.Right)
            && (a.Left as IdentifierNameSyntax ?? (a.Left as MemberAccessExpressionSyntax)?.Name)?.Identifier.ValueText == symbol.Name);
    }

    private static bool ReadsSection(ExpressionSyntax value) => value.DescendantNodesAndSelf().OfType<SimpleNameSyntax>()
        .Any(n => n.Identifier.ValueText is "GetSection" or "GetRequiredSection");

    public static string NameOf(ISymbol symbol, SyntaxNode place, FileContext file)
    {
        var name = SyntaxFacts.GetKeywordKind(symbol.Name) == SyntaxKind.None ? symbol.Name : "@" + symbol.Name;

        // A local that is declared further down hides the member already; then the member needs its `this.`
        var hidden = symbol is IFieldSymbol or IPropertySymbol && EnclosingMember.Find(place).DescendantNodes().Any(n =>
            n is VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax } v && v.Identifier.ValueText == symbol.Name);
        var isQualified = hidden
            || (symbol is IFieldSymbol or IPropertySymbol && !symbol.IsStatic && CodeStyle.ReadFrom(file).QualifiesMember(symbol, place));
        return !isQualified ? name : symbol.IsStatic ? symbol.ContainingType.Name + "." + name : "this." + name;
    }
}
