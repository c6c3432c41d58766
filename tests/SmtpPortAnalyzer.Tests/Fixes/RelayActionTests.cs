using SmtpPortAnalyzer.CodeFixes;
using SmtpPortAnalyzer.CodeFixes.Relay;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>What other programs rely on: the order of the actions, and the keys that Fix All goes by.</summary>
public class RelayActionTests
{
    [Fact]
    public void Actions_AreInTheDocumentedOrder() => Assert.Equal(
        [
            RelayFixTest.Port587,
            RelayFixTest.Settings,
            RelayFixTest.Configuration,
            RelayFixTest.AppSettings,
            RelayFixTest.Environment,
            RelayFixTest.StartTls,
        ],
        RelayAction.All.Select(a => a.Key));

    [Fact]
    public void Actions_EachHaveARowInTheDocumentation()
    {
        var page = File.ReadAllText(Path.Combine(TestReferences.RepositoryRoot, "docs", "code-fixes.md"));
        Assert.All(RelayAction.All, action => Assert.Contains("`" + action.Key + "`", page, StringComparison.Ordinal));
    }

    [Fact]
    public Task FixAll_OfTheFirstAction_GivesEachFindingItsBest()
    {
        var test = new SmtpTest<SmtpConnectionAnalyzer, RelayPortFix>
        {
            CodeActionEquivalenceKey = RelayAction.BestKey,
            TestCode = """
                using System.Net.Mail;
                using Microsoft.Extensions.Configuration;
                class C
                {
                    void A(SmtpClient client, MailMessage m, System.Net.NetworkCredential login) { using var c = new SmtpClient(m.Subject, {|SMTP001:25|}) { EnableSsl = true, Credentials = login }; }
                    void B(IConfiguration settings) { settings["x"] = "y"; }
                }
                """,
            FixedCode = """
                using System.Net.Mail;
                using Microsoft.Extensions.Configuration;
                class C
                {
                    void A(SmtpClient client, MailMessage m, System.Net.NetworkCredential login) { using var c = new SmtpClient(m.Subject, 587) { EnableSsl = true, Credentials = login }; }
                    void B(IConfiguration settings) { settings["x"] = "y"; }
                }
                """,
        };
        return test.RunAsync();
    }

    [Fact]
    public void Fix_IsForEveryPortRule() => Assert.Equal(
        [RuleIds.ExplicitPort25, RuleIds.DefaultPort25, RuleIds.FallbackPort25, RuleIds.Port25NotKnownBlocked],
        new RelayPortFix().FixableDiagnosticIds.ToArray());
}
