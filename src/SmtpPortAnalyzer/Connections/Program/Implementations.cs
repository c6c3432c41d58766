using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Program;

/// <summary>The members of the compilation that stand behind an interface's, or behind one that is abstract or may be overridden.</summary>
internal static class Implementations
{
    /// <summary>
    /// Each implementation of a property or method with a type that has it. The member itself is among them if it says something and code
    /// may have it: it is not abstract, and its type can be made, a type inherits it, or none is known.
    /// </summary>
    public static IEnumerable<(ISymbol Member, INamedTypeSymbol Type)> FindFor(
        ISymbol member, SmtpProgram program, CancellationToken cancellationToken)
    {
        if (!MayBeReplaced(member))
            yield break;

        var isAnyKnown = false;
        foreach (var type in TypesNaming(member.ContainingType, program, cancellationToken))
        {
            if (MemberIn(type, member) is not { } found)
                continue;

            isAnyKnown = true;
            if (!found.IsAbstract || !SymbolEqualityComparer.Default.Equals(found, member))
                yield return (found, type);
        }

        if (!member.IsAbstract && (!isAnyKnown || !member.ContainingType.IsAbstract))
            yield return (member, member.ContainingType);
    }

    /// <summary>Whether the member is the compilation's own, and another of it may stand in its place.</summary>
    public static bool MayBeReplaced(ISymbol member) =>
        (member.IsAbstract || member.IsVirtual || member.IsOverride) && !member.DeclaringSyntaxReferences.IsEmpty;

    /// <summary>Whether a port or a host can be of the type: a whole number, nullable or not, or text.</summary>
    public static bool IsPortOrHost(ITypeSymbol type) =>
        type.WithoutNullable().SpecialType is (>= SpecialType.System_Int16 and <= SpecialType.System_UInt64) or SpecialType.System_String;

    /// <summary>
    /// A number or text that each type which implements or overrides the method gives for itself: who needs it looks there. Of a client
    /// that such a method gives, its callers say what they do with it.
    /// </summary>
    public static ValueSet? Given(IMethodSymbol method, ValueSet receiver, SyntaxNode call, SmtpSymbols symbols) => !MayBeReplaced(method)
        ? null
        : IsPortOrHost(method.ReturnType)
            ? ValueSet.FromValue(AbstractValue.OfSymbol(method.OriginalDefinition, receiver.Single, call))
        : symbols.Client(method.ReturnType.WithoutTask()) is not null
            ? ValueSet.FromValue(AbstractValue.OfSymbol(method.OriginalDefinition, null, null))
            : null;

    /// <summary>The same, or the default that the call hands over.</summary>
    public static ValueSet? Given(
        IMethodSymbol method, ValueSet receiver, ImmutableArray<ArgumentValue> arguments, SyntaxNode call, SmtpSymbols symbols)
    {
        var given = Given(method, receiver, call, symbols);
        return Fallback.OfGetter(arguments) is { } fallback ? fallback.Or(given ?? ValueSet.Open) : given;
    }

    /// <summary>What the own code of a property's getter or of a method returns; null where it has none.</summary>
    public static ValueSet? Returned(ISymbol member, SmtpProgram program, CancellationToken cancellationToken)
    {
        var method = member is IPropertySymbol property ? property.GetMethod : member as IMethodSymbol;
        return method is null ? null : Returned(method, ImmutableArray<ArgumentValue>.Empty, program, cancellationToken);
    }

    /// <summary>What it returns for these arguments: where its code asks for constants among them, what it gives for those.</summary>
    public static ValueSet? Returned(
        IMethodSymbol method, ImmutableArray<ArgumentValue> arguments, SmtpProgram program, CancellationToken cancellationToken)
    {
        if (program.OwnBodyOf(method, cancellationToken) is not { } body)
            return null;

        var facts = program.FactsForCall(
            body, program.Facts(body, cancellationToken), arguments, receiver: null, FlowState.Entry, depth: 0, cancellationToken);
        return ValueSet.Union(facts.Returns.Select(returned => returned.Value));
    }

    /// <summary>
    /// The methods of interfaces behind which this one stands, and no other of the compilation: a call of one of them is a call of it.
    /// Their parameters have the same names, since values are handed on by name.
    /// </summary>
    public static IEnumerable<IMethodSymbol> ContractsOf(IMethodSymbol method, SmtpProgram program, CancellationToken cancellationToken)
    {
        if (method.IsStatic
            || method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation or MethodKind.PropertySet))
            yield break;

        foreach (var contract in method.ContainingType.AllInterfaces)
        {
            if (contract.DeclaringSyntaxReferences.IsEmpty)
                continue;

            foreach (var member in contract.GetMembers())
            {
                if (member is IMethodSymbol { IsStatic: false } called && HaveSameParameters(called, method)
                    && IsBehind(method, called, method.ContainingType) && IsAlone(method, called, program, cancellationToken))
                    yield return called;
            }
        }
    }

    private static bool IsAlone(IMethodSymbol method, IMethodSymbol called, SmtpProgram program, CancellationToken cancellationToken)
    {
        foreach (var type in TypesNaming(called.ContainingType, program, cancellationToken))
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

    /// <summary>The property or method of the type that stands behind the other; null where the type has nothing to do with it.</summary>
    public static ISymbol? MemberIn(INamedTypeSymbol type, ISymbol member)
    {
        if (member.ContainingType.TypeKind == TypeKind.Interface)
        {
            foreach (var contract in type.AllInterfaces)
            {
                if (IsSame(contract, member.ContainingType))
                    return type.FindImplementationForInterfaceMember(SameIn(contract, member) ?? member)?.OriginalDefinition;
            }

            return null;
        }

        return type.SelfAndBaseTypes().OfType<INamedTypeSymbol>()
            .Select(current => SameIn(current, member))
            .FirstOrDefault(own => own is not null)
            ?.OriginalDefinition;
    }

    private static IEnumerable<INamedTypeSymbol> TypesNaming(
        INamedTypeSymbol named, SmtpProgram program, CancellationToken cancellationToken)
    {
        foreach (var tree in program.References.FilesWith(named.Name, cancellationToken))
        {
            // Types stand in namespaces and in types; there is no need to look into their code.
            foreach (var node in tree.GetRoot(cancellationToken)
                .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
            {
                if (node is TypeDeclarationSyntax { BaseList: not null } and not InterfaceDeclarationSyntax
                    && program.Model(tree).GetDeclaredSymbol(node, cancellationToken) is INamedTypeSymbol type
                    && !IsSame(type, named))
                {
                    yield return type;
                }
            }
        }
    }

    /// <summary>The type's own member that is the other one or overrides it.</summary>
    private static ISymbol? SameIn(INamedTypeSymbol type, ISymbol member)
    {
        foreach (var own in type.GetMembers(member.Name))
        {
            for (var current = own; current is not null; current = Overridden(current))
            {
                if (IsSame(current, member))
                    return own;
            }
        }

        return null;
    }

    private static ISymbol? Overridden(ISymbol member) =>
        member is IPropertySymbol property ? property.OverriddenProperty : (member as IMethodSymbol)?.OverriddenMethod;

    private static bool IsSame(ISymbol one, ISymbol other) =>
        SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other.OriginalDefinition);
}
