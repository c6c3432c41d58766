using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Connections.Tracing;

namespace SmtpPortAnalyzer.Connections;

/// <summary>
/// The servers that the code of a program names for its connections, and the passwords that it has for each: one setting serves one
/// account, so a fix has to know whether there are several.
/// </summary>
/// <param name="Hosts">The servers, without those on the machine or its network.</param>
/// <param name="Passwords">The passwords in the source, by the host that they log in to; empty where that is not known.</param>
internal sealed record KnownAccounts(ImmutableSortedSet<string> Hosts, ImmutableArray<(string Host, string Password)> Passwords)
{
    /// <summary>Whether the source has more than one password for a host.</summary>
    public bool HasSeveralPasswordsFor(string host) => Passwords
        .Where(one => one.Host.Length == 0 || string.Equals(one.Host, host, StringComparison.OrdinalIgnoreCase))
        .Select(one => one.Password).Distinct().Count() > 1;

    public static KnownAccounts Find(IEnumerable<SyntaxNode> bodies, SmtpProgram program, CancellationToken cancellationToken)
    {
        var hosts = ImmutableSortedSet.CreateBuilder(StringComparer.OrdinalIgnoreCase);
        var passwords = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var body in bodies)
        {
            var facts = program.Facts(body, cancellationToken);
            if (program.Development.Contains(body, cancellationToken))
                continue;

            hosts.UnionWith(facts.Connections.Where(connection => !connection.Library.IsSocket)
                .SelectMany(connection => connection.Paths).Where(path => !path.IsExempt).Select(path => path.Host)
                .SelectMany(host => NamesOf(host, program, cancellationToken)));
            foreach (var login in facts.Logins)
            {
                var servers = login.Hosts.SelectMany(host => NamesOf(host, program, cancellationToken)).DefaultIfEmpty("").ToList();
                passwords.AddRange(
                    from source in ValueTrace.OwnPasswordOf(login, program, cancellationToken).Passwords
                    where source.Constant is string { Length: > 0 }
                    from host in servers
                    select (host, (string)source.Constant!));
            }
        }

        return new(hosts.ToImmutable(), passwords.ToImmutable());
    }

    private static IEnumerable<string> NamesOf(
        Flow.ValueSet? host, SmtpProgram program, CancellationToken cancellationToken) =>
        host is not { } value ? [] : ValueTrace.HostOf(value, program, cancellationToken).Knowns.Select(HostValue.NameOf)
            .OfType<string>().Where(name => name.Length > 0 && !LocalHosts.IsLocal(name));
}
