using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
    private readonly Dictionary<ISymbol, List<(ISymbol Member, AbstractValue Flag)>> _held = new(SymbolEqualityComparer.Default);

    /// <summary>The state with what the switches of an object of the type hold.</summary>
    public FlowState Of(INamedTypeSymbol type, FlowState state)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { IsStatic: false, AssociatedSymbol: null } or IPropertySymbol { IsStatic: false }
                && ValueOf(member, MemberType(member)) is { } flag)
                state = state.Set(StorageLocation.Member(AbstractValue.This, member), ValueSet.FromValue(flag));
        }

        foreach (var holder in type.GetMembers())
        {
            if (holder is IFieldSymbol { IsReadOnly: true, IsStatic: false, AssociatedSymbol: null }
                or IPropertySymbol { IsStatic: false, SetMethod: null })
                state = WithSwitchesIn(holder, state);
        }

        // class Mailer(bool plain)
        foreach (var constructor in type.InstanceConstructors)
        {
            foreach (var parameter in constructor.Parameters)
            {
                if (IsPrimary(constructor) && ValueOf(parameter, parameter.Type) is { } flag)
                    state = state.Set(StorageLocation.ForSymbol(parameter), ValueSet.FromValue(flag));
            }
        }

        return state;
    }

    /// <summary>The same with those of the one object that a member holds: <c>readonly Relay _relay = new(plain: false)</c>.</summary>
    private FlowState WithSwitchesIn(ISymbol holder, FlowState state)
    {
        if (!_held.TryGetValue(holder, out var switches))
            _held.Add(holder, switches = FindIn(holder));
        foreach (var (member, flag) in switches)
        {
            var held = AbstractValue.OfSymbol(holder, AbstractValue.This, null);
            state = state.Set(StorageLocation.Member(held, member), ValueSet.FromValue(flag));
        }

        return state;
    }

    private List<(ISymbol Member, AbstractValue Flag)> FindIn(ISymbol holder)
    {
        var switches = new List<(ISymbol, AbstractValue)>();
        if (MemberType(holder) is not INamedTypeSymbol { TypeKind: TypeKind.Class, DeclaringSyntaxReferences.IsEmpty: false }
            || Implementations.MayBeReplaced(holder)
            || MemberWrites.FindTo(holder, program, cancellationToken) is not { Count: 1 } writes
            || writes.First() is not { Value.Single: { Kind: AbstractValueKind.Allocation } made } write)
        {
            return switches;
        }

        foreach (var held in write.State.MembersOf(made).Entries())
        {
            if (held.Key.Symbol is { } member && held.Value.Single is { } flag && (member is IParameterSymbol || SettledFlag.IsOwn(member))
                && SettledFlag.IsOf(MemberType(member), flag))
                switches.Add((member, AbstractValue.OfConstant(flag.Constant, flag.Origin)));
        }

        return switches;
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

        var found = ValueTrace.ValueWhere(value, IsOwn, program, cancellationToken);
        return !found.IsOpen && !found.Knowns.IsEmpty && found.Knowns.All(known => SettledFlag.IsOf(type, known))
            && found.Knowns.Select(known => known.Constant).Distinct().Count() == 1
            ? AbstractValue.OfConstant(found.Knowns[0].Constant, found.Knowns[0].Origin)
            : null;
    }

    /// <summary>Whether all calls that give the parameter are the compilation's own, and nothing else sets it.</summary>
    private bool IsOwn(ISymbol symbol) =>
        symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor } method }
        && CodeBody.IsOwn(method)
        && (IsPrimary(method)
            ? !program.References.ToWrites(symbol, cancellationToken).Any()
            : method.MethodKind == MethodKind.Constructor || !IsHandedAway(method));

    /// <summary>Whether other code may get a delegate of the method, and call it with what it likes.</summary>
    private bool IsHandedAway(IMethodSymbol method) => program.References.To(method, cancellationToken).Any(body =>
        program.Facts(body, cancellationToken).Delegates.Keys.Any(name => CalledConnections.IsNamed(method, name)));

    private bool IsPrimary(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Length == 1
        && constructor.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is TypeDeclarationSyntax;

    private static ITypeSymbol? MemberType(ISymbol member) =>
        (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type ?? (member as IParameterSymbol)?.Type;
}
