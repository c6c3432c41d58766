using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections.Bodies;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Program;

/// <summary>A switch that is set where an object is made, and never again: <c>private readonly bool _plain = false</c>.</summary>
internal static class SettledFlag
{
    /// <summary>Whether the type has a few values, by which code chooses.</summary>
    public static bool IsOf(ITypeSymbol? type) =>
        type?.WithoutNullable() is { SpecialType: SpecialType.System_Boolean } or { TypeKind: TypeKind.Enum };

    /// <summary>Whether the value is one of a switch, and not a port that has a name in an enumeration.</summary>
    public static bool IsOf(ITypeSymbol? type, AbstractValue value) =>
        value is { Kind: AbstractValueKind.Constant, Constant: not null, IsFallback: false }
        && IsOf(type) && !ConnectionRelevance.IsSought(value);

    /// <summary>The one constant that a switch always is; null where it may be another, or is known at run time only.</summary>
    public static AbstractValue? Only(ValueSet flags, ITypeSymbol? type) =>
        !flags.IsOpen && !flags.Knowns.IsEmpty && flags.Knowns.All(flag => IsOf(type, flag))
        && flags.Knowns.Select(flag => flag.Constant).Distinct().Count() == 1
            ? flags.Knowns[0]
            : null;

    /// <summary>The one text that a member always is by whose text code chooses; null where it may be another.</summary>
    public static AbstractValue? OnlyText(ISymbol member, SmtpProgram program, CancellationToken cancellationToken)
    {
        var text = ValueOf(member, program, cancellationToken)?.Single;
        return text is { Kind: AbstractValueKind.Constant, Constant: string, IsFallback: false } ? text : null;
    }

    /// <summary>All that the member is set to; null where something else may set it, or it may keep what its type begins with.</summary>
    public static ValueSet? ValueOf(ISymbol member, SmtpProgram program, CancellationToken cancellationToken)
    {
        return !Implementations.MayBeReplaced(member) && IsFixed(member, program, cancellationToken)
            && (program.InitializerOf(member, cancellationToken) is not null
                || ConstructorWrites.ReplaceInitializer(member, program, cancellationToken))
            ? ValueSet.Union(MemberWrites.FindTo(member, program, cancellationToken).Select(write => write.Value))
            : null;
    }

    /// <summary>Whether nothing sets it after the object is made.</summary>
    public static bool IsFixed(ISymbol member, SmtpProgram program, CancellationToken cancellationToken) =>
        IsOwn(member) && program.References.ToWrites(member, cancellationToken)
            .All(body => body is ConstructorDeclarationSyntax || body == program.InitializerOf(member, cancellationToken));

    /// <summary>Whether code may choose by it: some call their ways by texts, <c>_mode == "plain"</c>.</summary>
    private static bool MayChoose(ITypeSymbol type) => IsOf(type) || type.SpecialType == SpecialType.System_String;

    /// <summary>Whether no code outside of its type sets it.</summary>
    private static bool IsOwn(ISymbol member) =>
        member is { DeclaringSyntaxReferences.IsEmpty: false, ContainingType.TypeKind: TypeKind.Class } && member switch
        {
            IFieldSymbol field => MayChoose(field.Type)
                && (field.IsReadOnly || (field.DeclaredAccessibility == Accessibility.Private && field.GetAttributes().IsEmpty)),

            // Frameworks fill rows and messages by private setters as well, and a text is what they fill most.
            IPropertySymbol { SetMethod: var setter } property => MayChoose(property.Type)
                && (setter is null || (IsOf(property.Type) && setter.DeclaredAccessibility == Accessibility.Private
                    && property.GetAttributes().IsEmpty)),
            _ => false,
        };
}
