using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections.Bodies;
using SmtpPortAnalyzer.Connections.Kept;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections;

/// <summary>
/// What a call of the compilation's own methods says of its arguments: a method that throws for port 25 has made sure that it is none, and
/// so has one that answers, on the way that is taken only for others.
/// </summary>
internal sealed class AskedCalls(SmtpProgram program, CalledBody called, CancellationToken cancellationToken)
{
    /// <summary>The call has come to its end: what it would not have come to an end with is excluded.</summary>
    public void Ended(IMethodSymbol method, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter && MayBeSought(argument) && Throws(method)
                && called.FactsWith(method, parameter, Sought(parameter)) is { Exits.Count: 0 } facts && facts != BodyFacts.None)
                evaluator.Exclude(argument.Given);
        }
    }

    /// <summary>The call has answered.</summary>
    public void Answered(IInvocationOperation call, bool answer, FlowEvaluator evaluator)
    {
        var method = call.TargetMethod;
        if (program.BodyOf(method, cancellationToken) is null)
            return;

        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is not { RefKind: RefKind.None } parameter || !Implementations.IsPortOrHost(parameter.Type))
                continue;

            // A text may be a host or a port; what is known to be a local host is no port.
            if (parameter.Type.SpecialType == SpecialType.System_String && LocalHost(method, parameter, answer) is { } local)
                evaluator.KeepAs(argument.Value, local);
            else if (called.FactsWith(method, parameter, Sought(parameter)) is { Returns.Count: > 0 } facts
                && facts.Returns.All(end => end.Value.TryGetConstant<bool>(out var truth) && truth != answer))
                evaluator.Exclude(argument.Value);
        }
    }

    /// <summary>The host that the method's parameter is on each way on which it may give the answer, where that is a local one.</summary>
    private ValueSet? LocalHost(IMethodSymbol method, IParameterSymbol parameter, bool answer)
    {
        if (ShortBody(method) is not { } body || BodyTraits.In(body).Assigns(parameter.Name))
            return null;

        ValueSet? hosts = null;
        foreach (var (value, state) in program.Facts(body, cancellationToken).Returns)
        {
            if (value.TryGetConstant<bool>(out var truth) && truth != answer)
                continue;

            var own = method.AsDeclared().OriginalDefinition.Parameters.FirstOrDefault(one => one.Name == parameter.Name);
            if (own is null || state.Get(StorageLocation.ForSymbol(own)) is not { } host || !HostValue.IsLocal(host))
                return null;
            hosts = ValueSet.Join(hosts, host);
        }

        return hosts;
    }

    private bool Throws(IMethodSymbol method) => ShortBody(method) is { } body && BodyTraits.In(body).Throws;

    /// <summary>The method's body, if it is one that is short enough to be put in the place of a call.</summary>
    private SyntaxNode? ShortBody(IMethodSymbol method)
    {
        if (program.BodyOf(method, cancellationToken) is not { } body)
            return null;

        program.Footprints.ReadTraits(body, CalledBody.MaxLength);
        return body.Span.Length <= CalledBody.MaxLength ? body : null;
    }

    public static bool MayBeSought(ArgumentValue argument) =>
        argument.Parameter is { } parameter && Implementations.IsPortOrHost(parameter.Type) && argument.Value.Knowns.Any(known =>
            ConnectionRelevance.IsSought(known) || known is { Kind: AbstractValueKind.Symbolic, IsExcluded: false });

    public static AbstractValue Sought(IParameterSymbol parameter) =>
        ConnectionRelevance.SoughtLike(parameter.Type.SpecialType == SpecialType.System_String ? "" : null);
}
