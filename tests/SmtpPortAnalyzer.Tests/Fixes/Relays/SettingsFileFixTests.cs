using Xunit;
using static SmtpPortAnalyzer.Tests.Fixes.Relays.SecurityFixTest;

namespace SmtpPortAnalyzer.Tests.Fixes.Relays;

/// <summary>appsettings.json gets what the code reads from now on, and no password.</summary>
public class SettingsFileFixTests
{
    private const string Frame = """
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        class Mailer(IConfiguration configuration)
        {
            SmtpClient Create() => {0};
        }
        """;

    [Fact]
    public Task AddedLogin_LeavesTheFileAlone_SinceAnEmptyUserNameWouldNotBeMissing() => Fixes(
        "SMTP006",
        """{|SMTP006:new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true }|}""",
        """
        new SmtpClient("smtp.contoso.com", 587)
            {
                EnableSsl = true,
                Credentials = new NetworkCredential(
                    configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                    configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
            }
        """,
        "{ \"A\": 1 }",
        "{ \"A\": 1 }");

    [Fact]
    public Task Password_LeavesTheFileAlone() => Fixes(
        "SMTP007",
        """new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("shop", """ +
        """{|SMTP007:"Xk3!v9qT"|}) }""",
        """
        new SmtpClient("smtp.contoso.com", 587)
            {
                EnableSsl = true,
                Credentials = new NetworkCredential(
                    "shop",
                    configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
            }
        """,
        "{ \"A\": 1 }",
        "{ \"A\": 1 }");

    private static Task Fixes(string rule, string before, string after, string file, string fixedFile) => FixesFile(
        rule, RelayFixTest.Configuration, Frame.Replace("{0}", before, StringComparison.Ordinal),
        Frame.Replace("{0}", after, StringComparison.Ordinal), test =>
        {
            test.TestState.AdditionalFiles.Add(("/appsettings.json", file));
            test.FixedState.AdditionalFiles.Add(("/appsettings.json", fixedFile));
        });
}
