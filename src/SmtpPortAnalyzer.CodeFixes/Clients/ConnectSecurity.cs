using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.CodeFixes.Security;
using SmtpPortAnalyzer.CodeFixes.Sources;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.CodeFixes.Clients;

/// <summary>
/// How a MailKit <c>Connect</c> call is encrypted: by its argument, a <c>SecureSocketOptions</c> or a <c>bool useSsl</c>, or by the port
/// where it has none.
/// </summary>
internal sealed class ConnectSecurity(ConnectSite connect, FileContext file)
{
    /// <summary>
    /// The argument, if it is a <c>SecureSocketOptions</c>. A <c>bool</c> says whether there is TLS from the first byte, and never that
    /// STARTTLS is demanded.
    /// </summary>
    public ExpressionSyntax? Flag => connect.Security is { } security && IsOptions(security.Expression)
        ? ChosenSecurity.SwitchOf(security.Expression, file) ?? security.Expression
        : null;

    /// <summary>The setting that chooses TLS from the first byte where it is on.</summary>
    public ExpressionSyntax? ImplicitFlag => connect.Security is not { Expression: var security } ? null
        : IsOptions(security) ? ChosenSecurity.ImplicitSwitchOf(security, file)
        : IsSetting(security) ? security
        : null;

    /// <summary>Whether STARTTLS is demanded on every path, or a value that is set at run time decides.</summary>
    public bool IsDemanded => connect.Security?.Expression is { } value && (Mode == TransportSecurity.StartTls
        || (ChosenSecurity.StandIn(value, file) is { } standIn && IsSecure(standIn))
        || (IsOptions(value) && (IsChosen(value) || SecurityFlag.IsOn(value, file)))
        || (ChosenSecurity.SwitchOf(value, file) is { } flag && SecurityFlag.IsOn(flag, file))
        || (value is ConditionalExpressionSyntax choice && IsSecure(choice.WhenTrue) && IsSecure(choice.WhenFalse)));

    /// <summary>The mode; null where only run time knows, or where a URI chooses.</summary>
    public TransportSecurity? Mode => connect.Uri is null ? file.ProvedSecurity(connect.Call) : null;

    /// <summary>Demands what the connection's port speaks; false where a setting decides that may mean something else.</summary>
    public bool Demand(RelayEdit edit)
    {
        if (connect.Security is not { } security)
            return AddArgument(edit);
        if (!edit.Finding.Place.IsAboutRelay)
        {
            // Where port and encryption are settings, they go together; with a port that is none, only what a call or a local asks for is a
            // setting.
            var mayBeSetting = edit.KeepsPort || security.Expression is not ConditionalExpressionSyntax;
            if (mayBeSetting && ChosenSecurity.StandIn(security.Expression, file) is { } standIn)
                return ReplaceArm(edit, standIn);
            if (edit.KeepsPort && ChosenSecurity.LessSecureOf(security.Expression, file) is { Count: > 0 } chosen)
                return chosen.All(value => Replace(edit, value, Text(edit)));
            if (edit.KeepsPort && security.Expression is not ConditionalExpressionSyntax
                && ChosenSecurity.IsRunTime(security.Expression, file))
                return false;
        }

        return edit.KeepsPort && LessSecureArm(security.Expression) is { } arm
            ? ReplaceArm(edit, arm)
            : ReplaceArgument(edit, security);
    }

    // Where both arms would be the same, there is nothing left to choose.
    private bool ReplaceArm(RelayEdit edit, ExpressionSyntax arm) =>
        arm.Parent is ConditionalExpressionSyntax choice
        && SecureOption.NameOf(choice.WhenTrue == arm ? choice.WhenFalse : choice.WhenTrue, file) == Name(edit)
            ? Replace(edit, choice, Text(edit))
            : Replace(edit, arm, Text(edit));

    /// <summary>The mode as code.</summary>
    public string Text(RelayEdit edit) => Type(edit) + "." + Name(edit);

    // A port that is set may be that of TLS from the first byte; then the setting beside it says so.
    private ExpressionSyntax? LessSecureArm(ExpressionSyntax value) => value is not ConditionalExpressionSyntax choice ? null
        : IsSecure(choice.WhenTrue) ? choice.WhenFalse
        : IsSecure(choice.WhenFalse) ? choice.WhenTrue
        : null;

