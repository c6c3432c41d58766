using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpPortAnalyzer.Values;

/// <content>Calls and creations, with their arguments.</content>
internal sealed partial class FlowEvaluator
{
    /// <summary>What the control-flow graph makes of <c>with</c>: a call of this method, and assignments to what it gives.</summary>
    private const string CloneMethod = "<Clone>$";

    private FlowValue Create(IObjectCreationOperation creation)
    {
        var arguments = Arguments(creation.Arguments);
        var made = Known.OfAllocation(creation.Syntax, creation.Type);
        if (Framework.Creation(creation, arguments) is { } folded)
            return folded;

        BuiltUri.Created(creation, made, arguments, this);
        _observer.Created(creation, made, arguments, this);
        return FlowValue.Of(made);
    }

    private FlowValue Call(IInvocationOperation invocation)
    {
        var receiver = invocation.Instance is null ? FlowValue.Open : Evaluate(invocation.Instance);
        if (invocation.TargetMethod.Name == CloneMethod)
            return Copy(receiver, invocation);

        var arguments = Arguments(invocation.Arguments);
        if (Framework.Call(invocation, receiver, arguments, this) is { } folded)
            return folded;

        foreach (var argument in arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.Out or RefKind.Ref })
                Assign(argument.Given, FlowValue.Open, argument.Given);
        }

        var value = _observer.Called(invocation, receiver, arguments, this) ?? Fallback.OfGetter(arguments) ?? FlowValue.Open;
        return ConfigurationReads.Call(invocation, receiver, arguments) is { } setting ? value.Or(FlowValue.Of(setting)) : value;
    }

    /// <summary>What <c>with</c> makes: an object of its own that begins with the members of the original.</summary>
    private FlowValue Copy(FlowValue original, IOperation made)
    {
        var copy = Known.OfAllocation(made.Syntax, made.Type);
        if (original.Single is { } single)
        {
            foreach (var pair in State.MembersOf(single).Entries())
                State = State.Set(pair.Key.Of(copy), pair.Value);
        }

        return FlowValue.Of(copy);
    }

    private FlowValue Unresolved(IInvalidOperation operation)
    {
        var children = ImmutableArray.CreateBuilder<FlowValue>();
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
            var value = argument.Parameter is { RefKind: RefKind.Out } ? FlowValue.Open : Evaluate(argument.Value);
            builder.Add(new ArgumentValue(InBody(argument.Parameter), argument.Value, value, argument.ArgumentKind == ArgumentKind.Explicit));
        }

        return builder.MoveToImmutable();
    }

    /// <summary>The parts of a partial method may name a parameter differently; the body knows the name of its own part.</summary>
    private static IParameterSymbol? InBody(IParameterSymbol? parameter) =>
        parameter is { ContainingSymbol: IMethodSymbol { PartialImplementationPart: { } implementation } } ? implementation.Parameters[parameter.Ordinal] : parameter;

    private ImmutableArray<FlowValue> EvaluateAll<T>(ImmutableArray<T> operations)
        where T : IOperation
    {
        var builder = ImmutableArray.CreateBuilder<FlowValue>(operations.Length);
        foreach (var operation in operations)
            builder.Add(Evaluate(operation is IArgumentOperation argument ? argument.Value : operation));
        return builder.MoveToImmutable();
    }
}
