using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpPortAnalyzer.Flow.Slicing;

/// <summary>What of its operands an operation gives to what is looked for.</summary>
internal enum Demand
{
    /// <summary>Nothing beyond the operands whose type matters.</summary>
    None,

    /// <summary>The object that it is called on, or whose member it reads.</summary>
    Receiver,

    /// <summary>All of them.</summary>
    All,
}

/// <summary>For how long a value counts that is written to a member.</summary>
internal enum MemberUse
{
    /// <summary>As long as the object that it is written to is asked for.</summary>
    WithObject,

    /// <summary>Beyond the body: another body, or the end of this one, asks for it.</summary>
    Lasting,

    /// <summary>Not at all: what is looked for does not depend on it.</summary>
    None,
}

/// <summary>What a body's values are wanted for. It is asked once for each operation of a body, before the body is followed.</summary>
internal interface IRelevance
{
    Demand DemandOf(IOperation operation);

    MemberUse UseOf(IMemberReferenceOperation member);

    /// <summary>Whether an object of the type may be what is looked for, or hold it, so that each place counts to which it goes.</summary>
    bool Matters(ITypeSymbol? type);

    /// <summary>Whether a call on an object of the type leaves the object as it is, as far as its members count.</summary>
    bool IsLeftAlone(ITypeSymbol? type);
}
