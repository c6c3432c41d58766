using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Guards;

/// <summary>The samples on the rule pages are true: what stands under "Before" is found, what stands under "After" is not, and both compile.</summary>
public class RulePageSamples
{
    private static readonly Dictionary<string, string> s_frames = new()
    {
        ["System.Net.Mail"] = "using System; using System.Net; using System.Net.Mail; using Microsoft.Extensions.Configuration;"
            + "class C(IConfiguration configuration) { void M(MailMessage message) {\n{0}\n} }",
        ["MailKit"] = "using System; using System.Threading; using MailKit.Net.Smtp; using MailKit.Security; using Microsoft.Extensions.Configuration; using MimeKit;"
            + "class C(IConfiguration configuration) { async System.Threading.Tasks.Task M(MimeMessage message, CancellationToken token) {\n{0}\n} }",
    };

    public static TheoryData<string, string> Samples
    {
        get
        {
            var samples = new TheoryData<string, string>();
            foreach (var rule in Descriptors.All.Where(rule => rule.Category == "Reliability"))
            {
                foreach (var library in s_frames.Keys)
                    samples.Add(rule.Id, library);
            }

            return samples;
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Sample_IsTrue(string id, string library)
    {
        var part = Repository.Read($"docs/rules/{id}.md").Split("\n### ").SingleOrDefault(part => part.StartsWith(library + "\n", StringComparison.Ordinal));
        Assert.NotNull(part);
        var samples = Regex.Matches(part, "(Before|After):\n\n```csharp\n(.*?)```", RegexOptions.Singleline);
        Assert.Equal(["Before", "After"], samples.Select(sample => sample.Groups[1].Value));

        Assert.Equal([id], await FoundAsync(id, library, samples[0].Groups[2].Value));
        Assert.Empty(await FoundAsync(id, library, samples[1].Groups[2].Value));
    }

    private static async Task<IEnumerable<string>> FoundAsync(string id, string library, string statements)
    {
        var compilation = Findings.Compile(s_frames[library].Replace("{0}", statements, StringComparison.Ordinal));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var found = await Findings.OfAsync(compilation, targetsAzure: id == RuleIds.Port25NotKnownBlocked ? "auto" : "true");
        return found.Select(finding => finding.Id);
    }
}
