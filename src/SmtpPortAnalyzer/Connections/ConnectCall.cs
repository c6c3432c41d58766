using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Connections;

/// <summary>Reads host, port, encryption and login out of a call, or a creation, that connects.</summary>
internal sealed class ConnectCall(
    ConnectSymbol connect, ValueSet receiver, ImmutableArray<ArgumentValue> arguments, SyntaxNode call, FlowState state)
{
    private readonly SmtpConnectMethod _row = connect.Row;

    /// <param name="endPoint">The port and the host of an address that is given as one object; null where none is.</param>
    public ConnectionPath Path((ValueSet Port, ValueSet? Host)? endPoint)
    {
        var security = Security();
        var host = Host();
        var port = arguments.Named(_row.PortParameter) is { } written
            ? Port(written, security)
            : Defaulted(security, call) is { } known ? ValueSet.FromValue(known) : ValueSet.Open;
        if (arguments.Named(_row.UriParameter) is { } uri)
        {
            port = uri.Value.Select(text => text.Kind == AbstractValueKind.Symbolic ? text : UriPort(_row, text, uri.Syntax, call));
            host = uri.Value.Select(UriHost);
        }
        else if (endPoint is { } address)
        {
            (port, host) = address;
        }

        return new ConnectionPath
        {
            Port = port,
            Host = host,
            IsExempt = state.IsExempt || HasProxy(),
            IsUndecided = !connect.IsDecided,
            Uri = arguments.Named(_row.UriParameter) is { } given ? new UriArgument(_row, given.Syntax) : null,
            Sighting = Sighting.Use,
            Security = security,
            Login = Login(),
        };
    }

    private ValueSet? Host()
    {
        if (arguments.Named(_row.HostParameter) is { } host)
            return host.Value;

        foreach (var name in _row.OtherHostParameters)
        {
            if (arguments.Named(name) is { } other)
                return other.Value;
        }

        return null;
    }

    /// <summary>A 0 that stands in for a missing setting says no more than that run time decides.</summary>
    private ValueSet Port(ArgumentValue port, PathSecurity? security)
    {
        var isWritten = port.IsWritten;
        var place = isWritten ? port.Syntax : call;
        return port.Value.Select(known =>
            known.Kind == AbstractValueKind.Constant && ConstantFolding.TryGetInteger(known.Constant, out var number) && number == 0
                ? Fallback.StandsIn(known, place) ? null : Defaulted(security, place)
            : isWritten ? known.At(place)
            // What is left out is the library's own default, wherever the library declares it.
            : known.Kind == AbstractValueKind.Constant ? AbstractValue.OfConstant(known.Constant, place).AsDefault().At(place)
            : known.AsDefault().At(place));
    }

    /// <summary>The port for none: it may depend on whether TLS starts at once. Null where run time decides.</summary>
    private AbstractValue? Defaulted(PathSecurity? security, SyntaxNode place)
    {
        if (_row.DefaultPort is not { } port)
            return null;

        if (_row.ImplicitTlsPort != 0 && security is not null)
        {
            if (security.Certain() is not { } mode)
                return null;
            port = mode == TransportSecurity.Implicit ? _row.ImplicitTlsPort : port;
        }

        return AbstractValue.OfConstant(port, place).AsDefault().At(place);
    }

    private PathSecurity? Security()
    {
        if (arguments.Named(_row.UriParameter) is { } uri && _row.Security is not null)
            return UriSecurity(uri);

        return PathSecurity.Evaluate(_row.Security, member =>
            arguments.Named(member.Name) is not { } given ? null
            : given.IsWritten ? given.Value.Select(known => known.At(given.Syntax))
            : given.Value.Select(known => known.At(call)));
    }

    /// <summary>A URI's scheme and query choose: <c>smtp://h?starttls=always</c>.</summary>
    private static PathSecurity? UriSecurity(ArgumentValue uri)
    {
        if (uri.Value.Single is not { Constant: string text } || !MailUri.TryParse(text, out var parts)
            || parts.Query.IndexOf(AbstractValue.Hole) >= 0)
            return null;

        TransportSecurity? mode = parts.Scheme switch
        {
            "smtps" => TransportSecurity.Implicit,
            "smtp" => StartTls(parts.Query) switch
            {
                MailUri.Always or "true" or "yes" => TransportSecurity.StartTls,
                "never" or "false" or "no" => TransportSecurity.None,
                _ => TransportSecurity.WhenAvailable,
            },
            _ => null,
        };
        return new(null, default, mode) { Place = uri.Syntax, CanBeImplicit = true };
    }

    private static string? StartTls(string query) => query.TrimStart('?').Split('&')
        .Select(pair => pair.ToLowerInvariant().Split('='))
        .Where(pair => pair.Length == 2 && pair[0] == MailUri.StartTls)
        .Select(pair => pair[1])
        .FirstOrDefault();

    private LoginState Login()
    {
        if (_row.Login is not { } login)
            return LoginState.Unknown;

        var isGiven = arguments.Any(argument => argument.Parameter is { } parameter
            && (login.Members.Contains(parameter.Name) || login.Passwords.Contains(parameter.Name)) && !LoginValue.IsNone(argument.Value));
        return isGiven ? LoginState.Unknown : LoginState.None;
    }

    /// <summary>The port that a URI says or means; null where only run time knows.</summary>
    public static AbstractValue? UriPort(SmtpConnectMethod row, AbstractValue text, SyntaxNode uri, SyntaxNode call)
    {
        if (text.Constant is not string value || !MailUri.TryParse(value, out var parts))
            return null;

        if (parts.IsPortOpen)
            return parts.PortHole is >= 0 and var hole && hole < text.Items.Length ? text.Items[hole].Single?.At(uri) : null;

        if (parts.Port is { } port and not 0)
            return text.WithConstant(port, AbstractValueKind.Constant).At(uri);

        return parts.Scheme switch
        {
            "smtp" when row.DefaultPort is { } plain => AbstractValue.OfConstant(plain, uri).AsDefault().At(call),
            "smtps" => AbstractValue.OfConstant(row.ImplicitTlsPort, uri).AsDefault().At(call),
            _ => null,
        };
    }

    public static AbstractValue? UriHost(AbstractValue text) =>
        text.Constant is string value && MailUri.TryParse(value, out var parts) && parts.Host is { } host
            ? text.WithConstant(host, AbstractValueKind.Constant)
            : null;

    private bool HasProxy()
    {
        if (_row.ProxyProperty is null)
            return false;

        foreach (var owner in receiver.Knowns)
        {
            foreach (var pair in state.MembersOf(owner).Entries())
            {
                if (pair.Key.Symbol?.Name == _row.ProxyProperty
                    && pair.Value.Single is not { Kind: AbstractValueKind.Constant, Constant: null })
                    return true;
            }
        }

        return false;
    }
}
