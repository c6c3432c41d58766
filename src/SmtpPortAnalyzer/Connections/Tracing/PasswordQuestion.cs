using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Tracing;

/// <summary>Which constants and settings are the password of this login, or reach it in an object that carries one?</summary>
/// <param name="login">The login.</param>
/// <param name="asksOthers">Whether what callers hand over and other types override is looked up; else it is open.</param>
internal sealed class PasswordQuestion(LoginFact login, bool asksOthers) : TraceQuestion
{
    private readonly List<AbstractValue> _passwords = new();
    private readonly List<AbstractValue> _settings = new();
    private readonly List<IParameterSymbol> _parameters = new();

    public IReadOnlyList<AbstractValue> Passwords => _passwords;

    /// <summary>What the login reads its password from at run time: settings, and members that settings may be bound to.</summary>
    public IReadOnlyList<AbstractValue> Settings => _settings;

    /// <summary>The parameters by which callers hand it over, where these are not asked.</summary>
    public IReadOnlyList<IParameterSymbol> Parameters => _parameters;

    /// <summary>Whether the password may be something else as well, that only run time knows.</summary>
    public bool IsOpen { get; private set; }

    public override void Start(ValueTrace trace) => Reach(login.Value, login.State, trace);

    public override void Answer(TraceStep step, ValueTrace trace)
    {
        if (step.Value.Kind == AbstractValueKind.Constant)
            _passwords.Add(step.Value);
        if (step.Value.Kind == AbstractValueKind.Setting)
            _settings.Add(step.Value);
        IsOpen |= step.Value.Kind is not (AbstractValueKind.Constant or AbstractValueKind.Allocation);
        if (step.State is not { } state)
            return;

        foreach (var carried in LoginRecogniser.Carried(step.Value, state, trace.Symbols))
            Reach(carried, state, trace);
    }

    public override bool MayFollow(TraceStep step)
    {
        IsOpen |= IsBindable(step.Value.Symbol!);
        if (step.Value.Symbol is IPropertySymbol { IsStatic: false })
            _settings.Add(step.Value);
        if (!asksOthers && step.Value.Symbol is IParameterSymbol parameter)
            _parameters.Add(parameter);
        return !IsRow(step.Value.Symbol!) && (asksOthers || !IsDecidedElsewhere(step.Value.Symbol!));
    }

    public override void Lost(TraceStep step) => IsOpen = true;

    public override bool Cross(TraceStep step, ValueSource source, ValueTrace trace)
    {
        switch (source)
        {
            case DefaultSource { Parameter: var parameter }:
                trace.Reach(new TraceStep(AbstractValue.OfConstant(parameter.ExplicitDefaultValue, null, parameter)));
                break;
            // What a call leaves out is the default, which stands in the declaration.
            case ArgumentSource { Argument.IsWritten: true } from:
                Reach(from.Argument.Value, from.Call.State, trace);
                break;
            case PositionSource from:
                trace.Reach(new TraceStep(AbstractValue.OfSymbol(from.Parameter, null, null)) { Made = step.Made, Holder = step.Holder });
                break;
            case WriteSource { Write: { IsInitial: true } write, Member: var member } when IsBindable(member):
                Reach(write.Value.Select(known => known.AsFallback()), write.State, trace);
                break;
            case WriteSource { Write: { IsInitial: true, Value.Single.Constant: "" }, Member: var member } when IsFilledLater(member):
                IsOpen = true;
                break;
            case WriteSource from:
                Reach(from.Write.Value, from.Write.State, trace);
                break;
            case FunctionSource from:
                Reach(from.Returned, FlowState.Entry, trace);
                break;
            case ImplementationSource from:
                Reach(from.Returned ?? ValueSet.FromValue(AbstractValue.OfSymbol(from.Member, null, null)), FlowState.Entry, trace);
                break;
        }

        return true;
    }

    // Nothing of the program sets it, so what does is outside: a text that is empty until then is no password.
    private static bool IsFilledLater(ISymbol member) =>
        member is IFieldSymbol { IsReadOnly: false, IsConst: false, DeclaredAccessibility: Accessibility.Public };

    private void Reach(ValueSet value, FlowState state, ValueTrace trace)
    {
        IsOpen |= value.IsOpen;

        // An object may carry another password on each way.
        foreach (var known in value.Knowns)
            trace.Reach(new TraceStep(known) { State = known.Kind == AbstractValueKind.Allocation ? state : null });
    }
}
