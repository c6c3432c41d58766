using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections;

/// <summary>The port and the host of an address that a call is given as one object.</summary>
internal static class SocketAddress
{
    /// <summary>Null where the call is given none; open where it is not known.</summary>
    public static (ValueSet Port, ValueSet? Host)? Find(
        ConnectSymbol connect, ImmutableArray<ArgumentValue> arguments, FlowState state, SmtpSymbols symbols)
    {
        foreach (var argument in arguments)
        {
            if (In(connect, argument, state) is not { } given)
                continue;

            return given.Single is { Kind: AbstractValueKind.Allocation } address
                && symbols.Client(address.Symbol as ITypeSymbol) is { Port: { } port, Row.IsEndPoint: true } client
                ? (state.Get(StorageLocation.Member(address, port)) ?? ValueSet.Open, state.Get(client.HostCell(address)))
                : (ValueSet.Open, null);
        }

        return null;
    }

    /// <summary>The address that the argument is, or holds in a property; null where it is neither.</summary>
    private static ValueSet? In(ConnectSymbol connect, ArgumentValue argument, FlowState state)
    {
        if (argument.Parameter is not { } parameter)
            return null;
        if (parameter.Name == connect.Row.EndPointParameter)
            return argument.Value;
        if (connect.Row.EndPointHolder is not var (holder, property) || parameter.Name != holder)
            return null;

        return argument.Value.Single is { } owner && parameter.Type.FindProperty(property) is { } address
            ? state.Get(StorageLocation.Member(owner, address)) ?? ValueSet.Open
            : ValueSet.Open;
    }
}
