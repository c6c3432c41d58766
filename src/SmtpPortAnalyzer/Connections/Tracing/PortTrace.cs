using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Connections.Keys;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Connections.Tracing;

/// <summary>
/// Follows the port of a connection back to the constants that reach it, through parameters, fields and properties of the compilation. It
/// walks in a loop with a visited set, so that chains may be long and recursive; <see cref="MaxSteps"/> bounds the whole.
/// </summary>
internal sealed partial class PortTrace
{
    private const int MaxSteps = 20000;

    private readonly SmtpProgram _program;
    private readonly CancellationToken _cancellationToken;
    private readonly Queue<Step> _steps = new();
    private readonly HashSet<(ISymbol Symbol, SyntaxNode Site, bool IsFallback)> _visited = new();
    private readonly List<PortArrival> _arrivals = new();
    private readonly List<SettingRead> _settings = new();

    private PortTrace(SmtpProgram program, CancellationToken cancellationToken)
    {
        _program = program;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Every known port that reaches the connection on a way that counts.</summary>
    public IReadOnlyList<PortArrival> Arrivals => _arrivals;

    /// <summary>
    /// What the connection reads its port from at run time, as far as it is a setting or a member that settings are bound to.
    /// </summary>
    public IReadOnlyList<SettingRead> Settings => _settings;

    public static PortTrace FromConnection(SmtpConnection connection, SmtpProgram program, CancellationToken cancellationToken)
    {
        var trace = new PortTrace(program, cancellationToken);
        foreach (var path in connection.Paths)
        {
            if (path.IsExempt || trace.HasNoHost(path))
                continue;

            foreach (var known in path.Port.Knowns)
            {
                if (!path.IsUndecided || !known.IsDefault)
                {
                    var uri = IsUri(known) ? path.Uri : null;
                    trace.Arrive(
                        new Step(connection, known, path.Host, known.Place ?? uri?.Place ?? connection.Site, IsDirect: true)
                        {
                            Uri = uri?.Method,
                        });
                }
            }
        }

        for (var count = 0; trace._steps.Count > 0 && count < MaxSteps; count++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            trace.Follow(trace._steps.Dequeue());
        }

        return trace;
    }

    /// <summary>Whether the host is a static property of a library that no code of the compilation sets.</summary>
    private bool HasNoHost(ConnectionPath path) =>
        path.Host?.Single is { Kind: AbstractValueKind.Symbolic, Symbol: IPropertySymbol { IsStatic: true } host }
        && _program.Symbols.StaticKeys(host) is not null
        && !MemberWrites.FindTo(host, _program, _cancellationToken).Any();

    private void Arrive(Step step)
    {
        var known = step.Known;
        if (known.Kind == AbstractValueKind.Symbolic)
        {
            if (_visited.Add((known.Symbol!, step.Connection.Site, known.IsFallback)))
                _steps.Enqueue(step);
            return;
        }

        if (step.Uri is { } uri)
        {
            if (ConnectCall.UriPort(uri, known, step.Place, step.Place) is { } said)
                Arrive(
                    step with
                    {
                        Uri = null,
                        Known = said,
                        Host = ConnectCall.UriHost(known) is { } name ? ValueSet.FromValue(name) : ValueSet.Open,
                    });
            return;
        }

        if (known.Kind == AbstractValueKind.Setting)
            _settings.Add(new SettingRead(known, step.Host));

        if (known.Kind != AbstractValueKind.Constant || !Number(known, out var port))
            return;

        var origin = known.IsDefault ? PortOrigin.Default : known.IsFallback ? PortOrigin.Fallback : PortOrigin.Explicit;
        var place = origin == PortOrigin.Fallback && known.Origin is { } fallback ? fallback : step.Place;
        var host = step.Host is { } value ? HostTrace.Resolve(value, _program, _cancellationToken) : (ValueSet?)null;
        _arrivals.Add(
            new PortArrival(step.Connection, origin, port, place, host, known) { IsDirect = step.IsDirect, IsFixed = step.IsFixed });
    }

    /// <summary>Whether it is handed over whole: a port that a URI is put together from knows its place there.</summary>
    private static bool IsUri(AbstractValue known) => known is { Kind: AbstractValueKind.Symbolic, Place: null };

    private static bool Number(AbstractValue known, out int port)
    {
        var isNumber = ConstantFolding.TryGetInteger(known.Constant, out var number);
        port = isNumber && number is >= 0 and <= 65535 ? (int)number : -1;
        return port >= 0 || (known.Constant is string text && int.TryParse(text, out port) && port is >= 0 and <= 65535);
    }

    private void Follow(Step step)
    {
        switch (step.Known.Symbol)
        {
            case IParameterSymbol parameter:
                FollowParameter(step, parameter);
                break;
            case IFieldSymbol or IPropertySymbol:
                FollowMember(step, step.Known.Symbol.OriginalDefinition);
                break;
            case IMethodSymbol method:
                FollowImplementations(step, method.OriginalDefinition);
                break;
        }
    }

    private void FollowParameter(Step step, IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method
            || !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _program.Compilation.Assembly))
            return;

