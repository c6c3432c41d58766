using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;

namespace SmtpPortAnalyzer.CodeFixes.Clients;

/// <summary>One assignment to a property of a client.</summary>
/// <param name="Property">The property's name.</param>
/// <param name="Assignment">The assignment, in a statement of its own or in an initializer.</param>
/// <param name="IsConditional">Whether it happens on some paths only.</param>
/// <param name="IsShared">Whether another client may be in the variable at this point.</param>
internal sealed record PropertyWrite(string Property, AssignmentExpressionSyntax Assignment, bool IsConditional, bool IsShared)
{
    public ExpressionSyntax Value => Assignment.Right;

    public bool IsInInitializer => Assignment.Parent is InitializerExpressionSyntax;

    /// <summary>The statement, where one can be put behind it.</summary>
    public StatementSyntax? Statement =>
        Assignment.Parent is ExpressionStatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax } statement
        ? statement
        : null;
}

/// <summary>A client, how the code calls it, and what the code sets on it.</summary>
internal sealed class ClientUsage
{
    private ClientUsage(
        BaseObjectCreationExpressionSyntax? creation, ISymbol? variable, string? receiver, ImmutableArray<PropertyWrite> writes)
    {
        Creation = creation;
        Variable = variable;
        Receiver = receiver;
        Writes = writes;
    }

    /// <summary>The creation, or null where the client was made elsewhere.</summary>
    public BaseObjectCreationExpressionSyntax? Creation { get; }

    /// <summary>The variable that holds it, or null where it has no name.</summary>
    public ISymbol? Variable { get; }

    /// <summary>How statements name the client, for example <c>client</c> or <c>this.client</c>.</summary>
    public string? Receiver { get; }

    /// <summary>In the order of the source, those of the initializer first.</summary>
    public ImmutableArray<PropertyWrite> Writes { get; }

    public IEnumerable<PropertyWrite> Of(string property) => Writes.Where(w => w.Property == property);

    /// <summary>
    /// Whether an assignment to <see cref="PropertiesFix.DefaultCredentials"/> has to go for a login to hold: it asks for the identity of
    /// the process, or, on .NET Framework, its setter wipes the credentials set before it.
    /// </summary>
    public bool DefeatsLogin(AssignmentExpressionSyntax assignment, PropertiesClient? client)
    {
        if (client?.IsDefaultCredentials(assignment) != true)
            return false;

        return !assignment.Right.IsKind(SyntaxKind.FalseLiteralExpression)
            || (Of(client.Credentials).Any() && Of(client.Credentials).All(c => c.Assignment.SpanStart < assignment.SpanStart));
    }

