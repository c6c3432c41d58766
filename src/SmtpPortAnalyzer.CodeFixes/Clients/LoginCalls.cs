using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.CodeFixes.Logins;
using SmtpPortAnalyzer.CodeFixes.Sources;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections;

namespace SmtpPortAnalyzer.CodeFixes.Clients;

/// <summary>The login of a MailKit connection: the <c>Authenticate</c> calls behind a <c>Connect</c>, or the one to be put there.</summary>
internal sealed class LoginCalls
{
    private readonly ConnectSite _connect;
    private readonly FileContext _file;
    private readonly List<InvocationExpressionSyntax> _calls = new();
    private readonly bool _isShared;
    private readonly bool _isElsewhere;

    public LoginCalls(ConnectSite connect, FileContext file)
    {
        _connect = connect;
        _file = file;
        if (!connect.HasName)
            return;

        var calls = connect.Scope.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(IsOnClient).ToList();
        var connects = calls.Where(c => connect.Row.IsConnect(NameOf(c))).ToList();
        _calls.AddRange(calls.Where(c => connect.Row.IsLogin(NameOf(c)) && !IsPassedOn(c) && Follows(c, connect.Call, connects)));
        _isShared = _calls.Any(a => connects.Any(c => c != connect.Call && Follows(a, c, connects)));
        _isElsewhere = connect is { Receiver: { } receiver, Client: { } client } ? file.IsLoggedInByCallees(receiver, client)
            : connect.IsSelf && _calls.Count == 0 && OwnClientLogins.Exist(connect, file);
    }

    public LoginKind Kind =>
        _calls.Count == 0 ? _isElsewhere ? LoginKind.RunTime : LoginKind.None : LoginKinds.Together(_calls.Select(KindOf));

    /// <summary>Settings that are asked whether to log in.</summary>
    public IEnumerable<LoginSwitch> Switches =>
        _calls.Select(call => LoginSwitch.Around(call, _file)).OfType<LoginSwitch>().Distinct();

    /// <summary>What the calls log in with: user name and password, or objects that carry them.</summary>
    public IEnumerable<ExpressionSyntax> Parts => _calls.SelectMany(call => Read(call) is var (user, credentials) && credentials is not null
        ? Login.PartsOf(credentials, _file)
        : user < 0 ? []
        : call.ArgumentList.Arguments.Skip(user).Take(2).Select(argument => argument.Expression));

    public bool Rewrite(RelayEdit edit)
    {
        switch (Kind)
        {
            case LoginKind.RunTime:
                foreach (var asked in edit.KeepsPort ? [] : Switches.ToList())
                    asked.Remove(edit);
                return true;
            case LoginKind.None:
                return AddCall(edit);
            case LoginKind.Mixed:
                return false;
            default:
                return !_isShared && _calls.Where(c => KindOf(c) != LoginKind.RunTime).All(c => RewriteCall(edit, c));
        }
    }

    private bool AddCall(RelayEdit edit)
    {
        if (!_connect.HasName || LoginPlace.Behind(edit, _connect, _file) is not { } place)
            return false;

        edit.DemandsLogin = IsDemanded();
        var isGuarded = ReconnectGuard.Exists(_connect, _file);
        var inner = place.Statement.Indentation + (isGuarded ? edit.Layout.Step(_connect.Call) : "");
        var token = _connect.Token is { } argument ? new[] { argument.Expression.WithoutTrivia().ToString() } : [];
        if ((LogsInWithToken(edit) ? new TokenLogin(_connect, _file).Arguments(edit, place, inner)
            : Login.Arguments(edit, _connect.Call, inner, [], token)) is not { } arguments)
            return false;

        var call = _connect.Prefix + _connect.Row.Login(_connect.IsAsync) + arguments;
        var statement = place.Await + call + place.Suffix + ";";
        place.Statement.Write(
            edit, isGuarded ? ReconnectGuard.DisconnectOnFailure(edit, _connect, place, statement, inner) : statement);
        return true;
    }

