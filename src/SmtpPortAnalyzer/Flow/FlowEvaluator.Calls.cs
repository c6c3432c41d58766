using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Flow;

/// <content>Calls and creations, with their arguments.</content>
internal sealed partial class FlowEvaluator
{
    /// <summary>What the control-flow graph makes of <c>with</c>: a call of this method, and assignments to what it gives.</summary>
    private const string CloneMethod = "<Clone>$";

    private ValueSet Create(IObjectCreationOperation creation)
    {
        var arguments = Arguments(creation.Arguments);
        var made = AbstractValue.OfAllocation(creation.Syntax, creation.Type);
        if (FrameworkFunctions.Creation(creation, arguments, FrameworkTypes) is { } folded)
            return folded;

        UriBuilderModel.Created(creation, made, arguments, this);
        _observer.Created(creation, made, arguments, this);
        return ValueSet.FromValue(made);
    }

    private ValueSet Call(IInvocationOperation invocation)
    {
        var receiver = invocation.Instance is null ? ValueSet.Open : Evaluate(invocation.Instance);
        if (invocation.TargetMethod.Name == CloneMethod)
            return Copy(receiver, invocation);

        var arguments = Arguments(invocation.Arguments);
        if (FrameworkFunctions.Call(invocation, receiver, arguments, this) is { } folded)
            return folded;

        foreach (var argument in arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.Out or RefKind.Ref })
                Assign(argument.Given, ValueSet.Open, argument.Given);
        }

        var value = _observer.Called(invocation, receiver, arguments, this) ?? Fallback.OfGetter(arguments) ?? ValueSet.Open;
        return ConfigurationReads.Call(invocation, receiver, arguments) is { } setting ? value.Or(ValueSet.FromValue(setting)) : value;
    }

    /// <summary>What <c>with</c> makes: an object of its own that begins with the members of the original.</summary>
    private ValueSet Copy(ValueSet original, IOperation made)
    {
        var copy = AbstractValue.OfAllocation(made.Syntax, made.Type);
        if (original.Single is { } single)
        {
            foreach (var pair in State.MembersOf(single).Entries())
                State = State.Set(pair.Key.Of(copy), pair.Value);
        }

        return ValueSet.FromValue(copy);
    }

    private ValueSet Unresolved(IInvalidOperation operation)
    {
        var children = ImmutableArray.CreateBuilder<ValueSet>();
        foreach (var child in operation.ChildOperations)
            children.Add(Evaluate(child));
        var values = children.ToImmutable();
        return _observer.Unresolved(operation, values, this) ?? Fallback.OfUnresolved(operation, values);
    }

    private ImmutableArray<ArgumentValue> Arguments(ImmutableArray<IArgumentOperation> arguments)
    {
        var builder = ImmutableArray.CreateBuilder<ArgumentValue>(arguments.Length);
        foreach (var argument in arguments)
        {
            // An out variable is not read before it is written.
            var value = argument.Parameter is { RefKind: RefKind.Out } ? ValueSet.Open : Evaluate(argument.Value);
            builder.Add(
                new ArgumentValue(InBody(argument.Parameter), argument.Value, value, argument.ArgumentKind == ArgumentKind.Explicit));
        }

        return builder.MoveToImmutable();
    }

    /// <summary>The parts of a partial method may name a parameter differently; the body knows the name of its own part.</summary>
    private static IParameterSymbol? InBody(IParameterSymbol? parameter) =>
        parameter is { ContainingSymbol: IMethodSymbol { PartialImplementationPart: { } implementation } }
            ? implementation.Parameters[parameter.Ordinal]
            : parameter;

    private ImmutableArray<ValueSet> EvaluateAll<T>(ImmutableArray<T> operations)
        where T : IOperation
    {
        var builder = ImmutableArray.CreateBuilder<ValueSet>(operations.Length);
        foreach (var operation in operations)
            builder.Add(Evaluate(operation is IArgumentOperation argument ? argument.Value : operation));
        return builder.MoveToImmutable();
    }
}
