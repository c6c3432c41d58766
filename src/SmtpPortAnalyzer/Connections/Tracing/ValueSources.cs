using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Connections.Tracing;

/// <summary>Lists what the compilation gives a parameter, field, property or method: its <see cref="ValueSource"/>s.</summary>
internal sealed class ValueSources(SmtpProgram program, CancellationToken cancellationToken)
{
    public IEnumerable<ValueSource> Of(ISymbol symbol) => symbol switch
    {
        IParameterSymbol parameter => OfParameter(parameter),
        IFieldSymbol or IPropertySymbol => OfImplementations(symbol.OriginalDefinition).Concat(OfMember(symbol.OriginalDefinition)),
        IMethodSymbol => OfImplementations(symbol.OriginalDefinition),
        _ => Enumerable.Empty<ValueSource>(),
    };

    private IEnumerable<ValueSource> OfParameter(IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method
            || !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, program.Compilation.Assembly))
        {
            yield break;
        }

        if (parameter.HasExplicitDefaultValue)
            yield return new DefaultSource(parameter, DefaultOf(parameter));

        foreach (var call in program.CallsOf(method, cancellationToken))
        {
            foreach (var argument in call.Arguments)
            {
                if (argument.Parameter?.Name == parameter.Name)
                    yield return new ArgumentSource(call, argument);
            }
        }
    }

    private IEnumerable<ValueSource> OfMember(ISymbol member)
    {
        // The property of a record holds the parameter of its primary constructor, until "with" or an initializer sets it.
        if (PositionalProperty.ParameterOf(member, cancellationToken) is { } parameter)
            yield return new PositionSource(parameter);

        foreach (var write in MemberWrites.FindTo(member, program, cancellationToken))
        {
            if (CodeBody.Enclosing(write.ValueSyntax) is not { } body || !program.Development.Contains(body, cancellationToken))
                yield return new WriteSource(member, write);
        }
    }

    private IEnumerable<ValueSource> OfImplementations(ISymbol member)
    {
        foreach (var (implementation, type) in Implementations.FindFor(member, program, cancellationToken))
        {
            var returned = Implementations.Returned(implementation, program, cancellationToken);
            if (returned is null && implementation is not IPropertySymbol)
                returned = ValueSet.Open;

            // What is written to the member itself is among its own sources.
            if (returned is not null || !SymbolEqualityComparer.Default.Equals(implementation, member))
                yield return new ImplementationSource(implementation, type, returned);
        }
    }

    private ExpressionSyntax? DefaultOf(IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is ParameterSyntax { Default.Value: { } value }
            ? value
            : null;
}
