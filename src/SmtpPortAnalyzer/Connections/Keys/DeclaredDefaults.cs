using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Keys;

/// <summary>
/// Defaults that code declares for a member without writing to it: in an attribute of a command-line option, or in the model of a database.
/// What fills the member gives it the default where it has nothing else.
/// </summary>
internal static class DeclaredDefaults
{
    /// <summary>How attributes that fill a property name its default.</summary>
    private static readonly ImmutableHashSet<string> s_arguments = ImmutableHashSet.Create("Default", "DefaultValue");

    /// <summary>The expressions that give the member its default, each with its constant.</summary>
    public static IEnumerable<MemberWrite> FindFor(ISymbol member, SmtpProgram program, CancellationToken cancellationToken)
    {
        if (member is not IPropertySymbol { DeclaringSyntaxReferences.IsEmpty: false } property)
            yield break;

        foreach (var value in InAttributes(property, program.FrameworkTypes, cancellationToken)
            .Concat(InModels(property, program, cancellationToken)))
        {
            if (program.Compilation.ContainsSyntaxTree(value.SyntaxTree)
                && program.Model(value.SyntaxTree).GetConstantValue(value, cancellationToken) is { HasValue: true, Value: { } constant })
            {
                yield return new MemberWrite(
                    ValueSet.FromValue(AbstractValue.OfConstant(constant, value)), value, ValueSet.Open, IsInitial: true)
                {
                    IsDeclared = true,
                };
            }
        }
    }

    private static IEnumerable<ExpressionSyntax> InAttributes(
        IPropertySymbol property, FrameworkTypes types, CancellationToken cancellationToken)
    {
        var attributes = property.GetAttributes();
        var isOption = attributes.Any(attribute => types.Is(attribute.AttributeClass, FrameworkType.CommandLineAttribute));
        foreach (var attribute in attributes)
        {
            var isDefault = types.Is(attribute.AttributeClass, FrameworkType.DefaultSettingValueAttribute)
                || (isOption && types.Is(attribute.AttributeClass, FrameworkType.DefaultValueAttribute));
            if ((attribute.NamedArguments.IsEmpty && !isDefault) || attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken)
                is not AttributeSyntax { ArgumentList.Arguments: var arguments })
                continue;

            foreach (var argument in arguments)
            {
                if (argument.NameEquals is { Name.Identifier.ValueText: var name } ? s_arguments.Contains(name) : isDefault)
                    yield return argument.Expression;
            }
        }
    }

    private static IEnumerable<ExpressionSyntax> InModels(
        IPropertySymbol property, SmtpProgram program, CancellationToken cancellationToken)
    {
        foreach (var body in program.References.ToName(ColumnDefaults.HasDefault, isGeneric: false, cancellationToken))
        {
            foreach (var (named, value) in ColumnDefaults.ReadIn(body).For(property.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(
                    program.Model(named.SyntaxTree).GetSymbolInfo(named, cancellationToken).Symbol?.OriginalDefinition, property))
                    yield return value;
            }
        }
    }
}
