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
    /// <summary>Type arguments inside type arguments; beyond it a type is taken to matter.</summary>
    private const int MaxDepth = 4;

    private readonly Dictionary<ITypeSymbol, bool> _isCatalogues = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ITypeSymbol, bool> _matters = new(SymbolEqualityComparer.Default);

    /// <summary>Whether it is the port that is looked for, as a number or as text.</summary>
    public static bool IsSought(AbstractValue value) =>
        value.Kind == AbstractValueKind.Constant
            && (value.Constant is MailPorts.BlockedText
                || (ConstantFolding.TryGetInteger(value.Constant, out var number) && number == MailPorts.Blocked));

    private SmtpSymbols Symbols => program.Symbols;

    public Demand DemandOf(IOperation operation)
    {
        switch (operation)
        {
            case IObjectCreationOperation creation:
                return IsSource(creation.Constructor) || IsSource(creation.Type) || IsCatalogues(creation.Type) || Symbols.HasKeys
                    || (creation.Constructor is { } constructor && Symbols.Connect(constructor, creation.Type) is not null)
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
        if (IsSource(member.Member) || Symbols.HasKeys)
            return MemberUse.Lasting;

        if (!IsCatalogues(member.Instance?.Type) && !IsCatalogues(member.Member.ContainingType))
            return MemberUse.WithObject;
        if (Symbols.Credential(member.Member.ContainingType) is not null)
            return MemberUse.Lasting;

        var client = Symbols.Client(member.Instance?.Type) ?? Symbols.Client(member.Member.ContainingType);
        return Symbols.IsLoginOfConnection(member.Member, member.Instance?.Type)
            || Symbols.IsProxyOfConnection(member.Member, member.Instance?.Type) || client?.Has(member.Member) == true
            ? MemberUse.Lasting
            : MemberUse.None;
    }

    public bool Matters(ITypeSymbol? type)
    {
        if (type is null)
            return true;
        if (!_matters.TryGetValue(type, out var matters))
            _matters.Add(type, matters = Matters(type, 0));
        return matters;
    }

    public bool IsLeftAlone(ITypeSymbol? type) => IsCatalogues(type);

    private Demand DemandOf(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.MethodKind is MethodKind.DelegateInvoke or MethodKind.LocalFunction || IsSource(method) || IsSource(method.ReducedFrom)
            || Symbols.HasKeys
            || Symbols.Connect(method, call.Instance?.Type) is not null || Symbols.LogsIn(method, call.Instance?.Type) is not null
            || MayBind(method))
        {
            return Demand.All;
        }

        return IsCatalogues(call.Instance?.Type) ? Demand.Receiver : Demand.None;
    }

    /// <summary>Whether the call may give a section of the configuration to a type.</summary>
    private static bool MayBind(IMethodSymbol method) => ConfigurationBinding.Names.Any(row => row.Name == method.Name);

    private bool IsCatalogues(ITypeSymbol? type)
    {
        if (type is null)
            return false;
        if (!_isCatalogues.TryGetValue(type, out var isCatalogues))
            _isCatalogues.Add(
                type, isCatalogues = Symbols.Client(type) is not null || Symbols.IsConnected(type) || Symbols.Credential(type) is not null);
        return isCatalogues;
    }

    private static bool IsSource(ISymbol? symbol) => symbol is { DeclaringSyntaxReferences.IsEmpty: false };

    private bool Matters(ITypeSymbol type, int depth)
    {
        if (depth > MaxDepth)
            return true;

        switch (type)
        {
            case IArrayTypeSymbol array:
                return Matters(array.ElementType, depth + 1);
            case INamedTypeSymbol named:
                return named.TypeKind is TypeKind.Delegate or TypeKind.Error
                    || (IsSource(named) && named.TypeKind != TypeKind.Enum)
                    || named.SpecialType == SpecialType.System_Object
                    || IsCatalogues(named)
                    || Symbols.IsBase(named)
                    || named.TypeArguments.Any(argument => Matters(argument, depth + 1));
            default:
                // A type parameter, dynamic, a pointer.
                return true;
        }
    }
}
