using SmtpPortAnalyzer.Settings.Mail;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Settings;

/// <summary>The same names say the same in a class of settings and in the section of a settings file that fills it.</summary>
public class OneVocabularyTests
{
    /// <summary>A section, a port and a host in it, and whether they are about sending mail.</summary>
    public static TheoryData<string, string, string, bool> Names
    {
        get
        {
            var names = new TheoryData<string, string, string, bool>
            {
                { "SmtpServer", "SmtpPort", "Host", true },
                { "MailKitSettings", "Port", "Host", true },
                { "Smtp2", "Port", "Host", true },
                { "MailOptions", "PortNumber", "Host", true },
                { "Notifications", "MailServerPort", "Host", true },
                { "Notifications", "Port", "SmtpHost", true },
                { "Notifications", "Port", "MailServer", true },
                { "Notifications", "Port", "EmailHost", true },
                { "WebApi", "SmtpPort", "Host", true },
                { "Notifications", "Port", "Host", false },
                { "Notifications", "Port", "EmailAddress", false },
                { "MailOptions", "PageSize", "Host", false },
                { "MailOptions", "Pop3Port", "Host", false },
                { "MailOptions", "ImapPort", "Host", false },
                { "MailOptions", "HttpPort", "Host", false },
                { "SmtpListener", "Port", "Host", false },
                { "InboundMail", "Port", "Host", false },
                { "Imap", "Port", "Host", false },
                { "Papercut", "Port", "SmtpHost", false },
                { "MailhogMail", "Port", "Host", false },
                { "Smpp", "Port", "Host", false },
                { "SmsGateway", "Port", "Host", false },
                { "Mail2Sms", "Port", "Host", false },
                { "Blackmailer", "Port", "Host", false },
                { "Mailchimp", "Port", "Host", false },
            };
            foreach (var word in SettingWords.Sending)
            {
                names.Add(Capital(word), "Port", "Host", true);
                names.Add(Capital(word) + "Options", "Port", "Host", true);
                names.Add("Notifications", Capital(word) + "Port", "Host", true);
            }

            foreach (var word in SettingWords.NotSending.Union(SettingWords.OtherProtocols))
                names.Add("Mail" + Capital(word), "Port", "Host", false);
            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public Task Class(string section, string port, string host, bool isMail) => Connection.FileAsync($$"""
        public class {{section}}
        {
            public string {{host}} { get; set; } = "contoso.com";
            public int {{port}} { get; set; } = {{(isMail ? "{|SMTP003:25|}" : "25")}};
            public string Password { get; set; } = "";
        }
        """);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Json(string section, string port, string host, bool isMail) => SettingsFile.JsonAsync(
        $$"""{ "{{section}}": { "{{host}}": "contoso.com", "{{port}}": {{(isMail ? "{|SMTP004:25|}" : "25")}}, "Password": "" } }""");

    /// <summary>The host decides in both: the machine itself, a mail exchanger's or a provider's name.</summary>
    [Theory]
    [InlineData("Smtp", "Host", "localhost", false)]
    [InlineData("Smtp", "Server", "10.1.2.3", false)]
    [InlineData("Smtp", "HostName", "smtp.contoso.com", true)]
    [InlineData("Notifications", "Host", "smtp.contoso.com", true)]
    [InlineData("Notifications", "Host", "relay.contoso.com", true)]
    [InlineData("Notifications", "Server", "in.mailjet.com", true)]
    [InlineData("Notifications", "Host", "cache.contoso.com", false)]
    [InlineData("Notifications", "From", "smtp@contoso.com", false)]
    public async Task Hosts(string section, string host, string value, bool isMail)
    {
        await SettingsFile.JsonAsync(
            $$"""{ "{{section}}": { "{{host}}": "{{value}}", "Port": {{(isMail ? "{|SMTP004:25|}" : "25")}} } }""");
        await Connection.FileAsync($$"""
            public class {{section}}
            {
                public string {{host}} { get; set; } = "{{value}}";
                public int Port { get; set; } = {{(isMail ? "{|SMTP003:25|}" : "25")}};
            }
            """);
    }

    /// <summary>What is named for a server, has a host and no login may connect; what limits its connections takes them.</summary>
    [Theory]
    [InlineData("Timeout", true)]
    [InlineData("MaxConnections", false)]
    [InlineData("MaxSessions", false)]
    [InlineData("Backlog", false)]
    public async Task Servers(string beside, bool isMail)
    {
        await SettingsFile.JsonAsync($$"""
            { "SmtpServer": { "ServerName": "mx.contoso.com", "Port": {{(isMail ? "{|SMTP004:25|}" : "25")}}, "{{beside}}": 9 } }
            """);
        await Connection.FileAsync($$"""
            public class SmtpServerOptions
            {
                public string ServerName { get; set; } = "mx.contoso.com";
                public int Port { get; set; } = {{(isMail ? "{|SMTP003:25|}" : "25")}};
                public int {{beside}} { get; set; }
            }
            """);
    }

    /// <summary>Files are searched for the stems before they are read.</summary>
    [Fact]
    public void EveryWordOfSending_HasAStem() =>
        Assert.All(SettingWords.Sending,
            word => Assert.Contains(SettingWords.SendingStems, stem => word.Contains(stem, StringComparison.Ordinal)));

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word.Substring(1);
}
