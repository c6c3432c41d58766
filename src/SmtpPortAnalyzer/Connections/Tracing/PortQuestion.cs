using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections.Bodies;
using SmtpPortAnalyzer.Connections.Clients;
using SmtpPortAnalyzer.Connections.Keys;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Connections.Tracing;

/// <summary>Which ports reach this connection, where are they to be mended, and what host is on the same way?</summary>
internal sealed class PortQuestion(SmtpConnection connection, SmtpProgram program, CancellationToken cancellationToken) : TraceQuestion
{
    private readonly HostBesidePort _hosts = new(program, cancellationToken);
    private readonly List<PortArrival> _arrivals = new();
    private readonly List<SettingRead> _settings = new();

    /// <summary>Every known port that reaches the connection on a way that counts.</summary>
    public IReadOnlyList<PortArrival> Arrivals => _arrivals;

    /// <summary>
    /// What the connection reads its port from at run time, as far as it is a setting or a member that settings are bound to.
    /// </summary>
    public IReadOnlyList<SettingRead> Settings => _settings;

    public override void Start(ValueTrace trace)
    {
        foreach (var path in connection.Paths)
        {
            if (path.IsExempt || HasNoHost(path))
                continue;

            foreach (var known in path.Port.Knowns)
            {
                if (path.IsUndecided && known.IsDefault)
                    continue;

                var uri = IsUri(known) ? path.Uri : null;
                trace.Reach(new TraceStep(known)
                {
                    Host = path.Host,
                    Place = known.Place ?? uri?.Place ?? connection.Site,
                    IsDirect = !IsHandedOver(known),
                    Uri = uri?.Method,
                });
            }
        }
    }

    public override void Answer(TraceStep step, ValueTrace trace)
    {
        var known = step.Value;
        if (step.Uri is { } uri)
        {
            if (ConnectCall.UriPort(uri, known, step.Place!, step.Place!) is { } said)
            {
                var named = ConnectCall.UriHost(known) is { } name ? ValueSet.FromValue(name) : ValueSet.Open;
                trace.Reach(step with { Uri = null, Value = said, Host = named });
            }

            return;
        }

        if (known.Kind == AbstractValueKind.Setting)
            _settings.Add(new SettingRead(known, step.Host) { Place = step.Place });

        if (known.Kind != AbstractValueKind.Constant || !IsPortNumber(known, out var port)
            || (known.IsExcluded && port == MailPorts.Blocked))
        {
            return;
        }

        var origin = known.IsDefault ? PortOrigin.Default : known.IsFallback ? PortOrigin.Fallback : PortOrigin.Explicit;
        var place = origin == PortOrigin.Fallback && known.Origin is { } fallback ? fallback : step.Place!;
        _arrivals.Add(new PortArrival(connection, origin, port, place, _hosts.Resolve(step.Host), known)
        {
            IsDirect = step.IsDirect,
            IsFixed = step.IsFixed,
        });
    }

    public override bool MayFollow(TraceStep step)
    {
        if (IsRow(step.Value.Symbol!))
            return false;

        // A table keeps the host and the port as texts of one member: which row holds what is known at run time only.
        if (step is { Uri: null, Host: { } beside } && beside.Knowns.Any(host =>
            host.Kind == AbstractValueKind.Symbolic && IsSameMember(host.Symbol!, step.Value.Symbol!)))
        {
            return false;
        }

        if (step.Value.Symbol is IPropertySymbol { IsStatic: false })
            _settings.Add(new SettingRead(step.Value, step.Host) { Place = step.Place });
        return true;
    }

