using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Flow;

/// <summary>Evaluates calls and creations, with their arguments.</summary>
internal sealed class FlowCalls(FlowEvaluator evaluator, IFlowSemantics semantics)
{
    /// <summary>What the control-flow graph makes of <c>with</c>: a call of this method, and assignments to what it gives.</summary>
    private const string CloneMethod = "<Clone>$";

    /// <summary>A struct with more members carries no settings.</summary>
    private const int MaxMembers = 16;

    public ValueSet Create(IObjectCreationOperation creation)
    {
        var arguments = Arguments(creation.Arguments);
        var made = AbstractValue.OfAllocation(creation.Syntax, creation.Type);
        if (FrameworkFunctions.Creation(creation, arguments, evaluator.FrameworkTypes) is { } folded)
            return folded;

        if (creation.Constructor is { } constructor && MayChangeMembers(constructor))
            evaluator.RenewMembers();
        UriBuilderModel.Created(creation, made, arguments, evaluator);
        semantics.Created(creation, made, arguments, evaluator);
        return ValueSet.FromValue(made);
    }

    public ValueSet Call(IInvocationOperation invocation)
    {
        var receiver = invocation.Instance is null ? ValueSet.Open : evaluator.Evaluate(invocation.Instance);
        if (invocation.TargetMethod.Name == CloneMethod)
            return Copy(receiver, invocation);

        var arguments = Arguments(invocation.Arguments);
        if (MayChangeMembers(invocation.TargetMethod))
            evaluator.RenewMembers();
        if ((EnvironmentName.Call(invocation, receiver, arguments, evaluator.FrameworkTypes)
            ?? TextEquality.Call(invocation, receiver, arguments)
            ?? FrameworkFunctions.Call(invocation, receiver, arguments, evaluator)
            ?? Collections.Call(invocation, receiver, arguments, evaluator)) is { } folded)
            return folded;

        foreach (var argument in arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.Out or RefKind.Ref })
                evaluator.Assign(argument.Given, ValueSet.Open, argument.Given);
        }

        evaluator.Check(invocation);
        var value = semantics.Called(invocation, receiver, arguments, evaluator) ?? Fallback.OfGetter(arguments) ?? ValueSet.Open;
        return ConfigurationReads.Call(invocation, receiver, arguments, evaluator.FrameworkTypes) is { } setting
            ? setting.Kind == AbstractValueKind.Sequence ? ValueSet.FromValue(setting) : value.Or(ValueSet.FromValue(setting))
            : value;
    }

    // What the framework does with numbers and texts alone changes no object.
    private static bool MayChangeMembers(IMethodSymbol method) =>
        !(method.IsStatic || method.MethodKind == MethodKind.Constructor
            || method.ContainingType.SpecialType == SpecialType.System_String)
        || method.DeclaringSyntaxReferences.Length > 0
        || method.Parameters.Any(parameter => parameter.Type is { IsReferenceType: true, SpecialType: not SpecialType.System_String });

    /// <summary>An anonymous object has the members that it is made with.</summary>
    public ValueSet Create(IAnonymousObjectCreationOperation creation)
    {
        var made = AbstractValue.OfAllocation(creation.Syntax, creation.Type);
        foreach (var initializer in creation.Initializers)
        {
            if (initializer is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation member } assignment)
                continue;

            var value = evaluator.Evaluate(assignment.Value);
            semantics.Lost(value);
            evaluator.State = evaluator.State.Set(StorageLocation.Member(made, member.Property), value);
        }

        return ValueSet.FromValue(made);
    }

    /// <summary>
    /// What <c>with</c> makes, or the assignment of a struct: an object of its own that begins with the members of the original.
    /// </summary>
    public ValueSet Copy(ValueSet original, IOperation made)
    {
        var copy = AbstractValue.OfAllocation(made.Syntax, made.Type);
        if (original.Single is { } single)
        {
            if (single.Kind == AbstractValueKind.Symbolic && made.Type is { TypeKind: TypeKind.Struct } type)
            {
                foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic).Take(MaxMembers))
                {
                    var member = StorageLocation.Kept(field);
                    var held = AbstractValue.OfSymbol(member, single, made.Syntax);
                    evaluator.State = evaluator.State.Set(StorageLocation.Member(copy, member), ValueSet.FromValue(held));
                }
            }

            foreach (var pair in evaluator.State.MembersOf(single).Entries())
                evaluator.State = evaluator.State.Set(pair.Key.Of(copy), pair.Value);
        }

        return ValueSet.FromValue(copy);
    }

    public ValueSet Unresolved(IInvalidOperation operation)
    {
        var children = ImmutableArray.CreateBuilder<ValueSet>();
        foreach (var child in operation.ChildOperations)
            children.Add(evaluator.Evaluate(child));
        var values = children.ToImmutable();
        return semantics.Unresolved(operation, values, evaluator) ?? Fallback.OfUnresolved(operation, values);
    }

    private ImmutableArray<ArgumentValue> Arguments(ImmutableArray<IArgumentOperation> arguments)
    {
        var builder = ImmutableArray.CreateBuilder<ArgumentValue>(arguments.Length);
        foreach (var argument in arguments)
        {
            // An out variable is not read before it is written.
            var value = argument.Parameter is { RefKind: RefKind.Out } ? ValueSet.Open : evaluator.Evaluate(argument.Value);
            if (argument.ArgumentKind == ArgumentKind.DefaultValue && DefaultOf(argument.Parameter) is { } syntax)
                value = value.Select(known => semantics.IsSought(known)
                    ? AbstractValue.OfConstant(known.Constant, syntax).AsFallback().AsReturned(syntax)
                    : known);
            builder.Add(
                new ArgumentValue(InBody(argument.Parameter), argument.Value, value, argument.ArgumentKind == ArgumentKind.Explicit));
        }

        return builder.MoveToImmutable();
    }

    /// <summary>The default of a parameter of the compilation's own: what is left out of a call is said there.</summary>
    private static SyntaxNode? DefaultOf(IParameterSymbol? parameter) =>
        parameter?.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
            is ParameterSyntax { Default.Value: { } value }
            ? value
            : null;

    /// <summary>The parts of a partial method may name a parameter differently; the body knows the name of its own part.</summary>
    private static IParameterSymbol? InBody(IParameterSymbol? parameter) =>
        parameter is { ContainingSymbol: IMethodSymbol { PartialImplementationPart: { } implementation } }
            ? implementation.Parameters[parameter.Ordinal]
            : parameter;

    public ImmutableArray<ValueSet> EvaluateAll<T>(ImmutableArray<T> operations)
        where T : IOperation
    {
        var builder = ImmutableArray.CreateBuilder<ValueSet>(operations.Length);
        foreach (var operation in operations)
            builder.Add(evaluator.Evaluate(operation is IArgumentOperation argument ? argument.Value : operation));
        return builder.MoveToImmutable();
    }
}
