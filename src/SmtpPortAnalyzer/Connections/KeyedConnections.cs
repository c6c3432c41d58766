using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections;

/// <summary>Recognises connections that are described by settings under keys.</summary>
internal sealed class KeyedConnections(SmtpSymbols symbols, LoginRecogniser logins, ConnectionCollector sightings)
{
    /// <summary>Whether the call gives a setting by its key, or sends with such settings.</summary>
    public bool Called(
        CallSite call, IMethodSymbol method, ValueSet receiver, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        if (symbols.StaticKeys(method) is { } sender)
        {
            sightings.Send(sender, arguments, call.Syntax, evaluator.State);
            return true;
        }

        if (KeyedSettings.Handed(method, call.Type, arguments, symbols) is not { } setting)
            return false;

        if (receiver.Knowns.IsEmpty)
            Set(setting.Keys, setting.Role, null, setting.Value.Value, setting.Value.Syntax, evaluator);
        foreach (var owner in receiver.Knowns)
            Set(setting.Keys, setting.Role, owner, setting.Value.Value, setting.Value.Syntax, evaluator);
        return true;
    }

    /// <summary>Whether the write is one to a setting by its key.</summary>
    public bool Written(
        IMemberReferenceOperation member, ValueSet receiver, ValueSet value, IOperation valueOperation, FlowEvaluator evaluator)
    {
        if (KeyedSettings.Written(member, receiver, symbols, evaluator) is not { } setting)
            return false;

        foreach (var owner in setting.Owners.Knowns)
            Set(setting.Keys, setting.Role, owner, value, valueOperation.Syntax, evaluator);
        return true;
    }

    private void Set(KeysSymbol keys, KeyRole role, AbstractValue? owner, ValueSet value, SyntaxNode place, FlowEvaluator evaluator)
    {
        if (role == KeyRole.Password)
            logins.Note(keys.Library, keys.Library.Name, value, place, ValueSet.Open, evaluator.State);
        evaluator.State = evaluator.State.Set(KeyedSettings.Entry(owner, keys, role), value.Select(known => known.At(place)));
    }
}
