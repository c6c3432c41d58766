using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SmtpPortAnalyzer.Azure;
using SmtpPortAnalyzer.Options;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Tests.Options;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Rules;

/// <summary>A line of a build log is read at a glance: every message in every situation of the policy.</summary>
public class MessageLengthTests
{
    private const int Most = 199;

    private static readonly string[] s_evidence =
    [
        "", "M:infra/main.bicep", "S:AzureFunctionsVersion|H:functions", "S:.github/workflows/deploy.yml|H:app_service",
        "M:host.json|M:infra/main.bicep",
    ];

    private static readonly string[] s_encryption =
    [
        "without encryption; require STARTTLS", "with TLS from the first byte, which that port does not speak; use STARTTLS",
        "in plain text first, while that port expects TLS from the first byte; use implicit TLS, or port 587 with STARTTLS",
        "which expects TLS from the first byte, and that client cannot start with it; use port 587 with STARTTLS",
    ];

    public static TheoryData<string> Ids() => [.. RuleTable.OfConnections.Select(rule => rule.Descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Message_InAnySituation_IsShort(string id)
    {
        var descriptor = RuleTable.OfConnections.Single(rule => rule.Descriptor.Id == id).Descriptor;
        var format = descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture);
        Assert.Empty(Situations().Where(situation => situation.IsKnownBlocked != (id == "SMTP010"))
            .SelectMany(situation => Words(descriptor, situation))
            .Select(words => string.Format(CultureInfo.InvariantCulture, format, words))
            .Where(message => message.Length > Most).Distinct().OrderByDescending(message => message.Length).Take(5));
    }

    /// <summary>What does not fit is left out; that the target is not known is said as long as that fits.</summary>
    [Theory]
    [InlineData("most", "not known to target Azure: infra/main.bicep is not enough", "not enough)")]
    [InlineData("Microsoft Partner Network", "not known to target Azure: infra/main.bicep is not enough", "(not known to target Azure)")]
    [InlineData(
        "most", "targets Azure: Microsoft.Extensions.Logging.AzureAppServices",
        "587 (targets Azure: ...Extensions.Logging.AzureAppServices)")]
    [InlineData("Microsoft Partner Network", "targets Azure: deploy/production/release.yml", "587 (targets Azure: ...release.yml)")]
    [InlineData("Microsoft Partner Network", "targets Azure: a-pipeline-that-has-no-other-name-than-this-one", "on port 587")]
    public void Tail_EndsWhereTheRoomEnds(string subscription, string evidence, string end)
    {
        var id = end.Contains("587", StringComparison.Ordinal) ? "SMTP001" : "SMTP010";
        var descriptor = RuleTable.OfConnections.Single(rule => rule.Descriptor.Id == id).Descriptor;
        var words = MessageTail.Fit(
            descriptor,
            tail => ["SmtpClient", " to 'mail.contoso.com'", "Azure blocks for " + subscription + " subscriptions", tail], evidence);
        Assert.EndsWith(
            end, string.Format(CultureInfo.InvariantCulture, descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture), words),
            StringComparison.Ordinal);
    }

    private static IEnumerable<AzureSituation> Situations() =>
        from evidence in s_evidence
        from subscription in AzurePolicyTable.Subscriptions
        from hosting in AzurePolicyTable.Hosting
        from created in new DateTime?[] { null, new DateTime(2016, 1, 1) }
        select AzureSituation.Decide(
            CSharpCompilation.Create("App"),
            new DictionaryOptions(("build_property.SmtpPortAnalyzerAzureEvidence", evidence)),
            new SmtpOptions
            {
                AzureSubscription = subscription.Subscription,
                AzureHosting = hosting.Hosting,
                AzureSubscriptionCreated = created,
            });

    private static IEnumerable<object[]> Words(DiagnosticDescriptor descriptor, AzureSituation situation)
    {
        var policy = situation.Policy;
        return descriptor.Id switch
        {
            "SMTP004" => [Fit(tail => ["Smtp:Port", "defaults to", " for 'mail.contoso.com'", policy, tail])],
            "SMTP009" => [Fit(tail => ["Smtp:Password", " for 'mail.contoso.com'", tail])],
            _ => s_encryption.Select(words => Fit(tail => ["SmtpClient", " to 'mail.contoso.com'", policy, tail, "587", words])),
        };

        object[] Fit(Func<string, object[]> words) => MessageTail.Fit(descriptor, words, situation.Evidence);
    }
}
