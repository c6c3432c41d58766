using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Program;

/// <summary>A call as it will be, whatever the arguments that do not bind turn out to be.</summary>
internal readonly record struct UnresolvedCall(
    CallSite Site, IMethodSymbol Method, ValueSet Receiver, ImmutableArray<ArgumentValue> Arguments);

/// <summary>
/// Calls that do not bind because one of their arguments does not: it is half typed, or its type comes from a file or package that is
/// missing. <c>new SmtpClient(missing.Host, 25)</c> connects to port 25 all the same.
/// </summary>
internal sealed class UnresolvedCalls(SmtpProgram program, ConnectionRecogniser recogniser, CancellationToken cancellationToken)
{
    /// <summary>The call; null where what is called depends on what does not bind.</summary>
    public UnresolvedCall? Resolve(IInvalidOperation operation, ImmutableArray<ValueSet> children)
    {
        var receiver = Receiver(operation);
        if (OverloadOf(operation, children) is not var (method, arguments) || (receiver < 0 && Needs(operation, method)))
            return null;

        if (operation.Syntax is BaseObjectCreationExpressionSyntax)
            return new(new CallSite(method, operation.Type, operation.Syntax), method, ValueSet.Open, arguments);

        return method.IsStatic
            ? new(new CallSite(method, null, operation.Syntax), method, ValueSet.Open, arguments)
            : new(
                new CallSite(
                    method, operation.ChildOperations.ElementAtOrDefault(receiver)?.Type ?? method.ContainingType, operation.Syntax),
                method,
                receiver < 0 ? ValueSet.FromValue(AbstractValue.This) : children[receiver],
                arguments);
    }

    /// <summary>Whether the call goes to an object that is not known.</summary>
    private static bool Needs(IInvalidOperation operation, IMethodSymbol method) =>
        !method.IsStatic && operation.Syntax is InvocationExpressionSyntax { Expression: not SimpleNameSyntax };

    /// <summary>It is not known what is called: it may do anything with what it is given, and log a client in whose method it is.</summary>
    public void GiveAway(IInvalidOperation operation, ImmutableArray<ValueSet> children, FlowEvaluator evaluator)
    {
        var receiver = Receiver(operation);
        var isOfItsType = receiver >= 0 && operation.Syntax is InvocationExpressionSyntax call
            && !program.Model(call.SyntaxTree).GetMemberGroup(call.Expression, cancellationToken).IsEmpty;
        for (var i = 0; i < children.Length; i++)
        {
            recogniser.Lost(children[i]);
            if (operation.Syntax is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax && !(isOfItsType && i == receiver))
                recogniser.HandedOver(children[i], null, evaluator);
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

    /// <summary>The one overload that the arguments which bind leave, with the arguments for it; null where there are several.</summary>
    private (IMethodSymbol Method, ImmutableArray<ArgumentValue> Arguments)? OverloadOf(
        IInvalidOperation operation, ImmutableArray<ValueSet> values)
    {
        var model = program.Model(operation.Syntax.SyntaxTree);
        var list = operation.Syntax switch
        {
            BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
            InvocationExpressionSyntax invocation => invocation.ArgumentList,
            _ => null,
        };
        if (list is null || list.Arguments.Any(argument => argument.RefKindKeyword.RawKind != 0))
            return null;

        var children = operation.ChildOperations.ToList();
        var given = list.Arguments.Select(argument => children.FindIndex(child => child.Syntax == argument.Expression)).ToList();
        if (given.Contains(-1) || given.All(index => IsResolved(children[index])))
            return null;

        var info = model.GetSymbolInfo(operation.Syntax, cancellationToken);
        var candidates = info.Symbol is { } one ? ImmutableArray.Create(one) : info.CandidateSymbols;
        var fitting = candidates.OfType<IMethodSymbol>().Where(Fits).ToList();
        if (fitting.Count == 0 || (fitting.Count > 1 && !given.Any(index => IsResolved(children[index]))))
            return null;

        var method = fitting[0];
        var arguments = ImmutableArray.CreateBuilder<ArgumentValue>();
        for (var i = 0; i < list.Arguments.Count; i++)
        {
            var child = children[given[i]];
            var parameters = fitting.Select(candidate => Parameter(candidate, i)!)
                .GroupBy(parameter => parameter.Name).Select(group => group.First()).ToList();
            if (parameters.Count > 1 && IsResolved(child))
                return null;

            // Which of several it is, the missing type will say.
            foreach (var parameter in parameters)
                arguments.Add(new ArgumentValue(parameter, child, parameters.Count > 1 ? ValueSet.Open : values[given[i]]));
        }

        foreach (var parameter in method.Parameters)
        {
            if (parameter.HasExplicitDefaultValue && arguments.All(argument => argument.Parameter!.Name != parameter.Name))
            {
                var value = ValueSet.FromValue(AbstractValue.OfConstant(parameter.ExplicitDefaultValue, operation.Syntax));
                arguments.Add(new ArgumentValue(parameter, operation, value, isWritten: false));
            }
        }

        return (method, arguments.ToImmutable());

        IParameterSymbol? Parameter(IMethodSymbol candidate, int index) => candidate.Parameters.ParameterFor(list.Arguments[index], index);

        bool Fits(IMethodSymbol candidate)
        {
            for (var i = 0; i < list.Arguments.Count; i++)
            {
                if (Parameter(candidate, i) is not { } parameter
                    || (IsResolved(children[given[i]])
                        && !model.ClassifyConversion(list.Arguments[i].Expression, parameter.Type).IsImplicit))
                    return false;
            }

            return candidate.Parameters.Skip(list.Arguments.Count)
                .All(parameter => parameter.IsOptional || list.ArgumentFor(parameter.Name, parameter.Ordinal) is not null);
        }
    }

    private static bool IsResolved(IOperation argument) => argument is not IInvalidOperation && argument.Type is not IErrorTypeSymbol;
}
