using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Program;

/// <summary>A property that a record has by its primary constructor: <c>record Relay(string Host, int Port)</c>.</summary>
internal static class PositionalProperty
{
    /// <summary>The property that begins with what the constructor's parameter is given; null where there is none.</summary>
    public static IPropertySymbol? ForParameter(IParameterSymbol parameter, CancellationToken cancellationToken)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { IsRecord: true } type })
            return null;

        foreach (var member in type.GetMembers(parameter.Name))
        {
            if (member is IPropertySymbol property && IsDeclaredBy(property, parameter, cancellationToken))
                return property;
        }

        return null;
    }

    /// <summary>The parameter whose value the member begins with; null where it is no such property.</summary>
    public static IParameterSymbol? ParameterOf(ISymbol member, CancellationToken cancellationToken)
    {
        if (member is not IPropertySymbol { ContainingType: { IsRecord: true } type } property)
            return null;

        foreach (var constructor in type.InstanceConstructors)
        {
            foreach (var parameter in constructor.Parameters)
            {
                if (parameter.Name == member.Name && IsDeclaredBy(property, parameter, cancellationToken))
                    return parameter;
            }
        }

        return null;
    }

    private static bool IsDeclaredBy(IPropertySymbol property, IParameterSymbol parameter, CancellationToken cancellationToken) =>
        property.DeclaringSyntaxReferences.Length == 1 && parameter.DeclaringSyntaxReferences.Length == 1
        && property.DeclaringSyntaxReferences[0].Span == parameter.DeclaringSyntaxReferences[0].Span
        && property.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is ParameterSyntax;

    /// <summary>
    /// What a record's primary constructor is given, its properties hold; a constant belongs to the place that hands it over. What another
    /// type's is given, its members read as it is.
    /// </summary>
    public static void Keep(
        IMethodSymbol constructor,
        AbstractValue made,
        ImmutableArray<ArgumentValue> arguments,
        FlowEvaluator evaluator,
        SmtpProgram program,
        CancellationToken cancellationToken)
    {
        foreach (var argument in arguments)
        {
            if (argument is { Value.Single: { } flag, Parameter: { } own } && SettledFlag.IsOf(own.Type, flag)
                && PrimaryParameter.IsFixed(own, program, cancellationToken))
                evaluator.State = evaluator.State.Set(StorageLocation.Member(made, own), argument.Value);
        }

        if (!constructor.ContainingType.IsRecord)
            return;

        foreach (var argument in arguments)
        {
            if (argument.IsWritten && argument.Parameter is { } parameter && ForParameter(parameter, cancellationToken) is { } property)
            {
                var kept = argument.Value.Select(known => known.IsConstant ? known.AsReturned(argument.Syntax) : known);
                evaluator.State = evaluator.State.Set(StorageLocation.Member(made, property), kept);
            }
        }
    }
}
