using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.CodeFixes.Sources;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.CodeFixes.Clients;

/// <summary>A login of a MailKit connection with an access token: what takes the place of the password makes a mechanism of it.</summary>
internal sealed class TokenLogin(ConnectSite connect, FileContext file)
{
    private const string ConfigureAwait = ".ConfigureAwait(";

    /// <summary>The arguments of a new login behind the connection; null where there is no token.</summary>
    public string? Arguments(RelayEdit edit, LoginPlace place, string indentation)
    {
        var awaiting = place.Await.Length == 0 ? null
            : place.Suffix.StartsWith(ConfigureAwait, System.StringComparison.Ordinal) ? place.Suffix
            : "";
        var step = edit.Layout.Step(connect.Call);
        var line = edit.Layout.LineBreak(connect.Call.SpanStart) + indentation + step;
        if (edit.Source.UserName(edit, connect.Call) is not { } user
            || Mechanism(edit, connect.Call, user, connect.Token, awaiting, line + step) is not { } mechanism)
            return null;

        return "(" + line + mechanism + (connect.Token is { } token ? "," + line + token.Expression.WithoutTrivia() : "") + ")";
    }

    /// <summary>Makes a login with a password that stands in the call one with a token; the user name stays.</summary>
    public bool Rewrite(RelayEdit edit, InvocationExpressionSyntax call, int user, ExpressionSyntax? credentials)
    {
        var arguments = call.ArgumentList.Arguments;
        var parts = credentials is BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList.Arguments: { Count: 2 } made }
            ? made
            : credentials is null && user == 0 ? arguments : default;
        if (parts.Count < 2 || parts.Take(2).Any(part => part.NameColon is not null)
            || !IsRemovable(parts[1].Expression))
            return false;

        var token = arguments.FirstOrDefault(argument =>
            file.TypeOf(argument.Expression) is { } type && file.FrameworkTypes.Is(type, FrameworkType.CancellationToken));
        var indentation = edit.Layout.FinalIndentation(call);
        var line = edit.Layout.LineBreak(call.SpanStart) + indentation + edit.Layout.Step(call);
        if (Mechanism(edit, call, parts[0].Expression.WithoutTrivia().ToString(), token ?? connect.Token, AwaitingAt(call), line)
            is not { } mechanism)
            return false;

        edit.Edits.Replace(credentials?.Span ?? TextSpan.FromBounds(parts[0].SpanStart, parts[1].Span.End), mechanism);
        if (LoneConstant.ValueOf(parts[1].Expression, file) is { } constant)
            LoneConstant.Remove(edit, constant);
        return true;
    }

    // Nothing of the password stays behind.
    private bool IsRemovable(ExpressionSyntax password) => password is LiteralExpressionSyntax
        || (LoneConstant.ValueOf(password, file)?.FirstAncestorOrSelf<FieldDeclarationSyntax>() is { } field
            && LoneConstant.CanBeRemoved(field));

    private string? Mechanism(RelayEdit edit, SyntaxNode place, string user, ArgumentSyntax? token, string? awaiting, string line)
    {
        if (connect.Row.Fix.TokenMechanism is not { } name || file.Model.Compilation.GetTypeByMetadataName(name) is null)
            return null;

        var cancellation = token?.Expression.WithoutTrivia().ToString()
            ?? edit.Names.At(place.SpanStart, "System.Threading", "CancellationToken") + ".None";
        var dot = name.LastIndexOf('.');
        return edit.Source.Token(edit, place, cancellation, line + edit.Layout.Step(place), awaiting) is { } access
            ? "new " + edit.Names.At(place.SpanStart, name.Substring(0, dot), name.Substring(dot + 1)) + "(" + line + user + "," + line
                + access + ")"
            : null;
    }

    // await client.AuthenticateAsync(…).ConfigureAwait(false)
    private static string? AwaitingAt(InvocationExpressionSyntax call)
    {
        if (call.Parent is AwaitExpressionSyntax)
            return "";

        return call.Parent is MemberAccessExpressionSyntax
        {
            Parent: InvocationExpressionSyntax { Parent: AwaitExpressionSyntax } outer,
        } access
            && "." + access.Name + outer.ArgumentList is var suffix && suffix.StartsWith(ConfigureAwait, System.StringComparison.Ordinal)
            ? suffix
            : null;
    }
}
