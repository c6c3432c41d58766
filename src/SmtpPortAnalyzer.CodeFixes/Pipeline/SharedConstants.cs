using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.CodeFixes.Pipeline;

/// <summary>
/// A port 25 in a constant or read-only field, when the edit took the last use of it away, or left only messages that tell it: its number
/// becomes 587 as well. The constant stays, since code outside of the solution may use it. A password goes: there must be no use for it
/// anywhere.
/// </summary>
internal static class SharedConstants
{
    public static async Task<Document> CorrectAsync(FixTarget before, IReadOnlyList<TextChange> changes, Document after)
    {
        foreach (var constant in changes.SelectMany(change => PortsIn(change.Span, before)).Distinct(SymbolEqualityComparer.Default)
            .OfType<IFieldSymbol>().ToList())
        {
            if (before.Document.Project.Solution.GetDocument(constant.DeclaringSyntaxReferences[0].SyntaxTree) is { } declaring
                && after.Project.Solution.GetDocument(declaring.Id) is { } holder)
                after = (await CorrectAsync(constant, holder, before).ConfigureAwait(false)).Project.Solution.GetDocument(after.Id)!;
        }

        foreach (var member in changes.SelectMany(change => Leftovers.NamedIn(change.Span, before)).Where(GivesPassword)
            .Distinct(SymbolEqualityComparer.Default).OfType<ISymbol>().ToList())
        {
            if (before.Document.Project.Solution.GetDocument(member.DeclaringSyntaxReferences[0].SyntaxTree) is { } declaring
                && after.Project.Solution.GetDocument(declaring.Id) is { } holder)
                after = (await RemoveUnusedAsync(member, holder, before).ConfigureAwait(false)).Project.Solution.GetDocument(after.Id)!;
        }

        return after;
    }

    private static IEnumerable<IFieldSymbol> PortsIn(TextSpan span, FixTarget before) => Leftovers.NamedIn(span, before)
        .OfType<IFieldSymbol>().Where(field => field.DeclaringSyntaxReferences.Length == 1 && (IsPort(field) || IsPassword(field)));

    private static bool IsPort(IFieldSymbol field) => field.IsConst ? ConstantFolding.IsPort(field.ConstantValue, MailPorts.Blocked)
        : field is { IsReadOnly: true, DeclaredAccessibility: Accessibility.Private, Type.SpecialType: not SpecialType.None };

    private static bool IsPassword(IFieldSymbol field) => field.ConstantValue is string { Length: > 0 } text && !Placeholder.Is(text)
        && SettingNames.RoleOf(field.Name) == SettingRole.Password;

    // string MailPassword() => "…": a member that does nothing but give it.
    private static bool GivesPassword(ISymbol symbol) => IsCredential(symbol) || GivesText(symbol);

    private static bool IsCredential(ISymbol symbol) =>
        symbol is IFieldSymbol { IsReadOnly: true, DeclaringSyntaxReferences.Length: 1, Type: { } type }
        && type.FullName() == SmtpCatalog.Credential.Type;

    private static bool GivesText(ISymbol symbol) => symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol
        && symbol is { IsVirtual: false, IsOverride: false, IsAbstract: false, DeclaringSyntaxReferences.Length: 1 }
        && SettingNames.RoleOf(symbol.Name) == SettingRole.Password
        && !symbol.ContainingType.AllInterfaces.SelectMany(type => type.GetMembers(symbol.Name)).Any();

    private static async Task<Document> RemoveUnusedAsync(ISymbol member, Document holder, FixTarget before)
    {
        var root = (await holder.GetSyntaxRootAsync(before.CancellationToken).ConfigureAwait(false))!;
        var model = await holder.GetSemanticModelAsync(before.CancellationToken).ConfigureAwait(false);
        var id = member.GetDocumentationCommentId();
        var declaration = root.DescendantNodes().OfType<MemberDeclarationSyntax>().FirstOrDefault(one => LiteralOf(one) is { } text
            && !Placeholder.Is(text) && one.AttributeLists.Count == 0
            && model?.GetDeclaredSymbol(NamedIn(one), before.CancellationToken)?.GetDocumentationCommentId() == id);
        if (declaration is null || DisabledCode.IsIn(root))
            return holder;

        var declared = model!.GetDeclaredSymbol(NamedIn(declaration), before.CancellationToken)!;
        var found = await SymbolFinder.FindReferencesAsync(declared, holder.Project.Solution, before.CancellationToken)
            .ConfigureAwait(false);
        if (found.Any(reference => reference.Locations.Any()))
            return holder;

        var text = await holder.GetTextAsync(before.CancellationToken).ConfigureAwait(false);
        return holder.WithFileText(text.WithChanges(new TextChange(MemberSpan.Find(declaration, new Layout(text, root), text), "")));
    }

    private static SyntaxNode NamedIn(MemberDeclarationSyntax member) =>
        member is FieldDeclarationSyntax { Declaration.Variables: { Count: 1 } variables } ? variables[0] : member;

