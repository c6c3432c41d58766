using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Connections.Kept;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Bodies;

/// <summary>The calls of a local function, in the states in which it is called. No other code can call it.</summary>
internal sealed class LocalCalls(IMethodSymbol function)
{
    /// <summary>Calls that are told apart.</summary>
    private const int MaxCalls = 16;

    private readonly List<(SyntaxNode Call, FlowState Before, FlowState Entry)> _calls = new();

    public void Add(SyntaxNode call, ImmutableArray<ArgumentValue> arguments, FlowState state)
    {
        var entry = state;
        foreach (var argument in arguments)
        {
            if (argument is { Parameter: { RefKind: RefKind.None } parameter, Value.Single: { } given } && IsSwitch(parameter, given))
                entry = entry.Set(
                    StorageLocation.ForSymbol(parameter.OriginalDefinition),
                    ValueSet.FromValue(AbstractValue.OfConstant(given.Constant, call)));
        }

        _calls.Add((call, state, entry.Equals(state) ? state : WithPairs(arguments, entry)));
    }

    /// <summary>Host and port go with the switch, and both of them: a port that is left open would be that of any call.</summary>
    private FlowState WithPairs(ImmutableArray<ArgumentValue> arguments, FlowState entry)
    {
        foreach (var argument in arguments)
        {
            if (argument is { Parameter: { RefKind: RefKind.None } parameter, Value: var given }
                && (Implementations.IsPortOrHost(parameter.Type) || SettledFlag.IsOf(parameter.Type))
                && !(given.Single is { } one && IsSwitch(parameter, one)))
                entry = entry.Set(
                    StorageLocation.ForSymbol(parameter.OriginalDefinition),
                    given.Select(known => known.IsConstant ? known.AsReturned(argument.Syntax) : known));
        }

        return entry;
    }

    /// <summary>
    /// The states in which it begins: with the switches that the calls hand over, if each mention of its name is a call that was seen.
    /// </summary>
    public List<FlowState> Entries(LocalNames names) =>
        _calls.Count <= MaxCalls && _calls.Exists(call => !call.Entry.Equals(call.Before)) && AreAll(names)
            ? _calls.ConvertAll(call => call.Entry)
            : _calls.ConvertAll(call => call.Before);

    private bool IsSwitch(IParameterSymbol parameter, AbstractValue given) => SettledFlag.IsOf(parameter.Type, given)
        || (parameter.Type.SpecialType == SpecialType.System_String
            && given is { Kind: AbstractValueKind.Constant, Constant: string, IsFallback: false }
            && Declaration is { } declaration && BodyTraits.In(declaration).Asks(parameter.Name));

    private bool AreAll(LocalNames names)
    {
        var seen = new HashSet<SyntaxNode>(_calls.Select(call => call.Call));
        return names.Of(function)
            .All(name => name.Parent is InvocationExpressionSyntax call && call.Expression == name && seen.Contains(call));
    }

    private SyntaxNode? Declaration => function.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
}
