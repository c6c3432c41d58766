using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.Common;

/// <summary>Questions to methods.</summary>
internal static class MethodExtensions
{
    /// <summary>The method as it is declared: for one that is called as an extension, with the receiver as its first parameter.</summary>
    public static IMethodSymbol AsDeclared(this IMethodSymbol method) => method.ReducedFrom ?? method;

    /// <summary>Whether the parameter is what an extension block extends, and so the receiver of its methods' calls.</summary>
    public static bool IsExtended(this IParameterSymbol parameter) => parameter.ContainingSymbol is INamedTypeSymbol;

    /// <summary>The methods of interfaces behind which this one stands, by which others may call it.</summary>
    public static IEnumerable<IMethodSymbol> Contracts(this IMethodSymbol method) => method.MethodKind == MethodKind.Constructor
        ? Enumerable.Empty<IMethodSymbol>()
        : method.ContainingType.AllInterfaces.SelectMany(contract => contract.GetMembers(method.Name)).OfType<IMethodSymbol>()
            .Where(member =>
                SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));
}
