using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.CodeFixes.Sources;

namespace SmtpPortAnalyzer.CodeFixes.Ports;

/// <summary>A <c>bool</c> that a call hands over, or leaves out: <c>Send(host, 25, useTls: false)</c>.</summary>
internal static class PassedFlag
{
    /// <summary>Turns it on in the call; false where only run time knows what the call hands over.</summary>
    public static bool TurnOn(RelayEdit edit, SyntaxNode call, IParameterSymbol flag)
    {
        if (Callers.ArgumentFor(call, flag, edit.File) is { } argument)
        {
            var value = edit.File.ProvedConstant(argument.Expression);
            if (value is false)
                edit.Edits.Replace(EditPlace.PlaceOf(argument.Expression, edit.File).Span, "true");
            return value is bool;
        }

        if (flag is { HasExplicitDefaultValue: true, ExplicitDefaultValue: true })
            return true;
        if (edit.Finding.Node.FirstAncestorOrSelf<ArgumentListSyntax>() is not { } list)
            return false;

        edit.Edits.Insert(list.Arguments.Last().Span.End, ", " + flag.Name + ": true");
        return true;
    }
}
