using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Connections.Clients;
using SmtpPortAnalyzer.Connections.Keys;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Connections.Tracing;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Settings;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>Puts together what the whole compilation shows of a connection or a login, for the rules to judge.</summary>
/// <param name="program">The program.</param>
/// <param name="files">Its settings files.</param>
/// <param name="settings">What they say of values in the code; null where there are none.</param>
internal sealed class ConnectionTracer(SmtpProgram program, ProjectSettings files, SettingsInForce? settings)
{
    private readonly ForeignClients _foreign = new(program);
    private (bool IsRead, MailDefaults? Defaults) _mailSettings;

    /// <summary>Whether something was asked that depends on what stands in the files.</summary>
    public bool HasAskedFiles { get; private set; }

    public TracedConnection Trace(SmtpConnection connection, CancellationToken cancellationToken)
    {
        var trace = ValueTrace.PortsOf(connection, program, cancellationToken);
        var readsMailSettings = connection.Library.ReadsMailSettings && program.Symbols.IsNetFramework;
        return new(
            connection,
            trace.Arrivals,
            trace.Settings,
            Resolve(cancellationToken),
            () => readsMailSettings ? MailDefaults(cancellationToken) : null,
            () => HeldClients.Secure(connection, program, cancellationToken) || _foreign.MayBeSecured(connection, cancellationToken),
            () => _foreign.MayGetPort(connection, cancellationToken))
        {
            ReadsMailSettings = readsMailSettings,
            AtRelay = RelayArrivals.Find(readsMailSettings && connection.Paths.Any(IsPortOpen)
                ? WithMailSettings(connection, trace, cancellationToken)
                : WithFiles(connection, trace, cancellationToken)),
        };
    }

    private MailDefaults? MailDefaults(CancellationToken cancellationToken)
    {
        HasAskedFiles = true;
        if (!_mailSettings.IsRead)
            _mailSettings = (true, files.MailDefaults(cancellationToken));
        return _mailSettings.Defaults;
    }

    private static bool IsPortOpen(ConnectionPath path) =>
        !path.IsExempt && !path.IsUndecided && path.Port.Knowns.Any(known => known.IsDefault);

    /// <summary>A client whose code says no port has that of <c>mailSettings</c>, and the host where it says none either.</summary>
    private IReadOnlyList<PortArrival> WithMailSettings(SmtpConnection connection, PortQuestion trace, CancellationToken cancellationToken)
    {
        var arrivals = WithFiles(connection, trace, cancellationToken);
        if (!connection.Paths.Any(MayBeWrong) || MailDefaults(cancellationToken) is not { Ports.IsEmpty: false } defaults
            || !defaults.Ports.All(said => MailPorts.IsRelay(said.Port)) || _foreign.MayGetPort(connection, cancellationToken))
            return arrivals;

        var said = connection.Paths.Where(IsPortOpen).SelectMany(path => path.Port.Knowns.Where(known => known.IsDefault)
            .SelectMany(known => defaults.Ports.Select(port =>
                new PortArrival(connection, PortOrigin.Setting, port.Port, connection.Site, path.Host ?? Named(port.Host), known))));
        return arrivals.Where(arrival => arrival.Origin != PortOrigin.Default).Concat(said).ToList();
    }

    private static ValueSet? Named(string? host) =>
        host is { Length: > 0 } ? ValueSet.FromValue(AbstractValue.OfConstant(host, null)) : null;

    private Func<ValueSet, ValueSet> Resolve(CancellationToken cancellationToken) => settings is null
        ? value => ValueTrace.HostOf(value, program, cancellationToken)
        : value => ValueTrace.WithSettings(value, known => Decide(known, settings, cancellationToken), program, cancellationToken);

    private ValueSet? Decide(AbstractValue value, SettingsInForce inForce, CancellationToken cancellationToken)
    {
        HasAskedFiles = true;
        return inForce.Decide(value, cancellationToken);
    }

    /// <summary>
    /// The ports that the files say are asked for only where there may be something to report: it costs a search for the calls that bind.
    /// </summary>
    private IReadOnlyList<PortArrival> WithFiles(SmtpConnection connection, PortQuestion trace, CancellationToken cancellationToken)
    {
        if (settings is null || trace.Settings.Count == 0 || connection.Library.IsSocket || !connection.Paths.Any(MayBeWrong))
            return trace.Arrivals;

        HasAskedFiles = true;
        if (!settings.HaveRelay(cancellationToken))
            return trace.Arrivals;

        var said = trace.Settings.SelectMany(read => settings.Ports(connection, read, cancellationToken)).ToList();
        if (said.Count == 0)
            return trace.Arrivals;

        // What a settings type starts with is never used then. A default in the call that reads the setting shows that it may be missing.
        var isInitialUsed = !settings.AreAlwaysThere(trace.Settings, cancellationToken);
        return trace.Arrivals.Where(arrival => isInitialUsed || !IsInitial(arrival)).Concat(said).ToList();
    }

    private static bool IsInitial(PortArrival arrival) =>
        arrival is { Origin: PortOrigin.Fallback, Place.Parent: EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax } };

    private static bool MayBeWrong(ConnectionPath path) =>
        !path.IsExempt && (path.Login == LoginState.None || path.Security is { Member: not null } or { Otherwise: not null });

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
