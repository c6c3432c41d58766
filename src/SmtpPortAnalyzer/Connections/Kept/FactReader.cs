using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Connections.Bodies;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Kept;

/// <summary>Puts one fact together again that <see cref="FactWriter"/> took apart, with the symbols of another compilation.</summary>
/// <param name="tokens">The parts.</param>
/// <param name="source">Gives the states and values that it speaks of by number.</param>
/// <param name="keys">Finds the symbols.</param>
internal sealed class FactReader(FactTokens tokens, FactSource source, SymbolKeys keys)
{
    private int _next;

    public SmtpConnection Connection()
    {
        var (library, api, site, holder, receiver) =
            (Next<SmtpLibrary>(), Next<string>(), Next<SyntaxNode>(), Symbol<ISymbol>(), Symbol<ISymbol>());
        var (isChangeOnly, isHandedOut) = (Next<bool>(), Next<bool>());
        return new SmtpConnection(library, api, site, holder, Many(Path))
        {
            Receiver = receiver,
            IsChangeOnly = isChangeOnly,
            IsHandedOut = isHandedOut,
        };
    }

    public LoginFact Login() => new(Next<string>(), Next<string>(), Value(), State(), Next<SyntaxNode>(), Many(Value));

    public CallFact Call()
    {
        var (method, receiver, syntax, state) = (Symbol<IMethodSymbol>()!, Value(), Next<SyntaxNode>(), State());
        return new CallFact(
            method, receiver, Many(() => new ArgumentValue(Symbol<IParameterSymbol>(), Next<SyntaxNode>(), Value(), Next<bool>())), syntax,
            state);
    }

    public WriteFact Write() => new(Symbol<ISymbol>()!, Value(), Value(), Next<SyntaxNode>(), State());

    public BindFact Binding() => new(Symbol<ITypeSymbol>()!, Next<bool>() ? Known() : null);

    public (ValueSet Value, FlowState State) Return() => (Value(), State());

    public FlowState State() => source.State(Next<int>());

    public FlowState Cells()
    {
        var state = Next<bool>() ? FlowState.Entry.Exempt() : FlowState.Entry;
        for (var left = Next<int>(); left > 0; left--)
        {
            var owner = Next<bool>() ? Known() : null;
            var symbol = Symbol<ISymbol>();
            var cell = Next<string?>() is { } key ? StorageLocation.Entry(owner, key)
                : symbol is IParameterSymbol ? StorageLocation.ForSymbol(symbol)
                : StorageLocation.Member(owner, symbol!);
            state = state.Set(cell, Value());
        }

        return state;
    }

    public ValueSet Value()
    {
        var marks = Next<int>();
        return ValueSet.Restore(Many(Known), marks);
    }

    public T? Symbol<T>()
        where T : class, ISymbol =>
        Next<SymbolKey?>() is not { } key ? null
        : keys.SymbolOf(key, default) as T ?? throw new SymbolLostException();

    public T Next<T>() => (T)tokens.Parts[_next++]!;

    public AbstractValue Parts()
    {
        var (kind, marks, constant) = ((AbstractValueKind)Next<int>(), Next<int>(), Next<object?>());
        var (symbol, origin, place) = (Symbol<ISymbol>(), Next<SyntaxNode?>(), Next<SyntaxNode?>());
        var receiver = Next<bool>() ? Known() : null;
        return AbstractValue.Restore(kind, constant, symbol, origin, place, receiver, Many(Value), marks);
    }

    private AbstractValue Known() => source.Value(Next<int>());

    private ConnectionPath Path() => new()
    {
        Port = Value(),
        Host = Next<bool>() ? Value() : null,
        IsExempt = Next<bool>(),
        IsDeliveryMixed = Next<bool>(),
        IsUndecided = Next<bool>(),
        Uri = Next<bool>() ? new UriArgument(Next<SmtpConnectMethod>(), Next<SyntaxNode>()) : null,
        Sighting = Next<Sighting>(),
        Security = Next<bool>() ? Security() : null,
        Login = Next<LoginState>(),
        NoLogin = Next<SyntaxNode?>(),
    };

    private PathSecurity Security() => new(Next<SecurityMember?>(), Value(), Next<TransportSecurity?>())
    {
        Place = Next<SyntaxNode?>(),
        Row = Next<SmtpSecurity?>(),
        CanBeImplicit = Next<bool>(),
    };

    private ImmutableArray<T> Many<T>(Func<T> read)
    {
        var count = Next<int>();
        if (count == 0)
            return ImmutableArray<T>.Empty;

        var all = ImmutableArray.CreateBuilder<T>(count);
        for (; count > 0; count--)
            all.Add(read());
        return all.MoveToImmutable();
    }
}
