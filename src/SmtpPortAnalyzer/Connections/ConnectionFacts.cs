using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Connections.Clients;
using SmtpPortAnalyzer.Connections.Keys;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Connections.Tracing;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Connections;

/// <summary>
/// What is proved of the values and connections of one compilation, asked one expression or connection at a time. The fixes ask here what
/// the analyzer has found out for its findings, so that both have one answer. Bodies are followed when a question needs them, and each
/// once. Any thread may ask; one question is answered at a time.
/// </summary>
internal sealed class ConnectionFacts
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly SmtpProgram _program;
    private readonly ExpressionFacts _expressions;
    private readonly Dictionary<SmtpConnection, PortQuestion> _ports = new();
    private List<SyntaxNode>? _bodies;
    private List<SmtpConnection>? _all;

    private KnownAccounts? _accounts;

    private ConnectionFacts(SmtpProgram program)
    {
        _program = program;
        _expressions = new ExpressionFacts(program);
    }

    /// <param name="compilation">The program.</param>
    /// <param name="files">The files beside it, among which the user's own rows of the catalogue may be.</param>
    /// <param name="cancellationToken">Ends the reading of them.</param>
    public static ConnectionFacts Create(Compilation compilation, IEnumerable<AdditionalText> files, CancellationToken cancellationToken) =>
        new(new SmtpProgram(
            compilation, new SmtpSymbols(compilation, UserApis.Read(compilation, files, cancellationToken), SmtpCatalog.Libraries)));

    public Compilation Compilation => _program.Compilation;

    /// <summary>
    /// What the expression may be, as the body in which it stands and the whole compilation show: what callers hand over and what is
    /// written to a member is looked up. Each alternative has the place that gives it.
    /// </summary>
    public ValueSet Resolve(ExpressionSyntax expression, CancellationToken cancellationToken)
    {
        using (Alone(cancellationToken))
            return ValueTrace.HostOf(_expressions.InBody(expression, cancellationToken), _program, cancellationToken);
    }

    /// <summary>The same, with parameters and members that another type may replace left open: other code decides them.</summary>
    public ValueSet ResolveMembers(ExpressionSyntax expression, CancellationToken cancellationToken)
    {
        using (Alone(cancellationToken))
            return ValueTrace.OwnValueOf(_expressions.InBody(expression, cancellationToken), _program, cancellationToken);
    }

    /// <summary>The servers that the code names, and the passwords that it has for them.</summary>
    public KnownAccounts Accounts(CancellationToken cancellationToken)
    {
        using (Alone(cancellationToken))
            return _accounts ??= KnownAccounts.Find(Bodies(cancellationToken), _program, cancellationToken);
    }

    /// <summary>
    /// The constant that the expression always has, whatever other code hands over or overrides; null where there is none, or it is null
    /// itself.
    /// </summary>
    public object? ConstantOf(ExpressionSyntax expression, CancellationToken cancellationToken)
    {
        if (_program.Model(expression.SyntaxTree).GetConstantValue(expression, cancellationToken)
            is { HasValue: true, Value: var constant })
            return constant;

        var value = ResolveMembers(expression, cancellationToken);
        return value.Single is { Kind: AbstractValueKind.Constant, IsFallback: false } single ? single.Constant : null;
    }

    /// <summary>
    /// Where the login comes from that the expression gives a connection: a password, or an object that carries one. What callers of the
    /// code hand over counts as got at run time.
    /// </summary>
    public LoginKind LoginOf(ExpressionSyntax credentials, CancellationToken cancellationToken)
    {
        using (Alone(cancellationToken))
        {
            var value = _expressions.InBody(credentials, cancellationToken);
            var resolved = ValueTrace.OwnValueOf(value, _program, cancellationToken);
            if (_program.Symbols.IsProcessIdentity(value.Single?.Symbol)
                || (LoginValue.IsNone(resolved) && resolved.Single is not { Constant: string }))
                return LoginKind.None;

            var traces = PasswordsAt(ExpressionFacts.Evaluated(credentials), cancellationToken);
            var isOpen = traces.Count == 0 || traces.Any(trace => trace.IsOpen);
            var texts = traces.SelectMany(trace => trace.Passwords).Where(source => !source.IsFallback).Select(source => source.Constant)
                .OfType<string>().ToList();
            if (texts.Count > 0 && !isOpen)
                return LoginKind.Literal;

            // An empty text beside others is what a variable has before it gets one.
            if (texts.Any(text => text.Length > 0))
                return LoginKind.Mixed;

            return !isOpen && resolved.Single is { } made && IsEmpty(made) ? LoginKind.None : LoginKind.RunTime;
        }
    }

    /// <inheritdoc cref="ExpressionFacts.KeysOf"/>
    public IReadOnlyList<SettingKey> KeysOf(ExpressionSyntax setting, CancellationToken cancellationToken)
    {
        using (Alone(cancellationToken))
            return _expressions.KeysOf(setting, cancellationToken);
    }

    /// <inheritdoc cref="ExpressionFacts.KeysAmong"/>
    public IReadOnlyList<SettingKey> KeysAmong(ExpressionSyntax setting, CancellationToken cancellationToken)
    {
        using (Alone(cancellationToken))
            return _expressions.KeysAmong(setting, cancellationToken);
    }

    /// <inheritdoc cref="ExpressionFacts.IsLookedUp"/>
    public bool IsLookedUp(ExpressionSyntax host, CancellationToken cancellationToken)
    {
        using (Alone(cancellationToken))
            return _expressions.IsLookedUp(host, cancellationToken);
    }

    /// <inheritdoc cref="ExpressionFacts.IsHandedBy"/>
    public bool IsHandedBy(IParameterSymbol parameter, ExpressionSyntax expression, CancellationToken cancellationToken)
    {
        using (Alone(cancellationToken))
            return _expressions.IsHandedBy(parameter, expression, cancellationToken);
    }

    /// <inheritdoc cref="ExpressionFacts.MayHold"/>
    public bool MayHold(ISymbol member, IParameterSymbol parameter, CancellationToken cancellationToken)
    {
        using (Alone(cancellationToken))
            return _expressions.MayHold(member, parameter, cancellationToken);
    }

    /// <summary>Whether what a call gives the parameter is, or may be, the password that the expression logs in with.</summary>
    public bool IsLoginHandedBy(IParameterSymbol parameter, ExpressionSyntax credentials, CancellationToken cancellationToken)
    {
        using (Alone(cancellationToken))
        {
            return _expressions.MayBeHandedBy(parameter, credentials, cancellationToken)
                || PasswordsAt(ExpressionFacts.Evaluated(credentials), cancellationToken).SelectMany(password => password.Parameters)
                    .Contains(parameter, SymbolEqualityComparer.Default);
        }
    }

    /// <summary>The connection that is opened at a creation, a call or an assignment to a port; null where none is.</summary>
    public SmtpConnection? ConnectionAt(SyntaxNode site, CancellationToken cancellationToken)
    {
        using (Alone(cancellationToken))
            return CodeBody.Enclosing(site) is { } body
                ? _program.Facts(body, cancellationToken).Connections.FirstOrDefault(connection => connection.Site == site)
                : null;
    }

    /// <summary>
    /// Every known port that reaches the connection at the place, from wherever in the compilation, with its host; empty where no
    /// connection is opened there.
    /// </summary>
    public IReadOnlyList<PortArrival> ArrivalsAt(SyntaxNode site, CancellationToken cancellationToken)
    {
        if (ConnectionAt(site, cancellationToken) is not { } connection)
            return new List<PortArrival>();

        using (Alone(cancellationToken))
            return PortsOf(connection, cancellationToken).Arrivals;
    }

    /// <summary>The connections of the compilation that a port reaches from the expression that gives it.</summary>
    public IReadOnlyList<SmtpConnection> ReachedFrom(ExpressionSyntax port, CancellationToken cancellationToken)
    {
        using (Alone(cancellationToken))
            return All(cancellationToken).Where(connection => PortsOf(connection, cancellationToken).Arrivals
                .Any(arrival => arrival.Place == port || arrival.Constant.Origin == port)).ToList();
    }

    /// <summary>The keys of the configuration that a property is bound to; empty where nothing binds its type.</summary>
    public IReadOnlyList<SettingKey> KeysOf(IPropertySymbol property, CancellationToken cancellationToken)
    {
        using (Alone(cancellationToken))
            return new SettingKeys(_program).Of(AbstractValue.OfSymbol(property, null, null), cancellationToken).Distinct().ToList();
    }

    /// <summary>The connections of the compilation that look their port up under a key of the configuration.</summary>
    public IReadOnlyList<SmtpConnection> ReadersOf(Func<SettingKey, bool> isMeant, CancellationToken cancellationToken)
    {
        using (Alone(cancellationToken))
        {
            var keys = new SettingKeys(_program);
            return All(cancellationToken).Where(connection => PortsOf(connection, cancellationToken).Settings
                .Any(read => keys.Of(read.Source, cancellationToken).Any(isMeant))).ToList();
        }
    }

    /// <summary>The connections of the compilation.</summary>
    public IReadOnlyList<SmtpConnection> Connections(CancellationToken cancellationToken)
    {
        using (Alone(cancellationToken))
            return All(cancellationToken);
    }

    private List<SmtpConnection> All(CancellationToken cancellationToken) =>
        _all ??= new GivenClients(_program, cancellationToken).Find(Bodies(cancellationToken)).Select(found => found.Connection)
            .Where(connection => !connection.Library.IsSocket).ToList();

    private List<SyntaxNode> Bodies(CancellationToken cancellationToken) => _bodies ??= MailBodies.FindIn(
        Compilation, MailNames.Find(Compilation, _program.Symbols, cancellationToken), cancellationToken).ToList();

    private PortQuestion PortsOf(SmtpConnection connection, CancellationToken cancellationToken)
    {
        if (!_ports.TryGetValue(connection, out var ports))
            _ports.Add(connection, ports = ValueTrace.PortsOf(connection, _program, cancellationToken));
        return ports;
    }

    /// <summary>How the connection at the place is encrypted, on all ways; null where that is not known, or not the same on all.</summary>
    public TransportSecurity? SecurityAt(SyntaxNode site, CancellationToken cancellationToken)
    {
        if (ConnectionAt(site, cancellationToken) is not { } connection)
            return null;

        using (Alone(cancellationToken))
        {
            var modes = connection.Paths.Where(path => !path.IsExempt).SelectMany(path => Modes(path.Security, cancellationToken))
                .Distinct().ToList();
            return modes.Count == 1 ? modes[0] : null;
        }
    }

    /// <summary>Whether a method of the compilation that gets the client sets its host, port, encryption or login.</summary>
    /// <param name="client">The client: its creation, or what a member is called on.</param>
    /// <param name="variable">What holds it.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public bool IsConfiguredByCallees(ExpressionSyntax client, ISymbol variable, CancellationToken cancellationToken)
    {
        using (Alone(cancellationToken))
            return Handed(client, variable, cancellationToken).IsConfigured();
    }

    /// <summary>Whether a method of the compilation that gets the client logs it in.</summary>
    /// <param name="client">The client: its creation, or what a member is called on.</param>
    /// <param name="variable">What holds it.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public bool IsLoggedInByCallees(ExpressionSyntax client, ISymbol variable, CancellationToken cancellationToken)
    {
        using (Alone(cancellationToken))
            return Handed(client, variable, cancellationToken).IsLoggedIn();
    }

    /// <summary>Waits for the question under way, as long as the request lives.</summary>
    private Turn Alone(CancellationToken cancellationToken)
    {
        _gate.Wait(cancellationToken);
        return new Turn(_gate);
    }

    private HandedClient Handed(ExpressionSyntax client, ISymbol variable, CancellationToken cancellationToken) =>
        new(_program, _expressions.InBody(client, cancellationToken), client, variable, cancellationToken);

    private IEnumerable<TransportSecurity?> Modes(PathSecurity? security, CancellationToken cancellationToken)
    {
        if (security?.Member is null)
            return new[] { security?.Otherwise };

        var value = ValueTrace.OwnValueOf(security.Value, _program, cancellationToken);
        return value.IsOpen ? new TransportSecurity?[] { null } : value.Knowns.Select(security.Mode);
    }

    private List<PasswordQuestion> PasswordsAt(ExpressionSyntax credentials, CancellationToken cancellationToken) =>
        CodeBody.Enclosing(credentials) is { } body
            ? _program.Facts(body, cancellationToken).Logins.Where(login => login.Site == credentials)
                .Select(login => ValueTrace.OwnPasswordOf(login, _program, cancellationToken)).ToList()
            : new List<PasswordQuestion>();

    private static bool IsEmpty(AbstractValue credentials) => credentials is
    {
        Kind: AbstractValueKind.Allocation,
        Origin: BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList.Arguments.Count: 0 }
    };

    private readonly struct Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
