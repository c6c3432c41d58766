using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections.Keys;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Flow.Slicing;

namespace SmtpPortAnalyzer.Connections.Program;

/// <summary>
/// What matters to a connection: what the catalogue's types and members are given, and all that goes to code of the compilation, where
/// another body may ask for it.
/// </summary>
internal sealed class ConnectionRelevance(SmtpProgram program, CancellationToken cancellationToken) : IRelevance
{
    private static readonly HashSet<string> s_binding = new(ConfigurationBinding.Names.Select(row => row.Name));

    private static readonly AbstractValue s_number = AbstractValue.OfConstant(MailPorts.Blocked, null);
    private static readonly AbstractValue s_text = AbstractValue.OfConstant(MailPorts.BlockedText, null);

    private readonly TypeRelevance _types = program.TypeRelevance;

    /// <summary>Whether it is the port that is looked for, as a number or as text.</summary>
    public static bool IsSought(AbstractValue value) =>
        value.Kind == AbstractValueKind.Constant
            && (value.Constant is MailPorts.BlockedText
                || (ConstantFolding.TryGetInteger(value.Constant, out var number) && number == MailPorts.Blocked));

    public static AbstractValue SoughtLike(object? other) => other is string ? s_text : s_number;

    private SmtpSymbols Symbols => program.Symbols;

    public Demand DemandOf(IOperation operation)
    {
        switch (operation)
        {
            case IObjectCreationOperation creation:
                return IsSource(creation.Constructor) || IsSource(creation.Type) || _types.IsCatalogues(creation.Type) || Symbols.HasKeys
                    || (creation.Constructor is { } constructor && IsUsers(constructor, creation.Type))
                    ? Demand.All
                    : Demand.None;
            case IInvocationOperation call:
                return DemandOf(call);
            case IPropertyReferenceOperation { Property: { GetMethod: { } getter } property }:
                return IsSource(property) && (!property.Parameters.IsEmpty || program.BodyOf(getter, cancellationToken) is not null)
                    ? Demand.All
                    : Demand.None;
            case IInvalidOperation:
                return Demand.All;
            default:
                return Demand.None;
        }
    }

    public MemberUse UseOf(IMemberReferenceOperation member)
    {
        if (IsSource(StorageLocation.Kept(member.Member)) || Symbols.HasKeys)
            return MemberUse.Lasting;

        if (!_types.IsCatalogues(member.Instance?.Type) && !_types.IsCatalogues(member.Member.ContainingType))
            return MemberUse.WithObject;
        if (Symbols.Credential(member.Member.ContainingType) is not null)
            return MemberUse.Lasting;

        var client = Symbols.Client(member.Instance?.Type) ?? Symbols.Client(member.Member.ContainingType);
        return Symbols.IsLoginOfConnection(member.Member, member.Instance?.Type)
            || Symbols.IsProxyOfConnection(member.Member, member.Instance?.Type) || client?.Has(member.Member) == true
            ? MemberUse.Lasting
            : MemberUse.None;
    }

    public bool Matters(ITypeSymbol? type) => _types.Matters(type);

    public bool IsLeftAlone(ITypeSymbol? type) => _types.IsCatalogues(type);

    private Demand DemandOf(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.MethodKind is MethodKind.DelegateInvoke or MethodKind.LocalFunction || IsSource(method) || IsSource(method.ReducedFrom)
            || Symbols.HasKeys || MayBind(method) || IsUsers(method, call.Instance?.Type)
            || program.FrameworkTypes.Is(method.ContainingType, FrameworkType.CredentialCache))
        {
            return Demand.All;
        }

        // A static method of a library's may connect as well.
        if (!_types.IsCatalogues(call.Instance?.Type) && !_types.IsCatalogues(method.ContainingType))
            return Demand.None;

        return Symbols.Connect(method, call.Instance?.Type) is not null || Symbols.LogsIn(method, call.Instance?.Type) is not null
            ? Demand.All
            : Demand.Receiver;
    }

    /// <summary>Whether a row of the user's own names the method.</summary>
    private bool IsUsers(IMethodSymbol method, ITypeSymbol? receiver) =>
        Symbols.HasOwnMethods && Symbols.Connect(method, receiver) is not null;

    /// <summary>Whether the call may give a section of the configuration to a type.</summary>
    private static bool MayBind(IMethodSymbol method) => s_binding.Contains(method.Name);

    private static bool IsSource(ISymbol? symbol) => symbol is { DeclaringSyntaxReferences.IsEmpty: false };
}
