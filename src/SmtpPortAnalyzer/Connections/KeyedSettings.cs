using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections;

/// <summary>
/// Reads settings that are written by key: <c>fields["smtpserverport"] = 25</c>, <c>fields.Add("smtpserverport", 25)</c>.
/// </summary>
internal static class KeyedSettings
{
    /// <summary>
    /// The key of an indexer, also behind the member that holds the value (<c>fields[key].Value</c>), with whose entry it is.
    /// </summary>
    public static (KeysSymbol Keys, KeyRole Role, ValueSet Owners)? Written(
        IMemberReferenceOperation target, ValueSet receiver, SmtpSymbols symbols, FlowEvaluator evaluator)
    {
        if (target is IPropertyReferenceOperation { Arguments.Length: 1 } indexer)
            return Find(indexer.Arguments[0].Value, indexer.Instance?.Type, receiver, symbols, evaluator);

        return target
            is IPropertyReferenceOperation { Property.Name: "Value", Instance: IPropertyReferenceOperation { Arguments.Length: 1 } item }
            ? Find(item.Arguments[0].Value, item.Instance?.Type, item.Instance is null ? ValueSet.Open : evaluator.Evaluate(item.Instance),
                symbols, evaluator)
            : null;
    }

    /// <summary>A call that takes a key and, after it, its value.</summary>
    public static (KeysSymbol Keys, KeyRole Role, ArgumentValue Value)? Handed(
        IMethodSymbol method, ITypeSymbol? receiver, ImmutableArray<ArgumentValue> arguments, SmtpSymbols symbols)
    {
        for (var i = 0; i + 1 < arguments.Length; i++)
        {
            if (arguments[i].Value.Single is { Kind: AbstractValueKind.Constant, Constant: string text }
                && symbols.Key(text, receiver ?? method.ContainingType) is { } found
                && arguments[i + 1].IsWritten)
            {
                return (found.Keys, found.Role, arguments[i + 1]);
            }
        }

        return null;
    }

    /// <summary>The cell for a key of an object.</summary>
    public static StorageLocation Entry(AbstractValue? owner, KeysSymbol keys, KeyRole role) => StorageLocation.Entry(owner, role switch
    {
        KeyRole.Port => keys.Row.Port,
        KeyRole.Host => keys.Row.Host!,
        _ => keys.Row.Password!,
    });

    /// <summary>What a dictionary of the object holds under the key: <c>message.Fields[key]</c>; null where it is not written.</summary>
    public static ValueSet? ValueFor(AbstractValue owner, KeysSymbol keys, KeyRole role, FlowState state)
    {
        foreach (var dictionary in state.Objects.Entries())
        {
            if (dictionary.Key is { Kind: AbstractValueKind.Symbolic, Receiver: { } receiver } && receiver.Equals(owner)
                && state.Get(Entry(dictionary.Key, keys, role)) is { } value)
                return value;
        }

        return null;
    }

    private static (KeysSymbol Keys, KeyRole Role, ValueSet Owners)? Find(
        IOperation key, ITypeSymbol? type, ValueSet owners, SmtpSymbols symbols, FlowEvaluator evaluator) =>
        evaluator.Evaluate(key).Single is { Kind: AbstractValueKind.Constant, Constant: string text }
            && symbols.Key(text, type) is { } found
            ? (found.Keys, found.Role, owners)
            : null;
}
