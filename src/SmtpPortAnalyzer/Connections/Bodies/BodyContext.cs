using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections.Kept;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Bodies;

/// <summary>
/// A body as it is called: where a call hands it constants that its code asks for, it does what it does for those. Two are equal where it
/// is the same body with the same constants.
/// </summary>
/// <param name="Body">The body.</param>
/// <param name="Entry">What its parameters hold when it begins.</param>
/// <param name="Depth">How many calls with constants have led to it, one in the other: a recursion may count for ever.</param>
internal readonly record struct BodyContext(SyntaxNode Body, FlowState Entry, int Depth) : IEquatable<BodyContext>
{
    /// <summary>Calls with constants inside one another.</summary>
    private const int MaxDepth = 2;

    /// <summary>A longer body is followed for all of its callers together.</summary>
    public const int MaxLength = 1500;

    /// <summary>The body for any call.</summary>
    public static BodyContext ForAny(SyntaxNode body) => new(body, FlowState.Entry, 0);

    /// <summary>The body for one call; null where that is no other question.</summary>
    public static BodyContext? ForCall(SyntaxNode body, ImmutableArray<ArgumentValue> arguments, int depth) =>
        depth < MaxDepth && body.Span.Length <= MaxLength
            && EntryFor(body, arguments, one => Chooses(body, one.Name)) is var entry && !entry.Equals(FlowState.Entry)
            ? new BodyContext(body, entry, depth + 1)
            : null;

    /// <summary>
    /// The same for one call on an object whose switches are known: <c>new Relay(plain: true).Port</c>.
    /// </summary>
    public static BodyContext? ForCall(
        SyntaxNode body, ImmutableArray<ArgumentValue> arguments, AbstractValue? receiver, FlowState state, int depth)
    {
        var context = ForCall(body, arguments, depth);
        if (receiver is null || depth >= MaxDepth || body.Span.Length > MaxLength)
            return context;

        var entry = context?.Entry ?? FlowState.Entry;
        foreach (var held in state.MembersOf(receiver).Entries())
        {
            if (held.Key.Symbol is not { } member || !Chooses(body, member.Name)
                || held.Value.Single is not { } flag || !SettledFlag.IsOf(member.HeldType(), flag))
                continue;

            // A parameter of a primary constructor is one variable to all members of the object.
            var cell = member is IParameterSymbol ? StorageLocation.ForSymbol(member) : StorageLocation.Member(AbstractValue.This, member);
            entry = entry.Set(cell, ValueSet.FromValue(AbstractValue.OfConstant(flag.Constant, body)));
        }

        return entry.Equals(FlowState.Entry) ? null : new BodyContext(body, entry, depth + 1);
    }

    /// <summary>
    /// The body with what a call hands to the parameters that choose, and to those that are wanted if it says all of them: of a host and a
    /// port, one alone would meet the other of any call. Null where that is no other question.
    /// </summary>
    public static BodyContext? ForCallWith(
        SyntaxNode body, ImmutableArray<ArgumentValue> arguments, Func<IParameterSymbol, bool> chooses,
        Func<IParameterSymbol, bool> isWanted)
    {
        var entry = EntryFor(body, arguments, chooses);
        if (entry.Equals(FlowState.Entry))
            return null;

        var full = EntryFor(body, arguments, one => chooses(one) || isWanted(one));
        var areAll = arguments.All(argument => argument.Parameter is not { } one || !isWanted(one)
            || full.Get(StorageLocation.ForSymbol(InBody(one))) is not null);
        return new BodyContext(body, areAll ? full : entry, 0);
    }

    /// <summary>The body where one parameter is a constant; null where it does not ask for it.</summary>
    public static BodyContext? ForCall(SyntaxNode body, IParameterSymbol parameter, AbstractValue constant, int depth) =>
        depth < MaxDepth && body.Span.Length <= MaxLength && parameter is { RefKind: RefKind.None, IsParams: false }
            && Chooses(body, parameter.Name)
            ? new BodyContext(
                body, FlowState.Entry.Set(StorageLocation.ForSymbol(InBody(parameter)), ValueSet.FromValue(constant)), depth + 1)
            : null;

    /// <summary>What the parameters that choose hold in the call.</summary>
    private static FlowState EntryFor(
        SyntaxNode body, ImmutableArray<ArgumentValue> arguments, Func<IParameterSymbol, bool> chooses)
    {
        var entry = FlowState.Entry;
        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { RefKind: RefKind.None } parameter || !chooses(parameter))
                continue;

            if (argument.Value.Single is { Kind: AbstractValueKind.Sequence } list
                && list.Items.All(item => item.Single?.IsConstant == true))
            {
                var items = list.Items.Select(item => item.Select(known => known.AsReturned(known.Origin ?? argument.Syntax)));
                entry = entry.Set(
                    StorageLocation.ForSymbol(InBody(parameter)), ValueSet.FromValue(list.WithItems(items.ToImmutableArray())));
            }
            else if (argument.Value.Single is { Kind: AbstractValueKind.Constant, IsFallback: false } constant && !parameter.IsParams)
            {
                // Calls that hand over the same flag are one question, wherever they stand; a port is mended where it is handed over.
                var given = SettledFlag.IsOf(parameter.Type, constant)
                    ? AbstractValue.OfConstant(constant.Constant, body)
                    : constant.AsReturned(argument.Syntax);
                entry = entry.Set(StorageLocation.ForSymbol(InBody(parameter)), ValueSet.FromValue(given));
            }
        }

        return entry;
    }

    /// <summary>Whether the code asks what the parameter is.</summary>
    public static bool Chooses(SyntaxNode body, string parameter) => BodyTraits.In(body).Asks(parameter);

    /// <summary>
    /// The parameter as the body names it: that of an indexer is its accessor's there, and that of a type its definition's.
    /// </summary>
    private static IParameterSymbol InBody(IParameterSymbol parameter) => parameter.ContainingSymbol switch
    {
        IPropertySymbol { GetMethod: { } getter } => getter.OriginalDefinition.Parameters[parameter.Ordinal],
        IMethodSymbol method => method.AsDeclared().OriginalDefinition.Parameters
            .FirstOrDefault(own => own.Name == parameter.Name) ?? parameter,
        _ => parameter,
    };
}
