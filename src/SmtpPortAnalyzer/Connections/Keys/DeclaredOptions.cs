using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.Connections.Keys;

/// <summary>
/// Options of a command line that are objects, with the default that code gives them: <c>new Option&lt;int>("--smtp-port", () => 25)</c>,
/// <c>{ DefaultValueFactory = _ => 25 }</c>, <c>option.SetDefaultValue(25)</c>.
/// </summary>
internal static class DeclaredOptions
{
    private const string Setter = "SetDefaultValue";

    /// <summary>Types whose constructor takes the name.</summary>
    public static readonly ImmutableHashSet<string> Types = ImmutableHashSet.Create("Option", "CliOption");

    /// <summary>The name of the option whose default the value is, and where the option is made; null where it is of none.</summary>
    public static (string Name, SyntaxNode Made)? NameOf(
        ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken)
    {
        var option = value.Parent switch
        {
            LambdaExpressionSyntax { Parent: AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax written } } =>
                Creation(written.Expression, model, cancellationToken),
            LambdaExpressionSyntax lambda => lambda.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>(),
            ArgumentSyntax
            {
                Parent.Parent: InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: Setter } access
                }
            }
                => Creation(access.Expression, model, cancellationToken),
            _ => null,
        };
        return option is { ArgumentList.Arguments: { Count: > 0 } arguments }
            && model.GetTypeInfo(option, cancellationToken).Type is INamedTypeSymbol { Name: var type } && Types.Contains(type)
            && Name(arguments[0].Expression, model, cancellationToken) is { } name
            ? (name.TrimStart('-', '/'), option)
            : null;
    }

    /// <summary>The creation that a variable, field or property of the same file is made with.</summary>
    private static BaseObjectCreationExpressionSyntax? Creation(
        ExpressionSyntax option, SemanticModel model, CancellationToken cancellationToken)
    {
        var declared = model.GetSymbolInfo(option, cancellationToken).Symbol?.DeclaringSyntaxReferences.FirstOrDefault()
            ?.GetSyntax(cancellationToken);
        return declared?.SyntaxTree != option.SyntaxTree
            ? null
            : declared switch
            {
                VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax made } => made,
                PropertyDeclarationSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax made } => made,
                _ => null,
            };
    }

    /// <summary>The name, or of several the longest: <c>new[] { "--smtp-port", "-p" }</c>.</summary>
    private static string? Name(ExpressionSyntax given, SemanticModel model, CancellationToken cancellationToken) =>
        given.DescendantNodesAndSelf().OfType<ExpressionSyntax>()
            .Select(part => model.GetConstantValue(part, cancellationToken))
            .Where(constant => constant.HasValue).Select(constant => constant.Value).OfType<string>()
            .OrderByDescending(name => name.Length).FirstOrDefault();
}
