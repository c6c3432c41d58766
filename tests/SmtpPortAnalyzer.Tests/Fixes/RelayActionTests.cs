using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.CodeFixes;
using SmtpPortAnalyzer.CodeFixes.Actions;
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
            RelayFixTest.Defaults,
            RelayFixTest.Call,
            RelayFixTest.Settings,
            RelayFixTest.SettingsLogin,
            RelayFixTest.OAuth,
            RelayFixTest.Encrypted,
            RelayFixTest.Configuration,
            RelayFixTest.InjectedConfiguration,
            RelayFixTest.Options,
            RelayFixTest.AppSettings,
            RelayFixTest.Environment,
            RelayFixTest.Encrypted,
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
    public Task FixAll_OfTheFirstAction_GivesEachFindingItsBest() => new SmtpTest<SmtpAnalyzer, RelayPortFix>
    {
        CodeActionEquivalenceKey = RelayAction.BestKey,
        TestCode = """
            using System;
            using System.Net;
            using System.Net.Mail;

            class C
            {
                void Encrypted(string host, ICredentialsByHost login)
                {
                    using var client = new SmtpClient(host, {|SMTP001:25|}) { EnableSsl = true, Credentials = login };
                }

                void Plain(string host)
                {
                    using var client = new SmtpClient(host, {|SMTP001:25|});
                }
            }
            """,
        FixedCode = """
            using System;
            using System.Net;
            using System.Net.Mail;

            class C
            {
                void Encrypted(string host, ICredentialsByHost login)
                {
                    using var client = new SmtpClient(host, 587) { EnableSsl = true, Credentials = login };
                }

                void Plain(string host)
                {
                    using var client = new SmtpClient(host, int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"))
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                            Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
                    };
                }
            }
            """,
    }.RunAsync();

    [Fact]
    public void Fix_IsForEveryPortRule() => Assert.Equal(
        [RuleIds.ExplicitPort25, RuleIds.DefaultPort25, RuleIds.FallbackPort25, RuleIds.Port25NotKnownBlocked],
        new RelayPortFix().FixableDiagnosticIds.ToArray());
}
