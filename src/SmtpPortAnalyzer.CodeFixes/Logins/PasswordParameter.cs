using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Sources;

namespace SmtpPortAnalyzer.CodeFixes.Logins;

/// <summary>
/// A password that a parameter has where a caller leaves it out: <c>string password = "…"</c>. It becomes null there, and the one place
/// that uses it takes the setting then; who hands a password over goes on to do so.
/// </summary>
internal static class PasswordParameter
{
    public static bool Rewrite(RelayEdit edit, ParameterSyntax parameter)
    {
        if (parameter is not { Default.Value: { } value, Type: { } type } || edit.File.DeclaredBy(parameter) is not IParameterSymbol symbol
            || symbol.Type.SpecialType != SpecialType.System_String || symbol.ContainingSymbol is not IMethodSymbol method
            || method.IsPartialDefinition || Callers.IsCalledAsAnother(method))
            return false;

        var uses = BodyOf(parameter)?.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == symbol.Name
                && SymbolEqualityComparer.Default.Equals(edit.File.SymbolOf(name), symbol)).ToList();
        if (uses is not { Count: 1 } || !IsRead(uses[0])
            || edit.Source.Password(edit, uses[0]) is not { } setting)
            return false;

        edit.Edits.Replace(value.Span, "null");
        if (symbol.NullableAnnotation == NullableAnnotation.NotAnnotated
            && edit.File.Model.GetNullableContext(type.SpanStart).AnnotationsEnabled())
            edit.Edits.Insert(type.Span.End, "?");
        edit.Edits.Replace(uses[0].Span, uses[0] + " ?? " + setting);
        return true;
    }

    // new NetworkCredential(user, password), _password = password;
    private static bool IsRead(IdentifierNameSyntax use) => use.Parent switch
    {
        ArgumentSyntax argument => argument.RefOrOutKeyword.IsKind(SyntaxKind.None),
        AssignmentExpressionSyntax assignment => assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && assignment.Right == use,
        _ => false,
    };

    private static SyntaxNode? BodyOf(ParameterSyntax parameter) => parameter.Parent?.Parent switch
    {
        BaseMethodDeclarationSyntax method => method,
        LocalFunctionStatementSyntax function => function,
        _ => null,
    };
}
