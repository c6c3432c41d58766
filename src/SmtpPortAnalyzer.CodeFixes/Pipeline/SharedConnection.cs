using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Clients;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.CodeFixes.Ports;
using SmtpPortAnalyzer.CodeFixes.Sources;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Connections.Tracing;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Rules;

namespace SmtpPortAnalyzer.CodeFixes.Pipeline;

/// <summary>One place that gives the connection a 25.</summary>
internal sealed record HandedPort(ExpressionSyntax Port, PortArrival Arrival, FileContext File, PassedPort? Call)
{
    public ExpressionSyntax? Host => Call?.HostOf(Arrival);
}

/// <summary>The connection, with all that gives it a port.</summary>
internal sealed record SharedConnection(
    FixTarget Finding, ClientRewriter Client, SyntaxNode Site, FileContext File, HandedPort Own, List<HandedPort> Places,
    IReadOnlyList<PortArrival> Arrivals)
{
    private string Library => Finding.Place.Library;

    /// <summary>Whether the ports are known that it has in the other projects which compile its file.</summary>
    public bool IsKnownElsewhere { get; init; } = true;

    /// <summary>Whether some place or the connection itself says where it goes.</summary>
    public bool HasKnownHost => Places.Any(handed => handed.Arrival.Host is not { } host
        || host.Knowns.Any(known => known.Kind == AbstractValueKind.Setting || known.Constant is string { Length: > 0 }));

    /// <summary>Whether nothing but a port that speaks STARTTLS reaches it, and no host of the machine itself.</summary>
    public bool IsAlwaysSubmission =>
        IsKnown && Arrivals.All(arrival => MailPorts.StartsPlain(arrival.Port) && !HostValue.IsLocal(arrival.Host));

    /// <summary>Whether nothing but 25 reaches it, and no host of the machine itself.</summary>
    public bool IsAlwaysBlocked => Places.Count == 1 && Arrivals.Count == 1 ? !HostValue.IsLocal(Arrivals[0].Host) && IsKnown
        : IsKnown && Arrivals.All(RelayArrivals.IsBlocked);

    // Callers whose port is known at run time only may want anything.
    private bool IsKnown => IsKnownElsewhere && Client.Ports.All(port => File.ProvedSettings(port) is var value
        && (!value.IsOpen
            || File.SymbolOf(port) is { } symbol && PositionalProperty.ParameterOf(symbol, File.CancellationToken) is not null)
        && value.Knowns.All(known => known.IsConstant));

    /// <summary>Whether the calls name several servers: what logs in to one does not log in to the others.</summary>
    public bool HasOtherHosts => Places.Count > 1 && Client.Hosts.Select(File.ProvedHosts).ToList() is var hosts && (
        hosts.Any(host => (host.IsOpen && !host.Knowns.Any(known => known.Kind == AbstractValueKind.Setting))
            || host.Knowns.Any(known => known.Constant is not string && known.Kind != AbstractValueKind.Setting))
        || SeveralServers.AreNamed(Client.Hosts, File));

    /// <summary>Whether each call names the server, so that the settings decide host and port together.</summary>
    public bool NamesHosts => Places.All(handed => handed.Host is not null);

    public bool IsLoggedIn(HandedPort handed) =>
        Client.IsAuthenticated && handed.Call?.HandsOverNoLogin(Client, File) != true;

    public bool IsHandedOver(ExpressionSyntax value) =>
        Places.Any(handed => handed.Call is { } call && call.Method.Parameters.Any(p => File.IsHandedBy(p, value)));

    public bool GoesToExchanger(IEnumerable<HandedPort> places) => places.Any(handed => handed.Host is { } host
        ? MailExchanger.MayBe(host, handed.File)
        : Client.Hosts.Any(own => MailExchanger.MayBe(own, File)));

    /// <summary>
    /// Whether every use of a method that is handed the port is a call in the program, also where it is called as an interface's or a
    /// base class's.
    /// </summary>
    public async Task<bool> AreCallersKnownAsync()
    {
        foreach (var (method, file) in Places.Where(handed => handed.Call is not null).Select(handed => (handed.Call!.Method, handed.File))
            .GroupBy(one => one.Method, SymbolEqualityComparer.Default).Select(same => same.First()))
        {
            if (!await Finding.Fix.Searches.IsAsync(typeof(PassedFix), method, () => AreCallsAsync(method, file)).ConfigureAwait(false))
                return false;
        }

        return true;
    }

    private static async Task<bool> AreCallsAsync(IMethodSymbol method, FileContext file)
    {
        var fix = file.Fix.In(file.Document);
        foreach (var member in Callers.SameCall(method))
        {
            if (!SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, file.Model.Compilation.Assembly)
                || await Callers.FindAllAsync(fix, member).ConfigureAwait(false) is not { } callers
                || callers.In(fix).Any(caller => caller.File.Document.Project.Id != file.Document.Project.Id))
                return false;
        }

        return true;
    }

    public FixStep Literal(HandedPort handed) => new(handed.File.Document, PlaceOf(handed), (target, request) =>
    {
        var edit = request.Begin(target, []);
        TurnOnLogin(edit, target, handed);
        return Task.FromResult(Number(edit, target) ? edit : null);
    });

    /// <summary>The defaults that calls through an interface or a base class take in place of the one that a method declares.</summary>
    public IEnumerable<FixStep> DefaultsAlike() =>
        from handed in Places
        let declared = (handed.Port.Parent as EqualsValueClauseSyntax)?.Parent as ParameterSyntax
        where declared is not null
        let parameter = handed.File.DeclaredBy(declared) as IParameterSymbol
        where parameter is not null
        from other in Callers.DefaultsOf(parameter, Finding.CancellationToken)
        where !Places.Any(place => place.Port == other)
        let document = Finding.Document.Project.Solution.GetDocument(other.SyntaxTree)
        where document is not null
        select new FixStep(document, new FixPlace(Library, other.Span, null, ImmutableArray<(string, TextSpan)>.Empty), (target, request) =>
        {
            var edit = request.Begin(target, []);
            return Task.FromResult(Number(edit, target) ? edit : null);
        });

    public FixStep? TurnsOnInCall(HandedPort handed) =>
        handed.Call is not { } call || PassedSecurity.Find(call.Call, call.Method, Client, File) is null ? null
        : new(handed.File.Document, PlaceOf(handed), (target, request) =>
        {
            var edit = request.Begin(target, []);
            TurnOnLogin(edit, target, handed);
            return Task.FromResult(
                SecurityAt(target, handed) is { } security && security.TurnOn(edit) && Number(edit, target) ? edit : null);
        });

    /// <summary>
    /// The settings decide what the call hands over, host and port together; a host that is none of the code's stays.
    /// </summary>
    public FixStep Setting(HandedPort handed) => new(handed.File.Document, PlaceOf(handed), (target, request) =>
    {
        var passed = PassedPort.Read(Value(target), target.File);
        var host = passed?.HostOf(handed.Arrival);
        var edit = request.Begin(target, host is null ? [] : [host]);
        var isMoved = host is not null
            ? ClientRewriter.RewriteHost(edit, host) && ClientRewriter.RewritePort(edit, passed!.Port)
            : passed is not null && HasOwnHost ? ClientRewriter.RewritePort(edit, passed.Port) : Number(edit, target);
        var isEncrypted = SecurityAt(target, handed) is not { } security || security.TurnOn(edit);
        TurnOnLogin(edit, target, handed);
        return Task.FromResult(isMoved && isEncrypted ? edit : null);
    });

    /// <summary>
    /// The hosts that other calls hand over than those with the port: the settings take their place as well. Null where a file is out
    /// of reach.
    /// </summary>
    public async Task<IReadOnlyList<FixStep>?> HostsElsewhereAsync()
    {
        var steps = new List<FixStep>();
        foreach (var host in Places.SelectMany(handed => handed.Arrival.Host?.Knowns ?? ImmutableArray<AbstractValue>.Empty)
            .Select(known => known.Origin)
            .OfType<LiteralExpressionSyntax>().Distinct().Where(IsHandedAlone))
        {
            if (Finding.Document.Project.GetDocument(host.SyntaxTree) is not { } document)
                return null;

            var call = host.FirstAncestorOrSelf<ArgumentListSyntax>()!.Parent!;
            steps.Add(new(
                document, new FixPlace(Library, host.Span, call.Span, ImmutableArray<(string, TextSpan)>.Empty), (target, request) =>
            {
                var edit = request.Begin(target, [Value(target)]);
                return Task.FromResult(ClientRewriter.RewriteHost(edit, Value(target)) ? edit : null);
            }));
        }

        return steps;
    }

    private bool IsHandedAlone(LiteralExpressionSyntax host) => host.Parent is ArgumentSyntax { Parent: ArgumentListSyntax }
        && !Client.Hosts.Any(own => own.SyntaxTree.FilePath == host.SyntaxTree.FilePath && own.Span.Contains(host.Span))
        && !Places.Any(handed => handed.Port.SyntaxTree == host.SyntaxTree && handed.Call?.Call.Span.Contains(host.Span) == true);

    /// <summary>The connection itself; null where the calls have all that it lacks.</summary>
    public FixStep? Rest(bool logsIn)
    {
        var isEncrypted = Client.SecurityFlags.Any(IsHandedOver) && Places.All(handed => handed.Call is not null);
        if (isEncrypted && (!logsIn || Client.IsAuthenticated))
            return null;

        var editor = PortFix.Rest(encrypts: !isEncrypted, addresses: !isEncrypted && !NamesHosts);
        return new(
            File.Document, new FixPlace(Library, Site.Span, Site.Span, ImmutableArray<(string, TextSpan)>.Empty), editor);
    }

    // The connection names its host itself, so that the settings decide host and port together.
    private bool HasOwnHost => Client.Hosts.Any() && Client.Hosts.All(host => File.ProvedConstant(host) is string);

    private FixPlace PlaceOf(HandedPort handed) => new(
        Library, handed.Port.Span, handed.Call?.Call.Span, ImmutableArray<(string, TextSpan)>.Empty);

    // The call may be of a later state of the program than what is known of the connection.
    private PassedSecurity? SecurityAt(FixTarget target, HandedPort handed) =>
        handed.Call is { } call && PassedSecurity.Find(call.Call, call.Method, Client, File) is { } security
        && PassedPort.Read(Value(target), target.File) is { } passed
        ? security with { Call = passed.Call, Parameter = passed.Method.Parameters[security.Parameter.Ordinal] }
        : null;

    private void TurnOnLogin(RelayEdit edit, FixTarget target, HandedPort handed)
    {
        if (handed.Call is { } call && PassedLogin.SwitchesOf(call.Method, Client, File) is { Length: > 0 } switches
            && PassedPort.Read(Value(target), target.File) is { } passed)
            PassedLogin.TurnOn(edit, passed, switches);
    }

    private static ExpressionSyntax Value(FixTarget target) =>
        target.Node.AncestorsAndSelf().OfType<ExpressionSyntax>().Last(node => node.Span == target.Place.Span);

    private static bool Number(RelayEdit edit, FixTarget target)
    {
        var value = Value(target);
        var place = EditPlace.PlaceOf(value, target.File);
        if (LoneConstant.ValueOf(value, target.File) is { } constant)
            place = constant;
        if (PortPlace.Submission(place, target.File) is not { } number)
            return false;

        edit.Edits.Replace(place.Span, number);
        return true;
    }
}
