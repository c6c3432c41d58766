using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Connections.Keys;
using SmtpPortAnalyzer.Connections.Tracing;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.Rules;

/// <summary>
/// A connection with what the whole compilation shows of it: what rules judge. What few rules ask for, and costs a search, is looked for
/// when it is asked for. For one thread.
/// </summary>
internal sealed class TracedConnection
{
    private readonly Func<MailDefaults?> _fileDefaults;
    private readonly Func<bool> _isSecuredElsewhere;
    private readonly Func<bool> _mayGetPort;
    private SmtpConnection? _configured;
    private bool? _isSecured;

    /// <param name="connection">The connection.</param>
    /// <param name="arrivals">The known ports that reach it.</param>
    /// <param name="settings">What it reads its port from at run time.</param>
    /// <param name="resolve">What is known in the whole compilation of a value that comes from outside the body.</param>
    /// <param name="fileDefaults">What a settings file chooses for the library where the code does not; null where none does.</param>
    /// <param name="isSecuredElsewhere">Whether other code may give it encryption or a login.</param>
    /// <param name="mayGetPort">Whether other code may give it a port where it has none here.</param>
    public TracedConnection(
        SmtpConnection connection,
        IReadOnlyList<PortArrival> arrivals,
        IReadOnlyList<SettingRead> settings,
        Func<ValueSet, ValueSet> resolve,
        Func<MailDefaults?> fileDefaults,
        Func<bool> isSecuredElsewhere,
        Func<bool> mayGetPort)
    {
        Connection = connection;
        Arrivals = arrivals;
        Settings = settings.ToImmutableArray();
        Resolve = resolve;
        _fileDefaults = fileDefaults;
        _isSecuredElsewhere = isSecuredElsewhere;
        _mayGetPort = mayGetPort;
    }

    public SmtpConnection Connection { get; }

    /// <summary>Every known port that reaches it on a way that counts.</summary>
    public IReadOnlyList<PortArrival> Arrivals { get; }

    /// <summary>The arrivals that make it a connection to a relay, and no other; empty where it may be on port 25 as well.</summary>
    /// <remarks>One that may be on port 25 has its finding, and the fix for that sees to the rest.</remarks>
    public ImmutableArray<PortArrival> AtRelay { get; init; } = ImmutableArray<PortArrival>.Empty;

    public ImmutableArray<SettingRead> Settings { get; }

    public Func<ValueSet, ValueSet> Resolve { get; }

    /// <summary>Whether the library takes what the code does not say from <c>mailSettings</c>.</summary>
    public bool ReadsMailSettings { get; init; }

    /// <summary>Whether other code may give it a port where it has none here.</summary>
    public bool MayGetPort => _mayGetPort();

    /// <summary>
    /// The connection as far as its encryption and login are the code's: a settings file may choose what the code does not.
    /// </summary>
    public SmtpConnection Configured => _configured ??= _fileDefaults() is { } defaults ? With(defaults) : Connection;

    /// <summary>Whether other code may give it encryption or a login, so that what is seen here decides nothing.</summary>
    public bool IsSecuredElsewhere => _isSecured ??= _isSecuredElsewhere();

    private SmtpConnection With(MailDefaults defaults) => Connection.With(Connection.Paths.Select(path => path with
    {
        Security = path.Security?.Member is null && defaults.MayEncrypt ? null : path.Security,
        Login = path.NoLogin is null && defaults.MayLogIn ? LoginState.Unknown : path.Login,
    }));
}

/// <summary>A login with what the whole compilation shows of it.</summary>
/// <param name="Login">The login.</param>
/// <param name="Passwords">The constants that reach it.</param>
/// <param name="Hosts">Where it is used.</param>
internal sealed record TracedLogin(LoginFact Login, IReadOnlyList<AbstractValue> Passwords, ImmutableArray<ValueSet> Hosts)
{
    /// <summary>What it reads its password from at run time.</summary>
    public ImmutableArray<SettingRead> Settings { get; init; } = ImmutableArray<SettingRead>.Empty;
}
