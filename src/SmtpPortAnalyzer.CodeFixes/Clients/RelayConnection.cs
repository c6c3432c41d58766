using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.Rules;

namespace SmtpPortAnalyzer.CodeFixes.Clients;

/// <summary>
/// Finds the connection that a finding about encryption, login or password is about, where it stands in the finding's file.
/// </summary>
internal static class RelayConnection
{
    public static ClientRewriter? ClientOf(FixTarget finding)
    {
        var (place, file) = (finding.Place, finding.File);
        if (SiteOf(finding) is not { } site)
            return null;

        return place.Rule == RuleIds.LiteralPassword || SmtpCatalog.Find(place.Library)?.Fix is not null
            ? ClientRewriter.Create(place.Library, site, file)
            : CataloguedRewriter.Create(place.Library, site, place.Relay, file);
    }

    /// <summary>What makes or opens the connection; null where that is not in the file, or not known for sure.</summary>
    public static SyntaxNode? SiteOf(FixTarget finding) => finding is { Site: { } site, Place.Rule: RuleIds.LiteralPassword }
        ? SiteOfLogin(site, finding.Place.Library, finding.File)
        : finding.Site;

    // From what takes the password to what connects.
    private static SyntaxNode? SiteOfLogin(SyntaxNode login, string library, FileContext file) =>
        SmtpCatalog.Find(library) is { } row ? SiteOfLogin(login, row, file) : null;

    private static SyntaxNode? SiteOfLogin(SyntaxNode login, SmtpLibrary library, FileContext file) => (library.Fix, login) switch
    {
        (PropertiesFix,
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation } }) =>
                creation,
        (PropertiesFix, AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: var client } } assignment)
            => CreationOf(client, assignment, file),
        (CallsFix, InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var client } } call)
            => ConnectOf(library.ConnectMethods[0], client, call, file),
        _ => null,
    };

    private static SyntaxNode? CreationOf(ExpressionSyntax client, AssignmentExpressionSyntax assignment, FileContext file)
    {
        if (file.SymbolOf(client) is not { } variable)
            return null;

        var creations = ClientUsage.ScopeOf(variable, assignment).DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>()
            .Where(creation => SymbolEqualityComparer.Default.Equals(ClientUsage.Read(creation, file)?.Variable, variable)).ToList();
        return creations.Count == 1 ? creations[0] : null;
    }

    private static SyntaxNode? ConnectOf(
        SmtpConnectMethod row, ExpressionSyntax client, InvocationExpressionSyntax login, FileContext file)
    {
        if (file.SymbolOf(client) is not { } variable)
            return null;

        var connects = ClientUsage.ScopeOf(variable, login).DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call =>
                call.Expression
                    is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var receiver }
                && row.Names.Contains(name) && ClientUsage.Is(receiver, variable, client.WithoutTrivia().ToString(), file)).ToList();
        return connects.Count == 1 ? connects[0] : null;
    }
}
