using System.Text.RegularExpressions;
using SmtpPortAnalyzer.Tests.Fixes;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Docs;

/// <summary>On <c>docs/code-fixes.md</c>, a block "becomes" the next one: it is found, and the fix writes just that.</summary>
public class CodeFixesPage
{
    private const string SystemNetMail = """
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

        """;

    private const string MailKit = """
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
                using var client = new SmtpClient();
        {0}
            }
        }

        """;

    [Theory]
    [InlineData("System.Net.Mail", SystemNetMail)]
    [InlineData("MailKit", MailKit)]
    public async Task Block_BecomesTheNextOne(string heading, string frame)
    {
        var blocks = Page.Of("docs/code-fixes.md").Blocks.Where(block => block.Language == "csharp" && block.Heading == heading)
            .Select(block => block.Text).ToList();
        var before = In(frame, blocks[0]);
        var found = Assert.Single(await Findings.OfAsync(before)).Location.SourceSpan;

        await RelayFixTest.Fixes(
            RelayFixTest.Configuration, before.Insert(found.End, "|}").Insert(found.Start, "{|SMTP001:"), In(frame, blocks[1]));
    }

    private static string In(string frame, string block) =>
        frame.Replace("{0}", Regex.Replace(block, "^(?=.)", "        ", RegexOptions.Multiline), StringComparison.Ordinal);
}
