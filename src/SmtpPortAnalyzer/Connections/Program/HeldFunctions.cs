using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Connections.Program;

/// <summary>
/// Functions that a field, property or parameter holds: <c>Func&lt;int&gt; port</c>, <c>Lazy&lt;int&gt;</c>. What a call of one gives is
/// told by what holds it; a trace goes from there to the functions that are put there, and to what these return.
/// </summary>
internal static class HeldFunctions
{
    /// <summary>
    /// What a call gives of a function that is known by what holds it: a port or host, or a tuple of them. Null for anything else.
    /// </summary>
    public static ValueSet? ResultOf(ValueSet held, ITypeSymbol type)
    {
        if (held.Single is not { Kind: AbstractValueKind.Symbolic, Symbol: IFieldSymbol or IPropertySymbol or IParameterSymbol } holder)
            return null;

        if (Implementations.IsPortOrHost(type))
            return held;

        return type is INamedTypeSymbol { IsTupleType: true } tuple
            ? ValueSet.FromValue(AbstractValue.OfTuple(tuple.TupleElements
                .Select(item => Implementations.IsPortOrHost(item.Type)
                    ? ValueSet.FromValue(AbstractValue.OfSymbol(item.CorrespondingTupleField ?? item, holder, holder.Origin))
                    : ValueSet.Open)
                .ToImmutableArray()))
            : null;
    }

    /// <summary>
    /// The function that a task is made of, <c>Task.Run(() => 25)</c>: the task gives what it gives. Null for any other call.
    /// </summary>
    public static AbstractValue? RunBy(IMethodSymbol method, ImmutableArray<ArgumentValue> arguments, FrameworkTypes types) =>
        method.Name == "Run" && arguments.Length > 0 && types.Is(method.ContainingType, FrameworkType.Task)
        && arguments[0].Value.Single is { Kind: AbstractValueKind.Function } function
            ? function
            : null;

    /// <summary>The lazy value whose <c>Value</c> the member is, if that may be a port or host; null for any other member.</summary>
    public static IOperation? LazyOf(IMemberReferenceOperation member, FrameworkTypes types) =>
        member is { Member.Name: "Value", Instance: { } lazy, Type: { } type } && types.Is(member.Member.ContainingType, FrameworkType.Lazy)
        && IsResult(type)
            ? lazy
            : null;

    /// <summary>Whether a function that gives the type may give a port or host.</summary>
    public static bool IsResult(ITypeSymbol type) =>
        Implementations.IsPortOrHost(type) || type is INamedTypeSymbol { IsTupleType: true };

    /// <summary>What the function returns; null where its code is not known.</summary>
    public static ValueSet? Returned(AbstractValue function, SmtpProgram program, CancellationToken cancellationToken)
    {
        var method = (IMethodSymbol)function.Symbol!;
        if (method.MethodKind is not (MethodKind.AnonymousFunction or MethodKind.LocalFunction))
            return Implementations.Returned(method, program, cancellationToken);

        return function.Origin is { } lambda && CodeBody.Enclosing(lambda) is { } body
            && program.Facts(body, cancellationToken).FunctionReturns.TryGetValue(method, out var returned)
                ? returned
                : null;
    }

    /// <summary>The item of the tuple that a value of a held function is; null where it is the whole.</summary>
    public static (AbstractValue Holder, int Item)? ItemOf(AbstractValue known) =>
        known is { Kind: AbstractValueKind.Symbolic, Symbol: IFieldSymbol { ContainingType.IsTupleType: true } item, Receiver: { } holder }
        && holder.Kind is AbstractValueKind.Symbolic or AbstractValueKind.Function
        && Position(item) is var position and >= 0
            ? (holder, position)
            : null;

    private static int Position(IFieldSymbol item) => item.ContainingType.TupleElements
        .Select(element => element.CorrespondingTupleField ?? element)
        .ToImmutableArray().IndexOf(item, SymbolEqualityComparer.Default);
}
