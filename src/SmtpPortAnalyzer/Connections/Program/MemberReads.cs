using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections.Bodies;
using SmtpPortAnalyzer.Connections.Kept;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Search;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.Connections.Program;

/// <summary>What fields and properties of the compilation give where they are read: what a getter returns, what never changes.</summary>
internal sealed class MemberReads(SmtpProgram program, CalledBody called, CancellationToken cancellationToken)
{
    private readonly Dictionary<ISymbol, AbstractValue?> _fixed = new(SymbolEqualityComparer.Default);

    /// <summary>The value; null for a symbolic one.</summary>
    public ValueSet? Of(IMemberReferenceOperation member, FlowEvaluator evaluator) =>
        member.Member.DeclaringSyntaxReferences.Length == 0
            ? null
            : MayBeFixed(member) && FixedValue(member) is { } constant
                ? constant
                : Gets(member, member.Instance is null ? ValueSet.Open : evaluator.Evaluate(member.Instance), evaluator);

    /// <summary>What the getter of the property returns; null where it has none of its own.</summary>
    public ValueSet? Gets(IMemberReferenceOperation member, ValueSet receiver, FlowEvaluator evaluator)
    {
        if (member is not IPropertyReferenceOperation { Property.GetMethod: { } getter } property)
            return null;

        return called.Value(getter, receiver, Keys(property, evaluator), member.Syntax, evaluator, out _);
    }

    /// <summary>What is read by a key from something whose kind is decided elsewhere: who needs it asks each kind for that key.</summary>
    /// <param name="member">The member that is read.</param>
    /// <param name="evaluator">Has the state.</param>
    /// <param name="record">Keeps the call of the getter, so that the trace finds the key.</param>
    public ValueSet? Asked(
        IMemberReferenceOperation member, FlowEvaluator evaluator,
        Action<IMethodSymbol, ValueSet, ImmutableArray<ArgumentValue>, SyntaxNode, FlowEvaluator> record)
    {
        if (member is not IPropertyReferenceOperation { Property: { IsIndexer: true, GetMethod: { } getter } indexer } property
            || ConfigurationReads.IsConfiguration(indexer))
            return null;

        var receiver = evaluator.Receiver(member);
        if (Implementations.Given(getter, receiver, member.Syntax, program.Symbols) is not { } given)
            return null;

        record(getter, receiver, Keys(property, evaluator), member.Syntax, evaluator);
        return given;
    }

    /// <summary>What an indexer is read by.</summary>
    private static ImmutableArray<ArgumentValue> Keys(IPropertyReferenceOperation indexer, FlowEvaluator evaluator)
    {
        var keys = ImmutableArray.CreateBuilder<ArgumentValue>(indexer.Arguments.Length);
        foreach (var argument in indexer.Arguments)
            keys.Add(new ArgumentValue(argument.Parameter, argument.Value, evaluator.Evaluate(argument.Value)));
        return keys.MoveToImmutable();
    }

    /// <summary>What a text of an object is, only a question about it asks here: where it is a host or a name, a trace finds out.</summary>
    private static bool MayBeFixed(IMemberReferenceOperation member) =>
        member.Member.IsStatic || member.Type?.SpecialType != SpecialType.System_String
        || (member.Syntax is ExpressionSyntax read && BodyTraits.IsAsked(read));

    /// <summary>
    /// What a member holds that is set where it is declared and never again: a constant in all but name. Where the member is an object's,
    /// that is asked of switches and collections alone: how a number comes into an object, a trace finds out.
    /// </summary>
    private ValueSet? FixedValue(IMemberReferenceOperation member)
    {
        var symbol = member.Member.OriginalDefinition;
        if (!_fixed.TryGetValue(symbol, out var value))
            _fixed.Add(symbol, value = FindFixed(member));
        return value is null ? null : Fixed(value, member);
    }

    private AbstractValue? FindFixed(IMemberReferenceOperation member)
    {
        if (SettledFlag.IsOf(member.Type)
            && SettledFlag.ValueOf(member.Member.OriginalDefinition, program, cancellationToken) is { } flags
            && SettledFlag.Only(flags, member.Type) is { } flag)
        {
            return flag;
        }

        if (member.Type?.SpecialType == SpecialType.System_String && !member.Member.IsStatic
            && SettledFlag.OnlyText(member.Member.OriginalDefinition, program, cancellationToken) is { } text)
        {
            return text;
        }

        if (member.Member is not (IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null })
            || !(member.Member.IsStatic || IsCollection(member.Type) || program.FrameworkTypes.Is(member.Type, FrameworkType.NameValues))
            || !member.Member.ContainingType.StaticConstructors.All(constructor => constructor.IsImplicitlyDeclared)
            || program.InitializerOf(member.Member, cancellationToken) is not { } initializer
            || program.Facts(initializer, cancellationToken).Writes is not { Count: 1 } writes
            || (!member.Member.IsStatic
                && program.References.ToWrites(member.Member, cancellationToken).Any(body => body != initializer)))
        {
            return null;
        }

