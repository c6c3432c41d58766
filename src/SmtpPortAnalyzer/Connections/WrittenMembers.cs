using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Connections.Bodies;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Connections;

/// <summary>Takes note of what a body writes to fields and properties, and says where the value is kept.</summary>
internal sealed class WrittenMembers(
    SmtpProgram program, ConnectionRecogniser recogniser, CalledBody called, MemberReads reads, BodyFacts facts,
    CancellationToken cancellationToken)
{
    /// <summary>By variable and function: whether all of the body sees nothing but its members there.</summary>
    private readonly Dictionary<(ISymbol Variable, SyntaxNode? Function), bool> _confined = new();

    /// <summary>Gives the value as it is to be kept; null where the member keeps nothing itself.</summary>
    public ValueSet? Note(
        IMemberReferenceOperation member, ValueSet receiver, ValueSet value, IOperation valueOperation, FlowEvaluator evaluator,
        bool isNoted)
    {
        if (IsSetting(member, receiver))
            value = value.Select(known => known.IsConstant ? known.AsReturned(valueOperation.Syntax) : known);

        // An initializer fills what is behind the property, and runs no setter.
        var isInitializer = valueOperation.Syntax.Parent is EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax };
        var setter = isInitializer ? null : SetterOf(member, receiver);
        var isKeptBySetter = setter is not null && FieldProperty.IsKeptBy(setter, program, cancellationToken);
        var written = StorageLocation.Kept(member.Member);
        if (isNoted && !isKeptBySetter && !IsOfOwnCopy(member)
            && (written.DeclaringSyntaxReferences.Length > 0
                || (written.IsStatic && program.Symbols.StaticKeys(written) is not null)))
        {
            facts.Writes.Add(new WriteFact(written.OriginalDefinition, receiver, value, valueOperation.Syntax, evaluator.State));
        }

        var kept = recogniser.Written(member, receiver, value, valueOperation, evaluator);
        if (setter is null)
            return kept;

        // A setter that was written by hand keeps the value where it says; which one is behind an interface, the trace finds out.
        var arguments = ImmutableArray.Create(new ArgumentValue(setter.Parameters.Last(), valueOperation, value));
        if (isNoted)
            facts.Call(setter, receiver, arguments, valueOperation.Syntax, evaluator.State);
        return !setter.IsAbstract && called.Apply(setter, receiver, arguments, valueOperation.Syntax, evaluator)
            && (isKeptBySetter || reads.Gets(member, receiver, evaluator) is { IsOpen: false })
                ? null
                : kept;
    }

    /// <summary>The setter that was written by hand, or is an interface's; null where the member just holds what it is given.</summary>
    private IMethodSymbol? SetterOf(IMemberReferenceOperation member, ValueSet receiver) =>
        member is IPropertyReferenceOperation
        && StorageLocation.Implemented(receiver.Single, member.Member) is IPropertySymbol { SetMethod: { } setter }
        && (setter.IsAbstract || program.BodyOf(setter, cancellationToken) is not null)
            ? setter
            : null;

    /// <summary>
    /// Whether it is a property of an object made here that carries settings on: what is written to it belongs there, not where it is
    /// read.
    /// </summary>
    private bool IsSetting(IMemberReferenceOperation member, ValueSet receiver) =>
        member is IPropertyReferenceOperation { Property: { IsStatic: false, DeclaringSyntaxReferences.IsEmpty: false } }
        && receiver.Single is { Kind: AbstractValueKind.Allocation } made
        && program.Symbols.Client(made.Symbol as ITypeSymbol) is null;

    /// <summary>
    /// Whether the member is one of a struct that the body has for itself, so that no other code sees what is written: a local, or a
    /// parameter that is handed over by value, of which nothing but members is read.
    /// </summary>
    private bool IsOfOwnCopy(IMemberReferenceOperation member) => member.Instance switch
    {
        ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } => IsConfined(local, local.Type, member.Syntax),
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } =>
            IsConfined(parameter, parameter.Type, member.Syntax),
        _ => false,
    };

    private bool IsConfined(ISymbol variable, ITypeSymbol type, SyntaxNode place)
    {
        if (type is not { TypeKind: TypeKind.Struct, DeclaringSyntaxReferences.IsEmpty: false }
            || CodeBody.Enclosing(place) is not { } body)
            return false;

        var function = FunctionOf(place);
        if (!_confined.TryGetValue((variable, function), out var isConfined))
        {
            isConfined = body.DescendantNodes().OfType<IdentifierNameSyntax>()
                .Where(name => name.Identifier.ValueText == variable.Name)
                .All(name => IsTakenApart(name) && FunctionOf(name) == function);
            _confined.Add((variable, function), isConfined);
        }

        return isConfined;
    }

    // A function that is run later sees what was written, and so does what it calls.
    private static SyntaxNode? FunctionOf(SyntaxNode node) => node.Ancestors()
        .FirstOrDefault(outer => outer is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax);

    private static bool IsTakenApart(IdentifierNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access =>
            access.Name == name || access.Parent is not (InvocationExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: not 0 }),
        AssignmentExpressionSyntax assignment => assignment.Left == name,
        NameColonSyntax => true,
        _ => false,
    };
}
