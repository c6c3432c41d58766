using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Flow;

/// <summary>What a <see cref="AbstractValue"/> is.</summary>
internal enum AbstractValueKind
{
    /// <summary>A compile-time constant, folded text or <c>null</c>: see <see cref="AbstractValue.Constant"/>.</summary>
    Constant,

    /// <summary>Text of which some parts are known only at run time; each of them stands as <see cref="AbstractValue.Hole"/>.</summary>
    PartialText,

    /// <summary>The object that the creation expression <see cref="AbstractValue.Origin"/> makes.</summary>
    Allocation,

    /// <summary>What <see cref="AbstractValue.Symbol"/> held when the body was entered: a parameter, field or property.</summary>
    Symbolic,

    /// <summary>A tuple of <see cref="AbstractValue.Items"/>.</summary>
    Tuple,

    /// <summary>An array of <see cref="AbstractValue.Items"/>.</summary>
    Sequence,

    /// <summary>The object whose member is running.</summary>
    This,

    /// <summary>
    /// What the program's configuration holds, at run time, under a key: <see cref="AbstractValue.Receiver"/> gives the section, the one
    /// item the key in it, and <see cref="AbstractValue.Constant"/> the <see cref="SettingStore"/>. The value itself is open.
    /// </summary>
    Setting,

    /// <summary>
    /// A condition that tells whether the program runs on a developer's machine: <see cref="AbstractValue.Constant"/> is true where it
    /// holds there, false where it holds everywhere else.
    /// </summary>
    Development,

    /// <summary>The name of the environment that the program runs in, which only run time knows.</summary>
    EnvironmentName,

    /// <summary>
    /// The answer to a question that only run time answers: <see cref="AbstractValue.Constant"/> is the operation that asks. The value
    /// itself is open.
    /// </summary>
    Condition,

    /// <summary>
    /// A delegate that calls <see cref="AbstractValue.Symbol"/>: a lambda, a local function, or a method of
    /// <see cref="AbstractValue.Receiver"/>.
    /// </summary>
    Function,
}

/// <summary>
/// One thing that a value may be, with where it comes from. Immutable; equal when it is the same thing from the same place.
/// </summary>
internal sealed class AbstractValue : IEquatable<AbstractValue>
{
    /// <summary>
    /// Stands in <see cref="AbstractValueKind.PartialText"/> for what is not known. It is no character that a host or a URI may hold.
    /// </summary>
    public const char Hole = '\uFFFC';

    public static readonly AbstractValue This = new(AbstractValueKind.This);

    public static readonly AbstractValue EnvironmentName = new(AbstractValueKind.EnvironmentName);

    private AbstractValue(AbstractValueKind kind) => Kind = kind;

