using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Tracing;

/// <summary>What is this host? It decides exemptions, so a doubt leaves the host open.</summary>
/// <param name="host">The host in the terms of a body.</param>
/// <param name="program">The program.</param>
/// <param name="asksOthers">Whether what callers hand over and other types override is looked up; else it is open.</param>
internal sealed class HostQuestion(ValueSet host, SmtpProgram program, bool asksOthers) : TraceQuestion
{
    private ValueSet? _found;

    /// <summary>What the settings of the program say of a value; null where they do not, or are not asked.</summary>
    public Func<AbstractValue, ValueSet?>? Decide { get; init; }

    /// <summary>Which symbols may be followed; null where all may.</summary>
    public Func<ISymbol, bool>? IsFollowed { get; init; }

    /// <summary>All that it may be; open where some way to it is not known.</summary>
    public ValueSet Host => _found ?? ValueSet.Open;

    public override void Start(ValueTrace trace)
    {
        AddOpen(host);
        foreach (var known in host.Knowns)
            trace.Reach(new TraceStep(known));
    }

    public override bool Ends(TraceStep step) =>
        !step.IsSymbol || (step.Value.Symbol is IPropertySymbol { IsStatic: false } && Decide?.Invoke(step.Value) is not null);

    public override void Answer(TraceStep step, ValueTrace trace)
    {
        if (Decide is null || step.Value.IsConstant)
            Add(ValueSet.FromValue(step.Value));
        else
            Add(Decide(step.Value) ?? ValueSet.FromValue(step.Value).Or(ValueSet.Open));
    }

    public override bool MayFollow(TraceStep step)
    {
        if (!IsWrittenHere(step.Value.Symbol!) || (!asksOthers && IsDecidedElsewhere(step.Value.Symbol!))
            || IsFollowed?.Invoke(step.Value.Symbol!) == false)
            return false;

        if (IsBindable(step.Value.Symbol!))
            Add(ValueSet.Open);
        return true;
    }

    public override bool Cross(TraceStep step, ValueSource source, ValueTrace trace)
    {
        var value = source switch
        {
            ArgumentSource from => from.Argument.Value,
            ImplementationSource from => from.Returned ?? ValueSet.FromValue(AbstractValue.OfSymbol(from.Member, null, null)),
            FunctionSource from => from.Returned,
            PositionSource from => ValueSet.FromValue(AbstractValue.OfSymbol(from.Parameter, null, null)),
            WriteSource { Write.IsInitial: true } from when IsBindable(from.Member) => from.Write.Value.Select(known => known.AsFallback()),
            WriteSource from => from.Write.Value,

            // Where a call leaves the argument out, the default is its argument.
            _ => default(ValueSet?),
        };
        if (value is not { } given)
            return false;

        AddOpen(given);
        foreach (var known in given.Knowns)
            trace.Reach(step with { Value = Carry(step, known) });
        return true;
    }

    public override void Lost(TraceStep step) => Add(ValueSet.Open);

    /// <summary>What a setting says is open as long as the settings are not asked.</summary>
    private void AddOpen(ValueSet value)
    {
        if (value.IsOpen && (Decide is null || value.Knowns.All(known => known.Kind != AbstractValueKind.Setting)))
            Add(ValueSet.Open);
    }

    private void Add(ValueSet value) => _found = ValueSet.Join(_found, value);

    /// <summary>
    /// Whether it is the compilation that says what the symbol holds: its own do, and the static property of a library that has no other
    /// host.
    /// </summary>
    private bool IsWrittenHere(ISymbol symbol) =>
        !symbol.DeclaringSyntaxReferences.IsEmpty || (symbol.IsStatic && program.Symbols.StaticKeys(symbol) is not null);
}
