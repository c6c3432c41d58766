using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Bodies;

/// <summary>
/// Whether the constructors of a type set a member whichever of them makes an object, so that the member's initializer is never seen.
/// </summary>
internal sealed class ConstructorWrites(ISymbol member, SmtpProgram program, CancellationToken cancellationToken)
{
    public static bool ReplaceInitializer(ISymbol member, SmtpProgram program, CancellationToken cancellationToken) =>
        new ConstructorWrites(member, program, cancellationToken).AllSet();

    private bool AllSet()
    {
        var constructors = (member.IsStatic ? member.ContainingType.StaticConstructors : member.ContainingType.InstanceConstructors)
            .Where(constructor => !constructor.IsImplicitlyDeclared)
            .ToList();
        return constructors.Count > 0 && constructors.All(IsSetWithout);
    }

    /// <summary>Whether an object that this constructor begins has the member set, or none begins with it.</summary>
    private bool IsSetWithout(IMethodSymbol constructor) =>
        Sets(constructor, new HashSet<ISymbol>(SymbolEqualityComparer.Default)) || IsPartOfOthers(constructor);

    /// <summary>Whether it sets the member on every way, or leaves that to the constructor that it calls first.</summary>
    private bool Sets(IMethodSymbol constructor, HashSet<ISymbol> seen)
    {
        if (!seen.Add(constructor) || SyntaxOf(constructor) is not { } syntax)
            return false;

        var cell = StorageLocation.Member(member.IsStatic ? null : AbstractValue.This, member);
        var exits = program.Facts(syntax, cancellationToken).Exits;
        if (exits.Count > 0 && exits.All(exit => exit.Get(cell) is not null))
            return true;

        return syntax.Initializer is { RawKind: (int)SyntaxKind.ThisConstructorInitializer } first
            && program.Model(syntax.SyntaxTree).GetSymbolInfo(first, cancellationToken).Symbol is IMethodSymbol called
            && Sets(called, seen);
    }

    /// <summary>Whether only constructors of the type that set the member themselves call it, by <c>: this(…)</c>.</summary>
    private bool IsPartOfOthers(IMethodSymbol constructor)
    {
        if (constructor.DeclaredAccessibility != Accessibility.Private || SyntaxOf(constructor) is null)
            return false;

        var callers = program.References.ToConstructors(member.ContainingType, cancellationToken)
            .Where(body => program.Facts(body, cancellationToken).CallsOf(constructor).Any())
            .ToList();
        return callers.Count > 0 && callers.All(body =>
            body is ConstructorDeclarationSyntax { Initializer.RawKind: (int)SyntaxKind.ThisConstructorInitializer } caller
            && program.Model(body.SyntaxTree).GetDeclaredSymbol(caller, cancellationToken) is { } other
            && SymbolEqualityComparer.Default.Equals(other.ContainingType, member.ContainingType)
            && Sets(other, new HashSet<ISymbol>(SymbolEqualityComparer.Default)));
    }

    /// <summary>Its source, where the compilation has it: that of a referenced project, at hand in an editor, is not its own.</summary>
    private ConstructorDeclarationSyntax? SyntaxOf(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Length == 1
        && program.Compilation.ContainsSyntaxTree(constructor.DeclaringSyntaxReferences[0].SyntaxTree)
            ? constructor.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) as ConstructorDeclarationSyntax
            : null;
}
