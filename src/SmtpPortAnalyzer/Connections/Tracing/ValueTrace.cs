using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Tracing;

/// <summary>
/// Follows a value back through the parameters, fields, properties and methods of the compilation to all that reaches it. It walks in a
/// loop over a work list, so that chains may be long and recursive. Its memory is the whole step, with what a question carries along: two
/// ways that come to one parameter with different hosts are two ways, in whatever order they come. <see cref="MaxSteps"/> and <see
/// cref="MaxHosts"/> bound it.
/// </summary>
internal sealed class ValueTrace
{
    /// <summary>How many symbols are followed for one question.</summary>
    private const int MaxSteps = 20000;

    /// <summary>How many hosts are told apart beside one symbol: in a recursion each host may lead to a longer one.</summary>
    private const int MaxHosts = 32;

    private readonly TraceQuestion _question;
    private readonly SmtpProgram _program;
    private readonly ValueSources _sources;
    private readonly Queue<TraceStep> _waiting = new();
    private readonly HashSet<TraceStep> _visited = new();
    private readonly Dictionary<TraceStep, int> _hosts = new();

    /// <summary>The catalogue as the program knows it.</summary>
    public SmtpSymbols Symbols { get; }

    private ValueTrace(TraceQuestion question, SmtpProgram program, CancellationToken cancellationToken)
    {
        _question = question;
        _program = program;
        Symbols = program.Symbols;
        _sources = new ValueSources(program, cancellationToken);
    }

    /// <summary>Which known ports reach the connection, and what settings it reads its port from.</summary>
    public static PortQuestion PortsOf(SmtpConnection connection, SmtpProgram program, CancellationToken cancellationToken)
    {
        var question = new PortQuestion(connection, program, cancellationToken);
        new ValueTrace(question, program, cancellationToken).Run(cancellationToken);
        return question;
    }

    /// <summary>What a host is that a body reads from elsewhere: where all that the compilation puts there is known, that.</summary>
    public static ValueSet HostOf(ValueSet host, SmtpProgram program, CancellationToken cancellationToken) =>
        ValueOf(host, asksOthers: true, program, cancellationToken);

    /// <summary>
    /// The same of a value that settings may give, where <paramref name="decide"/> says what these say; null where they do not.
    /// </summary>
    public static ValueSet WithSettings(
        ValueSet value, Func<AbstractValue, ValueSet?> decide, SmtpProgram program, CancellationToken cancellationToken)
    {
        var question = new HostQuestion(value, program, asksOthers: true) { Decide = decide };
        new ValueTrace(question, program, cancellationToken).Run(cancellationToken);
        return question.Host;
    }

    /// <summary>What a value is, whatever callers hand over and other types override: what they decide is open.</summary>
    public static ValueSet OwnValueOf(ValueSet value, SmtpProgram program, CancellationToken cancellationToken) =>
        ValueOf(value, asksOthers: false, program, cancellationToken);

    /// <summary>What a value is as far as symbols are followed that may be; what others hold is open.</summary>
    public static ValueSet ValueWhere(
        ValueSet value, Func<ISymbol, bool> isFollowed, SmtpProgram program, CancellationToken cancellationToken)
    {
        var question = new HostQuestion(value, program, asksOthers: true) { IsFollowed = isFollowed };
        new ValueTrace(question, program, cancellationToken).Run(cancellationToken);
        return question.Host;
    }

    /// <summary>The constants that reach a login as its password, and the settings that it reads it from.</summary>
    public static PasswordQuestion PasswordsOf(LoginFact login, SmtpProgram program, CancellationToken cancellationToken) =>
        PasswordOf(login, asksOthers: true, program, cancellationToken);

    /// <summary>The same, and whether there may be others, without what callers hand over and other types override.</summary>
    public static PasswordQuestion OwnPasswordOf(LoginFact login, SmtpProgram program, CancellationToken cancellationToken) =>
        PasswordOf(login, asksOthers: false, program, cancellationToken);