        if (program.FrameworkTypes.Is(member.Type, FrameworkType.NameValues))
            return ConfigurationReads.AppSettings(writes[0].Value);

        if (Collections.Contents(writes[0].Value, writes[0].State) is not { Single: { } items })
            return writes[0].Value.Single;

        return writes[0].Value.Single is not { Kind: AbstractValueKind.Allocation } || !IsChanged(member.Member, initializer)
            ? items
            : null;
    }

    private static bool IsCollection(ITypeSymbol? type) =>
        type is IArrayTypeSymbol || (type is INamedTypeSymbol { IsGenericType: true } named && named.IsBelow("System.Collections"));

    /// <summary>Whether code puts something into the collection, or takes something out.</summary>
    private bool IsChanged(ISymbol collection, SyntaxNode initializer)
    {
        program.Footprints.ReadAround(collection.Name);
        foreach (var body in program.References.To(collection, cancellationToken))
        {
            if (body != initializer && body.DescendantNodes().Any(node => node is IdentifierNameSyntax name
                && name.Identifier.ValueText == collection.Name && IsChanged(name)))
                return true;
        }

        return false;
    }

    private static bool IsChanged(ExpressionSyntax collection)
    {
        if (collection.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or IdentifierNameSyntax } whole
            && whole.Name == collection)
            collection = whole;
        return collection.Parent switch
        {
            ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } element => assignment.Left == element,
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax, Name.Identifier.ValueText: var name } access =>
                access.Expression == collection
                && Collections.IsChange(name),
            ArgumentSyntax => true,
            _ => false,
        };
    }

    private static ValueSet? Fixed(AbstractValue value, IMemberReferenceOperation member)
    {
        switch (value)
        {
            case { Kind: AbstractValueKind.Constant, IsReturned: false, IsFallback: false, Constant: not null }:
                return ValueSet.FromValue(AbstractValue.OfConstant(value.Constant, member.Syntax, member.Member));
            case { Kind: AbstractValueKind.Tuple or AbstractValueKind.Sequence }:
                var items = ImmutableArray.CreateBuilder<ValueSet>(value.Items.Length);
                foreach (var item in value.Items)
                    items.Add(item.Single is { } single && Fixed(single, member) is { } kept ? kept : ValueSet.Open);
                return ValueSet.FromValue(value.WithItems(items.MoveToImmutable()));
            case { Kind: AbstractValueKind.Setting }:
                return ValueSet.Open.Or(ValueSet.FromValue(value));
            default:
                return null;
        }
    }

    /// <summary>
    /// Whether a number turns out not to be set although it has a default of its own: <c>if (s.Port &gt; 0) client.Port = s.Port;</c>
    /// where <c>Port</c> is 587 as long as no code sets it.
    /// </summary>
    public bool IsAgainstDefault(IOperation number, BinaryOperatorKind comparison, int limit, bool holds) =>
        DeclaredDefault(number) is { } preset
        && ConstantFolding.Answer(comparison, preset.Constant, limit) == !holds && ConstantFolding.Answer(comparison, 0, limit) == holds
        && BecomesPort(number);

    // A number that becomes no port says nothing of one: how long to wait, how often to try again.
    private static bool BecomesPort(IOperation number) =>
        CodeBody.Enclosing(number.Syntax) is { } body
        && number.Syntax.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().LastOrDefault() is { } name
        && body.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment =>
            assignment.Left.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().LastOrDefault() is { } written
            && SettingWords.OfPort(written.Identifier.ValueText) is not null
            && assignment.Right.DescendantNodesAndSelf().OfType<SimpleNameSyntax>()
                .Any(read => read.Identifier.ValueText == name.Identifier.ValueText));

    /// <summary>The constant that a settable member or a parameter holds as long as it is given no other.</summary>
    private AbstractValue? DeclaredDefault(IOperation number)
    {
        if (number is IParameterReferenceOperation { Parameter: { HasExplicitDefaultValue: true, ExplicitDefaultValue: int preset } })
            return AbstractValue.OfConstant(preset, null);

        return number is IMemberReferenceOperation { Type.SpecialType: SpecialType.System_Int32 } member
            and (IFieldReferenceOperation or IPropertyReferenceOperation)
            && program.InitializerOf(member.Member.OriginalDefinition, cancellationToken) is { } initializer
            ? program.Facts(initializer, cancellationToken).WritesTo(StorageLocation.Kept(member.Member)).FirstOrDefault()?.Value.Single
            : null;
    }
}
