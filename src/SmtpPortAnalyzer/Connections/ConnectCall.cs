using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Values;

namespace SmtpPortAnalyzer.Connections;

/// <summary>Reads host and port out of a call that connects.</summary>
internal static class ConnectCall
{
    public static ConnectionPath Path(ConnectSymbol connect, FlowValue receiver, ImmutableArray<ArgumentValue> arguments, IInvocationOperation call, FlowState state)
    {
        var row = connect.Row;
        var host = Argument(arguments, row.HostParameter)?.Value;
        var port = Argument(arguments, row.PortParameter) is { } written
            ? Port(connect, written, arguments, call)
            : Defaulted(connect, arguments, call.Syntax) is { } known ? FlowValue.Of(known) : FlowValue.Open;
        if (Argument(arguments, row.UriParameter) is { } uri)
        {
            port = uri.Value.Select(text => text.Kind == KnownKind.Symbolic ? text : UriPort(row, text, uri.Given.Syntax, call.Syntax));
            host = uri.Value.Select(UriHost);
        }

        return new ConnectionPath
        {
            Port = port,
            Host = host,
            IsExempt = state.IsExempt || HasProxy(row, receiver, state),
            IsUndecided = !connect.IsDecided,
            Uri = Argument(arguments, row.UriParameter) is { } address ? new UriArgument(row, address.Given.Syntax) : null,
            Sighting = Sighting.Use,
        };
    }

    private static FlowValue Port(ConnectSymbol connect, ArgumentValue port, ImmutableArray<ArgumentValue> arguments, IInvocationOperation call)
    {
        var place = port.IsWritten ? port.Given.Syntax : call.Syntax;
        return port.Value.Select(known =>
            known.Kind == KnownKind.Constant && Fold.TryGetInteger(known.Constant, out var number) && number == 0
                ? Defaulted(connect, arguments, place)
                : known.At(place));
    }

    /// <summary>The port for none: it depends on whether TLS starts at once. Null where run time decides.</summary>
    private static Known? Defaulted(ConnectSymbol connect, ImmutableArray<ArgumentValue> arguments, SyntaxNode place)
    {
        var row = connect.Row;
        if (row.DefaultPort is not { } port)
            return null;

        if (Argument(arguments, row.ImplicitTlsParameter) is { } flag)
        {
            if (!flag.Value.TryGetConstant<bool>(out var isImplicit))
                return null;
            port = isImplicit ? row.ImplicitTlsPort : port;
        }
        else if (Argument(arguments, row.OptionsParameter) is { } options)
        {
            if (options.Value.Single is not { Kind: KnownKind.Constant } option || !Fold.TryGetInteger(option.Constant, out var number))
                return null;
            port = number == row.ImplicitTlsOption ? row.ImplicitTlsPort : port;
        }

        return Known.OfConstant(port, place).AsDefault().At(place);
    }

    /// <summary>The port that a URI says or means; null where only run time knows.</summary>
    public static Known? UriPort(SmtpConnectMethod row, Known text, SyntaxNode uri, SyntaxNode call)
    {
        if (text.Constant is not string value || !MailUri.TryParse(value, out var parts))
            return null;

        if (parts.IsPortOpen)
            return parts.PortHole is >= 0 and var hole && hole < text.Items.Length ? text.Items[hole].Single?.At(uri) : null;

        if (parts.Port is { } port and not 0)
            return text.WithConstant(port, KnownKind.Constant).At(uri);

        return parts.Scheme switch
        {
            "smtp" when row.DefaultPort is { } plain => Known.OfConstant(plain, uri).AsDefault().At(call),
            "smtps" => Known.OfConstant(row.ImplicitTlsPort, uri).AsDefault().At(call),
            _ => null,
        };
    }

    public static Known? UriHost(Known text) =>
        text.Constant is string value && MailUri.TryParse(value, out var parts) && parts.Host is { } host ? text.WithConstant(host, KnownKind.Constant) : null;

    private static bool HasProxy(SmtpConnectMethod row, FlowValue receiver, FlowState state)
    {
        if (row.ProxyProperty is null)
            return false;

        foreach (var owner in receiver.Knowns)
        {
            foreach (var pair in state.MembersOf(owner).Entries())
            {
                if (pair.Key.Symbol?.Name == row.ProxyProperty && pair.Value.Single is not { Kind: KnownKind.Constant, Constant: null })
                    return true;
            }
        }

        return false;
    }

    private static ArgumentValue? Argument(ImmutableArray<ArgumentValue> arguments, string? parameter)
    {
        foreach (var argument in arguments)
        {
            if (parameter is not null && argument.Parameter?.Name == parameter)
                return argument;
        }

        return null;
    }
}
