using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Connections.Keys;

/// <summary>
/// The keys under which the connections of one compilation look up their ports. Few programs are asked for them, so they are looked for
/// when they are, in the program that the connections were found in; by one thread at a time, since a program is not thread-safe. A
/// question that is cancelled leaves the program whole: what it keeps is complete or absent.
/// </summary>
internal sealed class PortKeys
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly CancellableLazy<ImmutableArray<SettingLink>> _links;
    private readonly SettingKeys _keys;

    /// <param name="reads">What the connections read.</param>
    /// <param name="keys">The keys of the program that they were found in.</param>
    public PortKeys(ImmutableArray<SettingRead> reads, SettingKeys keys)
    {
        _keys = keys;
        _links = new(cancellationToken => Ask(
            keys => reads.SelectMany(read => keys.Links(read, cancellationToken)).Concat(keys.OfClients(cancellationToken))
                .Distinct().ToImmutableArray(),
            cancellationToken));
    }

    /// <summary>The keys that decide the port of some connection.</summary>
    public ImmutableArray<SettingLink> Links(CancellationToken cancellationToken) => _links.Get(cancellationToken);

    /// <summary>The keys of these settings.</summary>
    public ImmutableArray<SettingKey> Of(ImmutableArray<SettingRead> reads, CancellationToken cancellationToken) => Ask(
        keys => reads.SelectMany(read => keys.Of(read.Source, cancellationToken)).Distinct().ToImmutableArray(), cancellationToken);

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
