using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Flow.Slicing;

/// <summary>The variables that a graph mentions, numbered: locals, parameters, captures, and static members of libraries.</summary>
internal sealed class SliceVariables
{
    /// <summary>So many variables a method has, or fewer.</summary>
    private const int Usual = 24;

    private readonly Dictionary<StorageLocation, int> _numbers = new(Usual);
    private readonly List<Variable> _variables = new(Usual);
    private readonly List<int> _lastUses = new(Usual);
    private readonly LoopNest _loops;

    /// <summary>The lambda or local function that the graph is of; null for the body of a member.</summary>
    private readonly IMethodSymbol? _function;

    public SliceVariables(ControlFlowGraph graph, LoopNest loops)
    {
        _loops = loops;
        _function = graph.OriginalOperation switch
        {
            IAnonymousFunctionOperation lambda => lambda.Symbol,
            ILocalFunctionOperation local => local.Symbol,
            _ => null,
        };
    }

    public int Count => _variables.Count;

    /// <summary>The variable that the operation is a reference to; -1 for any other operation.</summary>
    public int NumberOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => Number(StorageLocation.ForSymbol(local.Local), local.Local.Type, _loops.IsDeclared(local.Local)),
        IParameterReferenceOperation parameter =>
            Number(StorageLocation.ForSymbol(parameter.Parameter), parameter.Parameter.Type, IsOwn(parameter.Parameter)),
        IFlowCaptureReferenceOperation capture => Number(StorageLocation.ForCapture(capture.Id), capture.Type, isOwn: true),
        IMemberReferenceOperation { Member: { IsStatic: true, DeclaringSyntaxReferences.IsEmpty: true } member } =>
            Number(StorageLocation.Member(null, member), operation.Type, isOwn: true),
        _ => -1,
    };

    public int NumberOf(IFlowCaptureOperation capture) => Number(StorageLocation.ForCapture(capture.Id), capture.Value.Type, isOwn: true);

    /// <summary>A variable that a pattern declares.</summary>
    public int NumberOf(ISymbol declared) =>
        Number(StorageLocation.ForSymbol(declared), (declared as ILocalSymbol)?.Type, _loops.IsDeclared(declared));

    /// <summary>The answer of a condition.</summary>
    public int NumberOf(StorageLocation answer) => Number(answer, null, isOwn: true);

    /// <summary>
    /// The variable that holds the object whose member is written or that is called on: <c>a</c> in <c>a.B.C = 25</c>. -1 where no variable
    /// does.
    /// </summary>
    public int Root(IOperation? operation)
    {
        while (operation is not null)
        {
            switch (operation)
            {
                case IMemberReferenceOperation { Instance: { } instance }:
                    operation = instance;
                    break;
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                case IDeclarationExpressionOperation declaration:
                    operation = declaration.Expression;
                    break;
                default:
                    return NumberOf(operation);
            }
        }

        return -1;
    }

    public bool TryGet(StorageLocation location, out int variable) => _numbers.TryGetValue(location, out variable);

    public StorageLocation Location(int variable) => _variables[variable].Location;

    /// <summary>The last block that mentions the variable.</summary>
    public int LastUse(int variable) => _lastUses[variable];

    /// <summary>The block mentions the variable.</summary>
    public void Touch(int variable, int block)
    {
        if (_lastUses[variable] < block)
            _lastUses[variable] = block;
    }

    /// <summary>Whether it is a variable of this graph alone, and no function inside it sees it.</summary>
    public bool IsOwn(int variable) => _variables[variable].IsOwn;

    /// <summary>Whether what it holds is an object that other variables may hold as well, and no number, text or flag.</summary>
    public bool IsShared(int variable) => _variables[variable].IsShared;

    private bool IsOwn(IParameterSymbol parameter) =>
        parameter.RefKind == RefKind.None
            && (_function is null || SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _function));

    private int Number(StorageLocation location, ITypeSymbol? type, bool isOwn)
    {
        if (_numbers.TryGetValue(location, out var number))
            return number;

        _numbers.Add(location, _variables.Count);
        _variables.Add(new Variable(location, isOwn, !IsPlain(type)));
        _lastUses.Add(0);
        return _variables.Count - 1;
    }

    private static bool IsPlain(ITypeSymbol? type) =>
        type?.WithoutNullable() is { TypeKind: TypeKind.Enum }
            or { SpecialType: (>= SpecialType.System_Boolean and <= SpecialType.System_String) or SpecialType.System_DateTime };

    private readonly struct Variable(StorageLocation location, bool isOwn, bool isShared)
    {
        public StorageLocation Location { get; } = location;

        public bool IsOwn { get; } = isOwn;

        public bool IsShared { get; } = isShared;
    }
}
