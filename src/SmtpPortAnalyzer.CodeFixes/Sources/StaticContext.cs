using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.CodeFixes.Sources;

/// <summary>What code at some place may refer to.</summary>
internal static class StaticContext
{
    /// <summary>Whether there is no instance at a place. Initializers see primary constructor parameters, but no members.</summary>
    public static bool IsStatic(SyntaxNode place, bool allowInitializers)
    {
        foreach (var ancestor in place.Ancestors())
        {
            switch (ancestor)
            {
                case LocalFunctionStatementSyntax function when function.Modifiers.Any(SyntaxKind.StaticKeyword):
                case AnonymousFunctionExpressionSyntax lambda when lambda.Modifiers.Any(SyntaxKind.StaticKeyword):
                    return true;
                case ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax or AttributeSyntax:
                    return !allowInitializers || ancestor is not PrimaryConstructorBaseTypeSyntax;
                case EqualsValueClauseSyntax
                {
                    Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax },
                }
                    when !allowInitializers:
                    return true;
                case BaseTypeDeclarationSyntax or CompilationUnitSyntax:
                    return ancestor is CompilationUnitSyntax;
                case MemberDeclarationSyntax member and not GlobalStatementSyntax when member.Modifiers.Any(SyntaxKind.StaticKeyword):
                    return true;
            }
        }

        return true;
    }

    /// <summary>Whether a place is in the initializer of a static member, or in a static constructor.</summary>
    public static bool RunsBeforeAll(SyntaxNode place) =>
        !place.Ancestors().TakeWhile(a => a is not MemberDeclarationSyntax).Any(a => a is AnonymousFunctionExpressionSyntax)
        && place.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
        {
            FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.StaticKeyword),
            ConstructorDeclarationSyntax constructor => constructor.Modifiers.Any(SyntaxKind.StaticKeyword),
            PropertyDeclarationSyntax { Initializer: { } initializer } property =>
                property.Modifiers.Any(SyntaxKind.StaticKeyword) && initializer.Span.Contains(place.Span),
            _ => false,
        };

    /// <summary>
    /// Whether a static lambda or local function stands between a declaration and a place: it sees nothing of the code around it.
    /// </summary>
    public static bool IsCutOff(SyntaxNode declaration, SyntaxNode place) => place.Ancestors()
        .TakeWhile(a => !a.Span.Contains(declaration.Span))
        .Any(a => a is LocalFunctionStatementSyntax { Modifiers: var f } && f.Any(SyntaxKind.StaticKeyword)
            || a is AnonymousFunctionExpressionSyntax { Modifiers: var l } && l.Any(SyntaxKind.StaticKeyword));

    /// <summary>
    /// Whether a function in a member of a struct stands around a place: the compiler lets it see nothing of the instance.
    /// </summary>
    public static bool IsCopyOfStruct(SyntaxNode place) =>
        place.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Kind() is SyntaxKind.StructDeclaration or SyntaxKind.RecordStructDeclaration
        && place.Ancestors().TakeWhile(a => a is not TypeDeclarationSyntax)
            .Any(a => a is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax);
}
