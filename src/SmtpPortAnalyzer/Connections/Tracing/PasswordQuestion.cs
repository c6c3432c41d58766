using System.Collections.Generic;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Tracing;

/// <summary>Which constants are the password of this login, or reach it in an object that carries one?</summary>
internal sealed class PasswordQuestion(LoginFact login) : TraceQuestion
{
    private readonly List<AbstractValue> _passwords = new();

    public IReadOnlyList<AbstractValue> Passwords => _passwords;

    public override void Start(ValueTrace trace) => Reach(login.Value, login.State, trace);

    public override void Answer(TraceStep step, ValueTrace trace)
    {
        if (step.Value.Kind == AbstractValueKind.Constant)
            _passwords.Add(step.Value);
        if (step.State is not { } state)
            return;

        foreach (var carried in LoginRecogniser.Carried(step.Value, state))
            Reach(carried, state, trace);
    }

    public override bool Cross(TraceStep step, ValueSource source, ValueTrace trace)
    {
        switch (source)
        {
            case DefaultSource { Parameter: var parameter }:
                trace.Reach(new TraceStep(AbstractValue.OfConstant(parameter.ExplicitDefaultValue, null, parameter)));
                break;
            case ArgumentSource from:
                Reach(from.Argument.Value, from.Call.State, trace);
                break;
            case PositionSource from:
                trace.Reach(new TraceStep(AbstractValue.OfSymbol(from.Parameter, null, null)));
                break;
            case WriteSource from:
                Reach(from.Write.Value, from.Write.State, trace);
                break;
            case ImplementationSource from:
                Reach(from.Returned ?? ValueSet.FromValue(AbstractValue.OfSymbol(from.Member, null, null)), FlowState.Entry, trace);
                break;
        }

        return true;
    }

    private static void Reach(ValueSet value, FlowState state, ValueTrace trace)
    {
        // An object may carry another password on each way.
        foreach (var known in value.Knowns)
            trace.Reach(new TraceStep(known) { State = known.Kind == AbstractValueKind.Allocation ? state : null });
    }
}