    private static string? LiteralOf(MemberDeclarationSyntax member) => (member switch
    {
        FieldDeclarationSyntax { Declaration.Variables: { Count: 1 } variables } =>
            variables[0].Initializer?.Value is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 1 } made }
                ? made[1].Expression
                : null,
        MethodDeclarationSyntax { ExpressionBody.Expression: var value } => value,
        MethodDeclarationSyntax { Body.Statements: { Count: 1 } statements } => (statements[0] as ReturnStatementSyntax)?.Expression,
        PropertyDeclarationSyntax { ExpressionBody.Expression: var value } => value,
        PropertyDeclarationSyntax { Initializer.Value: var value, AccessorList.Accessors.Count: 1 } => value,
        _ => null,
    } as LiteralExpressionSyntax)?.Token.Value as string;

    private static async Task<Document> CorrectAsync(IFieldSymbol constant, Document holder, FixTarget before)
    {
        var root = (await holder.GetSyntaxRootAsync(before.CancellationToken).ConfigureAwait(false))!;
        var model = await holder.GetSemanticModelAsync(before.CancellationToken).ConfigureAwait(false);
        var id = constant.GetDocumentationCommentId();
        var declaration = root.DescendantNodes().OfType<VariableDeclaratorSyntax>().FirstOrDefault(variable =>
            variable.Identifier.ValueText == constant.Name && variable.Parent?.Parent is FieldDeclarationSyntax
            && model?.GetDeclaredSymbol(variable, before.CancellationToken)?.GetDocumentationCommentId() == id);
        if (declaration?.Initializer?.Value is not { } value || DisabledCode.IsIn(root))
            return holder;

        var found = await SymbolFinder.FindReferencesAsync(
            model!.GetDeclaredSymbol(declaration, before.CancellationToken)!, holder.Project.Solution, before.CancellationToken)
            .ConfigureAwait(false);
        var uses = found.SelectMany(reference => reference.Locations).ToList();
        if (uses.Count > 0 && (IsPassword(constant) || !await AreToldAsync(uses, before).ConfigureAwait(false)))
            return holder;

        var text = await holder.GetTextAsync(before.CancellationToken).ConfigureAwait(false);
        if (IsPassword(constant) || (uses.Count == 0 && IsOfPartialType(declaration)
            && value is LiteralExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax))
        {
            holder = holder.WithFileText(text.WithChanges(new TextChange(MemberSpan.Find(declaration, new Layout(text, root), text), "")));
            return await CorrectAsync(value, model!, holder, before).ConfigureAwait(false);
        }

        if (value is not LiteralExpressionSyntax { Token: var token } || (uses.Count == 0 && !constant.IsConst)
            || !ConstantFolding.IsPort(token.Value, MailPorts.Blocked))
            return holder;

        var number = new TextChange(value.Span, token.Text.Replace(MailPorts.BlockedText, MailPorts.SubmissionText));
        return holder.WithFileText(text.WithChanges(StaleWords.Along(root, [number])));
    }

    // What a field that went had its value from.
    private static async Task<Document> CorrectAsync(ExpressionSyntax value, SemanticModel model, Document holder, FixTarget before)
    {
        foreach (var other in value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Select(name => model.GetSymbolInfo(name, before.CancellationToken).Symbol).OfType<IFieldSymbol>().Where(IsPort))
            holder = await CorrectAsync(other, holder, before).ConfigureAwait(false);
        return holder;
    }

    private static async Task<bool> AreToldAsync(IEnumerable<ReferenceLocation> uses, FixTarget before)
    {
        foreach (var use in uses)
        {
            var root = await use.Document.GetSyntaxRootAsync(before.CancellationToken).ConfigureAwait(false);
            if (!IsTold(root!.FindNode(use.Location.SourceSpan, getInnermostNodeForTie: true)))
                return false;
        }

        return true;
    }

    // Its other parts may have used it; that none does is known here.
    private static bool IsOfPartialType(VariableDeclaratorSyntax declaration) =>
        declaration.Parent?.Parent is FieldDeclarationSyntax { AttributeLists.Count: 0, Parent: TypeDeclarationSyntax type } field
        && type.Modifiers.Any(SyntaxKind.PartialKeyword)
        && !field.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword
            or SyntaxKind.ProtectedKeyword);

    // log.LogInformation("Sending to {Host}:{Port}", Host, Port), $"by {Host}:{Port}": words for people, who are to read what is true.
    private static bool IsTold(SyntaxNode use)
    {
        while (use.Parent is MemberAccessExpressionSyntax access && access.Name == use)
            use = access;
        return use.Parent switch
        {
            InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax text } =>
                IsForPeople(string.Concat(text.Contents.OfType<InterpolatedStringTextSyntax>())),
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 1 } arguments } } own =>
                arguments.TakeWhile(argument => argument != own).Any(argument => argument.Expression is LiteralExpressionSyntax
                {
                    Token.Value: string template
                } && template.Contains("{") && IsForPeople(template)),
            _ => false,
        };
    }

    // An address that a program connects to has no words.
    private static bool IsForPeople(string text) => text.Contains(" ") && !text.Contains("://");
}