    private AbstractValue(AbstractValue other)
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
        IsExcluded = other.IsExcluded;
    }

    public AbstractValueKind Kind { get; private init; }

    /// <summary>The constant: a boxed number, text, a boolean or null.</summary>
    public object? Constant { get; private init; }

    /// <summary>
    /// The expression that gives it: a literal, a reference to a constant, an object creation. Null for <see cref="This"/>.
    /// </summary>
    public SyntaxNode? Origin { get; private init; }

    /// <summary>The symbol of a <see cref="AbstractValueKind.Symbolic"/>, or the constant field or local that gives a constant.</summary>
    public ISymbol? Symbol { get; private init; }

    /// <summary>Whose member a symbolic field or property is; null for statics and parameters.</summary>
    public AbstractValue? Receiver { get; private init; }

    /// <summary>Whether it only stands in for a setting that is missing at run time.</summary>
    public bool IsFallback { get; private init; }

    /// <summary>Whether a member of the compilation returned it, so that it belongs to the place where it is returned.</summary>
    public bool IsReturned { get; private init; }

    /// <summary>Whether it is not written: it is what the API takes where nothing is given.</summary>
    public bool IsDefault { get; private init; }

    /// <summary>Whether it is a constant, or text of which at least some parts are.</summary>
    public bool IsConstant => Kind is AbstractValueKind.Constant or AbstractValueKind.PartialText;

    /// <summary>The expression that hands it to the object or call which uses it.</summary>
    public SyntaxNode? Place { get; private init; }

    /// <summary>The items of a tuple; what is in the holes of a text, in their order.</summary>
    public ImmutableArray<ValueSet> Items { get; private init; } = ImmutableArray<ValueSet>.Empty;

    public static AbstractValue OfConstant(object? value, SyntaxNode? origin, ISymbol? symbol = null) =>
        new(AbstractValueKind.Constant) { Constant = value, Origin = origin, Symbol = symbol };

    public static AbstractValue OfPartialText(string text, ImmutableArray<ValueSet> holes, SyntaxNode? origin) =>
        new(AbstractValueKind.PartialText) { Constant = text, Items = holes, Origin = origin };

    public AbstractValue WithItems(ImmutableArray<ValueSet> items) => new(this) { Items = items };

    public static AbstractValue OfAllocation(SyntaxNode origin, ITypeSymbol? type) =>
        new(AbstractValueKind.Allocation) { Origin = origin, Symbol = type };

    public static AbstractValue OfSymbol(ISymbol symbol, AbstractValue? receiver, SyntaxNode? origin) =>
        new(AbstractValueKind.Symbolic) { Symbol = symbol, Receiver = receiver, Origin = origin };

    public static AbstractValue OfFunction(IMethodSymbol function, AbstractValue? receiver, SyntaxNode origin) =>
        new(AbstractValueKind.Function) { Symbol = function, Receiver = receiver, Origin = origin };

    public static AbstractValue OfDevelopment(bool holdsThere) => new(AbstractValueKind.Development) { Constant = holdsThere };

    public static AbstractValue OfCondition(IOperation asked) =>
        new(AbstractValueKind.Condition) { Constant = asked, Origin = asked.Syntax };

    public static AbstractValue OfTuple(ImmutableArray<ValueSet> items) => new(AbstractValueKind.Tuple) { Items = items };

    public static AbstractValue OfSequence(ImmutableArray<ValueSet> items, SyntaxNode? origin) =>
        new(AbstractValueKind.Sequence) { Items = items, Origin = origin };

    public static AbstractValue OfSetting(SettingStore store, AbstractValue? section, ValueSet key) =>
        new(AbstractValueKind.Setting) { Constant = store, Receiver = section, Items = ImmutableArray.Create(key) };

    /// <summary>
    /// Whether the code has made sure, on this way, that it is not the value that is looked for: <c>if (port == 25) throw</c>.
    /// </summary>
    public bool IsExcluded { get; private init; }

    /// <summary>The marks that it bears, as one number.</summary>
    public int Marks =>
        (IsFallback ? 1 : 0) | (IsReturned ? 2 : 0) | (IsDefault ? 4 : 0) | (IsExcluded ? 8 : 0);

    /// <summary>A value that was taken apart, put together again.</summary>
    public static AbstractValue Restore(
        AbstractValueKind kind, object? constant, ISymbol? symbol, SyntaxNode? origin, SyntaxNode? place, AbstractValue? receiver,
        ImmutableArray<ValueSet> items, int marks) =>
        kind == AbstractValueKind.This && marks == 0 && place is null
            ? This
            : new(kind)
            {
                Constant = constant,
                Symbol = symbol,
                Origin = origin,
                Place = place,
                Receiver = receiver,
                Items = items,
                IsFallback = (marks & 1) != 0,
                IsReturned = (marks & 2) != 0,
                IsDefault = (marks & 4) != 0,
                IsExcluded = (marks & 8) != 0,
            };

    public AbstractValue AsExcluded() => IsExcluded ? this : new(this) { IsExcluded = true };

    public AbstractValue AsFallback() => IsFallback ? this : new(this) { IsFallback = true };

    /// <summary>The same, belonging to a place in a member that returns it: it stays there, wherever it is handed to.</summary>
    public AbstractValue AsReturned(SyntaxNode place) => IsReturned ? this : new(this) { IsReturned = true, Place = place };

    public AbstractValue AsDefault() => new(this) { IsDefault = true };

    /// <summary>An object as the one that this call gives: a method makes another each time it is called.</summary>
    public AbstractValue GivenBy(SyntaxNode call) => Place == call ? this : new(this) { Place = call };

    /// <summary>Whether it is an object that another body made, and gave to this one.</summary>
    public bool IsGiven => Kind == AbstractValueKind.Allocation && Place is not null;

    public AbstractValue At(SyntaxNode place) => IsReturned ? this : new(this) { Place = place };

    /// <summary>The same from the same place, with another constant: after a conversion, a parse or a fold.</summary>
    public AbstractValue WithConstant(object? value) => new(this) { Constant = value };

    public AbstractValue WithConstant(object? value, AbstractValueKind kind) =>
        new(this) { Constant = value, Kind = kind, Items = ImmutableArray<ValueSet>.Empty };

    /// <summary>Whether it is the same constant in the same role, wherever it comes from.</summary>
    public bool IsSameConstant(AbstractValue other) =>
        Kind == AbstractValueKind.Constant && other.Kind == AbstractValueKind.Constant && Equals(Constant, other.Constant)
        && IsFallback == other.IsFallback && IsDefault == other.IsDefault;

    public bool Equals(AbstractValue? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Kind == other.Kind
            && IsFallback == other.IsFallback
            && IsReturned == other.IsReturned
            && IsDefault == other.IsDefault
            && IsExcluded == other.IsExcluded
            && Place == other.Place
            && (Kind == AbstractValueKind.Condition || Equals(Constant, other.Constant))
            && SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol)
            && (Kind == AbstractValueKind.Symbolic || Origin == other.Origin)
            && Equals(Receiver, other.Receiver)
            && SameItems(other));

    public override bool Equals(object? obj) => Equals(obj as AbstractValue);

    public override int GetHashCode() =>
        ((int)Kind * 397)
        ^ (Kind == AbstractValueKind.Condition ? 0 : Constant?.GetHashCode() ?? 0)
        ^ (Kind == AbstractValueKind.Symbolic ? SymbolEqualityComparer.Default.GetHashCode(Symbol) : Origin?.GetHashCode() ?? 0)

        // All objects that one factory has made differ in where they were asked for alone.
        ^ unchecked((Place?.GetHashCode() ?? 0) * 31);

    private bool SameItems(AbstractValue other)
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