    /// <summary>The parameters that hand a value over, and whether it may be something else.</summary>
    public static HandedQuestion ParametersOf(ValueSet value, SmtpProgram program, CancellationToken cancellationToken)
    {
        var question = new HandedQuestion(value);
        new ValueTrace(question, program, cancellationToken).Run(cancellationToken);
        return question;
    }

    /// <summary>The way has come to this value, with what is carried along.</summary>
    public void Reach(TraceStep step)
    {
        if (step.Value.Symbol is not IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } })
            step = step with { Made = _sources.ObjectsIn(step.Value.Receiver), Holder = OtherHolders.MemberOf(step.Value.Receiver) };

        var memory = step.ToMemory();
        if (step.Host is { IsOpen: false } && step.IsSymbol && !_visited.Contains(memory))
        {
            var withoutHost = memory with { Host = null };
            _hosts.TryGetValue(withoutHost, out var hosts);
            _hosts[withoutHost] = hosts + 1;
            if (hosts >= MaxHosts)
            {
                step = step with { Host = ValueSet.Open };
                memory = step.ToMemory();
            }
        }

        if (_visited.Add(memory))
            _waiting.Enqueue(step);
    }

    private static ValueSet ValueOf(ValueSet value, bool asksOthers, SmtpProgram program, CancellationToken cancellationToken)
    {
        var question = new HostQuestion(value, program, asksOthers);
        new ValueTrace(question, program, cancellationToken).Run(cancellationToken);
        return question.Host;
    }

    private static PasswordQuestion PasswordOf(LoginFact login, bool asksOthers, SmtpProgram program, CancellationToken cancellationToken)
    {
        var question = new PasswordQuestion(login, asksOthers);
        new ValueTrace(question, program, cancellationToken).Run(cancellationToken);
        return question;
    }

    private void Run(CancellationToken cancellationToken)
    {
        _question.Start(this);
        for (var followed = 0; _waiting.Count > 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var step = _waiting.Dequeue();
            if (HeldFunctions.ItemOf(step.Value) is var (holder, item))
                Reach(step with { Value = holder, Items = (item, HostItem(step, holder)) });
            else if (step.Value.Kind == AbstractValueKind.Function)
                Call(step, cancellationToken);
            else if (_question.Ends(step))
                _question.Answer(step, this);
            else if (followed++ < MaxSteps && _question.MayFollow(step))
                Follow(step);
            else
                _question.Lost(step);
        }
    }

    private void Follow(TraceStep step)
    {
        var hasSource = false;
        foreach (var source in _sources.Of(step))
            hasSource |= _question.Cross(source.IsOfSameObject ? step : step with { Made = null, Holder = null }, source, this);
        if (!hasSource)
            _question.Lost(step);
    }

    private static int? HostItem(TraceStep step, AbstractValue holder) =>
        step.Host?.Single is { } host && HeldFunctions.ItemOf(host) is var (same, item) && Equals(same, holder) ? item : null;

    /// <summary>The way has come to a function: what it returns is the value, or has it among its items.</summary>
    private void Call(TraceStep step, CancellationToken cancellationToken)
    {
        var returned = HeldFunctions.Returned(step.Value, _program, cancellationToken);
        var sources = returned is not { } whole ? Enumerable.Empty<FunctionSource>()
            : step.Items is not var (item, host) ? new[] { new FunctionSource(whole, null) }
            : whole.Knowns.Select(known => new FunctionSource(Item(known, item), host is { } beside ? Item(known, beside) : null));
        var isKnown = false;
        foreach (var source in sources)
            isKnown |= _question.Cross(step with { Items = null }, source, this);
        if (!isKnown || (step.Items is not null && returned is { IsOpen: true }))
            _question.Lost(step);
    }

    private static ValueSet Item(AbstractValue tuple, int item) =>
        tuple.Kind == AbstractValueKind.Tuple && item < tuple.Items.Length ? tuple.Items[item] : ValueSet.Open;
}
