using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.Values;

/// <summary>What a <see cref="Known"/> is.</summary>
internal enum KnownKind
{
    /// <summary>A compile-time constant, folded text or <c>null</c>: see <see cref="Known.Constant"/>.</summary>
    Constant,

    /// <summary>Text of which some parts are known only at run time; each of them stands as <see cref="Known.Hole"/>.</summary>
    PartialText,

    /// <summary>The object that the creation expression <see cref="Known.Origin"/> makes.</summary>
    Allocation,

    /// <summary>What <see cref="Known.Symbol"/> held when the body was entered: a parameter, field or property.</summary>
    Symbolic,

    /// <summary>A tuple of <see cref="Known.Items"/>.</summary>
    Tuple,

    /// <summary>The object whose member is running.</summary>
    This,

    /// <summary>
    /// What the program's configuration holds, at run time, under a key: <see cref="Known.Receiver"/> gives the section, the one item the key in it, and
    /// <see cref="Known.Constant"/> the <see cref="SettingStore"/>. The value itself is open.
    /// </summary>
    Setting,

    /// <summary>
    /// A condition that tells whether the program runs on a developer's machine: <see cref="Known.Constant"/> is true where it holds there, false where it
    /// holds everywhere else.
    /// </summary>
    Development,

    /// <summary>A delegate that calls <see cref="Known.Symbol"/>: a lambda, a local function, or a method of <see cref="Known.Receiver"/>.</summary>
    Function,
}

/// <summary>One thing that a value may be, with where it comes from. Immutable; equal when it is the same thing from the same place.</summary>
internal sealed class Known : IEquatable<Known>
{
    /// <summary>Stands in <see cref="KnownKind.PartialText"/> for what is not known. It is no character that a host or a URI may hold.</summary>
    public const char Hole = '\uFFFC';

    public static readonly Known This = new(KnownKind.This);

    private Known(KnownKind kind) => Kind = kind;

    private Known(Known other)
    {
        Kind = other.Kind;
        Constant = other.Constant;
        Origin = other.Origin;
        Symbol = other.Symbol;
        Receiver = other.Receiver;
        Items = other.Items;
        Place = other.Place;
        IsFallback = other.IsFallback;
        IsReturned = other.IsReturned;
        IsDefault = other.IsDefault;
    }

    public KnownKind Kind { get; private init; }

    /// <summary>The constant: a boxed number, text, a boolean or null.</summary>
    public object? Constant { get; private init; }

    /// <summary>The expression that gives it: a literal, a reference to a constant, an object creation. Null for <see cref="This"/>.</summary>
    public SyntaxNode? Origin { get; private init; }

    /// <summary>The symbol of a <see cref="KnownKind.Symbolic"/>, or the constant field or local that gives a constant.</summary>
    public ISymbol? Symbol { get; private init; }

    /// <summary>Whose member a symbolic field or property is; null for statics and parameters.</summary>
    public Known? Receiver { get; private init; }

    /// <summary>Whether it only stands in for a setting that is missing at run time.</summary>
    public bool IsFallback { get; private init; }

    /// <summary>Whether a member of the compilation returned it, so that it belongs to the place where it is returned.</summary>
    public bool IsReturned { get; private init; }

    /// <summary>Whether nobody wrote it: it is what the API takes where nothing is given.</summary>
    public bool IsDefault { get; private init; }

    /// <summary>The expression that hands it to the object or call which uses it.</summary>
    public SyntaxNode? Place { get; private init; }

    /// <summary>The items of a tuple; what is in the holes of a text, in their order.</summary>
    public ImmutableArray<FlowValue> Items { get; private init; } = ImmutableArray<FlowValue>.Empty;

    public static Known OfConstant(object? value, SyntaxNode? origin, ISymbol? symbol = null) =>
        new(KnownKind.Constant) { Constant = value, Origin = origin, Symbol = symbol };

    public static Known OfPartialText(string text, ImmutableArray<FlowValue> holes, SyntaxNode? origin) =>
        new(KnownKind.PartialText) { Constant = text, Items = holes, Origin = origin };

    public Known WithItems(ImmutableArray<FlowValue> items) => new(this) { Items = items };

    public static Known OfAllocation(SyntaxNode origin, ITypeSymbol? type) =>
        new(KnownKind.Allocation) { Origin = origin, Symbol = type };

    public static Known OfSymbol(ISymbol symbol, Known? receiver, SyntaxNode? origin) =>
        new(KnownKind.Symbolic) { Symbol = symbol, Receiver = receiver, Origin = origin };

    public static Known OfFunction(IMethodSymbol function, Known? receiver, SyntaxNode origin) =>
        new(KnownKind.Function) { Symbol = function, Receiver = receiver, Origin = origin };

    public static Known OfDevelopment(bool holdsThere) => new(KnownKind.Development) { Constant = holdsThere };

    public static Known OfTuple(ImmutableArray<FlowValue> items) => new(KnownKind.Tuple) { Items = items };

    public static Known OfSetting(SettingStore store, Known? section, FlowValue key) =>
        new(KnownKind.Setting) { Constant = store, Receiver = section, Items = ImmutableArray.Create(key) };

    public Known AsFallback() => IsFallback ? this : new(this) { IsFallback = true };

    /// <summary>The same, belonging to a place in a member that returns it: it stays there, wherever it is handed to.</summary>
    public Known AsReturned(SyntaxNode place) => IsReturned ? this : new(this) { IsReturned = true, Place = place };

    public Known AsDefault() => new(this) { IsDefault = true };

    public Known At(SyntaxNode place) => IsReturned ? this : new(this) { Place = place };

    /// <summary>The same from the same place, with another constant: after a conversion, a parse or a fold.</summary>
    public Known WithConstant(object? value) => new(this) { Constant = value };

    public Known WithConstant(object? value, KnownKind kind) => new(this) { Constant = value, Kind = kind, Items = ImmutableArray<FlowValue>.Empty };

    /// <summary>Whether it is the same constant in the same role, wherever it comes from.</summary>
    public bool IsSameConstant(Known other) =>
        Kind == KnownKind.Constant && other.Kind == KnownKind.Constant && Equals(Constant, other.Constant)
        && IsFallback == other.IsFallback && IsDefault == other.IsDefault;

    public bool Equals(Known? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Kind == other.Kind
            && IsFallback == other.IsFallback
            && IsReturned == other.IsReturned
            && IsDefault == other.IsDefault
            && Place == other.Place
            && Equals(Constant, other.Constant)
            && SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol)
            && (Kind == KnownKind.Symbolic || Origin == other.Origin)
            && Equals(Receiver, other.Receiver)
            && SameItems(other));

    public override bool Equals(object? obj) => Equals(obj as Known);

    public override int GetHashCode() =>
        ((int)Kind * 397)
        ^ (Constant?.GetHashCode() ?? 0)
        ^ (Kind == KnownKind.Symbolic ? SymbolEqualityComparer.Default.GetHashCode(Symbol) : Origin?.GetHashCode() ?? 0);

    private bool SameItems(Known other)
    {
        if (Items.Length != other.Items.Length)
            return false;

        for (var i = 0; i < Items.Length; i++)
        {
            if (!Items[i].Equals(other.Items[i]))
                return false;
        }

        return true;
    }
}
