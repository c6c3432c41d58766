using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Connections.Keys;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Connections.Tracing;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>Puts together what the whole compilation shows of a connection or a login, for the rules to judge.</summary>
internal sealed class ConnectionTracer(SmtpProgram program, ImmutableArray<AdditionalText> files)
{
    private readonly ForeignClients _foreign = new(program);
    private bool? _hasMailSettings;

    public TracedConnection Trace(SmtpConnection connection, CancellationToken cancellationToken)
    {
        var trace = ValueTrace.PortsOf(connection, program, cancellationToken);
        var readsMailSettings = connection.Library.ReadsMailSettings && program.Symbols.IsNetFramework;
        return new(
            connection,
            trace.Arrivals,
            trace.Settings,
            value => ValueTrace.HostOf(value, program, cancellationToken),
            () => readsMailSettings && (_hasMailSettings ??= MailSettings.AreIn(files, cancellationToken)),
            () => HeldClients.Secure(connection, program, cancellationToken) || _foreign.MayBeSecured(connection, cancellationToken))
        {
            ReadsMailSettings = readsMailSettings,
        };
    }

    public TracedLogin Trace(LoginFact login, CancellationToken cancellationToken)
    {
        var hosts = login.Hosts.Select(host => ValueTrace.HostOf(host, program, cancellationToken)).ToImmutableArray();
        var passwords = ValueTrace.PasswordsOf(login, program, cancellationToken);
        return new(login, passwords.Passwords, hosts)
        {
            Settings = passwords.Settings.Select(setting => new SettingRead(setting, ValueSet.Union(login.Hosts))).ToImmutableArray(),
        };
    }
}
