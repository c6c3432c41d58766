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
    public void Fix_IsForEveryPortRule() => Assert.Equal(
        [RuleIds.ExplicitPort25, RuleIds.DefaultPort25, RuleIds.FallbackPort25, RuleIds.Port25NotKnownBlocked],
        new RelayPortFix().FixableDiagnosticIds);
}
