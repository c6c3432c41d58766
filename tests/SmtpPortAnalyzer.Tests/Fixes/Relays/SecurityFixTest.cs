using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Testing;
using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.CodeFixes;
using SmtpPortAnalyzer.CodeFixes.Actions;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes.Relays;

/// <summary>
/// Runs one action of the fix for SMTP005, SMTP006 or SMTP007, one by one and as Fix All in document, project and solution. Findings of the
/// other two rules are left out of the markup; that none of SMTP005 and SMTP007 is left afterwards is asserted of every result.
/// </summary>
internal static class SecurityFixTest
{
    public const string Encryption = SecurityActions.EncryptionKey;
    public const string RequiredPassword = SecurityActions.RequiredPasswordKey;

    private const string SystemNetMailFrame = """
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        class Mailer(IConfiguration configuration)
        {
            void Send(MailMessage message, string user, string password, bool flag)
            {
        {0}
            }
        }
        """;

    private const string MailKitFrame = """
        using System;
        using System.Net;
        using System.Threading;
        using System.Threading.Tasks;
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using Microsoft.Extensions.Configuration;
        using MimeKit;

        class Mailer(IConfiguration configuration)
        {
            async Task Send(MimeMessage message, string user, string password, bool flag, CancellationToken token)
            {
                await Task.Yield();
        {0}
            }
        }
        """;

    /// <summary>Statements of a method that has an <c>IConfiguration</c>, and System.Net.Mail.</summary>
    public static Task SystemNetMail(string rule, string action, string before, string after) =>
        FixesFile(rule, action, In(SystemNetMailFrame, before), In(SystemNetMailFrame, after));

    /// <summary>The same with MailKit.</summary>
    public static Task MailKit(string rule, string action, string before, string after) =>
        FixesFile(rule, action, In(MailKitFrame, before), In(MailKitFrame, after));

    public static Task OffersNothing(
        string rule, string action, string code, Action<SmtpTest<SmtpAnalyzer, RelaySecurityFix>>? setUp = null) =>
        RunAsync(rule, action, code, code, setUp);

    public static Task SystemNetMailOffersNothing(string rule, string action, string code) =>
        OffersNothing(rule, action, In(SystemNetMailFrame, code));

    public static Task MailKitOffersNothing(string rule, string action, string code) => OffersNothing(rule, action, In(MailKitFrame, code));

    public static async Task FixesFile(
        string rule, string action, string before, string after, Action<SmtpTest<SmtpAnalyzer, RelaySecurityFix>>? setUp = null,
        bool isForNet8 = true)
    {
        await RunAsync(rule, action, before, after, setUp);
        if (isForNet8 && !after.Contains("{|", StringComparison.Ordinal))
            Assert.DoesNotContain(await Findings.OfAsync(after), finding => finding.Id is not "SMTP006" and not "SMTP010");
    }

    private static Task RunAsync(
        string rule, string action, string before, string after, Action<SmtpTest<SmtpAnalyzer, RelaySecurityFix>>? setUp)
    {
        var test = new ActionTest(rule, action) { TestCode = before, FixedCode = after };
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        test.DisabledDiagnostics.Remove(rule);
        setUp?.Invoke(test);
        return test.RunAsync();
    }

    /// <summary>The file that <see cref="SystemNetMail"/> puts statements into.</summary>
    public static string SystemNetMailFile(string statements) => In(SystemNetMailFrame, statements);

    private static string In(string frame, string statements) =>
        frame.Replace("{0}", Regex.Replace(statements, "^(?=.)", "        ", RegexOptions.Multiline), StringComparison.Ordinal);

    private sealed class ActionTest(string rule, string action) : SmtpTest<SmtpAnalyzer, RelaySecurityFix>
    {
        protected override IEnumerable<CodeFixProvider> GetCodeFixProviders() => [new OffersAreKept(new RelaySecurityFix())];

        protected override ImmutableArray<CodeAction> FilterCodeActions(ImmutableArray<CodeAction> actions)
        {
            var title = RelayFixTest.TitleOf(SecurityActions.ForRule(rule).Single(a => a.Key == action));
            return actions.RemoveAll(offered => !title.IsMatch(offered.Title));
        }
    }
}
