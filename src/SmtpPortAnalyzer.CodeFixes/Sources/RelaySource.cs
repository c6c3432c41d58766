using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.CodeFixes.SettingsFiles;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Options;

namespace SmtpPortAnalyzer.CodeFixes.Sources;

/// <summary>
/// Where the relay's address and login come from. Each answer is an expression for one place, or null where it cannot be read there.
/// </summary>
internal abstract class RelaySource
{
    /// <summary>The default port of mail submission (RFC 6409).</summary>
    public const string SubmissionPort = MailPorts.SubmissionText;

    /// <summary>Whether it has a host, a user name and a password, or a port only.</summary>
    public virtual bool HasLogin => true;

    /// <summary>Whether its login is all that it has.</summary>
    public virtual bool HasLoginOnly => false;

    /// <summary>Whether it has a host for sure, so that one in the code is not even a fallback.</summary>
    public virtual bool ReplacesHost => false;

    /// <summary>Whether the host in the code is the relay itself.</summary>
    public virtual bool KeepsHost => false;

    /// <summary>Whether user name and password are expressions of a line each.</summary>
    public virtual bool SpansLines(RelayEdit edit) => HasLogin && edit.Frameworks.HasThrowExpressions;

    /// <summary>The relay's port, 587 unless the settings say otherwise.</summary>
    public abstract string? Port(RelayEdit edit, SyntaxNode place);

    /// <summary>What makes the relay's host of the host that the code names today, before it and after it.</summary>
    public virtual (string Before, string After)? HostOr(RelayEdit edit, SyntaxNode place) =>
        Read(edit, place, Section(edit).Host) is not { } value ? null
        : edit.Preferences.Read is { } read && read.TextOr(place, Section(edit).Host, "") == value
            && read.AroundStandIn(place, Section(edit).Host) is var (before, after) ? (before + ", ", after)
        : (value + " ?? ", "");

    /// <summary>The relay's host in place of one that is no relay, or that the options replace.</summary>
    public virtual string? Host(RelayEdit edit, SyntaxNode place) => ValueOr(edit, place, Section(edit).Host, edit.Preferences.Host.Host);

    public virtual string? UserName(RelayEdit edit, SyntaxNode place) =>
        ValueOr(edit, place, Section(edit).UserName, edit.Preferences.Host.UserName);

    public virtual string? Password(RelayEdit edit, SyntaxNode place) => ValueOr(edit, place, Section(edit).Password, null);

    /// <summary>An access token in place of the password; null where there is none.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="place">Where it is asked for.</param>
    /// <param name="cancellation">The cancellation token at hand.</param>
    /// <param name="line">What begins a line of its arguments.</param>
    /// <param name="awaiting">What follows what is awaited, <c>.ConfigureAwait(false)</c> or nothing; null where nothing may be.</param>
    public virtual string? Token(RelayEdit edit, SyntaxNode place, string cancellation, string line, string? awaiting) => null;

    protected static MailSection Section(RelayEdit edit) => edit.Preferences.Section;

    /// <summary>Reads one setting; the expression is null at run time where it is missing.</summary>
    protected abstract string? Read(RelayEdit edit, SyntaxNode place, string setting);

    /// <summary>
    /// The same as the connection reads a setting of the store already; null where it reads none, or cannot here. What is read by a method
    /// that throws where a setting is missing has nothing to fall back to: so only a login is read.
    /// </summary>
    protected static string? ReadAlike(RelayEdit edit, SyntaxNode place, string setting, RelaySettings store) =>
        edit.Preferences.Read is { } read && read.Store == store
        && (!read.IsRequired || setting == Section(edit).UserName || setting == Section(edit).Password)
            ? read.TextAt(place, setting)
            : null;

    /// <summary>A setting's key as the user has to write it.</summary>
    protected abstract string Key(RelayEdit edit, string setting);

    /// <summary>A text of the settings as a number.</summary>
    protected static string Parsed(RelayEdit edit, SyntaxNode place, string text) => "int.Parse(" + text
        + (CodeStyle.ReadFrom(edit.File).NamesCulture
            ? ", " + edit.Names.At(place.SpanStart, "System.Globalization", "CultureInfo") + ".InvariantCulture)"
            : ")");

    /// <summary>A value, or an exception that names the setting; null where code may not throw.</summary>
    protected static string? OrThrow(RelayEdit edit, SyntaxNode place, string value, string setting) =>
        !edit.Frameworks.HasThrowExpressions || ExpressionTree.Contains(place, edit.File) ? null
            : value + " ?? throw new " + edit.Names.At(place.SpanStart, "System", "InvalidOperationException")
                + "(\"" + setting + " is not set.\")";

    // Before C# 7 there is no throw expression: a missing setting then comes up as the relay's refusal. So it does where an exception would
    // keep the whole type from being used.
    private string? ValueOr(RelayEdit edit, SyntaxNode place, string setting, string? fallback)
    {
        if (Read(edit, place, setting) is not { } value)
            return null;
        if (edit.Preferences.Read is { } read)
        {
            if (read.IsRequired && read.TextAt(place, setting) == value)
                return value;
            if (read.TextOr(place, setting, "") == value)
                return read.TextOr(place, setting, fallback ?? "");
        }

        if (fallback is not null)
            return value + " ?? " + SymbolDisplay.FormatLiteral(fallback, quote: true);
        if (!edit.Frameworks.HasThrowExpressions || StaticContext.RunsBeforeAll(place))
            return TakesNoNull(edit, place) ? value + "!" : value;

        return OrThrow(edit, place, value, Key(edit, setting));
    }

    // What gets it is a text that is declared as never null.
    private static bool TakesNoNull(RelayEdit edit, SyntaxNode place) =>
        edit.File.Model.GetNullableContext(place.SpanStart).WarningsEnabled()
        && TargetOf(place, edit.File) is
            IFieldSymbol { Type.SpecialType: SpecialType.System_String, NullableAnnotation: NullableAnnotation.NotAnnotated }
            or IPropertySymbol { Type.SpecialType: SpecialType.System_String, NullableAnnotation: NullableAnnotation.NotAnnotated }
            or IParameterSymbol { Type.SpecialType: SpecialType.System_String, NullableAnnotation: NullableAnnotation.NotAnnotated };

    private static ISymbol? TargetOf(SyntaxNode place, FileContext file) => place.Parent switch
    {
        EqualsValueClauseSyntax { Parent: { } declaration } => file.DeclaredBy(declaration),
        AssignmentExpressionSyntax assignment when assignment.Right == place => file.SymbolOf(assignment.Left),
        ArgumentSyntax { Parent: BaseArgumentListSyntax { Parent: { } call } list } argument
            when file.SymbolOf(call) is IMethodSymbol method => method.Parameters.ParameterFor(argument, list.Arguments.IndexOf(argument)),
        _ => null,
    };
}

/// <summary>Port 587 and nothing else.</summary>
internal sealed class SubmissionPortOnly : RelaySource
{
    public override bool HasLogin => false;

    public override string Port(RelayEdit edit, SyntaxNode place) => SubmissionPort;

    protected override string? Read(RelayEdit edit, SyntaxNode place, string setting) => null;

    protected override string Key(RelayEdit edit, string setting) => setting;
}
