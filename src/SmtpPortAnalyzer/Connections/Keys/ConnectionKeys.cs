using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Connections.Keys;

/// <summary>
/// The keys under which the connections of one compilation look up their ports and passwords. Few programs are asked for them, so they are
/// looked for when they are, in the program that the connections were found in; by one thread at a time, since a program is not
/// thread-safe. A question that is cancelled leaves the program whole: what it keeps is complete or absent.
/// </summary>
internal sealed class ConnectionKeys
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly CancellableLazy<ImmutableArray<SettingLink>> _ports;
    private readonly CancellableLazy<ImmutableArray<SettingLink>> _passwords;
    private readonly SettingKeys _keys;

    /// <param name="ports">What the connections read their ports from.</param>
    /// <param name="passwords">What the logins read their passwords from.</param>
    /// <param name="keys">The keys of the program that they were found in.</param>
    public ConnectionKeys(ImmutableArray<SettingRead> ports, ImmutableArray<SettingRead> passwords, SettingKeys keys)
    {
        _keys = keys;
        _ports = new(cancellationToken => Links(ports, ofKeys => ofKeys.OfClients(cancellationToken), cancellationToken));
        _passwords = new(cancellationToken => Links(passwords, _ => [], cancellationToken));
    }

    /// <summary>The keys that decide the port of some connection.</summary>
    public ImmutableArray<SettingLink> Ports(CancellationToken cancellationToken) => _ports.Get(cancellationToken);

    /// <summary>The keys that hold the password of some login.</summary>
    public ImmutableArray<SettingLink> Passwords(CancellationToken cancellationToken) => _passwords.Get(cancellationToken);

    /// <summary>The keys of these settings.</summary>
    public ImmutableArray<SettingKey> Of(ImmutableArray<SettingRead> reads, CancellationToken cancellationToken) => Ask(
        keys => reads.SelectMany(read => keys.Of(read.Source, cancellationToken)).Distinct().ToImmutableArray(), cancellationToken);

    private ImmutableArray<SettingLink> Links(
        ImmutableArray<SettingRead> reads, Func<SettingKeys, IEnumerable<SettingLink>> others, CancellationToken cancellationToken) => Ask(
        keys => reads.SelectMany(read => keys.Links(read, cancellationToken)).Concat(others(keys)).Distinct().ToImmutableArray(),
        cancellationToken);

    private T Ask<T>(Func<SettingKeys, T> ask, CancellationToken cancellationToken)
    {
        _gate.Wait(cancellationToken);
        try
        {
            return ask(_keys);
        }
        finally
        {
            _gate.Release();
        }
    }
}
