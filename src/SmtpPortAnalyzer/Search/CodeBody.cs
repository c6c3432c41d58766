using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Search;

/// <summary>
/// A body is a piece of syntax that has a control-flow graph of its own: of a method, an accessor, an initializer, a program.
/// </summary>
internal static class CodeBody
{
    /// <summary>Whether no other assembly calls the method, and no other method stands in for it.</summary>
    public static bool IsOwn(IMethodSymbol method) =>
        method is { IsVirtual: false, IsOverride: false, IsAbstract: false } && IsInternal(method) && !IsContracted(method);

    /// <summary>
    /// Whether no other assembly sees the member, or the type that it stands in. A type without a word on who sees it says nothing of what
    /// its public members are for.
    /// </summary>
    public static bool IsInternal(ISymbol member) =>
        member.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal
        || (member.ContainingType is { } type
            && (type.ContainingType is null ? type.DeclaringSyntaxReferences.Any(IsSaidInternal) : IsInternal(type)));

    private static bool IsSaidInternal(SyntaxReference declaration) =>
        declaration.GetSyntax() is MemberDeclarationSyntax { Modifiers: var modifiers }
        && modifiers.Any(modifier => modifier.Kind() is SyntaxKind.InternalKeyword or SyntaxKind.FileKeyword);

    /// <summary>Whether the method stands behind one of an interface, by which others may call it.</summary>
    private static bool IsContracted(IMethodSymbol method) =>
        !method.IsStatic && method.DeclaredAccessibility == Accessibility.Public && method.Contracts().Any();

    /// <summary>The body that the node stands in; null outside of any.</summary>
    public static SyntaxNode? Enclosing(SyntaxNode node)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case BaseMethodDeclarationSyntax or AccessorDeclarationSyntax:
                case ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax }:
                case EqualsValueClauseSyntax
                {
                    Parent: VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax }
                    or PropertyDeclarationSyntax
                }:
                    return current;
                case GlobalStatementSyntax:
                    return current.Parent;
                case AttributeSyntax or EqualsValueClauseSyntax { Parent: ParameterSyntax or EnumMemberDeclarationSyntax }:
                    return null;
                case PrimaryConstructorBaseTypeSyntax:
                    return current;
            }
        }

        return null;
    }

    /// <summary>
    /// The bodies of a file in which one of the names is mentioned, or in which something is made whose type is not named, in source order.
    /// </summary>
    public static IEnumerable<SyntaxNode> Mentioning(SyntaxNode root, ISet<string> names)
    {
        var seen = new HashSet<SyntaxNode>();
        foreach (var node in root.DescendantNodes())
        {
            var isCandidate = node switch
            {
                SimpleNameSyntax name => names.Contains(name.Identifier.ValueText),
                ImplicitObjectCreationExpressionSyntax creation => DeclaredType(creation) is not { } type
                    || type.DescendantNodesAndSelf()
                        .Any(part => part is SimpleNameSyntax name && names.Contains(name.Identifier.ValueText)),
                ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax => true,
                _ => false,
            };
            if (isCandidate && Enclosing(node) is { } body && seen.Add(body))
                yield return body;
        }
    }

    /// <summary>The type that is written beside <c>new(…)</c>; null where it stands elsewhere.</summary>
    public static TypeSyntax? DeclaredType(ImplicitObjectCreationExpressionSyntax creation) => creation.Parent?.Parent switch
    {
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } => declaration.Type,
        PropertyDeclarationSyntax property => property.Type,
        _ => null,
    };

    /// <summary>The symbols of the declarations whose code the body is: the members that run it.</summary>
    public static ISymbol? Owner(SyntaxNode body, SemanticModel model) => body switch
    {
        CompilationUnitSyntax => model.Compilation.GetEntryPoint(default),
        ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax property } =>
            (model.GetDeclaredSymbol(property) as IPropertySymbol)?.GetMethod,
        EqualsValueClauseSyntax { Parent: { } declarator } => model.GetDeclaredSymbol(declarator),
        PrimaryConstructorBaseTypeSyntax => null,
        _ => model.GetDeclaredSymbol(body),
    };

    /// <summary>Whether the node stands in code that is compiled only with <c>DEBUG</c>.</summary>
    public static bool IsDebugOnly(SyntaxNode node)
    {
        var root = node.SyntaxTree.GetRoot();
        if (!root.ContainsDirectives)
            return false;

        var stack = new Stack<bool>();
        for (var directive = root.GetFirstDirective(); directive is not null
            && directive.SpanStart < node.SpanStart; directive = directive.GetNextDirective())
        {
            switch (directive)
            {
                case IfDirectiveTriviaSyntax branch:
                    stack.Push(Asks(branch.Condition, isDefined: true));
                    break;
                case ElifDirectiveTriviaSyntax branch when stack.Count > 0:
                    stack.Pop();
                    stack.Push(Asks(branch.Condition, isDefined: true));
                    break;
                case ElseDirectiveTriviaSyntax when stack.Count > 0:
                    stack.Pop();
                    stack.Push(OpeningCondition(directive) is { } condition && Asks(condition, isDefined: false));
                    break;
                case EndIfDirectiveTriviaSyntax when stack.Count > 0:
                    stack.Pop();
                    break;
            }
        }

        return stack.Contains(true);
    }

    private static ExpressionSyntax? OpeningCondition(DirectiveTriviaSyntax directive) =>
        directive.GetRelatedDirectives().FirstOrDefault() is IfDirectiveTriviaSyntax opening ? opening.Condition : null;

    private static bool Asks(ExpressionSyntax condition, bool isDefined) => condition switch
    {
        IdentifierNameSyntax name => isDefined && name.Identifier.ValueText == "DEBUG",
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => Asks(not.Operand, !isDefined),
        ParenthesizedExpressionSyntax parenthesized => Asks(parenthesized.Expression, isDefined),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } and =>
            isDefined && (Asks(and.Left, true) || Asks(and.Right, true)),
        _ => false,
    };
}
