using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Clients;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.CodeFixes.Security;
using SmtpPortAnalyzer.CodeFixes.Sources;

namespace SmtpPortAnalyzer.CodeFixes.Ports;

/// <summary>
/// The encryption that a call hands to the method or constructor that connects: <c>Send(host, 25, false)</c>. What the call says decides,
/// and the method goes on to ask its other callers.
/// </summary>
/// <param name="Call">The call.</param>
/// <param name="Parameter">A <c>bool</c> or one of MailKit's <c>SecureSocketOptions</c>.</param>
/// <param name="IsAlways">Whether the connection gets it on every way.</param>
internal sealed record PassedSecurity(SyntaxNode Call, IParameterSymbol Parameter, bool IsAlways)
{
    public static PassedSecurity? Find(SyntaxNode call, IMethodSymbol method, ClientRewriter client, FileContext file)
    {
        var flags = client.SecurityFlags.ToList();
        var parameter = flags.Select(f => method.Parameters.FirstOrDefault(p => file.IsHandedBy(p, f)))
            .FirstOrDefault(p => p is not null);
        return parameter is null ? null : new PassedSecurity(call, parameter, flags.Count == 1 && !client.IsSecurityConditional);
    }

    /// <summary>Turns it on in this call; false where only run time knows what the call hands over.</summary>
    public bool TurnOn(RelayEdit edit)
    {
        var file = edit.File;
        if (!IsAlways)
            return false;

        if (Parameter.Type.SpecialType == SpecialType.System_Boolean)
            return PassedFlag.TurnOn(edit, Call, Parameter);
        if (Callers.ArgumentFor(Call, Parameter, file) is not { } argument)
            return IsOn(Parameter.HasExplicitDefaultValue ? Parameter.ExplicitDefaultValue : null) || Add(edit);

        var value = file.ProvedConstant(argument.Expression);
        if (IsOn(value))
            return true;
        if (value is null)
            return false;

        return SecureOption.RowOf(Parameter.Type) is { } options
            && SecurityPlace.Rename(edit, EditPlace.PlaceOf(argument.Expression, file), options.StartTls);
    }

    // The call leaves it out, and what it is then is less than STARTTLS.
    private bool Add(RelayEdit edit)
    {
        if (edit.Finding.Node.FirstAncestorOrSelf<ArgumentListSyntax>() is not { } list
            || SecureOption.RowOf(Parameter.Type) is not { } options || Parameter.Type.ContainingNamespace is not { } owner)
            return false;

        var type = edit.Names.At(list.SpanStart, owner.ToDisplayString(), Parameter.Type.Name);
        edit.Edits.Insert(list.Arguments.Last().Span.End, ", " + Parameter.Name + ": " + type + "." + options.StartTls);
        return true;
    }

    private bool IsOn(object? value) =>
        value is int option && SecurityPlace.NameOf(Parameter.Type, option) is { } name
            && name == SecureOption.RowOf(Parameter.Type)?.StartTls;
}
