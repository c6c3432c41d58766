using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.Connections.Keys;

/// <summary>
/// The defaults that a body gives to columns of a database, <c>Property(e => e.Port).HasDefaultValue(25)</c>, by the name of the property.
/// Bodies of models and migrations are long and asked for each member that is traced, so each is read once, for all compilations that have
/// it: what it says depends on its syntax alone.
/// </summary>
internal sealed class ColumnDefaults
{
    /// <summary>The method that gives a column its default.</summary>
    public const string HasDefault = "HasDefaultValue";

    /// <summary>The method that names the column's property.</summary>
    private const string NamesMember = "Property";

    private static readonly ConditionalWeakTable<SyntaxNode, ColumnDefaults> s_ofBodies = new();

    private readonly ILookup<string, (MemberAccessExpressionSyntax Property, ExpressionSyntax Value)> _byName;

    private ColumnDefaults(SyntaxNode body) => _byName = body.DescendantNodes().OfType<InvocationExpressionSyntax>()
        .Select(call => (Property: PropertyOf(call), call.ArgumentList.Arguments))
        .Where(column => column.Property is not null)
        .ToLookup(column => column.Property!.Name.Identifier.ValueText, column => (column.Property!, column.Arguments[0].Expression));

    public static ColumnDefaults ReadIn(SyntaxNode body) => s_ofBodies.GetValue(body, static node => new ColumnDefaults(node));

    /// <summary>Where properties of the name get a default, and which.</summary>
    public IEnumerable<(MemberAccessExpressionSyntax Property, ExpressionSyntax Value)> For(string property) => _byName[property];

    /// <summary>The property that the chain of calls before a default begins with; null where it is none or is named in text.</summary>
    private static MemberAccessExpressionSyntax? PropertyOf(InvocationExpressionSyntax given)
    {
        if (given is not
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: HasDefault, Expression: var column },
                ArgumentList.Arguments.Count: 1,
            })
            return null;

        while (column is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call)
        {
            if (access.Name.Identifier.ValueText == NamesMember)
            {
                return (call.ArgumentList.Arguments.FirstOrDefault()?.Expression as LambdaExpressionSyntax)?.Body
                    as MemberAccessExpressionSyntax;
            }

            column = access.Expression;
        }

        return null;
    }
}
