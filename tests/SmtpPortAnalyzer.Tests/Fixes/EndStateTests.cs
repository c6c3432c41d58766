using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>
/// What the program is once the action was taken: nothing that it decides elsewhere undoes the fix, and nothing else changes.
/// </summary>
public class EndStateTests
{
    /// <summary>A switch between STARTTLS and nothing is turned on where it is declared; one that is on is left alone.</summary>
    [Theory]
    [InlineData("public bool UseTls { get; set; }", "public bool UseTls { get; set; } = true;", RelayFixTest.Defaults)]
    [InlineData("public bool UseTls { get; set; } = false;", "public bool UseTls { get; set; } = true;", RelayFixTest.Defaults)]
    [InlineData("public bool UseTls { get; set; } = true;", "public bool UseTls { get; set; } = true;", RelayFixTest.Port587)]
    [InlineData("private bool _tls; public bool UseTls { get { return _tls; } set { _tls = value; } }",
        "private bool _tls = true; public bool UseTls { get { return _tls; } set { _tls = value; } }", RelayFixTest.Defaults)]
    public Task SwitchOfAChoice_IsTurnedOnWhereItIsDeclared(string before, string after, string action)
    {
        string Code(string port, string useTls) => $$"""
            using MailKit.Net.Smtp;
            using MailKit.Security;

            public class MailSettings
            {
                public string Host { get; set; } = "";
                public int Port { get; set; } = {{port}};
                {{useTls}}
            }

            class Sender(MailSettings settings)
            {
                void Send(string user, string password)
                {
                    using var client = new SmtpClient();
                    var mode = settings.UseTls ? SecureSocketOptions.StartTls : SecureSocketOptions.None;
                    client.Connect(settings.Host, settings.Port, mode);
                    client.Authenticate(user, password);
                }
            }
            """;
        return RelayFixTest.Fixes(action, Code("{|SMTP003:25|}", before), Code("587", after));
    }

