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

/// <summary>
/// A call that does not bind because one of its arguments does not: it is half typed, or its type comes from a file or package that is
/// missing. <c>new SmtpClient(missing.Host, 25)</c> connects to port 25 all the same.
/// </summary>
internal static class UnresolvedCall
{
    /// <summary>The call as it will be, whatever the arguments turn out to be; null where that depends on them.</summary>
    /// <param name="operation">The call.</param>
    /// <param name="values">The values of its child operations.</param>
    /// <param name="model">The model of its file.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    public static (IMethodSymbol Method, ImmutableArray<ArgumentValue> Arguments)? Resolve(
        IInvalidOperation operation, ImmutableArray<ValueSet> values, SemanticModel model, CancellationToken cancellationToken)
    {
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
        var fitting = (info.Symbol is { } one ? ImmutableArray.Create(one) : info.CandidateSymbols).OfType<IMethodSymbol>()
            .Where(Fits).ToList();
        if (fitting.Count == 0 || (fitting.Count > 1 && !given.Any(index => IsResolved(children[index]))))
            return null;

        var method = fitting[0];
        var arguments = ImmutableArray.CreateBuilder<ArgumentValue>();
        for (var i = 0; i < list.Arguments.Count; i++)
        {
            var child = children[given[i]];
            var parameters = fitting.Select(candidate => Parameter(candidate, i)!).GroupBy(parameter => parameter.Name)
                .Select(group => group.First()).ToList();
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
