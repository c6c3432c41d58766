using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Connections;

/// <summary>Structs of the compilation that a body has for itself: what it writes to them is seen by no other code.</summary>
internal static class StructCopies
{
    /// <summary>
    /// Whether the member is one of a local, or of a parameter that is handed over by value, of which nothing but members is read.
    /// </summary>
    public static bool IsMemberOfOne(IMemberReferenceOperation member) => member.Instance switch
    {
        ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } => IsConfined(local, local.Type, member.Syntax),
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } =>
            IsConfined(parameter, parameter.Type, member.Syntax),
        _ => false,
    };

    private static bool IsConfined(ISymbol variable, ITypeSymbol type, SyntaxNode place) =>
        type is { TypeKind: TypeKind.Struct, DeclaringSyntaxReferences.IsEmpty: false }
        && CodeBody.Enclosing(place) is { } body
        && body.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == variable.Name).All(IsTakenApart);

    private static bool IsTakenApart(IdentifierNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access =>
            access.Name == name || access.Parent is not (InvocationExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: not 0 }),
        AssignmentExpressionSyntax assignment => assignment.Left == name,
        NameColonSyntax => true,
        _ => false,
    };
}
