using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Tracing;

/// <summary>
/// Which parameters hand this value over, as it is? What callers give them is their own; only what a constructor hands on to another one
/// of the same object comes from there.
/// </summary>
/// <param name="value">The value in the terms of a body.</param>
internal sealed class HandedQuestion(ValueSet value) : TraceQuestion
{
    private readonly HashSet<IParameterSymbol> _parameters = new(SymbolEqualityComparer.Default);

    public IReadOnlyCollection<IParameterSymbol> Parameters => _parameters;

    /// <summary>Whether it may be something else as well.</summary>
    public bool IsOther { get; private set; }

    public override void Start(ValueTrace trace) => Reach(value, trace);

    public override void Answer(TraceStep step, ValueTrace trace) => IsOther = true;

    public override bool MayFollow(TraceStep step)
    {
        if (step.Value.Symbol is IParameterSymbol parameter)
        {
            _parameters.Add(parameter.OriginalDefinition);
            return parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor };
        }

        return !step.Value.Symbol!.DeclaringSyntaxReferences.IsEmpty && !Implementations.MayBeReplaced(step.Value.Symbol);
    }

    public override bool Cross(TraceStep step, ValueSource source, ValueTrace trace)
    {
        switch (source)
        {
            case DefaultSource:
            case ArgumentSource { Call.Syntax: not (ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax) }:
                break;
            case ArgumentSource from:
                foreach (var known in from.Argument.Value.Knowns.Where(known => known.Symbol is IParameterSymbol))
                    trace.Reach(new TraceStep(known));
                break;
            case PositionSource from:
                trace.Reach(new TraceStep(AbstractValue.OfSymbol(from.Parameter, null, null)));
                break;
            case WriteSource from:
                Reach(from.Write.Value, trace);
                break;
            case FunctionSource from:
                Reach(from.Returned, trace);
                break;
            case ImplementationSource from:
                Reach(from.Returned ?? ValueSet.FromValue(AbstractValue.OfSymbol(from.Member, null, null)), trace);
                break;
        }

        return true;
    }

    public override void Lost(TraceStep step) => IsOther |= step.Value.Symbol is not IParameterSymbol;

    private void Reach(ValueSet reached, ValueTrace trace)
    {
        IsOther |= reached.IsOpen;
        foreach (var known in reached.Knowns)
            trace.Reach(new TraceStep(known));
    }
}
