using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>A relay demands a login: a setting that asks whether to log in is not asked any more.</summary>
public class LoginSwitchTests
{
    private const string Connect =
        "client.Connect(configuration[\"Mail:Host\"], configuration.GetValue(\"Mail:Port\", 587), SecureSocketOptions.StartTls);";

    private const string Login = "client.Authenticate(configuration[\"Mail:User\"], configuration[\"Mail:Password\"]);";

    [Theory]
    [InlineData("if (configuration.GetValue<bool>(\"Mail:UseAuthentication\"))\n        {\n            # // the shop's\n        }",
        "# // the shop's")]
    [InlineData("if (bool.Parse(configuration[\"Mail:RequiresLogin\"] ?? \"false\"))\n            #", "#")]
    [InlineData("if (configuration.GetValue(\"Mail:Authenticate\", false) == true) #", "#")]
    [InlineData("var logsIn = configuration.GetValue<bool>(\"Mail:Auth\");\n        if (logsIn) { # }",
        "var logsIn = configuration.GetValue<bool>(\"Mail:Auth\");\n        #")]
    public Task Question_Goes(string before, string after) => RelayFixTest.Fixes(
        RelayFixTest.Configuration,
        Code("client.Connect(configuration[\"Mail:Host\"], {|SMTP001:25|}, false);", before),
        Code(Connect, after));

    [Theory]
    [InlineData("if (!string.IsNullOrEmpty(configuration[\"Mail:User\"]))\n            #")]
    [InlineData("if (!configuration.GetValue<bool>(\"Mail:UseDefaultCredentials\"))\n            #")]
    [InlineData("if (configuration.GetValue<bool>(\"Mail:UseWindowsAuthentication\"))\n            #")]
    [InlineData(
        "if (configuration.GetValue<bool>(\"Mail:Auth\"))\n            #\n        else\n            throw new " +
        "System.InvalidOperationException();")]
    [InlineData("if (configuration.GetValue<bool>(\"Mail:Auth\") && configuration[\"A\"] == null)\n            #")]
    public Task OtherCondition_Stays(string login) => RelayFixTest.Fixes(
        RelayFixTest.Configuration,
        Code("client.Connect(configuration[\"Mail:Host\"], {|SMTP001:25|}, false);", login),
        Code(Connect, login));

    /// <summary>Where the port is a setting, so is the question.</summary>
    [Fact]
    public Task PortOfTheSettings_LeavesTheQuestion()
    {
        const string Question = "if (configuration.GetValue<bool>(\"Mail:Auth\"))\n            #";
        return RelayFixTest.Fixes(
            RelayFixTest.Defaults,
            Code(Connect.Replace("587", "{|SMTP003:25|}").Replace("StartTls", "None"), Question),
            Code(Connect, Question));
    }

    [Fact]
    public Task Credentials_AreSetOnAllWays()
    {
        string Code(string port, string rest) => $$"""
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Sender(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient(configuration["Mail:Host"], {{port}});
                    client.EnableSsl = {{rest}}
                    client.Send(message);
                }
            }
            """;
        const string Credentials =
            "client.Credentials = new NetworkCredential(configuration[\"Mail:User\"], configuration[\"Mail:Password\"]);";
        return RelayFixTest.Fixes(
            RelayFixTest.Configuration,
            Code("{|SMTP001:25|}", "false;\n        if (configuration.GetValue<bool>(\"Mail:Auth\"))\n            " + Credentials),
            Code("configuration.GetValue(\"Mail:Port\", 587)", "true;\n        " + Credentials));
    }

    private static string Code(string connect, string login) => $$"""
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using Microsoft.Extensions.Configuration;

        class Sender(IConfiguration configuration)
        {
            void Send(MimeKit.MimeMessage message)
            {
                using var client = new SmtpClient();
                {{connect}}
                {{login.Replace("#", Login)}}
                client.Send(message);
            }
        }
        """;
}
