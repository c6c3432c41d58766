using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.CodeFixes.Logins;
using SmtpPortAnalyzer.CodeFixes.Security;
using SmtpPortAnalyzer.CodeFixes.Sources;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections;

namespace SmtpPortAnalyzer.CodeFixes.Clients;

/// <summary>Rewrites a client that is configured by properties: a switch, which means STARTTLS, and credentials.</summary>
internal sealed class PropertiesRewriter : ClientRewriter
{
    private readonly PropertiesClient _client;
    private readonly ClientUsage _usage;
    private readonly SyntaxNode _site;
    private readonly FileContext _file;
    private readonly ConfigurationPlaces _places;

    private PropertiesRewriter(PropertiesClient client, ClientUsage usage, SyntaxNode site, FileContext file)
    {
        _client = client;
        _usage = usage;
        _site = site;
        _file = file;
        _places = new ConfigurationPlaces(usage, site, client, file);
    }

    /// <summary>
    /// Null where other code, too, may configure the client: what it ends up with is unknown. Null as well where it may put its messages
    /// into a pickup directory: a client that encrypts throws there.
    /// </summary>
    public static PropertiesRewriter? Create(PropertiesClient client, SyntaxNode site, FileContext file) =>
        ClientUsage.Read(site, file) is { } usage && !IsConfiguredElsewhere(usage, site, file)
            && (client.Row.DeliveryProperty is not { } delivery
                || usage.Of(delivery).All(w => file.ConstantOf(w.Value) is { HasValue: true, Value: 0 }))
            && !usage.Of(client.Credentials).Any(w => IsForOnePort(w.Value, file))
            ? new PropertiesRewriter(client, usage, site, file)
            : null;