        if (parameter.HasExplicitDefaultValue && DefaultOf(parameter) is { } syntax)
        {
            Arrive(step with
            {
                Known = AbstractValue.OfConstant(parameter.ExplicitDefaultValue, syntax).AsFallback(),
                Host = DefaultBeside(step.Host, method) ?? step.Host,
                Place = syntax,
                IsDirect = false,
            });
        }

        foreach (var call in _program.CallsOf(method, _cancellationToken))
        {
            var map = new Substitution(call.Receiver, call.Arguments, call.State);
            var host = step.Host is { } value ? map.Map(value, call.State) : (ValueSet?)null;
            foreach (var argument in call.Arguments)
            {
                if (argument.Parameter?.Name == parameter.Name && argument.IsWritten)
                    Hand(step, argument.Value, host, argument.Given.Syntax);
            }
        }
    }

    /// <summary>The default of the host, where it is a parameter of the same method.</summary>
    private static ValueSet? DefaultBeside(ValueSet? host, IMethodSymbol method) =>
        host?.Single is { Kind: AbstractValueKind.Symbolic, Symbol: IParameterSymbol { HasExplicitDefaultValue: true } beside }
        && SymbolEqualityComparer.Default.Equals(beside.ContainingSymbol, method)
            ? ValueSet.FromValue(AbstractValue.OfConstant(beside.ExplicitDefaultValue, null).AsFallback())
            : null;

    private void Hand(Step step, ValueSet value, ValueSet? host, SyntaxNode place)
    {
        foreach (var known in value.Knowns)
        {
            var handed = step.Known.IsFallback ? known.AsFallback() : known;
            Arrive(
                step with
                {
                    Known = handed,
                    Host = host,
                    Place = known.IsReturned && known.Place is { } returned ? returned : place,
                    IsDirect = false,
                });
        }
    }

    private void FollowMember(Step step, ISymbol member)
    {
        if (member is IPropertySymbol property)
        {
            FollowImplementations(step, property);
            if (!property.IsStatic)
                _settings.Add(new SettingRead(step.Known, step.Host));
        }

        // The property of a record holds the parameter of its primary constructor, until "with" or an initializer sets it.
        if (PositionalProperty.ParameterOf(member, _cancellationToken) is { } parameter)
            Arrive(step with { Known = AbstractValue.OfSymbol(parameter, null, null), Host = InParameters(step) });

        var isFixed = !step.Known.IsFallback && MemberWrites.IsFixed(member, _program, _cancellationToken);
        var isReadOnly = member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null };
        foreach (var write in MemberWrites.FindTo(member, _program, _cancellationToken))
        {
            foreach (var known in write.Value.Knowns)
            {
                var isSettableDefault = (write.IsInitial && !isReadOnly) || MemberWrites.IsPreset(member, write)
                    || (!write.IsInitial && known.Origin is { } origin && Fallback.IsPreset(origin, use: null));
                var handed = step.Known.IsFallback || (isSettableDefault && known.Kind == AbstractValueKind.Constant)
                    ? known.AsFallback()
                    : known;
                Arrive(step with
                {
                    Known = handed,
                    Host = HostBeside(step, write),
                    // A constant that never changes is mended where it is used, anything else where it is written.
                    Place = isReadOnly && known.Kind == AbstractValueKind.Constant && !known.IsReturned ? step.Place : write.ValueSyntax,
                    IsDirect = step.IsDirect && isReadOnly,
                    IsFixed = isFixed && known.Kind == AbstractValueKind.Constant && !known.IsFallback,
                });
            }
        }
    }

    /// <summary>
    /// The host that goes with a written port: where the connection reads it from the same object, what was written there.
    /// </summary>
    private ValueSet? HostBeside(Step step, MemberWrite write)
    {
        if (step.Host?.Single is not { Kind: AbstractValueKind.Symbolic, Symbol: IFieldSymbol or IPropertySymbol } host
            || !Equals(host.Receiver, step.Known.Receiver))
            return step.Host;

        ValueSet? written = null;
        foreach (var beside in MemberWrites.FindTo(host.Symbol.OriginalDefinition, _program, _cancellationToken))
        {
            if (write.IsInitial ? beside.IsInitial : beside.IsSameObject(write))
                written = written is { } others ? others.Or(beside.Value) : beside.Value;
        }

        return written ?? ValueSet.Open;
    }

    private ValueSet? InParameters(Step step) =>
        step.Host?.Single is { Kind: AbstractValueKind.Symbolic, Symbol: IPropertySymbol host }
            && PositionalProperty.ParameterOf(host, _cancellationToken) is { } parameter
            ? ValueSet.FromValue(AbstractValue.OfSymbol(parameter, null, null))
            : step.Host;

    private SyntaxNode? DefaultOf(IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellationToken) is ParameterSyntax { Default.Value: { } value }
            ? value
            : null;

    private sealed record Step(SmtpConnection Connection, AbstractValue Known, ValueSet? Host, SyntaxNode Place, bool IsDirect)
    {
        /// <summary>The connect method whose URI the value is; null where it is a port.</summary>
        public SmtpConnectMethod? Uri { get; init; }

        /// <summary>As <see cref="PortArrival.IsFixed"/>.</summary>
        public bool IsFixed { get; init; }
    }
}
