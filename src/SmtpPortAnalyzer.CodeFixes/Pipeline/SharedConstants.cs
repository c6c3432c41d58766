using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.CodeFixes.Pipeline;

/// <summary>
/// A port 25 in a constant that other code could see, when the edit took the last use of it away: its number becomes 587 as well. The
/// constant stays, since code outside of the solution may use it. A password goes: there must be no use for it anywhere.
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

        return after;
    }

    private static IEnumerable<IFieldSymbol> PortsIn(TextSpan span, FixTarget before) => Leftovers.NamedIn(span, before)
        .OfType<IFieldSymbol>().Where(field => field is { IsConst: true, DeclaringSyntaxReferences.Length: 1 }
            && (ConstantFolding.IsPort(field.ConstantValue, MailPorts.Blocked) || IsPassword(field)));

    private static bool IsPassword(IFieldSymbol field) => field.ConstantValue is string { Length: > 0 } text && !Placeholder.Is(text)
        && SettingNames.RoleOf(field.Name) == SettingRole.Password;

    private static async Task<Document> CorrectAsync(IFieldSymbol constant, Document holder, FixTarget before)
    {
        var root = (await holder.GetSyntaxRootAsync(before.CancellationToken).ConfigureAwait(false))!;
        var model = await holder.GetSemanticModelAsync(before.CancellationToken).ConfigureAwait(false);
        var id = constant.GetDocumentationCommentId();
        var declaration = root.DescendantNodes().OfType<VariableDeclaratorSyntax>().FirstOrDefault(variable =>
            variable.Identifier.ValueText == constant.Name && variable.Parent?.Parent is FieldDeclarationSyntax
            && model?.GetDeclaredSymbol(variable, before.CancellationToken)?.GetDocumentationCommentId() == id);
        if (declaration?.Initializer?.Value is not LiteralExpressionSyntax value || DisabledCode.IsIn(root))
            return holder;

        var found = await SymbolFinder.FindReferencesAsync(
            model!.GetDeclaredSymbol(declaration, before.CancellationToken)!, holder.Project.Solution, before.CancellationToken)
            .ConfigureAwait(false);
        if (found.Any(reference => reference.Locations.Any()))
            return holder;

        var text = await holder.GetTextAsync(before.CancellationToken).ConfigureAwait(false);
        if (IsPassword(constant))
            return holder.WithFileText(text.WithChanges(new TextChange(MemberSpan.Find(declaration, new Layout(text, root), text), "")));

        var number = new TextChange(value.Span, value.Token.Text.Replace(MailPorts.BlockedText, MailPorts.SubmissionText));
        return holder.WithFileText(text.WithChanges(StaleWords.Along(root, [number])));
    }
}
