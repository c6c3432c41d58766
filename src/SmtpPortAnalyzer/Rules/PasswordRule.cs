using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Rules;

/// <summary>Judges the passwords that reach a login (SMTP007): one that the source code holds is reported where it stands.</summary>
internal static class PasswordRule
{
    public static IEnumerable<Finding> Judge(TracedLogin traced)
    {
        var (login, hosts) = (traced.Login, traced.Hosts);
        if (hosts.Length > 0 && hosts.All(host => HostValue.IsLocal(host)))
            yield break;

        foreach (var password in traced.Passwords)
        {
            if (password is { Kind: AbstractValueKind.Constant, Constant: string text } && !Placeholder.Is(text)
                && Literal(password) is { } place && !CodeBody.IsDebugOnly(place))
            {
                yield return new Finding(
                    place, login.Api, login.Library, Site(login), HostNames.Collect(hosts.Select(host => (ValueSet?)host)))
                {
                    Password = new PasswordFacts(Fallback.StandsIn(password, login.Site), IsOneOfSeveral: false),
                };
            }
        }
    }

    /// <summary>One setting cannot be several passwords.</summary>
    public static IEnumerable<Finding> Together(IReadOnlyList<Finding> findings) =>
        findings.Select(finding => finding.Place.ToString()).Distinct().Count() < 2
            ? findings
            : findings.Select(finding => finding with { Password = finding.Password! with { IsOneOfSeveral = true } });

    /// <summary>The assignment, the call or the creation that takes the password.</summary>
    private static SyntaxNode? Site(LoginFact login) => login.Site.FirstAncestorOrSelf<SyntaxNode>(
        node =>
            node is AssignmentExpressionSyntax or InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax && node != login.Site);

    /// <summary>Where the text stands: for a constant, in its declaration.</summary>
    private static SyntaxNode? Literal(AbstractValue password) =>
        password.Symbol?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } value } => value,
            PropertyDeclarationSyntax { Initializer.Value: { } value } => value,
            ParameterSyntax { Default.Value: { } value } => value,
            _ => password.Origin,
        };
}
