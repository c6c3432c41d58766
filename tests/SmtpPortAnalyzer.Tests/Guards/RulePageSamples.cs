using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.CodeFixes;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Tests.Fixes;
using SmtpPortAnalyzer.Tests.Fixes.Relays;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Guards;

/// <summary>
/// The samples on the rule pages are true: what stands under "Before" is found, what stands under "After" is not, both compile, and the
/// fix makes one of the other.
/// </summary>
public class RulePageSamples
{
    private static readonly Dictionary<string, string> s_frames = new()
    {
        ["System.Net.Mail"] = """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class C(IConfiguration configuration)
            {
                void M(MailMessage message)
                {
            {0}
                }
            }

            """,
        ["MailKit"] = """
            using System;
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class C(IConfiguration configuration)
            {
                async Task M(MimeMessage message, CancellationToken token)
                {
            {0}
                }
            }

            """,
    };

    public static TheoryData<string, string> Samples =>
        Of(rule => rule.Category is "Reliability" or "Security"
            && rule.Id is not (RuleIds.SocketPort25 or RuleIds.SettingPort25 or RuleIds.SettingPassword));

    public static TheoryData<string, string> Fixed =>
        Of(rule => IsPortRule(rule.Id) || new RelaySecurityFix().FixableDiagnosticIds.Contains(rule.Id));

    private static TheoryData<string, string> Of(Func<DiagnosticDescriptor, bool> isMeant)
    {
        var samples = new TheoryData<string, string>();
        foreach (var rule in RuleDescriptors.All.Where(isMeant))
        {
            foreach (var library in s_frames.Keys)
                samples.Add(rule.Id, library);
        }

        return samples;
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Before_IsFound_AndAfterIsNot(string id, string library)
    {
        var (before, after) = Sample(id, library);
        Assert.Equal([id], (await FoundAsync(id, before)).Select(finding => finding.Id));
        Assert.Empty(await FoundAsync(id, after));
    }

    [Theory]
    [MemberData(nameof(Fixed))]
    public async Task After_IsWhatTheFixWrites(string id, string library)
    {
        var (before, after) = Sample(id, library);
        var span = Assert.Single(await FoundAsync(id, before)).Location.SourceSpan;
        var marked = before.Insert(span.End, "|}").Insert(span.Start, "{|" + id + ":");
        if (!IsPortRule(id))
        {
            var isReady = id == RuleIds.WrongSecurity;
            await SecurityFixTest.FixesFile(id, isReady ? SecurityFixTest.Encryption : RelayFixTest.Configuration, marked, after);
            return;
        }

        await RelayFixTest.Fixes(RelayFixTest.Configuration, marked, after,
            test => test.GlobalOptions["build_property.SmtpPortAnalyzerTargetsAzure"] = Targets(id));
    }

    /// <summary>The two samples, each as a file.</summary>
    private static (string Before, string After) Sample(string id, string library)
    {
        var part = Repository.Read($"docs/rules/{id}.md").Split("\n### ")
            .SingleOrDefault(part => part.StartsWith(library + "\n", StringComparison.Ordinal));
        Assert.NotNull(part);
        var samples = Regex.Matches(part, "(Before|After):\n\n```csharp\n(.*?)\n```", RegexOptions.Singleline);
        Assert.Equal(["Before", "After"], samples.Select(sample => sample.Groups[1].Value));
        return (File(samples[0]), File(samples[1]));

        string File(Match sample) =>
            s_frames[library]
                .Replace(
                    "{0}", Regex.Replace(sample.Groups[2].Value, "^(?=.)", "        ", RegexOptions.Multiline), StringComparison.Ordinal);
    }

    private static async Task<ImmutableArray<Diagnostic>> FoundAsync(string id, string source)
    {
        var compilation = Findings.Compile(source);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return await Findings.OfAsync(compilation, Targets(id));
    }

    private static bool IsPortRule(string id) => new RelayPortFix().FixableDiagnosticIds.Contains(id);

    private static string Targets(string id) => id == RuleIds.Port25NotKnownBlocked ? "auto" : "true";
}
