using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Context;

namespace SmtpPortAnalyzer.CodeFixes.Editing;

/// <summary>
/// What nothing reads any more once an edit has taken its last use away: a private member or a local that held the port, the host or the
/// password. It goes, so that no dead 25 and no password stays behind, and the compiler has nothing to warn of.
/// </summary>
internal static class Leftovers
{
    /// <summary>The most rounds: what goes may have been the last that read something else.</summary>
    private const int MaxRounds = 8;

    /// <param name="before">The connection before the edits.</param>
    /// <param name="changes">The edits of its file.</param>
    /// <param name="after">The file after them.</param>
    public static async Task<Document> RemoveAsync(FixTarget before, IReadOnlyList<TextChange> changes, Document after)
    {
        var names = new HashSet<string>(changes.SelectMany(change => NamesIn(change.Span, before)));
        for (var round = 0; round < MaxRounds && names.Count > 0; round++)
        {
            var root = (await after.GetSyntaxRootAsync(before.CancellationToken).ConfigureAwait(false))!;
            var found = root.DescendantNodes().Where(node => DeclaredName(node) is { } name && names.Contains(name))
                .Select(node => (Node: node, Spans: SpansOf(node, root))).FirstOrDefault(one => one.Spans is not null);
            if (found.Spans is not { } spans)
                break;

            names.UnionWith(found.Node.DescendantNodes().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.ValueText));
            names.Remove(DeclaredName(found.Node)!);
            var text = await after.GetTextAsync(before.CancellationToken).ConfigureAwait(false);
            after = after.WithFileText(text.WithChanges(spans.OrderBy(span => span.Start).Select(span => new TextChange(span, ""))));
        }

        return after;
    }

    // The private members and locals of the file that an edit takes a use of away.
    private static IEnumerable<string> NamesIn(TextSpan span, FixTarget before) =>
        NamedIn(span, before).Where(IsOwn).Select(symbol => symbol.Name);

    /// <summary>What the code in the span names, as it was before the edits.</summary>
    public static IEnumerable<ISymbol> NamedIn(TextSpan span, FixTarget before) => span.IsEmpty ? [] : before.Root
        .DescendantTokens(node => node.FullSpan.IntersectsWith(span))
        .Where(token => token.IsKind(SyntaxKind.IdentifierToken) && span.Contains(token.Span))
        .Select(token => token.Parent is SimpleNameSyntax name ? before.File.SymbolOf(name) : null).OfType<ISymbol>();

    private static bool IsOwn(ISymbol symbol) => symbol is ILocalSymbol
        || (symbol is IFieldSymbol or IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary }
            && (symbol.DeclaredAccessibility == Accessibility.Private
                || (symbol is IFieldSymbol { IsStatic: true, ContainingType: { ContainingType: not null } type }
                    && type.DeclaredAccessibility == Accessibility.Private))
            && symbol.DeclaringSyntaxReferences.Length == 1);

    private static string? DeclaredName(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax or LocalDeclarationStatementSyntax } variable =>
            variable.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        _ => null,
    };

    /// <summary>What goes with a declaration that nothing reads; null where something does, or it has to stay.</summary>
    private static List<TextSpan>? SpansOf(SyntaxNode declaration, SyntaxNode root)
    {
        var name = DeclaredName(declaration)!;
        if (ScopeOf(declaration) is not { } scope || DisabledCode.Names(declaration, name))
            return null;

        var writes = scope.DescendantTokens(descendIntoTrivia: true)
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name && token.Parent != declaration)
            .Where(token => !IsOfAnother(token, declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>(type => type != declaration)))
            .Select(token => WriteOf(token, scope)).ToList();
        if (writes.Any(write => write is null))
            return null;

        var layout = new Layout(root.SyntaxTree.GetText(), root);
        return writes.Select(write => layout.WithLine(write!.Span)).Append(MemberSpan.Find(declaration, layout, root.SyntaxTree.GetText()))
            .ToList();
    }

    // Where it could be read: its type, or the code that it is a local of. Null where it is not for this code alone.
    private static SyntaxNode? ScopeOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax, Initializer.Value: { } value } when IsPlain(value) =>
            EnclosingMember.Find(declaration),
        VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } variable
            when variable.Initializer is null || IsPlain(variable.Initializer.Value) =>
                IsPrivate(field) ? field.Parent : IsInPrivateType(field) ? field.Parent!.Parent : null,
        PropertyDeclarationSyntax or MethodDeclarationSyntax when IsPrivate((MemberDeclarationSyntax)declaration) => declaration.Parent,
        _ => null,
    };

    private static bool IsPrivate(MemberDeclarationSyntax member) => member.AttributeLists.Count == 0
        && member is not MethodDeclarationSyntax { ExplicitInterfaceSpecifier: not null }
        && member is not PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: not null }
        && member.Parent is TypeDeclarationSyntax type and not InterfaceDeclarationSyntax && !type.Modifiers.Any(SyntaxKind.PartialKeyword)
        && !member.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword
            or SyntaxKind.ProtectedKeyword or SyntaxKind.PartialKeyword or SyntaxKind.ExternKeyword);

    // private static class Defaults { internal const int Port = 25; }
    private static bool IsInPrivateType(FieldDeclarationSyntax field) => field.AttributeLists.Count == 0
        && field.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.ConstKeyword or SyntaxKind.StaticKeyword)
        && field.Parent is TypeDeclarationSyntax { Parent: TypeDeclarationSyntax outer } type
        && !new[] { type, outer }.Any(one => one.Modifiers.Any(SyntaxKind.PartialKeyword))
        && !type.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword
            or SyntaxKind.ProtectedKeyword);

    // client.Port, new SmtpClient { Port = … }: a member of something else that has the same name.
    private static bool IsOfAnother(SyntaxToken token, TypeDeclarationSyntax? owner) => token.Parent switch
    {
        IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax { Expression: var holder } access } name when access.Name == name =>
            holder is not (ThisExpressionSyntax or BaseExpressionSyntax)
            && ((holder as MemberAccessExpressionSyntax)?.Name ?? holder as SimpleNameSyntax)?.Identifier.ValueText
                != owner?.Identifier.ValueText,
        IdentifierNameSyntax { Parent: AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment } name =>
            assignment.Left == name && assignment.Parent.IsKind(SyntaxKind.ObjectInitializerExpression),
        IdentifierNameSyntax { Parent: NameColonSyntax } => true,
        _ => false,
    };

    // _host = "mail.contoso.com"; and nothing else is done with it.
    private static StatementSyntax? WriteOf(SyntaxToken token, SyntaxNode scope)
    {
        SyntaxNode? name = token.Parent as IdentifierNameSyntax;
        if (name?.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access && access.Name == name)
            name = access;
        return name?.Parent is AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax { Parent: BlockSyntax } statement } assignment
            && scope is TypeDeclarationSyntax && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && assignment.Left == name
            && assignment.Right is LiteralExpressionSyntax && !statement.ContainsDirectives
                ? statement
                : null;
    }

    // Nothing happens where it is evaluated.
    private static bool IsPlain(ExpressionSyntax value) => !value.DescendantNodesAndSelf()
        .Any(node =>
            node is InvocationExpressionSyntax or AssignmentExpressionSyntax or AwaitExpressionSyntax or ElementAccessExpressionSyntax
            or AnonymousFunctionExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression });
}
