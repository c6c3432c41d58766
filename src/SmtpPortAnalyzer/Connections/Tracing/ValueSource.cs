using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Connections.Bodies;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Tracing;

/// <summary>One place of the compilation that gives a symbol what it holds.</summary>
internal abstract record ValueSource
{
    /// <summary>
    /// Whether a parameter of a constructor that is come to from here is one of the object itself. Who makes the object hands over
    /// parameters of its own, and those make another one.
    /// </summary>
    public virtual bool IsOfSameObject => true;
}

/// <summary>The default of a parameter. <paramref name="Syntax"/> is its expression, null where it is not in source.</summary>
internal sealed record DefaultSource(IParameterSymbol Parameter, ExpressionSyntax? Syntax) : ValueSource
{
    /// <summary>Whether all callers are known: each that leaves it out says so, beside what it hands over.</summary>
    public bool IsSaidByCalls { get; init; }
}

/// <summary>The argument that a call gives a parameter.</summary>
internal sealed record ArgumentSource(CallFact Call, ArgumentValue Argument) : ValueSource
{
    /// <summary>Whether all callers of the method are known.</summary>
    public bool IsOfOwn { get; init; }

    public override bool IsOfSameObject => Call.Syntax is ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax;
}

/// <summary>The parameter of a record's primary constructor, which its property begins with.</summary>
internal sealed record PositionSource(IParameterSymbol Parameter) : ValueSource;

/// <summary>A write to a field or property.</summary>
internal sealed record WriteSource(ISymbol Member, MemberWrite Write) : ValueSource
{
    public override bool IsOfSameObject => Write.IsDeclared || Write.Receiver.Single is { Kind: AbstractValueKind.This };
}

/// <summary>A member that implements or overrides another one.</summary>
/// <param name="Member">The member.</param>
/// <param name="Type">A type that has it.</param>
/// <param name="Returned">What its code returns; null for a property that has none, and holds what is written to it.</param>
internal sealed record ImplementationSource(ISymbol Member, INamedTypeSymbol Type, ValueSet? Returned) : ValueSource;

/// <summary>What a function returns that a field, property or parameter holds.</summary>
/// <param name="Returned">All that it may be.</param>
/// <param name="Host">What it gives for the host; null where the host comes from elsewhere.</param>
internal sealed record FunctionSource(ValueSet Returned, ValueSet? Host) : ValueSource;
