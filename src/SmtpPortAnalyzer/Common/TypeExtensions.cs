using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.Common;

/// <summary>Questions about a type that more than one room asks.</summary>
internal static class TypeExtensions
{
    public static bool IsNullable(this ITypeSymbol? type) => type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>What a nullable value type holds; any other type is itself.</summary>
    public static ITypeSymbol WithoutNullable(this ITypeSymbol type) =>
        type.IsNullable() ? ((INamedTypeSymbol)type).TypeArguments[0] : type;

    /// <summary>What an awaitable type gives when it is awaited; any other type is itself.</summary>
    public static ITypeSymbol WithoutTask(this ITypeSymbol type) =>
        Returned(type, WellKnownMemberNames.GetAwaiter) is { } awaiter && Returned(awaiter, WellKnownMemberNames.GetResult) is { } result
            ? result
            : type;

    private static ITypeSymbol? Returned(ITypeSymbol type, string method) =>
        type.GetMembers(method).OfType<IMethodSymbol>().FirstOrDefault(candidate => candidate.Parameters.IsEmpty)?.ReturnType;

    /// <summary>The type of what a field, property or parameter holds; null for anything else.</summary>
    public static ITypeSymbol? HeldType(this ISymbol holder) => holder switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    /// <summary>The name with its namespace, as the catalogue writes it: whether a reference may be null is no part of it.</summary>
    public static string FullName(this ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString();

    /// <summary>The type, its base type, and so on up to the root.</summary>
    public static IEnumerable<ITypeSymbol> SelfAndBaseTypes(this ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
            yield return current;
    }

    /// <summary>The type with its base types, and all interfaces that they implement.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfBaseTypesAndInterfaces(this ITypeSymbol? type) =>
        type is null ? Enumerable.Empty<INamedTypeSymbol>() : type.SelfAndBaseTypes().OfType<INamedTypeSymbol>().Concat(type.AllInterfaces);

    /// <summary>The property of the name that the type declares or inherits: the nearest one.</summary>
    public static IPropertySymbol? FindProperty(this ITypeSymbol? type, string name) =>
        type.SelfAndBaseTypes().SelectMany(current => current.GetMembers(name)).OfType<IPropertySymbol>().FirstOrDefault();
}