    /// <summary>
    /// The client of a parameter: <c>void Configure(SmtpClient client) { client.Port = 25; … }</c>. Null where the code that makes the
    /// client says some of it as well.
    /// </summary>
    public static PropertiesRewriter? CreateHandedOver(PropertiesClient client, FixTarget finding) =>
        finding.Site is BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 } } creation
        && finding.Node.AncestorsAndSelf().OfType<ExpressionSyntax>().LastOrDefault(value => value.Span == finding.Place.Span) is
        {
            Parent: AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: var handed } } assignment,
        }
        && finding.File.SymbolOf(handed) is IParameterSymbol
        && ClientUsage.Read(creation, finding.File) is { } made && !made.Writes.Any(write =>
            write.Property == client.Port || write.Property == client.Host || write.Property == client.Switch
            || write.Property == client.Credentials || write.Property == client.DefaultCredentials)
            ? Create(client, assignment, finding.File)
            : null;

    // A cache hands the login out for the port under which it was put there: CredentialCache.Add(host, 25, …).
    private static bool IsForOnePort(ExpressionSyntax credentials, FileContext file) =>
        file.FrameworkTypes.Is(file.TypeOf(credentials), FrameworkType.CredentialCache);

    private static bool IsConfiguredElsewhere(ClientUsage usage, SyntaxNode site, FileContext file) =>
        usage.Variable is { } variable && Client(site) is { } client && file.IsConfiguredByCallees(client, variable);

    // The creation, or what the assignment is to a member of.
    private static ExpressionSyntax? Client(SyntaxNode site) => site switch
    {
        BaseObjectCreationExpressionSyntax creation => creation,
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: var client } } => client,
        _ => null,
    };

    public override IEnumerable<ExpressionSyntax> Ports => Of(_client.Port, _client.Row.PortParameter);

    public override IEnumerable<ExpressionSyntax> Hosts => Of(_client.Host, _client.Row.HostParameter);

    public override IEnumerable<ExpressionSyntax> SecurityFlags => _usage.Of(_client.Switch).Select(w => w.Value);

    public override bool IsSecurityConditional => _usage.Of(_client.Switch).All(w => w.IsConditional);

    public override bool IsEncrypted => !IsSecurityConditional && _usage.Of(_client.Switch).All(w => IsTrue(w.Value));

    public override TransportSecurity? Security => !_usage.Of(_client.Switch).Any() ? TransportSecurity.None
        : _usage.Of(_client.Switch).All(w => IsTrue(w.Value)) ? TransportSecurity.StartTls
        : _usage.Of(_client.Switch).All(w => IsFalse(w.Value)) ? TransportSecurity.None
        : null;

    public override LoginKind LoginKind => LoginKinds.Together(_usage.Of(_client.Credentials).Select(KindOf));

    public override bool IsAuthenticated => HasRunTimeLogin && !HasSwitchedLogin;

    public override bool HasSwitchedLogin => Switches.Any();

    private IEnumerable<LoginSwitch> Switches => _usage.Of(_client.Credentials).Where(w => KindOf(w) == LoginKind.RunTime)
        .Select(w => LoginSwitch.Around(w.Assignment, _file)).OfType<LoginSwitch>().Distinct();

    // The identity of the process may be a choice among others that the program has at run time.
    private bool HasRunTimeLogin =>
        _usage.Of(_client.Credentials).Any(w => KindOf(w) == LoginKind.RunTime)
        && _usage.Of(_client.Credentials).All(w => KindOf(w) == LoginKind.RunTime || IsChosenIdentity(w))
        && !_usage.Writes.Any(w => !w.IsConditional && _usage.DefeatsLogin(w.Assignment, _client) && !IsSwitchBefore(w));

    public override IEnumerable<ExpressionSyntax> LoginParts =>
        _usage.Of(_client.Credentials).SelectMany(write => Login.PartsOf(write.Value, _file));

    public override bool CanStartWithTls => false;

    public override bool IsPort25(ExpressionSyntax port) => IsPort25(port, _file);

    public override bool RewriteHost(RelayEdit edit) => Hosts.All(host => RewriteHost(edit, host));

    public override bool RewritePort(RelayEdit edit)
    {
        var ports = Ports.Where(p => p.Span == edit.Finding.Place.Span || IsPort25(p, _file)).ToList();
        if (_usage.Of(_client.Port).Any(w => w.IsShared && ports.Contains(w.Value)) || !ports.All(port => RewritePort(edit, port)))
            return false;

        if (_usage.Of(_client.Port).Any(w => !w.IsConditional)
            || (_usage.Creation is { } creation && Argument(creation, _client.Row.PortParameter) is not null))
            return ports.Count > 0;

        // Those that set it do so on some ways; the others still take the default.
        if (ports.Count > 0 && edit.Finding.Place.Span != edit.Finding.Place.Site && !IsLeftOutOnSomeWay())
            return true;

        return edit.Source.Port(edit, _site) is { } port && AddPort(edit, port);
    }

    public override bool RewriteSecurity(RelayEdit edit)
    {
        foreach (var write in _usage.Of(_client.Switch).Where(w => !IsTrue(w.Value)))
        {
            if (write.IsShared)
                return false;
            if (!edit.KeepsPort || !SwitchDefault.TurnOn(edit, write.Value))
                edit.Edits.Replace(EditPlace.PlaceOf(write.Value, _file).Span, "true");
        }

        return _usage.Of(_client.Switch).Any(w => !w.IsConditional)
            || _places.Add(edit, _client.Switch, _ => "true", after: new[] { _client.Port, _client.Host });
    }

    public override bool RewriteLogin(RelayEdit edit)
    {
        var login = _usage.Of(_client.Credentials).ToList();
        foreach (var write in login.Where(w => KindOf(w) != LoginKind.RunTime && !(HasRunTimeLogin && IsChosenIdentity(w))))
        {
            if (write.IsShared || KindOf(write) == LoginKind.Mixed || !Login.Rewrite(edit, write.Value))
                return false;

            // A login takes several lines.
            if (write.Assignment.Parent is InitializerExpressionSyntax initializer && edit.Source.SpansLines(edit))
                _places.Unfold(edit, initializer);
        }

        foreach (var asked in edit.KeepsPort ? [] : Switches.ToList())
            asked.Remove(edit);
        return HasRunTimeLogin || RewriteDefaultCredentials(edit, login.Count == 0);
    }

    // The login takes the place of UseDefaultCredentials = true.
    private bool RewriteDefaultCredentials(RelayEdit edit, bool addsLogin)
    {
        foreach (var write in _usage.Of(_client.DefaultCredentials).Where(w => _usage.DefeatsLogin(w.Assignment, _client)))
        {
            if (write.IsShared)
                return false;

            var isLast = write.Equals(_usage.Of(_client.DefaultCredentials).Last());
            if (write.IsConditional || (write.Statement is null && !write.IsInInitializer))
            {
                if (IsFalse(write.Value))
                    return false;
                edit.Edits.Replace(write.Value.Span, "false");
            }
            else if (addsLogin && isLast && Login.New(edit, write.Assignment, edit.Layout.FinalIndentation(write.Assignment)) is { } login)
            {
                var name = (write.Assignment.Left as MemberAccessExpressionSyntax)?.Name ?? write.Assignment.Left;
                edit.Edits.Replace(name.Span, _client.Credentials);
                edit.Edits.Replace(write.Value.Span, login);
                if (write.Assignment.Parent is InitializerExpressionSyntax initializer && edit.Source.SpansLines(edit))
                    _places.Unfold(edit, initializer);
                addsLogin = false;
            }
            else if (!_places.Remove(edit, write))
            {
                return false;
            }
        }

        return !addsLogin || _places.Add(
            edit, _client.Credentials, indentation => Login.New(edit, _site, indentation),
            after: new[] { _client.Switch, _client.DefaultCredentials, _client.Port, _client.Host });
    }

    private bool IsLeftOutOnSomeWay()
    {
        var writes = _usage.Of(_client.Port).Select(w => w.Assignment).ToList<SyntaxNode>();
        return _usage.Creation is not null && writes.All(w => EnclosingMember.Find(w) == EnclosingMember.Find(_site))
            && !EnclosingMember.Find(_site).ChildNodes().Any(node => ControlFlow.RunsOneOf(writes, node));
    }

    private bool AddPort(RelayEdit edit, string port)
    {
        if (_usage.Creation is { ArgumentList: { Arguments.Count: > 0 } list } creation)
        {
            // The parameter names of a derived class's constructor are its own business.
            if (!IsClientItself(creation) || HostArgument(creation) is not { } host)
                return false;
            edit.Edits.Insert(
                list.Arguments.Last().Span.End, (host.NameColon is null ? ", " : ", " + _client.Row.PortParameter + ": ") + port);
            return true;
        }

        // A port that some paths set must still win over it.
        return _usage.Of(_client.Port).Any()
            ? _places.AddAtCreation(edit, _client.Port, _ => port, after: new[] { _client.Host })
            : _places.Add(edit, _client.Port, _ => port, after: new[] { _client.Host });
    }

    private IEnumerable<ExpressionSyntax> Of(string property, string? parameter)
    {
        var writes = _usage.Of(property).ToList();
        if (_usage.Creation is { } creation && Argument(creation, parameter) is { } argument
            && (property == _client.Port || !writes.Any(w => !w.IsConditional)))
            yield return argument.Expression;
        foreach (var write in writes)
            yield return write.Value;
    }

    private ArgumentSyntax? HostArgument(BaseObjectCreationExpressionSyntax creation) => Argument(creation, _client.Row.HostParameter);

    private ArgumentSyntax? Argument(BaseObjectCreationExpressionSyntax creation, string? parameter) =>
        parameter is not null && IsClientItself(creation)
            ? creation.ArgumentList?.ArgumentFor(parameter, parameter == _client.Row.HostParameter ? 0 : 1)
            : null;

    private bool IsClientItself(BaseObjectCreationExpressionSyntax creation) =>
        _client.Is(_file.TypeOf(creation));

    /// <summary>Whether run time says whether the identity of the process logs in, before the login that comes where it does not.</summary>
    private bool IsSwitchBefore(PropertyWrite write) => _file.ProvedConstant(write.Value) is null
        && _usage.Of(_client.Credentials).All(login => login.Assignment.SpanStart > write.Assignment.SpanStart);

    /// <summary>Whether it is the identity of the process, on some ways only.</summary>
    private bool IsChosenIdentity(PropertyWrite write) =>
        write.IsConditional && KindOf(write) == LoginKind.None && !write.Value.IsKind(SyntaxKind.NullLiteralExpression);

    private LoginKind KindOf(PropertyWrite write) => _file.ProvedLogin(write.Value);

    private bool IsTrue(ExpressionSyntax value) => _file.ProvedConstant(value) is true || SecurityFlag.IsOn(value, _file)
        || SwitchDefault.IsOn(value, _file);

    private bool IsFalse(ExpressionSyntax value) => _file.ProvedConstant(value) is false;
}