    /// <summary>A connection that fetches mail reads the switch as well: for it the same word means TLS from the first byte.</summary>
    [Fact]
    public Task SwitchThatPop3ReadsAsWell_Stays()
    {
        string Code(string port, string mode) => $$"""
            using MailKit.Net.Pop3;
            using MailKit.Net.Smtp;
            using MailKit.Security;

            public class MailSettings
            {
                public string Host { get; set; } = "";
                public int SmtpPort { get; set; } = {{port}};
                public bool UseTls { get; set; }
            }

            class Sender(MailSettings settings)
            {
                void Send(string user, string password)
                {
                    using var client = new SmtpClient();
                    client.Connect(settings.Host, settings.SmtpPort, {{mode}});
                    client.Authenticate(user, password);
                }

                void Fetch(string user, string password)
                {
                    using var pop3 = new Pop3Client();
                    pop3.Connect(settings.Host, 110, settings.UseTls);
                    pop3.Authenticate(user, password);
                }
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Defaults,
            Code("{|SMTP003:25|}", "settings.UseTls ? SecureSocketOptions.StartTls : SecureSocketOptions.None"),
            Code("587", "SecureSocketOptions.StartTls"));
    }

    /// <summary>Another client that sends mail reads the switch as TLS from the first byte, which port 587 does not speak.</summary>
    [Theory]
    [InlineData("settings.UseSsl")]
    [InlineData("settings.UseSsl ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.Auto")]
    public Task SwitchThatAnotherClientReadsAsImplicitTls_Stays(string mode)
    {
        string Code(string port, string enableSsl, string security) => $$"""
            using MailKit.Security;
            using System.Net;
            using System.Net.Mail;

            public class MailSettings
            {
                public string Host { get; set; } = "";
                public int Port { get; set; } = {{port}};
                public bool UseSsl { get; set; }
            }

            class Sender(MailSettings settings)
            {
                void Send(MailMessage message, ICredentialsByHost login)
                {
                    using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = {{enableSsl}}, Credentials = login };
                    client.Send(message);
                }

                void Send(MimeKit.MimeMessage message, ICredentials login)
                {
                    using var client = new MailKit.Net.Smtp.SmtpClient();
                    client.Connect(settings.Host, settings.Port, {{security}});
                    client.Authenticate(login);
                    client.Send(message);
                }
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Defaults,
            Code("{|SMTP003:25|}", "settings.UseSsl", mode),
            Code("587", "true", "settings.UseSsl ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls"));
    }

    /// <summary>What is read from the configuration is the user's wish, as soon as it is there.</summary>
    [Theory]
    [InlineData("configuration.GetValue<bool>(\"Smtp:EnableSsl\")", "configuration.GetValue<bool>(\"Smtp:EnableSsl\", true)")]
    [InlineData("configuration.GetValue(\"Smtp:EnableSsl\", false)", "configuration.GetValue(\"Smtp:EnableSsl\", true)")]
    [InlineData("bool.Parse(configuration[\"Smtp:EnableSsl\"]!)", "true")]
    public Task SwitchOfTheConfiguration_IsOnWhereItIsNotSet(string before, string after)
    {
        string Code(string port, string enableSsl) => $$"""
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Sender(IConfiguration configuration)
            {
                void Send(NetworkCredential login)
                {
                    var client = new SmtpClient(configuration["Smtp:Host"], configuration.GetValue("Smtp:Port", {{port}}));
                    client.EnableSsl = {{enableSsl}};
                    client.Credentials = login;
                }
            }
            """;
        return RelayFixTest.Fixes(RelayFixTest.Defaults, Code("{|SMTP003:25|}", before), Code("587", after));
    }

    /// <summary>What stands in for a switch that is not set is turned on; what is set stays the user's wish.</summary>
    [Theory]
    [InlineData("settings.UseTls ?? false", "settings.UseTls ?? true")]
    [InlineData("settings.UseTls.GetValueOrDefault()", "true")]
    [InlineData("bool.Parse(settings.Tls ?? \"false\")", "bool.Parse(settings.Tls ?? \"true\")")]
    public Task SwitchThatIsNotSet_IsOn(string before, string after)
    {
        string Code(string port, string useTls) => $$"""
            using System.Net;
            using System.Net.Mail;

            public record MailSettings(string Host, int? Port, bool? UseTls, string Tls);

            class Sender
            {
                void Send(MailSettings settings, NetworkCredential login)
                {
                    var client = new SmtpClient(settings.Host, settings.Port ?? {{port}})
                    {
                        EnableSsl = {{useTls}},
                        Credentials = login,
                    };
                }
            }
            """;
        return RelayFixTest.Fixes(RelayFixTest.Defaults, Code("{|SMTP003:25|}", before), Code("587", after));
    }

    /// <summary>A login that is off until it is turned on is none.</summary>
    [Theory]
    [InlineData("public bool LogsIn { get; set; }", "public bool LogsIn { get; set; } = true;")]
    [InlineData("public bool LogsIn { get; set; } = true;", "public bool LogsIn { get; set; } = true;")]
    public Task SwitchOfTheLogin_IsTurnedOn(string before, string after) => SwitchAroundTheLogin("LogsIn", before, after);

    /// <summary>What asks for something else than a login is not for the fix to decide.</summary>
    [Theory]
    [InlineData("IsEnabled")]
    [InlineData("UsesOAuth")]
    [InlineData("UseWindowsAuthentication")]
    public Task SwitchOfSomethingElse_Stays(string name) =>
        SwitchAroundTheLogin(name, $"public bool {name} {{ get; set; }}", $"public bool {name} {{ get; set; }}");

    private static Task SwitchAroundTheLogin(string name, string before, string after)
    {
        string Code(string port, string logsIn, string ssl) => $$"""
            using System.Net;
            using System.Net.Mail;

            public class MailSettings
            {
                public string Host { get; set; } = "";
                public int Port { get; set; } = {{port}};
                public bool Ssl { get; set; }{{ssl}}
                {{logsIn}}
                public string User { get; set; } = "";
                public string Password { get; set; } = "";
            }

            class Sender(MailSettings settings)
            {
                void Send()
                {
                    var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Ssl };
                    if (settings.{{name}} && settings.User != "")
                        client.Credentials = new NetworkCredential(settings.User, settings.Password);
                }
            }
            """;
        return RelayFixTest.Fixes(RelayFixTest.Defaults, Code("{|SMTP003:25|}", before, ""), Code("587", after, " = true;"));
    }

    /// <summary>A call that turns the login off beside the port turns it on.</summary>
    [Theory]
    [InlineData("25, false, false", "587, true, true")]
    [InlineData("25, false, true", "587, true, true")]
    [InlineData("25, false", "587, true, logsIn: true")]
    public Task LoginThatACallTurnsOff_IsTurnedOn(string before, string after)
    {
        string Code(string port, string rest) => $$"""
            using System.Net;
            using System.Net.Mail;

            static class Mail
            {
                static void Send(string user, string password, string host, int port, bool ssl, bool logsIn = false)
                {
                    using var client = new SmtpClient(host, port) { EnableSsl = ssl };
                    if (logsIn)
                        client.Credentials = new NetworkCredential(user, password);
                }

                static void Report(string user, string password) => Send(user, password, "mail.contoso.com", {{port}}{{rest}});
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Call, Code("{|SMTP001:25|}", before.Substring(2)), Code("587", after.Substring(3)));
    }

    /// <summary>A type that says that it has no login has none after the number is another.</summary>
    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public Task PortBesideNoLogin_IsNotMoved(string user) => RelayFixTest.OffersNothing(RelayFixTest.Defaults, $$"""
        using System.Net;
        using System.Net.Mail;

        public interface IMailSettings
        {
            int Port { get; }
            string User { get; }
            string Password { get; }
        }

        class Open : IMailSettings
        {
            public int Port => {|SMTP001:25|};
            public string User => {{user}};
            public string Password => {{user}};
        }

        class Sender(IMailSettings settings, string host)
        {
            void Send()
            {
                var client = new SmtpClient(host, settings.Port);
                if (settings.User != null)
                    client.Credentials = new NetworkCredential(settings.User, settings.Password);
            }
        }
        """);

    /// <summary>Where the port is read in the call itself, it gets a name, so that TLS from the first byte goes on with 465.</summary>
    [Theory]
    [InlineData("", "port", "SecureSocketOptions.Auto")]
    [InlineData("var port = 1;", "smtpPort", null)]
    [InlineData("", "port", null)]
    public Task ConfiguredPortInTheCall_MayBe465(string other, string name, string? mode)
    {
        string Code(string before, string arguments) => $$"""
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using Microsoft.Extensions.Configuration;

            class Sender(IConfiguration configuration)
            {
                void Send(string host, string user, string password)
                {
                    {{other}}
                    using var client = new SmtpClient();
                    {{before}}client.Connect(host, {{arguments}});
                    client.Authenticate(user, password);
                }
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Defaults,
            Code("", """configuration.GetValue("Mail:Port", {|SMTP003:25|})""" + (mode is null ? "" : ", " + mode)),
            Code(
                $$"""var {{name}} = configuration.GetValue("Mail:Port", 587);""" + "\n        ",
                $"{name}, {name} == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls"));
    }

    /// <summary>A configuration that the constructor takes for something else is kept, not asked for a second time.</summary>
    [Fact]
    public Task ConfigurationOfTheConstructor_IsKept()
    {
        string Code(string field, string kept, string arguments, string ssl) => $$"""
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Sender
            {
                private readonly string _host;{{field}}

                public Sender(IConfiguration configuration)
                {
            {{kept}}        _host = configuration["Mail:Host"];
                }

                void Send(ICredentialsByHost login)
                {
                    var client = new SmtpClient(_host, {{arguments}};
                    client.Credentials = login;{{ssl}}
                }
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.InjectedConfiguration,
            Code("", "", "{|SMTP001:25|})", ""),
            Code(
                "\n    private readonly IConfiguration _configuration;", "        _configuration = configuration;\n",
                "_configuration.GetValue(\"Mail:Port\", 587))", "\n        client.EnableSsl = true;"));
    }

    /// <summary>Calls through an interface take the default from there.</summary>
    [Fact]
    public Task DefaultOfTheInterface_GoesAlong()
    {
        string Code(string declared, string port, string ssl) => $$"""
            using System.Net;
            using System.Net.Mail;

            public interface IMailer
            {
                void Send(MailMessage message, string host, NetworkCredential login, int port = {{declared}});
            }

            class Mailer : IMailer
            {
                public void Send(MailMessage message, string host, NetworkCredential login, int port = {{port}})
                {
                    using var client = new SmtpClient(host, port);
                    client.Credentials = login;{{ssl}}
                    client.Send(message);
                }
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Defaults, Code("25", "{|SMTP003:25|}", ""), Code("587", "587", "\n        client.EnableSsl = true;"));
    }

    /// <summary>A settings object that is copied into another one.</summary>
    [Fact]
    public Task DefaultThatIsCopied_ReachesItsConnection()
    {
        string Code(string port, string ssl) => $$"""
            using System.Net;
            using System.Net.Mail;

            public class MailDto
            {
                public int Port { get; set; } = {{port}};
            }

            public class MailSettings
            {
                public MailSettings(MailDto dto)
                {
                    Port = dto.Port;
                }

                public int Port { get; }
            }

            class Sender(MailSettings settings)
            {
                void Send(string host, NetworkCredential login)
                {
                    var client = new SmtpClient(host, settings.Port);
                    client.Credentials = login;{{ssl}}
                }
            }
            """;
        return RelayFixTest.Fixes(RelayFixTest.Defaults, Code("{|SMTP003:25|}", ""), Code("587", "\n        client.EnableSsl = true;"));
    }

    /// <summary>One sentence of the documentation keeps its 25, another does not.</summary>
    [Fact]
    public Task SentencesOfTheDocumentation_AreJudgedOneByOne()
    {
        string Code(string port, string summary, string ssl) => $$"""
            using System.Net;
            using System.Net.Mail;

            /// <summary>Sends over port {{summary}}.</summary>
            /// <remarks>It was on port 25 of the old server before.</remarks>
            class Sender
            {
                void Send(string host, NetworkCredential login)
                {
                    var client = new SmtpClient(host, {{port}});
                    client.Credentials = login;{{ssl}}
                }
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Encrypted, Code("{|SMTP001:25|}", "25", ""), Code("587", "587", "\n        client.EnableSsl = true;"));
    }

    /// <summary>Where each argument has a line, so have those that are added.</summary>
    [Fact]
    public Task ArgumentsOnLines_GetLines()
    {
        string Code(string arguments) => $$"""
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using System.Threading;
            using System.Threading.Tasks;

            class Sender
            {
                async Task Send(string host, string user, string password, CancellationToken token)
                {
                    using var client = new SmtpClient();
                    await client.ConnectAsync(
                        host,
                        {{arguments}}
                        cancellationToken: token);
                    await client.AuthenticateAsync(user, password, token);
                }
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Encrypted, Code("{|SMTP001:25|},"), Code("587,\n            SecureSocketOptions.StartTls,"));
    }

    /// <summary>
    /// Comments beside the call and the documentation around it do not go on to say 25; what they say of other things stays.
    /// </summary>
    [Theory]
    [InlineData("// SMTP listens on port 25.", "// SMTP listens on port 587.")]
    [InlineData("// At most 25 recipients.", "// At most 25 recipients.")]
    [InlineData("// Port 25 is blocked elsewhere.", "// Port 25 is blocked elsewhere.")]
    public Task CommentsOfThePort_GoAlong(string before, string after)
    {
        string Code(string port, string summary, string comment, string ssl) => $$"""
            using System.Net;
            using System.Net.Mail;

            /// <summary>Sends over port {{summary}}, 25 messages at a time.</summary>
            class Sender
            {
                void Send(string host, NetworkCredential login)
                {
                    {{comment}}
                    var client = new SmtpClient(host, {{port}});
                    client.Credentials = login;{{ssl}}
                }
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Encrypted, Code("{|SMTP001:25|}", "25", before, ""),
            Code("587", "587", after, "\n        client.EnableSsl = true;"));
    }

    /// <summary>Servers of a list with a login of run time go with the number, not with a setting of the port alone.</summary>
    [Fact]
    public Task ServersOfAListWithALoginOfRunTime_GetTheNumber()
    {
        string Code(string port, string ssl) => $$"""
            using System.Net;
            using System.Net.Mail;

            class Sender
            {
                private static readonly string[] s_servers = { "a.contoso.com", "b.contoso.com" };

                void Send(NetworkCredential login)
                {
                    foreach (var server in s_servers)
                    {
                        using var client = new SmtpClient(server, {{port}});
                        client.Credentials = login;{{ssl}}
                    }
                }
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Encrypted, Code("{|SMTP001:25|}", ""), Code("587", "\n            client.EnableSsl = true;"));
    }

    /// <summary>The section of the name is another server's.</summary>
    [Theory]
    [InlineData("orders.contoso.com", "Smtp:Alerts")]
    [InlineData("alerts.contoso.com", "Smtp")]
    [InlineData("", "Smtp")]
    public Task SectionOfAnotherServer_IsNotTaken(string host, string section) => RelayFixTest.Fixes(RelayFixTest.Configuration, """
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        class Sender(IConfiguration configuration)
        {
            void Send()
            {
                using var client = new SmtpClient("alerts.contoso.com", {|SMTP001:25|});
            }
        }
        """, Expected(section), test =>
        {
            test.TestState.AdditionalFiles.Add(("/0/appsettings.json", $$"""{ "Smtp": { "Host": "{{host}}", "UserName": "a" } }"""));
            test.FixedState.AdditionalFiles.Add(("/0/appsettings.json", (section, host) switch
            {
                ("Smtp", "") => """{ "Smtp": { "Host": "alerts.contoso.com", "UserName": "a", "Port": 587 } }""",
                ("Smtp", _) => """{ "Smtp": { "Host": "alerts.contoso.com", "UserName": "a", "Port": 587 } }""",
                _ => """{ "Smtp": { "Host": "orders.contoso.com", "UserName": "a", "Alerts": { "Host": "alerts.contoso.com", "Port": """ +
                    """587 } } }""",
            }));
        });

    private static string Expected(string section) => $$"""
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        class Sender(IConfiguration configuration)
        {
            void Send()
            {
                using var client = new SmtpClient({{(section == "Smtp"
                    ? """configuration["Smtp:Host"] ?? "alerts.contoso.com", configuration.GetValue("Smtp:Port", 587))"""
                    : "\n            configuration[\"Smtp:Alerts:Host\"] ?? \"alerts.contoso.com\",\n            "
                        + "configuration.GetValue(\"Smtp:Alerts:Port\", 587))")}}
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        configuration["{{section}}:UserName"] ?? throw new InvalidOperationException("{{section}}:UserName is not set."),
                        configuration["{{section}}:Password"] ?? throw new InvalidOperationException("{{section}}:Password is not set."))
                };
            }
        }
        """;

    /// <summary>A host of the settings that listens on 25 alone.</summary>
    [Theory]
    [InlineData("contoso-com.mail.protection.outlook.com", false)]
    [InlineData("smtp.contoso.com", true)]
    public Task ExchangerInTheSettings_HasNoFix(string host, bool isFixed)
    {
        string Code(string port) => $$"""
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using Microsoft.Extensions.Configuration;

            class Sender(IConfiguration configuration)
            {
                void Send(string user, string password)
                {
                    using var client = new SmtpClient();
                    client.Connect(configuration["Mail:Host"], {{port}}, SecureSocketOptions.StartTls);
                    client.Authenticate(user, password);
                }
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Port587, Code("{|SMTP001:25|}"), Code(isFixed ? "587" : "{|SMTP001:25|}"),
            test =>
            {
                test.TestState.AdditionalFiles.Add(("/0/appsettings.json", $$"""{ "Mail": { "Host": "{{host}}" } }"""));
                test.FixedState.AdditionalFiles.Add(("/0/appsettings.json", $$"""{ "Mail": { "Host": "{{host}}" } }"""));
            });
    }
}
