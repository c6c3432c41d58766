using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.CodeFixes.Clients;

/// <summary>
/// A connection that goes to one of several servers: what logs in to one of them does not log in to the others, so that no one setting can
/// be the login.
/// </summary>
internal static class SeveralServers
{
    /// <summary>Whether a connection to them has no login yet, so that a setting would be the login for all of them.</summary>
    public static bool LackALogin(ClientRewriter client, FileContext file) =>
        client.LoginKind == LoginKind.None && AreNamed(client.Hosts, file);

    /// <summary>
    /// Whether the program names more than one by their names, or by the settings that have them. What stands in for a setting is that
    /// setting's server.
    /// </summary>
    public static bool AreNamed(IEnumerable<ExpressionSyntax> hosts, FileContext file)
    {
        var (names, keys) = Read(hosts, file);
        return keys > 1 || names.Count > 1;
    }

    /// <summary>The names of those that the program names.</summary>
    public static IEnumerable<string> NamesOf(IEnumerable<ExpressionSyntax> hosts, FileContext file) => Read(hosts, file).Names;

    private static (IReadOnlyCollection<string> Names, int Keys) Read(IEnumerable<ExpressionSyntax> hosts, FileContext file)
    {
        var (all, keys) = (new List<AbstractValue>(), new HashSet<SettingKey>());
        foreach (var host in hosts)
        {
            all.AddRange(file.ProvedHosts(host).Knowns);
            keys.UnionWith(file.KeysAmong(host));
        }

        var names = all.Where(one => keys.Count == 0 || !one.IsFallback).Select(HostValue.NameOf).OfType<string>()
            .Where(name => name.Length > 0 && !LocalHosts.IsLocal(name)).Distinct(StringComparer.OrdinalIgnoreCase);
        return (names.ToList(), keys.Count);
    }
}
