using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.Connections;

/// <summary>The members of the compilation that stand behind an interface's property, or behind one that is abstract or may be overridden.</summary>
internal static class Implementations
{
    public static IEnumerable<IPropertySymbol> Of(IPropertySymbol property, SmtpProgram program, CancellationToken cancellation)
    {
        if (!(property.IsAbstract || property.IsVirtual || property.IsOverride) || property.DeclaringSyntaxReferences.IsEmpty)
            yield break;

        foreach (var tree in program.References.FilesWith(property.ContainingType.Name, cancellation))
        {
            // Types stand in namespaces and in types; there is no need to look into their code.
            foreach (var node in tree.GetRoot(cancellation).DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
            {
                if (node is TypeDeclarationSyntax { BaseList: not null } && program.Model(tree).GetDeclaredSymbol(node, cancellation) is INamedTypeSymbol type
                    && Implementation(property, type) is { } found && !SymbolEqualityComparer.Default.Equals(found, property))
                {
                    yield return found.OriginalDefinition;
                }
            }
        }
    }

    private static IPropertySymbol? Implementation(IPropertySymbol property, INamedTypeSymbol type)
    {
        if (property.ContainingType.TypeKind == TypeKind.Interface)
        {
            foreach (var contract in type.AllInterfaces)
            {
                if (SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, property.ContainingType.OriginalDefinition))
                    return type.FindImplementationForInterfaceMember(Member(contract, property)) as IPropertySymbol;
            }

            return null;
        }

        return Member(type, property) is IPropertySymbol { OverriddenProperty: { } overridden } own
            && SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, property.OriginalDefinition)
                ? own
                : null;
    }

    private static ISymbol Member(INamedTypeSymbol type, IPropertySymbol property)
    {
        foreach (var member in type.GetMembers(property.Name))
        {
            if (member is IPropertySymbol)
                return member;
        }

        return property;
    }
}
