using System.Globalization;
using SmtpPortAnalyzer.Azure;
using SmtpPortAnalyzer.Options;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Azure;

/// <summary>
/// <c>docs/azure-policy.md</c> shows the rows of <see cref="AzurePolicyTable"/> and of <see cref="AzurePolicyHistory"/>, all of them and no
/// others. After a change of the tables this test prints what the page must have.
/// </summary>
public class AzurePolicyPage
{
    private static readonly string[] s_page = File.ReadAllLines(Path.Combine(TestReferences.RepositoryRoot, "docs", "azure-policy.md"));

    [Fact]
    public void Page_Tables_AreThoseOfTheData()
    {
        var expected = Subscriptions().Concat(Hosting()).Concat(History()).ToArray();
        var actual = s_page.Where(line => line.StartsWith('|')).ToArray();
        Assert.True(expected.SequenceEqual(actual), "docs/azure-policy.md must have these tables:\n" + string.Join("\n", expected));
    }

    [Fact]
    public void Page_Sources_AreThoseOfTheData() => Assert.Equal(
        AzurePolicyHistory.Sources.Select(source => "- Today: " + Words(source))
            .Append("- History: " + Words(AzurePolicyHistory.HistoricSource)),
        s_page.Where(line => line.Contains("<https://", StringComparison.Ordinal) && line.StartsWith("- ", StringComparison.Ordinal)));

    private static IEnumerable<string> Subscriptions() => AzurePolicyTable.Subscriptions
        .Select(row => Row(
            "`" + OptionValue.WordOf(row.Subscription) + "`",
            row.Name,
            AzurePolicyHistory.Offers.GetValueOrDefault(row.Subscription, ""),
            Word(row.Outcome),
            AzurePolicyHistory.Remedies[row.Subscription]))
        .Prepend(Row("---", "---", "---", "---", "---"))
        .Prepend(Row("`azure_subscription`", "Subscription", "Offer", "Port 25", "Who may lift the block"));

    private static IEnumerable<string> Hosting() => AzurePolicyTable.Hosting
        .Select(row => Row(
            "`" + OptionValue.WordOf(row.Hosting) + "`",
            row.Name,
            row.Route switch
            {
                HostingRoute.SubscriptionDecides => "the subscription decides",
                HostingRoute.SubscriptionDecidesInVirtualNetwork =>
                    "unsupported; with virtual network integration the subscription decides",
                _ => "unsupported",
            },
            AzurePolicyHistory.Grounds[row.Hosting]))
        .Prepend(Row("---", "---", "---", "---"))
        .Prepend(Row("`azure_hosting`", "Service", "Port 25", "How we know"));

    private static IEnumerable<string> History() => AzurePolicyHistory.History
        .Select(row => Row(
            string.Join(", ", row.Subscriptions.Select(kind => AzurePolicyTable.Subscriptions.Single(r => r.Subscription == kind).Name)),
            row.Created,
            Word(row.Outcome),
            row.Exemption,
            row.Today))
        .Prepend(Row("---", "---", "---", "---", "---"))
        .Prepend(Row("Subscription in 2018", "Created", "Port 25", "Who could lift the block", "Today"));

    private static string Words(PolicySource source) => $"{source.Title}, {Date(source.Dated)}, <{source.Address}>";

    private static string Row(params string[] cells) => "| " + string.Join(" | ", cells) + " |";

    private static string Word(PolicyOutcome outcome) => OptionValue.WordOf(outcome);

    private static string Date(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
