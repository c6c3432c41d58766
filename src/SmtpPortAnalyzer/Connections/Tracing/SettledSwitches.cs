using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Connections.Tracing;

/// <summary>
/// Switches that are the same in every object that the program makes, or in every call that it makes: all callers hand over one constant,
/// and no other assembly can call.
/// </summary>
internal sealed class SettledSwitches(SmtpProgram program, CancellationToken cancellationToken)
{
    private readonly Dictionary<ISymbol, AbstractValue?> _known = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<(ISymbol Member, AbstractValue Flag)>> _inEach = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<(ISymbol Member, AbstractValue Flag)>> _held = new(SymbolEqualityComparer.Default);

    /// <summary>The state with what the switches hold of the object whose member runs, and of those that it is handed or keeps.</summary>
    public FlowState Of(ISymbol owner, FlowState state)
    {
        var type = owner.ContainingType;
        foreach (var (member, flag) in InEach(type))
            state = state.Set(StorageLocation.Member(AbstractValue.This, member), ValueSet.FromValue(flag));
        foreach (var holder in type.GetMembers().Where(IsVariable))
            state = WithSwitchesIn(AbstractValue.OfSymbol(holder, AbstractValue.This, null), state);
        foreach (var parameter in (owner as IMethodSymbol)?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty)
            state = WithSwitchesIn(AbstractValue.OfSymbol(parameter, null, null), state);

        // class Mailer(bool plain)
        foreach (var constructor in type.InstanceConstructors)
        {
            foreach (var parameter in constructor.Parameters)
            {
                if (PrimaryParameter.Is(parameter, cancellationToken) && ValueOf(parameter, parameter.Type) is { } flag)
                    state = state.Set(StorageLocation.ForSymbol(parameter), ValueSet.FromValue(flag));
            }
        }

        return state;
    }

    private static bool IsVariable(ISymbol member) =>
        member is IFieldSymbol { IsStatic: false, AssociatedSymbol: null } or IPropertySymbol { IsStatic: false };

    /// <summary>The switches that are the same in each object of the type.</summary>
    private List<(ISymbol Member, AbstractValue Flag)> InEach(ITypeSymbol type)
    {
        if (!_inEach.TryGetValue(type, out var switches))
        {
            _inEach.Add(type, switches = new());
            foreach (var member in type.GetMembers().Where(IsVariable))
            {
                if (ValueOf(member, member.HeldType()) is { } flag)
                    switches.Add((member, flag));
            }
        }

        return switches;
    }

    /// <summary>The same with those of the object that a variable holds: <c>readonly Relay _relay = new(plain: false)</c>.</summary>
    private FlowState WithSwitchesIn(AbstractValue held, FlowState state)
    {
        var holder = held.Symbol!;
        if (holder.HeldType() is not INamedTypeSymbol { TypeKind: TypeKind.Class, DeclaringSyntaxReferences.IsEmpty: false } type)
            return state;

        if (!_held.TryGetValue(holder, out var switches))
            _held.Add(holder, switches = HasSwitches(type) ? MadeIn(holder).Concat(InEach(type)).ToList() : new());
        foreach (var (member, flag) in switches)
            state = state.Set(StorageLocation.Member(held, member), ValueSet.FromValue(flag));
        return state;
    }

    /// <summary>Whether its objects have any: who makes them, and with what, is found out only then.</summary>
    private static bool HasSwitches(INamedTypeSymbol type) => type.SelfAndBaseTypes().OfType<INamedTypeSymbol>().Any(own =>
        own.GetMembers().Any(member => IsVariable(member) && SettledFlag.IsOf(member.HeldType()))
        || own.InstanceConstructors.Any(constructor => constructor.Parameters.Any(parameter => SettledFlag.IsOf(parameter.Type))));

    /// <summary>The switches of the one object that the member holds for good.</summary>
    private IEnumerable<(ISymbol Member, AbstractValue Flag)> MadeIn(ISymbol holder)
    {
        if (holder is not (IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null })
            || Implementations.MayBeReplaced(holder)
            || MemberWrites.FindTo(holder, program, cancellationToken) is not { Count: 1 } writes
            || writes.First() is not { Value.Single: { Kind: AbstractValueKind.Allocation } made } write)
        {
            yield break;
        }

        foreach (var held in write.State.MembersOf(made).Entries())
        {
            if (held.Key.Symbol is { } member && held.Value.Single is { } flag
                && SettledFlag.IsOf(member.HeldType(), flag)
                && (member is IParameterSymbol || SettledFlag.IsFixed(member, program, cancellationToken)))
                yield return (member, AbstractValue.OfConstant(flag.Constant, flag.Origin));
        }
    }

    /// <summary>The argument as the constant that it is in each call.</summary>
    public ArgumentValue Resolve(ArgumentValue argument) =>
        argument.Value.Single is { Kind: AbstractValueKind.Symbolic, Symbol: { } symbol }
            && argument.Parameter is { } parameter && ValueOf(symbol, parameter.Type) is { } flag
            ? new ArgumentValue(parameter, argument.Given, ValueSet.FromValue(flag), argument.IsWritten)
            : argument;

    private AbstractValue? ValueOf(ISymbol symbol, ITypeSymbol? type)
    {
        if (!SettledFlag.IsOf(type))
            return null;

        symbol = symbol.OriginalDefinition;
        if (!_known.TryGetValue(symbol, out var value))
            _known.Add(symbol, value = Find(symbol, type!));
        return value;
    }

    private AbstractValue? Find(ISymbol symbol, ITypeSymbol type)
    {
        var given = symbol is IParameterSymbol
            ? ValueSet.FromValue(AbstractValue.OfSymbol(symbol, null, null))
            : SettledFlag.ValueOf(symbol, program, cancellationToken);
        if (given is not { } value)
            return null;

        // A default may be given where nothing is written: by a derived type, or by what makes objects at run time.
        var defaults = new List<object?>();
        var found = ValueTrace.ValueWhere(value, asked => IsOwn(asked, defaults), program, cancellationToken);
        return SettledFlag.Only(found, type) is { } flag && defaults.All(given => Equals(given, flag.Constant))
            ? AbstractValue.OfConstant(flag.Constant, flag.Origin)
            : null;
    }

    /// <summary>Whether all calls that give the parameter are the compilation's own, and nothing else sets it.</summary>
    private bool IsOwn(ISymbol symbol, List<object?> defaults)
    {
        if (symbol is not IParameterSymbol
            {
                ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor } method
            } parameter
            || !CodeBody.IsOwn(method))
        {
            return false;
        }

        if (method.MethodKind == MethodKind.Ordinary)
            return !IsHandedAway(method);
        if (parameter.HasExplicitDefaultValue)
            defaults.Add(parameter.ExplicitDefaultValue);
        return !PrimaryParameter.Is(parameter, cancellationToken) || PrimaryParameter.IsFixed(parameter, program, cancellationToken);
    }

    /// <summary>Whether other code may get a delegate of the method, and call it with what it likes.</summary>
    private bool IsHandedAway(IMethodSymbol method) => program.References.To(method, cancellationToken).Any(body =>
        program.Facts(body, cancellationToken).Delegates.Keys.Any(name => CalledConnections.IsNamed(method, name)));
}
