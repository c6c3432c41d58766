using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Connections.Keys;
using SmtpPortAnalyzer.Connections.Tracing;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Settings;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>
/// What the settings files of the project say of values that the code looks up in them, in the files that are deployed: a port that they
/// say, or a switch, is as known as one in the code.
/// </summary>
internal sealed class SettingsInForce(ProjectSettings files, SettingKeys keys)
{
    private readonly Dictionary<AbstractValue, ValueSet?> _decided = new();
    private bool? _haveRelay;

    /// <summary>Whether there is a file with something that may be the port of a relay.</summary>
    public bool HaveRelay(CancellationToken cancellationToken) => _haveRelay ??= files.HavePort(MailPorts.IsRelay, cancellationToken);

    /// <summary>The ports that the files give the connection, each with the host beside it.</summary>
    public IEnumerable<PortArrival> Ports(SmtpConnection connection, SettingRead read, CancellationToken cancellationToken)
    {
        foreach (var link in keys.Links(read, cancellationToken))
        {
            var hosts = link.HostKeys.SelectMany(key => files.Deployed(key, cancellationToken)).ToList();
            foreach (var node in files.Deployed(link.Key, cancellationToken))
            {
                if (link.IsLocal || PortNumber.Read(node) is not { } port || !MailPorts.IsPort(port))
                    continue;

                yield return new PortArrival(
                    connection, PortOrigin.Setting, port, read.Place ?? connection.Site, Host(node, hosts) ?? read.Host, read.Source);
            }
        }
    }

    /// <summary>Whether what the code falls back to is never used, since a file that is always there says another port.</summary>
    public bool AreAlwaysThere(IEnumerable<SettingRead> reads, CancellationToken cancellationToken) =>
        files.PortOf(reads.SelectMany(read => keys.Of(read.Source, cancellationToken)).Distinct().ToList(), cancellationToken)
            is { IsAlwaysThere: true };

    /// <summary>What a setting surely is: null where some key of it is set nowhere, or to something that cannot be told.</summary>
    public ValueSet? Decide(AbstractValue value, CancellationToken cancellationToken)
    {
        if (!_decided.TryGetValue(value, out var decided))
            _decided.Add(value, decided = Read(value, cancellationToken));
        return decided;
    }

    private ValueSet? Read(AbstractValue value, CancellationToken cancellationToken)
    {
        ValueSet? all = null;
        foreach (var key in keys.Of(value, cancellationToken))
        {
            var nodes = files.Deployed(key, cancellationToken);
            foreach (var node in nodes)
            {
                if (Constant(node.Text!, (value.Symbol as IPropertySymbol)?.Type) is not { } constant)
                    return null;

                var known = ValueSet.FromValue(AbstractValue.OfConstant(constant, value.Place, value.Symbol));
                all = ValueSet.Join(all, known);
            }

            if (nodes.Count == 0)
                return null;
        }

        return all;
    }

    /// <summary>A truth, or a member of an enumeration, as the binder reads them.</summary>
    private static object? Constant(string text, ITypeSymbol? type)
    {
        if (bool.TryParse(text, out var truth))
            return truth;

        return type?.WithoutNullable() is INamedTypeSymbol { TypeKind: TypeKind.Enum } choice
            ? choice.GetMembers().OfType<IFieldSymbol>()
                .FirstOrDefault(member => member.Name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase))?.ConstantValue
            : null;
    }

    /// <summary>The host that the code looks up, or that stands beside the port; null where the files have none.</summary>
    private static ValueSet? Host(SettingsNode port, IReadOnlyCollection<SettingsNode> hosts)
    {
        var named = hosts.Where(host => host.Parent == port.Parent).DefaultIfEmpty().First() is { } beside ? new[] { beside }
            : hosts.Count > 0 ? hosts
            : SettingHost.Beside(port) is { } found ? new[] { found }
            : Array.Empty<SettingsNode>();
        return ValueSet.Union(named.Select(SettingHost.NameIn).Where(name => name is { Length: > 0 })
            .Select(name => ValueSet.FromValue(AbstractValue.OfConstant(name, null))));
    }
}
