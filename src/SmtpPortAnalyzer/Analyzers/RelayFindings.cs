using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Connections.Tracing;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>Collects what is wrong with the connections of one compilation besides their port 25; each place and rule once.</summary>
internal sealed class RelayFindings(ImmutableArray<AdditionalText> settings)
{
    private readonly HashSet<(SyntaxNode, DiagnosticDescriptor)> _reported = new();
    private readonly List<RelayFinding> _all = new();
    private bool? _hasMailSettings;
    private ForeignClients? _foreign;

    public IEnumerable<RelayFinding> All
    {
        get
        {
            // One setting cannot be several passwords.
            var passwords = _all.Where(finding => finding.Descriptor == Descriptors.LiteralPassword).Select(finding => finding.Place.ToString()).Distinct().Count();
            return passwords < 2
                ? _all
                : _all.Select(finding => finding.Descriptor == Descriptors.LiteralPassword ? finding with { Facts = RelayFacts.OfOnePasswordAmongSeveral } : finding);
        }
    }

    public void Judge(SmtpConnection connection, IReadOnlyList<PortArrival> arrivals, SmtpProgram program, CancellationToken cancellationToken)
    {
        if (connection.Library.IsSocket)
        {
            foreach (var finding in SocketRule.Judge(connection, arrivals))
                Add(finding, program);
            return;
        }

        // One that may be on port 25 as well has its finding, and the fix for that sees to the rest.
        var relay = MailPorts.Arrivals(arrivals);
        if (relay.IsEmpty || MailPorts.MayBePort25(arrivals))
            return;

        var seen = Seen(connection, program, cancellationToken);
        var security = SecurityRule.Judge(seen, relay, value => ValueTrace.HostOf(value, program, cancellationToken));
        var login = LoginRule.Judge(seen, relay);
        if ((security is null && login is null) || HeldClients.Secure(connection, program, cancellationToken)
            || (_foreign ??= new ForeignClients(program)).MayBeSecured(connection, cancellationToken))
            return;

        var isShared = MailPorts.AreMixed(arrivals, relay);
        Add(Told(security), program);
        Add(Told(login), program);

        RelayFinding? Told(RelayFinding? finding) =>
            finding?.Facts is { } facts ? finding with { Facts = facts with { LogsIn = login is null, IsShared = isShared } } : finding;
    }

    public void Judge(LoginFact login, SmtpProgram program, CancellationToken cancellationToken)
    {
        var hosts = login.Hosts.Select(host => ValueTrace.HostOf(host, program, cancellationToken)).ToImmutableArray();
        foreach (var finding in PasswordRule.Judge(login, ValueTrace.PasswordsOf(login, program, cancellationToken), hosts))
            Add(finding, program);
    }

    private void Add(RelayFinding? finding, SmtpProgram program)
    {
        if (finding is null || !program.Compilation.ContainsSyntaxTree(finding.Place.SyntaxTree) || !_reported.Add((finding.Place, finding.Descriptor)))
            return;

        var isForeign = finding.Site is { } site && !program.Compilation.ContainsSyntaxTree(site.SyntaxTree);
        _all.Add(isForeign ? finding with { Site = null } : finding);
    }

    /// <summary>On .NET Framework the settings file chooses for System.Net.Mail what the code does not.</summary>
    private SmtpConnection Seen(SmtpConnection connection, SmtpProgram program, CancellationToken cancellationToken)
    {
        if (!connection.Library.ReadsMailSettings || !(_hasMailSettings ??= program.Symbols.IsNetFramework && MailSettings.AreIn(settings, cancellationToken)))
            return connection;

        return connection.With(connection.Paths.Select(path => path with
        {
            Security = path.Security?.Member is null ? null : path.Security,
            Login = path.NoLogin is null ? LoginState.Unknown : path.Login,
        }));
    }
}