    private bool RewriteCall(RelayEdit edit, InvocationExpressionSyntax call)
    {
        var (user, credentials) = Read(call);
        if (LogsInWithToken(edit))
            return new TokenLogin(_connect, _file).Rewrite(edit, call, user, credentials);
        if (credentials is not null)
            return Login.Rewrite(edit, credentials);
        if (user < 0)
            return false;

        edit.DemandsLogin = _file.SymbolOf(call) is IMethodSymbol method && TakesNoNull(method);
        return Login.RewriteArguments(edit, call.ArgumentList, user);
    }

    private static bool LogsInWithToken(RelayEdit edit) => edit.Source is TokenSource;

    private bool IsDemanded() => _connect.TypeIn(_file) is { } client
        && _file.Model.LookupSymbols(_connect.Call.SpanStart, client, _connect.Row.Login(_connect.IsAsync))
            .OfType<IMethodSymbol>().Any(TakesNoNull);

    private static bool TakesNoNull(IMethodSymbol method) =>
        method.Parameters.Any(p =>
            p is { Type.SpecialType: SpecialType.System_String, NullableAnnotation: NullableAnnotation.NotAnnotated });

    private LoginKind KindOf(InvocationExpressionSyntax call)
    {
        var (user, credentials) = Read(call);
        return (credentials ?? (user >= 0 ? call.ArgumentList.Arguments[user + 1].Expression : null)) is { } password
            ? _file.ProvedLogin(password)
            : LoginKind.RunTime;
    }

    // Authenticate([encoding,] user, password), ([encoding,] credentials), (mechanism)
    private (int User, ExpressionSyntax? Credentials) Read(InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        if (_file.SymbolOf(call) is not IMethodSymbol method)
            return (-1, null);

        var user = method.Parameters.ToList().FindIndex(p => p.Type.SpecialType == SpecialType.System_String);
        if (user >= 0)
            return arguments.Count > user + 1 && arguments.All(a => a.NameColon is null) ? (user, null) : (-1, null);

        var index = method.Parameters.ToList().FindIndex(p =>
            _file.FrameworkTypes.Is(p.Type, FrameworkType.Credentials) || _connect.Row.TakesCredentials(p.Type));
        return (-1, arguments.ElementAtOrDefault(index)?.Expression);
    }

    private bool IsOnClient(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax { Expression: var target } => _connect.Is(target, _file),
        IdentifierNameSyntax name => (_connect.Row.IsConnect(name.Identifier.ValueText) || _connect.Row.IsLogin(name.Identifier.ValueText))
            && _connect.Is(null, _file) && _file.SymbolOf(call) is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: false },
        _ => false,
    };

    // override void Authenticate(…) => base.Authenticate(…)
    private bool IsPassedOn(InvocationExpressionSyntax login) => _connect.IsSelf
        && EnclosingMember.Find(login) is MethodDeclarationSyntax { Identifier.ValueText: var name } && _connect.Row.IsLogin(name);

    private static bool Follows(
        InvocationExpressionSyntax login, InvocationExpressionSyntax connect, List<InvocationExpressionSyntax> connects)
    {
        if (EnclosingMember.Find(login) != EnclosingMember.Find(connect))
            return true;

        return login.SpanStart >= connect.Span.End && !ControlFlow.AreExclusive(connect, login)
            && !connects.Any(c => c.SpanStart > connect.SpanStart && c.Span.End <= login.SpanStart
                && EnclosingMember.Find(c) == EnclosingMember.Find(login) && !ControlFlow.AreExclusive(connect, c)
                && !ControlFlow.IsConditional(c, login));
    }

    private static string NameOf(InvocationExpressionSyntax call) =>
        ((call.Expression as MemberAccessExpressionSyntax)?.Name ?? (SimpleNameSyntax)call.Expression).Identifier.ValueText;
}
