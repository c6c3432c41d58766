using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Connections.Bodies;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Connections.Program;

/// <summary>One write to a field or property of the compilation.</summary>
/// <param name="Value">In the terms of the body that writes.</param>
/// <param name="ValueSyntax">The expression that is written.</param>
/// <param name="Receiver">Whose member is written.</param>
/// <param name="IsInitial">Whether it is what the member holds until it is set: its initializer.</param>
internal sealed record MemberWrite(ValueSet Value, SyntaxNode ValueSyntax, ValueSet Receiver, bool IsInitial)
{
    /// <summary>The state in which it is written.</summary>
    public FlowState State { get; init; } = FlowState.Entry;

    /// <summary>Whether no code writes it: what fills the member does, where it finds nothing else.</summary>
    public bool IsDeclared { get; init; }

    /// <summary>The type whose code writes to its own object; null where another object is written.</summary>
    public INamedTypeSymbol? OwnType { get; init; }

    /// <summary>The object whose member is written, in the body that writes it; null where it may be one of several.</summary>
    public (AbstractValue Receiver, SyntaxNode? Body)? Owner =>
        Receiver.Single is { } receiver ? (receiver, CodeBody.Enclosing(ValueSyntax)) : null;
}

/// <summary>What is written to a field or property, by the objects whose member it is.</summary>
internal sealed class WritesByObject(IReadOnlyCollection<MemberWrite> writes)
{
    private readonly ILookup<(AbstractValue, SyntaxNode?)?, MemberWrite> _byOwner = writes.ToLookup(write => write.Owner);

    /// <summary>What the member holds until it is set.</summary>
    public IReadOnlyList<MemberWrite> Initial { get; } = writes.Where(write => write.IsInitial).ToList();

    /// <summary>The writes to the object whose other member is written.</summary>
    public IEnumerable<MemberWrite> ToObjectOf(MemberWrite other) =>
        other.Owner is { } owner ? _byOwner[owner] : Enumerable.Empty<MemberWrite>();
}

/// <summary>Finds what the compilation writes to a field or property.</summary>
internal static class MemberWrites
{
    public static IReadOnlyCollection<MemberWrite> FindTo(ISymbol member, SmtpProgram program, CancellationToken cancellationToken) =>
        FindTo(member, body => new[] { program.Facts(body, cancellationToken) }, program, cancellationToken);

    /// <param name="member">The field or property.</param>
    /// <param name="factsOf">What a body does that writes it: once for each way in which it is called.</param>
    /// <param name="program">The program.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static IReadOnlyCollection<MemberWrite> FindTo(
        ISymbol member, Func<SyntaxNode, IEnumerable<BodyFacts>> factsOf, SmtpProgram program, CancellationToken cancellationToken)
    {
        var initializer = program.InitializerOf(member, cancellationToken);
        var isInType = false;
        var writes = new List<MemberWrite>();
        var bodies = program.References.ToWrites(member, cancellationToken);
        if (FieldProperty.BodyOf((member as IPropertySymbol)?.SetMethod, program, cancellationToken) is { } setter)
            bodies = bodies.Append(setter).Distinct();
        foreach (var body in bodies)
        {
            if (body == initializer)
                continue;

            isInType |= IsInTypeOf(member, body);
            foreach (var (facts, write) in factsOf(body).SelectMany(facts => facts.WritesTo(member).Select(write => (facts, write))))
            {
                if (!write.State.IsExempt && IsSeen(write, body, facts))
                {
                    writes.Add(new MemberWrite(write.Value, write.ValueSyntax, write.Receiver, IsInitial: false)
                    {
                        State = write.State,
                        OwnType = write.Receiver.Single is { Kind: AbstractValueKind.This } ? TypeOf(body, program) : null,
                    });
                }
            }
        }

        if (initializer is not null && !(isInType && ConstructorWrites.ReplaceInitializer(member, program, cancellationToken)))
        {
            // The members of an object that it makes are written there as well.
            foreach (var write in program.Facts(initializer, cancellationToken).WritesTo(StorageLocation.Kept(member)))
                writes.Add(new MemberWrite(write.Value, write.ValueSyntax, write.Receiver, IsInitial: true) { State = write.State });
        }

        return writes;
    }

    private static INamedTypeSymbol? TypeOf(SyntaxNode body, SmtpProgram program) =>
        CodeBody.Owner(body, program.Model(body.SyntaxTree))?.ContainingType;

    /// <summary>Whether the body is the type's own: a constructor, or what one may call.</summary>
    private static bool IsInTypeOf(ISymbol member, SyntaxNode body) =>
        body.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && type.Identifier.ValueText == member.ContainingType.Name;

    /// <summary>
    /// Whether anybody can see the value: one that the same body overwrites on every way, in an object that it makes, is gone.
    /// </summary>
    private static bool IsSeen(WriteFact write, SyntaxNode body, BodyFacts facts)
    {
        if (write.Value.IsOpen || write.Receiver.Single is not { } owner
            || !(owner.Kind == AbstractValueKind.Allocation
                || (owner.Kind == AbstractValueKind.This && body is ConstructorDeclarationSyntax)))
        {
            return true;
        }

        var isKept = true;
        foreach (var exit in facts.Exits)
        {
            if (exit.Get(StorageLocation.Member(owner, write.Member)) is not { } last)
                continue;

            if (last.IsGivenUp || last.Knowns.Any(known => write.Value.Knowns.Contains(known)))
                return true;
            isKept = false;
        }

        return isKept;
    }

    /// <summary>
    /// Whether it is a field with an initializer that no other code can set: private, without attributes, and never written.
    /// </summary>
    public static bool IsFixed(ISymbol member, SmtpProgram program, CancellationToken cancellationToken) =>
        member is IFieldSymbol { IsReadOnly: false, DeclaredAccessibility: Accessibility.Private }
        && program.InitializerOf(member, cancellationToken) is { } initializer
        && member.GetAttributes().IsEmpty
        && program.References.ToWrites(member, cancellationToken).All(body => body == initializer);

    /// <summary>
    /// Whether the type's own constructor puts a constant into a property that others may set: a default, as its initializer would be.
    /// </summary>
    public static bool IsPreset(ISymbol member, MemberWrite write) =>
        member is IPropertySymbol { IsStatic: false, SetMethod.DeclaredAccessibility: not Accessibility.Private }
        && write.Receiver.Single is { Kind: AbstractValueKind.This }
        && CodeBody.Enclosing(write.ValueSyntax) is ConstructorDeclarationSyntax { Parent: TypeDeclarationSyntax type }
        && member.ContainingType.DeclaringSyntaxReferences.Any(declaration =>
            declaration.SyntaxTree == type.SyntaxTree && declaration.Span == type.Span);

    public static EqualsValueClauseSyntax? Initializer(ISymbol member, CancellationToken cancellationToken) =>
        member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) switch
        {
            VariableDeclaratorSyntax declarator => declarator.Initializer,
            PropertyDeclarationSyntax property => property.Initializer,
            _ => null,
        };
}
