using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Program;

/// <content>Calls that do not bind.</content>
internal sealed partial class BodyAnalysis
{
    public ValueSet? Unresolved(IInvalidOperation operation, ImmutableArray<ValueSet> children, FlowEvaluator evaluator)
    {
        var model = _program.Model(operation.Syntax.SyntaxTree);
        var receiver = Receiver(operation);
        if (UnresolvedCall.Resolve(operation, children, model, _cancellationToken) is not { } call
            || (receiver < 0 && Needs(operation, call.Method)))
        {
            GiveAway(operation, children, receiver, evaluator);
            return null;
        }

        if (operation.Syntax is BaseObjectCreationExpressionSyntax)
        {
            var made = AbstractValue.OfAllocation(operation.Syntax, operation.Type);
            Created(new CallSite(call.Method, operation.Type, operation.Syntax), made, call.Arguments, evaluator);
            return ValueSet.FromValue(made);
        }

        return call.Method.IsStatic
            ? Called(new CallSite(call.Method, null, operation.Syntax), call.Method, ValueSet.Open, call.Arguments, evaluator)
            : Called(new CallSite(call.Method, Child(operation, receiver)?.Type ?? call.Method.ContainingType, operation.Syntax),
                call.Method, receiver < 0 ? ValueSet.FromValue(AbstractValue.This) : children[receiver], call.Arguments, evaluator);
    }

    /// <summary>Whether the call goes to an object that is not known.</summary>
    private static bool Needs(IInvalidOperation operation, IMethodSymbol method) =>
        !method.IsStatic && operation.Syntax is InvocationExpressionSyntax { Expression: not SimpleNameSyntax };

    /// <summary>What is called is unknown: it may do anything with what it is given, and log a client in whose method it is.</summary>
    private void GiveAway(IInvalidOperation operation, ImmutableArray<ValueSet> children, int receiver, FlowEvaluator evaluator)
    {
        var isOfItsType = receiver >= 0 && operation.Syntax is InvocationExpressionSyntax call
            && !_program.Model(call.SyntaxTree).GetMemberGroup(call.Expression, _cancellationToken).IsEmpty;
        for (var i = 0; i < children.Length; i++)
        {
            _recogniser.Lost(children[i]);
            if (operation.Syntax is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax && !(isOfItsType && i == receiver))
                _recogniser.HandedOver(children[i], null, evaluator);
        }
    }

    /// <summary>Which child is the object that a method is called on; -1 where none is.</summary>
    private static int Receiver(IInvalidOperation operation)
    {
        if (operation.Syntax is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } })
            return -1;

        var index = 0;
        foreach (var child in operation.ChildOperations)
        {
            if (child.Syntax == receiver)
                return index;
            index++;
        }

        return -1;
    }

    private static IOperation? Child(IInvalidOperation operation, int index)
    {
        foreach (var child in operation.ChildOperations)
        {
            if (index-- == 0)
                return child;
        }

        return null;
    }
}