    private bool ReplaceArgument(RelayEdit edit, ArgumentSyntax security)
    {
        if (security.NameColon is { } name && name.Name.Identifier.ValueText != connect.Row.EncryptionParameter)
            edit.Edits.Replace(name.Name.Span, connect.Row.EncryptionParameter);

        var place = EditPlace.PlaceOf(security.Expression, file);
        if (edit.Finding.Place.IsAboutRelay && SecurityPlace.Rename(edit, place, Name(edit)))
            return true;

        return Replace(edit, place, edit.KeepsPort && IsSetting(security.Expression)
            ? Choice(edit, ConditionOf(security.Expression))
            : TextForPort(edit));
    }

    // A port that is set may be that of TLS from the first byte, which the library would see by itself, or which the program asks for.
    private string TextForPort(RelayEdit edit)
    {
        if (!edit.KeepsPort || edit.Finding.Place.IsAboutRelay || Mode is not (TransportSecurity.ByPort or TransportSecurity.Implicit)
            || connect.Port is not { Expression: var port } || !MayBeSet(port))
            return Text(edit);

        var name = port is IdentifierNameSyntax or MemberAccessExpressionSyntax ? port.WithoutTrivia().ToString()
            : NewLocal.Before(edit, port, connect.Row.PortParameter);
        return name is null ? Text(edit) : Choice(edit, name + " == " + MailPorts.ImplicitTls);
    }

    // What the program asks of the port itself would be another question once the port is another.
    private string ConditionOf(ExpressionSyntax flag) =>
        connect.Port?.Expression is { } port && file.SymbolOf(port) is { } asked
        && flag.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Any(name => SymbolEqualityComparer.Default.Equals(file.SymbolOf(name), asked))
            ? port.WithoutTrivia() + " == " + MailPorts.ImplicitTls
            : flag.WithoutTrivia().ToString();

    private string Choice(RelayEdit edit, string condition) =>
        condition + " ? " + Type(edit) + "." + connect.Row.Fix.Implicit + " : " + Text(edit);

    private bool MayBeSet(ExpressionSyntax port) => file.MayBeImplicit(port) || (file.ProvedSettings(port) is var value
        && (value.IsOpen || value.Knowns.Any(known => known.Kind == AbstractValueKind.Setting)));

    private bool AddArgument(RelayEdit edit)
    {
        if ((connect.Port ?? connect.Host) is not { } before)
            return false;

        var isNamed = before.NameColon is not null || connect.Call.ArgumentList.Arguments.IndexOf(before) != (connect.Port is null ? 0 : 1);
        edit.Edits.Insert(
            before.Span.End,
            edit.Layout.BetweenArguments(before) + (isNamed ? connect.Row.EncryptionParameter + ": " : "") + TextForPort(edit));
        return true;
    }

    private static bool Replace(RelayEdit edit, ExpressionSyntax place, string text)
    {
        edit.Edits.Replace(place.Span, text);
        return true;
    }

    private string Name(RelayEdit edit) => edit.StartsWithTls ? connect.Row.Fix.Implicit : connect.Row.Fix.StartTls;

    private string Type(RelayEdit edit) => SecureOption.TypeAt(edit, connect.Call.SpanStart, connect.Row.Fix);

    private bool IsSecure(ExpressionSyntax option) => SecureOption.IsSecure(option, file);

    private bool IsOptions(ExpressionSyntax option) => SecureOption.Is(option, file);

    // settings.Security.Value: it is set, for the port that is set beside it.
    private bool IsChosen(ExpressionSyntax option) =>
        option is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value", Expression: var setting }
        && file.TypeOf(setting).IsNullable();

    // bool useSsl, known only at run time
    private bool IsSetting(ExpressionSyntax value) =>
        value is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or BinaryExpressionSyntax
            or PrefixUnaryExpressionSyntax or IsPatternExpressionSyntax
        && file.TypeOf(value)?.SpecialType == SpecialType.System_Boolean && !file.ConstantOf(value).HasValue;
}
