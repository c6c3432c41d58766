using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SmtpPortAnalyzer.Flow;

/// <summary>
/// A place that holds a value: a local, a parameter, a flow capture, a member of an object or of a type, or what an object keeps under a
/// name (an entry of a dictionary, what its constructor was given).
/// </summary>
internal readonly struct StorageLocation : IEquatable<StorageLocation>
{
    private readonly AbstractValue? _owner;
    private readonly ISymbol? _symbol;
    private readonly CaptureId _capture;
    private readonly string? _key;

    private StorageLocation(AbstractValue? owner, ISymbol? symbol, CaptureId capture, string? key = null)
    {
        _key = key;
        _owner = owner;
        _symbol = symbol;
        _capture = capture;
    }

    /// <summary>The object whose member it is; null for locals, parameters, captures and static members.</summary>
    public AbstractValue? Owner => _owner;

    /// <summary>The local, parameter, field or property; null for a capture.</summary>
    public ISymbol? Symbol => _symbol;

    /// <summary>The name of an entry; null for anything else.</summary>
    public string? Key => _key;

    public static StorageLocation ForSymbol(ISymbol symbol) => new(null, symbol, default);

    public static StorageLocation ForCapture(CaptureId capture) => new(null, null, capture);

    public static StorageLocation Member(AbstractValue? owner, ISymbol member) =>
        new(member.IsStatic ? null : owner, Kept(Implemented(owner, member)).OriginalDefinition, default);

    /// <summary>What stands behind the member of an interface in an object whose type is known: the same place by another name.</summary>
    public static ISymbol Implemented(AbstractValue? owner, ISymbol member) =>
        member.ContainingType is { TypeKind: TypeKind.Interface }
            && owner is { Kind: AbstractValueKind.Allocation, Symbol: ITypeSymbol made }
            ? made.FindImplementationForInterfaceMember(member) ?? member
            : member;

    /// <summary>The property that the field stands behind, if it is one's.</summary>
    public static ISymbol Kept(ISymbol member) => member is IFieldSymbol { AssociatedSymbol: IPropertySymbol property } ? property : member;

    public static StorageLocation Entry(AbstractValue? owner, string key) => new(owner, null, default, key);

    /// <summary>The same member or entry of another object; only for cells that have an owner.</summary>
    public StorageLocation Of(AbstractValue owner) =>
        _symbol is null ? new(owner, _symbol, _capture, _key) : Member(owner, _symbol);

    public bool Equals(StorageLocation other) =>
        SymbolEqualityComparer.Default.Equals(_symbol, other._symbol) && _key == other._key && Equals(_owner, other._owner)
            && _capture.Equals(other._capture);

    public override bool Equals(object? obj) => obj is StorageLocation other && Equals(other);

    public override int GetHashCode() =>
        (SymbolEqualityComparer.Default.GetHashCode(_symbol) * 31) ^ (_key?.GetHashCode() ?? 0) ^ (_owner?.GetHashCode()
            ?? 0) ^ _capture.GetHashCode();
}