    public override bool Cross(TraceStep step, ValueSource source, ValueTrace trace)
    {
        switch (source)
        {
            case DefaultSource { IsSaidByCalls: true }:
                return false;
            case DefaultSource { Syntax: { } syntax } from:
                CrossDefault(step, from.Parameter, syntax, trace);
                return true;
            case ArgumentSource from when from.Argument.IsWritten || from.IsOfOwn:
                if (!IsJudgedByCaller(from.Call))
                    CrossArgument(step, from, trace);
                return true;
            case PositionSource from:
                var position = AbstractValue.OfSymbol(from.Parameter, null, null);
                trace.Reach(WithSettableHost(step) with { Value = Carry(step, position), Host = _hosts.InPosition(step) });
                return true;
            case WriteSource from:
                CrossWrite(step, from, trace);
                return true;
            case ImplementationSource from:
                CrossImplementation(step, from, trace);
                return true;
            case FunctionSource from:
                CrossFunction(step, from, trace);
                return true;
            default:
                return false;
        }
    }

    private static void CrossDefault(TraceStep step, IParameterSymbol parameter, SyntaxNode syntax, ValueTrace trace) =>
        trace.Reach(step with
        {
            Value = Carry(step, AbstractValue.OfConstant(parameter.ExplicitDefaultValue, syntax).AsFallback()),
            Host = HostBesidePort.InDefault(step, parameter),
            Place = syntax,
            IsDirect = false,
        });

    /// <summary>
    /// Whether the call only has the caller's own client configured: with its host and all else, that is judged where it is made.
    /// </summary>
    private bool IsJudgedByCaller(CallFact call) =>
        GivenClients.ConfiguredClient(connection) is { } client
        && IsParameterOf(client, call.Method)
        && program.BodyOf(call.Method, cancellationToken) is { } configuring
        && !program.Facts(configuring, cancellationToken).Effects.AreTooMany
        && CodeBody.Enclosing(call.Syntax) is { } caller
        && GivenClients.IsMadeBy(program.Facts(caller, cancellationToken), call, client);

    /// <summary>Whether the method has the parameter, or the extension block that it stands in.</summary>
    private static bool IsParameterOf(IParameterSymbol parameter, IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(
        parameter.ContainingSymbol.OriginalDefinition,
        parameter.IsExtended() ? method.ContainingType.OriginalDefinition : method.OriginalDefinition);

    private void CrossArgument(TraceStep step, ArgumentSource from, ValueTrace trace)
    {
        var call = from.Call;
        var host = _hosts.InCall(step, call, from.Argument);
        if (IsEmpty(host))
        {
            if (!step.IsHostSettable)
                return;

            host = ValueSet.Open;
        }

        foreach (var known in from.Argument.Value.Knowns)
        {
            trace.Reach(step with
            {
                Value = Carry(step, Fallback.IsPreset(known, from.Argument.Syntax) ? known.AsFallback() : known),
                Host = host,
                Place = known.IsReturned && known.Place is { } returned ? returned : from.Argument.Syntax,
                IsDirect = false,
            });
        }
    }

    private void CrossWrite(TraceStep step, WriteSource from, ValueTrace trace)
    {
        var (member, write) = (from.Member, from.Write);
        var isReadOnly = !write.IsDeclared && member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null };
        var isFixed = !step.Value.IsFallback && MemberWrites.IsFixed(member, program, cancellationToken);
        foreach (var known in write.Value.Knowns)
        {
            var isConstant = known.Kind == AbstractValueKind.Constant;
            var isSettableDefault = (write.IsInitial && !isReadOnly) || MemberWrites.IsPreset(member, write)
                || (!write.IsInitial && known.Origin is { } origin && Fallback.IsPreset(origin, use: null));
            trace.Reach(WithSettableHost(step) with
            {
                Value = Carry(step, isSettableDefault && isConstant ? known.AsFallback() : known),
                Host = _hosts.InWrite(step, write, known),

                // A constant that never changes is mended where it is used, anything else where it is written.
                Place = isReadOnly && isConstant && !known.IsReturned ? step.Place : write.ValueSyntax,
                IsDirect = step.IsDirect && isReadOnly,
                IsFixed = isFixed && isConstant && !known.IsFallback,
            });
        }
    }

