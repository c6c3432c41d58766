using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.CodeFixes.Sources;
using SmtpPortAnalyzer.Rules;

namespace SmtpPortAnalyzer.CodeFixes.Logins;

/// <summary>Rewrites credentials that stand in the source.</summary>
internal static class Login
{
    private static readonly CredentialType s_credential = SmtpCatalog.Credential;

    /// <summary>The user name and the password that an object of the framework is made of; where it is made elsewhere, itself.</summary>
    public static IEnumerable<ExpressionSyntax> PartsOf(ExpressionSyntax credentials, FileContext file)
    {
        var creation = NamedCredential.Read(credentials, file)?.Creation ?? CreationOf(credentials);
        return creation is { ArgumentList.Arguments: { Count: >= 2 } arguments }
            ? arguments.Take(2).Select(argument => argument.Expression)
            : new[] { credentials };
    }

    /// <summary>Makes a login that stands in the source come from the settings.</summary>
    public static bool Rewrite(RelayEdit edit, ExpressionSyntax credentials)
    {
        var named = NamedCredential.Read(credentials, edit.File);
        if (named is { Uses: 1 } && named.To(s_credential.Property!).Any())
            return RewriteProperties(edit, named);

        // One that other clients use as well stays as it is.
        var creation = named is null ? CreationOf(credentials) : named.Uses == 1 ? named.Creation : null;
        if (creation is { ArgumentList.Arguments.Count: >= 2 })
            return RewriteArguments(edit, creation.ArgumentList!, 0);

        var place = creation ?? credentials;
        if (New(edit, place, edit.Layout.FinalIndentation(place)) is not { } login)
            return false;

        edit.Edits.Replace(place.Span, login);
        return true;
    }

    /// <summary>Makes a user name and the password behind it, two arguments of a list, come from the settings.</summary>
    public static bool RewriteArguments(RelayEdit edit, BaseArgumentListSyntax list, int userIndex)
    {
        var file = edit.File;
        var user = list.Arguments[userIndex].Expression;
        var password = list.Arguments[userIndex + 1].Expression;
        var userPlace = EditPlace.PlaceOf(user, file);
        var passwordPlace = EditPlace.PlaceOf(password, file);
        var keepsUser = IsKept(edit, user);
        edit.UserName ??= keepsUser ? null : file.ProvedConstant(user) as string;
        var domain = list.Parent is BaseObjectCreationExpressionSyntax && list.Arguments.Count == 3 ? list.Arguments[2] : null;

        if (!keepsUser && userPlace == user && passwordPlace == password && list.Arguments.All(a => a.NameColon is null) && IsBare(list))
        {
            var before = list.Arguments.Take(userIndex).Select(a => a.ToString());
            var after = list.Arguments.Skip(userIndex + 2).Where(a => a != domain).Select(a => a.ToString());
            if (Arguments(edit, list, edit.Layout.FinalIndentation(list), before, after) is not { } arguments)
                return false;
            edit.Edits.Replace(list.Span, arguments);
            foreach (var value in new[] { user, password })
            {
                if (LoneConstant.ValueOf(value, file) is { } constant)
                    LoneConstant.Remove(edit, constant);
            }

            return true;
        }

        if (domain is not null && !edit.KeepsUserName)
            edit.Edits.Remove(TextSpan.FromBounds(list.Arguments[1].Span.End, domain.Span.End));
        return (keepsUser || ReplaceAt(edit, userPlace, edit.Source.UserName(edit, userPlace)))
            && ReplaceAt(edit, passwordPlace, edit.Source.Password(edit, passwordPlace));
    }

    /// <summary><c>new NetworkCredential(user, password)</c>, wrapped below a line of the given indentation.</summary>
    public static string? New(RelayEdit edit, SyntaxNode place, string indentation) =>
        Arguments(edit, place, indentation, [], []) is { } arguments
            ? "new " + edit.Names.At(place.SpanStart, s_credential.Namespace, s_credential.Name) + arguments
            : null;

    /// <summary>An argument list with the user name and the password, and what stands before and behind them.</summary>
    public static string? Arguments(
        RelayEdit edit, SyntaxNode place, string indentation, IEnumerable<string> before, IEnumerable<string> after)
    {
        if (edit.Source.UserName(edit, place) is not { } user || edit.Source.Password(edit, place) is not { } password)
            return null;

        var items = before.Append(user).Append(password).Concat(after);
        if (!edit.Source.SpansLines(edit))
            return "(" + string.Join(", ", items) + ")";

        var line = edit.Layout.LineBreak(place.SpanStart) + indentation + edit.Layout.Step(place);
        return "(" + line + string.Join("," + line, items) + ")";
    }

    /// <summary>
    /// Replaces a value, and lets go of the <c>const</c> of a local whose value it was. Before C# 11 an interpolated string takes no
    /// text with quotes.
    /// </summary>
    public static bool ReplaceAt(RelayEdit edit, ExpressionSyntax place, string? value)
    {
        if (value is null)
            return false;
        if (value.Contains("\"") && edit.Frameworks.Language < LanguageVersion.CSharp11
            && place.Ancestors().Any(a => a is InterpolationSyntax))
            return false;

        edit.Edits.Replace(place.Span, value);
        DropConst(edit, place);
        if (LoneConstant.ValueOf(place, edit.File) is { } constant)
            LoneConstant.Remove(edit, constant);
        return true;
    }

    public static void DropConst(RelayEdit edit, ExpressionSyntax place)
    {
        if (place.Parent?.Parent?.Parent?.Parent is LocalDeclarationStatementSyntax { IsConst: true } declaration)
        {
            var keyword = declaration.Modifiers.First(m => m.IsKind(SyntaxKind.ConstKeyword));
            edit.Edits.Remove(TextSpan.FromBounds(keyword.SpanStart, keyword.GetNextToken().SpanStart));
        }
    }

    private static bool RewriteProperties(RelayEdit edit, NamedCredential named) =>
        named.To(s_credential.UserName!).Concat(named.To(s_credential.Property!))
            .Where(w => edit.File.ProvedConstant(w.Right) is string)
            .Where(w => !IsUser(w) || !IsKept(edit, w.Right))
            .All(w =>
            {
                var place = EditPlace.PlaceOf(w.Right, edit.File);
                if (IsUser(w))
                    edit.UserName ??= edit.File.ProvedConstant(w.Right) as string;
                return ReplaceAt(edit, place, IsUser(w) ? edit.Source.UserName(edit, place) : edit.Source.Password(edit, place));
            });

    private static bool IsUser(AssignmentExpressionSyntax write) =>
        ((MemberAccessExpressionSyntax)write.Left).Name.Identifier.ValueText == s_credential.UserName;

    // One that only run time knows, always; one in the code if nothing says that it is to go with its host.
    private static bool IsKept(RelayEdit edit, ExpressionSyntax user) =>
        edit.File.ProvedConstant(user) is not { } known
        || (edit.KeepsUserName && known is string name && !Placeholder.Is(name));

    private static BaseObjectCreationExpressionSyntax? CreationOf(ExpressionSyntax value) => value switch
    {
        BaseObjectCreationExpressionSyntax creation => creation,
        ParenthesizedExpressionSyntax { Expression: var inner } => CreationOf(inner),
        CastExpressionSyntax { Expression: var inner } => CreationOf(inner),
        _ => null,
    };

    private static bool IsBare(SyntaxNode node) =>
        node.DescendantTrivia().All(t => t.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia);
}
