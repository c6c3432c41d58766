using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections.Bodies;
using SmtpPortAnalyzer.Connections.Clients;
using SmtpPortAnalyzer.Connections.Keys;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Connections.Tracing;

/// <summary>Lists what the compilation gives a parameter, field, property or method: its <see cref="ValueSource"/>s.</summary>
internal sealed class ValueSources(SmtpProgram program, CancellationToken cancellationToken)
{
    private readonly MadeObjects _made = new(program, cancellationToken);
    private readonly OtherHolders _others = new(program, cancellationToken);
    private readonly ConstructorCalls _constructed = new(program, cancellationToken);

    /// <summary>The creations of the objects that the holder may be; null where it may be any.</summary>
    public HashSet<SyntaxNode>? ObjectsIn(AbstractValue? holder) => _made.In(holder);

    /// <param name="step">A step to a symbolic value.</param>
    public IEnumerable<ValueSource> Of(TraceStep step) => step.Value.Symbol switch
    {
        IParameterSymbol parameter => OfParameter(parameter, step),
        IFieldSymbol or IPropertySymbol => OfImplementations(step.Value.Symbol.OriginalDefinition).Concat<ValueSource>(OfMember(step)),
        IMethodSymbol method => OfImplementations(method.OriginalDefinition).Select(source => InCall(source, method, step.Value.Origin)),
        _ => Enumerable.Empty<ValueSource>(),
    };

    /// <summary>
    /// Whether an object of the one type may be one of the other: a sibling of it, or one with other type arguments, is not.
    /// </summary>
    private static bool MayBe(ITypeSymbol? one, ITypeSymbol? other)
    {
        if (one is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } first
            || other is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } second
            || HasParameters(first) || HasParameters(second))
        {
            return true;
        }

        return first.SelfAndBaseTypes().Contains(second, SymbolEqualityComparer.Default)
            || second.SelfAndBaseTypes().Contains(first, SymbolEqualityComparer.Default);
    }

    private static bool HasParameters(INamedTypeSymbol type) =>
        type.TypeArguments.Any(argument =>
            argument is ITypeParameterSymbol || (argument is INamedTypeSymbol named && HasParameters(named)));

    private IEnumerable<ValueSource> OfParameter(IParameterSymbol parameter, TraceStep step)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method
            || !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, program.Compilation.Assembly))
        {
            yield break;
        }

        var calls = program.CallsOf(method, cancellationToken);
        var isOwn = IsOwn(method) && calls.Any();
        if (parameter.HasExplicitDefaultValue)
            yield return new DefaultSource(parameter, DefaultOf(parameter)) { IsSaidByCalls = isOwn };

        foreach (var call in calls)
        {
            if (call.Syntax is BaseObjectCreationExpressionSyntax
                && (step.Made is { } made ? !made.Contains(call.Syntax) : _others.Hold(step.Holder, call.Receiver, call.Syntax)))
                continue;

            foreach (var argument in call.Arguments)
            {
                if (argument.Parameter?.Name == parameter.Name)
                    yield return new ArgumentSource(call, argument) { IsOfOwn = isOwn };
            }
        }
    }

    private static bool IsOwn(IMethodSymbol method) =>
        method.MethodKind is MethodKind.LocalFunction || (method.MethodKind == MethodKind.Ordinary && CodeBody.IsOwn(method));

    private IEnumerable<ValueSource> OfMember(TraceStep step)
    {
        var member = step.Value.Symbol!.OriginalDefinition;
        var owner = step.Value.Receiver is { } receiver ? ClientObjects.TypeOf(receiver) : null;

        // The property of a record holds the parameter of its primary constructor, until "with" or an initializer sets it.
        if (PositionalProperty.ParameterOf(member, cancellationToken) is { } parameter)
            yield return new PositionSource(parameter);

        foreach (var write in DeclaredDefaults.FindFor(member, program, cancellationToken))
            yield return new WriteSource(member, write);

        foreach (var write in MemberWrites.FindTo(member, body => _constructed.FactsOf(body, step.Made), program, cancellationToken))
        {
            if (owner is not null && write.Receiver.Single is { } written
                && !MayBe(owner, write.OwnType ?? ClientObjects.TypeOf(written)))
                continue;
            if (step.Made is { } made ? !_made.MayBe(made, write.Receiver) : _others.Hold(step.Holder, write.Receiver, write.ValueSyntax))
                continue;

            if (CodeBody.Enclosing(write.ValueSyntax) is not { } body || !program.Development.Contains(body, cancellationToken))
                yield return new WriteSource(member, write);
        }
    }

    private IEnumerable<ImplementationSource> OfImplementations(ISymbol member)
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

    /// <summary>What an implementation returns for what this call hands over: other calls of it ask for something else.</summary>
    private ImplementationSource InCall(ImplementationSource source, IMethodSymbol called, SyntaxNode? site)
    {
        if (called.Parameters.IsEmpty || source is not { Member: IMethodSymbol implementation, Returned: not null }
            || site is null || CodeBody.Enclosing(site) is not { } body
            || program.Facts(body, cancellationToken).CallsOf(called).FirstOrDefault(call => call.Syntax == site) is not { } call)
        {
            return source;
        }

        var arguments = call.Arguments.Select(argument => argument.Parameter is { } parameter
            ? new ArgumentValue(
                implementation.Parameters.ElementAtOrDefault(parameter.Ordinal), argument.Syntax, argument.Value, argument.IsWritten)
            : argument).ToImmutableArray();
        var substitution = new Substitution(ValueSet.FromValue(AbstractValue.This), arguments, call.State);
        var returned = Implementations.Returned(implementation, arguments, program, cancellationToken);
        return source with { Returned = returned is { } value ? substitution.Map(value, FlowState.Entry) : ValueSet.Open };
    }

    private ExpressionSyntax? DefaultOf(IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is ParameterSyntax { Default.Value: { } value }
            ? value
            : null;
}