    private static TraceStep WithSettableHost(TraceStep step) =>
        step.Host?.Single is { Kind: AbstractValueKind.Symbolic, Symbol: { } host } && IsBindable(host)
            ? step with { IsHostSettable = true }
            : step;

    private static void CrossFunction(TraceStep step, FunctionSource from, ValueTrace trace)
    {
        foreach (var known in from.Returned.Knowns)
        {
            trace.Reach(step with
            {
                Value = Carry(step, known),
                Host = from.Host ?? step.Host,
                Place = known.Origin ?? step.Place,
                IsDirect = false,
            });
        }
    }

    /// <summary>Each type gives its own port, beside its own host.</summary>
    private void CrossImplementation(TraceStep step, ImplementationSource from, ValueTrace trace)
    {
        var there = step with { Host = _hosts.InImplementation(step, from.Type) };
        if (from.Returned is not { } returned)
        {
            trace.Reach(there with { Value = Carry(step, AbstractValue.OfSymbol(from.Member, step.Value.Receiver, step.Value.Origin)) });
            return;
        }

        foreach (var known in returned.Knowns)
            trace.Reach(there with { Value = Carry(step, known), Place = known.Origin ?? step.Place, IsDirect = false });
    }

    /// <summary>
    /// Whether the host is left empty right there, or a static property of a library that the compilation does not set. An empty default
    /// of a settings class is no such host: something fills it.
    /// </summary>
    private bool HasNoHost(ConnectionPath path) =>
        IsEmpty(path.Host)
        || (path.Host?.Single is { Kind: AbstractValueKind.Symbolic, Symbol: IPropertySymbol { IsStatic: true } host }
            && program.Symbols.StaticKeys(host) is not null
            && !MemberWrites.FindTo(host, program, cancellationToken).Any());

    private static bool IsEmpty(ValueSet? host) =>
        host?.Single is { Kind: AbstractValueKind.Constant, Constant: "", Symbol: null, Origin.Parent: ArgumentSyntax };

    /// <summary>Whether one call of the function that connects hands the port over: each of them is to be mended where it stands.</summary>
    private bool IsHandedOver(AbstractValue known) =>
        known is { IsReturned: true, Place: { } place }
        && place.FirstAncestorOrSelf<ArgumentSyntax>()?.Parent?.Parent is InvocationExpressionSyntax call
        && program.Model(call.SyntaxTree).GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol called
        && (called.MethodKind == MethodKind.LocalFunction ? StandsIn(called) : IsMethodAround(called));

    private bool StandsIn(IMethodSymbol localFunction) => localFunction.DeclaringSyntaxReferences
        .Any(declared => connection.Site.AncestorsAndSelf().Contains(declared.GetSyntax(cancellationToken)));

    private bool IsMethodAround(IMethodSymbol called) =>
        CodeBody.Enclosing(connection.Site) is MethodDeclarationSyntax method
        && SymbolEqualityComparer.Default.Equals(
            called.AsDeclared().OriginalDefinition,
            program.Model(method.SyntaxTree).GetDeclaredSymbol(method, cancellationToken));

    private static bool IsSameMember(ISymbol one, ISymbol two) =>
        one is IFieldSymbol or IPropertySymbol && SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, two.OriginalDefinition);

    /// <summary>Whether it is handed over whole: a port that a URI is put together from knows its place there.</summary>
    private static bool IsUri(AbstractValue known) => known is { Kind: AbstractValueKind.Symbolic, Place: null };

    private static bool IsPortNumber(AbstractValue known, out int port)
    {
        var isNumber = ConstantFolding.TryGetInteger(known.Constant, out var number);
        if (known.Constant is string text && NumberTexts.TryParse(text, out var parsed))
            (isNumber, number) = (true, parsed);
        port = isNumber && MailPorts.IsPort(number) ? (int)number : -1;
        return port >= 0;
    }
}
