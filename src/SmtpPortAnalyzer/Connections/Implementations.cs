using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.Connections;

/// <summary>The members of the compilation that stand behind an interface's, or behind one that is abstract or may be overridden.</summary>
internal static class Implementations
{
    /// <summary>
    /// Each implementation with a type that has it. The property itself is among them if it says something and somebody may have it: it is not
    /// abstract, and its type can be made, a type inherits it, or none is known.
    /// </summary>
    public static IEnumerable<(IPropertySymbol Property, INamedTypeSymbol Type)> Of(IPropertySymbol property, SmtpProgram program, CancellationToken cancellation)
    {
        if (!(property.IsAbstract || property.IsVirtual || property.IsOverride) || property.DeclaringSyntaxReferences.IsEmpty)
            yield break;

        var isAnyKnown = false;
        foreach (var type in TypesNaming(property.ContainingType, program, cancellation))
        {
            if (In(type, property) is not { } found)
                continue;

            isAnyKnown = true;
            if (!found.IsAbstract || !SymbolEqualityComparer.Default.Equals(found, property))
                yield return (found, type);
        }

        if (!property.IsAbstract && (!isAnyKnown || !property.ContainingType.IsAbstract))
            yield return (property, property.ContainingType);
    }

    /// <summary>
    /// The methods of interfaces behind which this one stands, and no other of the compilation: whoever calls one of them calls it. Their parameters
    /// have the same names, since values are handed on by name.
    /// </summary>
    public static IEnumerable<IMethodSymbol> ContractsOf(IMethodSymbol method, SmtpProgram program, CancellationToken cancellation)
    {
        if (method.IsStatic || method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation))
            yield break;

        foreach (var contract in method.ContainingType.AllInterfaces)
        {
            if (contract.DeclaringSyntaxReferences.IsEmpty)
                continue;

            foreach (var member in contract.GetMembers())
            {
                if (member is IMethodSymbol { IsStatic: false } called && HaveSameParameters(called, method)
                    && IsBehind(method, called, method.ContainingType) && IsAlone(method, called, program, cancellation))
                    yield return called;
            }
        }
    }

    private static bool IsAlone(IMethodSymbol method, IMethodSymbol called, SmtpProgram program, CancellationToken cancellation)
    {
        foreach (var type in TypesNaming(called.ContainingType, program, cancellation))
        {
            foreach (var contract in type.AllInterfaces)
            {
                if (IsSame(contract, called.ContainingType) && !IsBehind(method, called, type))
                    return false;
            }
        }

        return true;
    }

    private static bool IsBehind(IMethodSymbol method, IMethodSymbol called, INamedTypeSymbol type) =>
        type.FindImplementationForInterfaceMember(called) is { } found && IsSame(found, method);

    private static bool HaveSameParameters(IMethodSymbol one, IMethodSymbol other)
    {
        if (one.Parameters.Length != other.Parameters.Length)
            return false;

        for (var i = 0; i < one.Parameters.Length; i++)
        {
            if (one.Parameters[i].Name != other.Parameters[i].Name)
                return false;
        }

        return true;
    }

    /// <summary>The property of the type that stands behind the other; null where the type has nothing to do with it.</summary>
    public static IPropertySymbol? In(INamedTypeSymbol type, IPropertySymbol property)
    {
        if (property.ContainingType.TypeKind == TypeKind.Interface)
        {
            foreach (var contract in type.AllInterfaces)
            {
                if (IsSame(contract, property.ContainingType))
                    return (type.FindImplementationForInterfaceMember(Member(contract, property) ?? property) as IPropertySymbol)?.OriginalDefinition;
            }

            return null;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            for (var own = Member(current, property); own is not null; own = own.OverriddenProperty)
            {
                if (IsSame(own, property))
                    return Member(current, property)!.OriginalDefinition;
            }
        }

        return null;
    }

    private static IEnumerable<INamedTypeSymbol> TypesNaming(INamedTypeSymbol named, SmtpProgram program, CancellationToken cancellation)
    {
        foreach (var tree in program.References.FilesWith(named.Name, cancellation))
        {
            // Types stand in namespaces and in types; there is no need to look into their code.
            foreach (var node in tree.GetRoot(cancellation).DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
            {
                if (node is TypeDeclarationSyntax { BaseList: not null } and not InterfaceDeclarationSyntax
                    && program.Model(tree).GetDeclaredSymbol(node, cancellation) is INamedTypeSymbol type
                    && !IsSame(type, named))
                {
                    yield return type;
                }
            }
        }
    }

    private static IPropertySymbol? Member(INamedTypeSymbol type, IPropertySymbol property)
    {
        foreach (var member in type.GetMembers(property.Name))
        {
            if (member is IPropertySymbol own)
                return own;
        }

        return null;
    }

    private static bool IsSame(ISymbol one, ISymbol other) => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other.OriginalDefinition);
}