    /// <summary>
    /// Reads the usage of the client that a site makes (a creation) or configures (an assignment to one of its properties).
    /// </summary>
    public static ClientUsage? Read(SyntaxNode site, FileContext file)
    {
        var creation = site as BaseObjectCreationExpressionSyntax;
        var (holder, chosen) = creation is not null ? HolderOf(creation)
            : site is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: var client } } ? (client, false)
            : default;
        var variable = holder switch
        {
            null => null,
            ExpressionSyntax expression => file.SymbolOf(expression),
            _ => file.DeclaredBy(holder),
        };
        if (variable is not (ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol))
            (variable, holder) = (null, null);
        if (variable is null && creation is null)
            return null;

        var receiver = holder switch
        {
            VariableDeclaratorSyntax declarator => declarator.Identifier.Text,
            PropertyDeclarationSyntax property => property.Identifier.Text,
            _ => holder?.WithoutTrivia().ToString(),
        };
        var writes = new List<PropertyWrite>();
        foreach (var assignment in creation?.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>() ?? [])
            writes.Add(new PropertyWrite(assignment.Left.ToString(), assignment, IsConditional: false, IsShared: false));
        if (variable is not null)
            writes.AddRange(WritesTo(variable, receiver!, site, chosen, file));
        return new ClientUsage(creation, variable, receiver, writes.ToImmutableArray());
    }

    /// <summary>
    /// The statements through which a variable may be used: those of the member, or of the type where it is a field or property.
    /// </summary>
    public static SyntaxNode ScopeOf(ISymbol variable, SyntaxNode site) =>
        variable is IFieldSymbol or IPropertySymbol && site.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
            ? type
            : EnclosingMember.Find(site);

    /// <summary>Whether an expression is the variable, called as the given receiver is.</summary>
    public static bool Is(ExpressionSyntax expression, ISymbol variable, string receiver, FileContext file) =>
        WithoutThis(expression.ToString()) == WithoutThis(receiver)
        && SymbolEqualityComparer.Default.Equals(file.SymbolOf(expression), variable);

    private static IEnumerable<PropertyWrite> WritesTo(
        ISymbol variable, string receiver, SyntaxNode site, bool chosen, FileContext file)
    {
        var assignments = ScopeOf(variable, site).DescendantNodes().OfType<AssignmentExpressionSyntax>().ToList();
        var creations = assignments.Where(a => Is(a.Left, variable, receiver, file)).ToList();
        foreach (var assignment in assignments)
        {
            if (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
                || assignment.Left is not MemberAccessExpressionSyntax { Expression: var target, Name: var name }
                || !Is(target, variable, receiver, file)
                || (site is BaseObjectCreationExpressionSyntax && !Reaches(site, assignment, creations)))
                continue;

            var others = creations.Where(c => !c.Span.Contains(site.Span) && Reaches(c, assignment, creations));
            yield return new PropertyWrite(
                name.Identifier.ValueText, assignment, ControlFlow.IsConditional(assignment, site), IsShared: chosen || others.Any());
        }

        // A client made elsewhere in the type brings its initializer along.
        if (site is AssignmentExpressionSyntax && variable is IFieldSymbol or IPropertySymbol)
        {
            foreach (var write in InitializersOf(variable, site, creations))
                yield return write;
        }
    }

    private static IEnumerable<PropertyWrite> InitializersOf(ISymbol variable, SyntaxNode site, List<AssignmentExpressionSyntax> creations)
    {
        var declared = variable.DeclaringSyntaxReferences.Select(r => r.GetSyntax()).Where(s => s.SyntaxTree == site.SyntaxTree)
            .Select(s => s switch
        {
            VariableDeclaratorSyntax declarator => declarator.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            _ => null,
        });
        var made = declared.Concat(creations.Select(c => (ExpressionSyntax?)c.Right)).OfType<BaseObjectCreationExpressionSyntax>().ToList();
        return from creation in made
               from assignment in creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>() ?? []
               select new PropertyWrite(assignment.Left.ToString(), assignment, IsConditional: made.Count > 1, IsShared: made.Count > 1);
    }

    private static bool Reaches(SyntaxNode creation, SyntaxNode write, List<AssignmentExpressionSyntax> creations)
    {
        if (EnclosingMember.Find(creation) != EnclosingMember.Find(write))
            return true;

        return write.SpanStart >= creation.Span.End && !ControlFlow.AreExclusive(creation, write)
            && !creations.Any(c => !c.Span.Contains(creation.Span) && c.SpanStart > creation.SpanStart && c.Span.End <= write.SpanStart
                && EnclosingMember.Find(c) == EnclosingMember.Find(write) && !ControlFlow.AreExclusive(creation, c)
                && !ControlFlow.IsConditional(c, write));
    }

    private static (SyntaxNode? Holder, bool Chosen) HolderOf(BaseObjectCreationExpressionSyntax creation)
    {
        SyntaxNode value = creation;
        var chosen = false;
        while (value.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or ConditionalExpressionSyntax
            or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } or SwitchExpressionArmSyntax
            or SwitchExpressionSyntax)
        {
            value = value.Parent;
            chosen |= value is not (ParenthesizedExpressionSyntax or CastExpressionSyntax);
        }

        return value.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax or PropertyDeclarationSyntax } clause => (clause.Parent, chosen),
            AssignmentExpressionSyntax assignment when assignment.Right == value => (assignment.Left, chosen),
            _ => (null, chosen),
        };
    }

    private static string WithoutThis(string receiver) =>
        receiver.StartsWith("this.", System.StringComparison.Ordinal) ? receiver.Substring(5) : receiver;
}
