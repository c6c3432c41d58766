using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.CodeFixes.Logins;
using SmtpPortAnalyzer.CodeFixes.Sources;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Options;

namespace SmtpPortAnalyzer.CodeFixes.Clients;

/// <summary>
/// Turns one connection of a mail library into one to a relay. Each method answers whether its part is done, or was done already.
/// </summary>
internal abstract class ClientRewriter
{
    /// <summary>Every expression from which the connection's host may come.</summary>
    public abstract IEnumerable<ExpressionSyntax> Hosts { get; }

    /// <summary>Every expression from which its port may come.</summary>
    public abstract IEnumerable<ExpressionSyntax> Ports { get; }

    /// <summary>Expressions that turn its encryption on or off.</summary>
    public virtual IEnumerable<ExpressionSyntax> SecurityFlags => [];

    /// <summary>Settings that choose TLS from the first byte where they are on.</summary>
    public virtual IEnumerable<ExpressionSyntax> ImplicitFlags => [];

    /// <summary>Whether there is a way on which none of them is asked.</summary>
    public virtual bool IsSecurityConditional => false;

    /// <summary>Whether it demands STARTTLS on every path.</summary>
    public abstract bool IsEncrypted { get; }

    /// <summary>Whether it logs in with credentials that the program gets at run time.</summary>
    public abstract bool IsAuthenticated { get; }

    /// <summary>Whether a setting decides if it logs in with those that it has.</summary>
    public virtual bool HasSwitchedLogin => false;

    /// <summary>How it is encrypted; null where only run time knows, or other code.</summary>
    public abstract TransportSecurity? Security { get; }

    /// <summary>Where its login comes from.</summary>
    public abstract LoginKind LoginKind { get; }

    /// <summary>What it logs in with, part by part: user name and password, or objects that carry them.</summary>
    public virtual IEnumerable<ExpressionSyntax> LoginParts => [];

    /// <summary>Whether it connects by a URI, whose query may demand STARTTLS.</summary>
    public virtual bool ConnectsByUri => false;

    public abstract bool RewriteHost(RelayEdit edit);

    public abstract bool RewritePort(RelayEdit edit);

    public abstract bool RewriteSecurity(RelayEdit edit);

    public abstract bool RewriteLogin(RelayEdit edit);

    /// <summary>Makes the settings decide host and port, whatever they are in the code.</summary>
    public bool RewriteAddress(RelayEdit edit) => RewriteHost(edit)
        && Ports.All(port => edit.File.ProvedConstant(port) is null || RewritePort(edit, port));

    /// <summary>Moves to 587 a connection to a port that the library cannot speak with.</summary>
    public bool MoveToSubmission(RelayEdit edit)
    {
        var ports = Ports.ToList();
        foreach (var port in ports)
        {
            if (edit.File.ProvedConstant(port) is not int number || !MailPorts.IsImplicit(number))
                return false;

            var place = LoneConstant.ValueOf(port, edit.File) ?? EditPlace.PlaceOf(port, edit.File);
            edit.Edits.Replace(place.Span, RelaySource.SubmissionPort);
        }

        return ports.Count > 0;
    }

    /// <summary>The connection of a finding; where a method that is handed the client sets its port, as it is set there.</summary>
    public static ClientRewriter? CreateFor(FixTarget finding) => Create(finding.Place.Library, finding.Site, finding.File)
        ?? (SmtpCatalog.Find(finding.Place.Library) is { Fix: PropertiesFix fix } library
            ? PropertiesRewriter.CreateHandedOver(new PropertiesClient(library.Clients[0], fix), finding)
            : null);

    /// <summary>The rewriter that the library's row names; null where it has none, or the site is of another kind.</summary>
    public static ClientRewriter? Create(string library, SyntaxNode? site, FileContext file) =>
        SmtpCatalog.Find(library) is { } row ? Create(row, site, file) : null;

    public static ClientRewriter? Create(SmtpLibrary library, SyntaxNode? site, FileContext file) =>
        (library.Fix, site) switch
        {
            (PropertiesFix fix, BaseObjectCreationExpressionSyntax or AssignmentExpressionSyntax) =>
                PropertiesRewriter.Create(new PropertiesClient(library.Clients[0], fix), site!, file),
            (CallsFix fix, InvocationExpressionSyntax connect) =>
                CallsRewriter.Create(new CallsClient(library, library.ConnectMethods[0], fix), connect, file),
            (null, { } wrapper) => WrapperRewriter.Read(library, wrapper, file),
            _ => null,
        };

    /// <summary>Makes the settings decide the host, with a host that the code names as their fallback.</summary>
    public static bool RewriteHost(RelayEdit edit, ExpressionSyntax host)
    {
        if (edit.Source.KeepsHost)
            return true;

        var place = EditPlace.PlaceOf(host, edit.File);

        // What is right for a relay is wrong for an exchanger, and the other way round.
        if (MailExchanger.MayBe(host, edit.File))
        {
            return MailExchanger.IsAlways(host, edit.File)
                ? Login.ReplaceAt(edit, place, edit.Source.Host(edit, place))
                : MailExchanger.DemandSetting(edit, host);
        }

        // Known only at run time: it is kept.
        if (edit.File.ProvedConstant(host) is not string name)
            return true;

        edit.Host = name;
        if (IsReplaced(edit, name))
            return Login.ReplaceAt(edit, place, edit.Source.Host(edit, place));

        if (edit.Source.HostOr(edit, place) is not var (before, after))
            return false;

        edit.Edits.Insert(place.SpanStart, before);
        if (after.Length > 0)
            edit.Edits.Insert(place.Span.End, after);
        Login.DropConst(edit, place);
        return true;
    }

    /// <summary>Whether a host in the code is not even a fallback: it is no relay, or the options name a better one.</summary>
    protected static bool IsReplaced(RelayEdit edit, string host) =>
        host.Length == 0 || edit.Source.ReplacesHost || MailExchanger.IsOne(host) || edit.Preferences.Host != RelayHost.None;

    /// <summary>Replaces a port that stands in the code.</summary>
    public static bool RewritePort(RelayEdit edit, ExpressionSyntax port)
    {
        var place = EditPlace.PlaceOf(port, edit.File, allowsChoice: true);

        // A constant can stay one if its new value is.
        if (!edit.Source.HasLogin && LoneConstant.ValueOf(port, edit.File) is { } constant)
            place = constant;
        return (!edit.Source.HasLogin || TakesInt(edit, place)) && Login.ReplaceAt(edit, place, edit.Source.Port(edit, place));
    }

    // A constant fits where a number of run time may not: an unsigned short.
    private static bool TakesInt(RelayEdit edit, ExpressionSyntax place)
    {
        var (model, compilation) = (edit.File.Model, edit.File.Model.Compilation);
        return model.GetTypeInfo(place, edit.CancellationToken).ConvertedType is not { TypeKind: not TypeKind.Error } type
            || compilation.ClassifyCommonConversion(compilation.GetSpecialType(SpecialType.System_Int32), type).IsImplicit;
    }

    /// <summary>Whether the library can start with TLS.</summary>
    public virtual bool CanStartWithTls => true;

    /// <summary>Whether a port expression is 25, or 0 for the default.</summary>
    public abstract bool IsPort25(ExpressionSyntax port);

    protected static bool IsPort25(ExpressionSyntax port, FileContext file) =>
        file.ProvedConstant(port) is var number
        && (ConstantFolding.IsPort(number, MailPorts.Blocked) || ConstantFolding.IsPort(number, 0));
}
