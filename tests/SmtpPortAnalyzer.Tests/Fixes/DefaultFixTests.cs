using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>
/// A 25 that is the default of a setting: number, encryption and login change in the setting and at every connection that reads it.
/// </summary>
/// <remarks>Long, since each test shows a whole piece of code before and after.</remarks>
public class DefaultFixTests
{
    private const string Settings = """
        using System.Net;
        using System.Net.Mail;
        using System.Threading.Tasks;
        using MailKit.Security;

        public class SmtpSettings
        {
            public string Host { get; set; } = "";
            public int Port { get; set; } = {|SMTP003:25|};
            public bool EnableSsl { get; set; } // STARTTLS
            public string UserName { get; set; } = "";
            public string Password { get; set; } = "";
        }

        """;

    private static readonly string s_on = Fixed(Settings)
        .Replace("EnableSsl { get; set; }", "EnableSsl { get; set; } = true;", StringComparison.Ordinal);

    private static string Fixed(string code) => code.Replace("{|SMTP003:25|}", "587", StringComparison.Ordinal);

    private const string Secure = """

        class Mailer(SmtpSettings settings)
        {
            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(settings.Host, settings.Port)
                {
                    EnableSsl = settings.EnableSsl,
                    Credentials = new NetworkCredential(settings.UserName, settings.Password)
                };
                client.Send(message);
            }
        }
        """;

    [Fact]
    public Task FlagBesideThePort_IsTurnedOn() => RelayFixTest.Fixes(RelayFixTest.Defaults, Settings + Secure, s_on + Secure);

    [Fact]
    public Task FlagThatIsOn_OnlyTheNumberChanges() => RelayFixTest.Fixes(
        RelayFixTest.Port587,
        Settings.Replace("EnableSsl { get; set; }", "EnableSsl { get; set; } = true;", StringComparison.Ordinal) + Secure,
        s_on + Secure);

    [Fact]
    public Task ConnectionInAnotherFile_FlagIsTurnedOn() => RelayFixTest.Fixes(RelayFixTest.Defaults, Settings, s_on, test =>
    {
        var mailer = "using System.Net;\nusing System.Net.Mail;\n" + Secure;
        test.TestState.Sources.Add(("/0/Mailer.cs", mailer));
        test.FixedState.Sources.Add(("/0/Mailer.cs", mailer));
    });

    [Fact]
    public Task NeitherEncryptionNorLogin_BothComeFromTheSettings_InEveryConnection() =>
        RelayFixTest.Fixes(RelayFixTest.Settings, Settings + """

        class Mailer(SmtpSettings settings)
        {
            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(settings.Host, settings.Port);
                client.Send(message);
            }

            public async Task SendAsync()
            {
                using var client = new MailKit.Net.Smtp.SmtpClient();
                await client.ConnectAsync(settings.Host, settings.Port, settings.EnableSsl);
            }
        }
        """, Fixed(Settings) + """

        class Mailer(SmtpSettings settings)
        {
            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(settings.Host, settings.Port)
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(settings.UserName, settings.Password)
                };
                client.Send(message);
            }

            public async Task SendAsync()
            {
                using var client = new MailKit.Net.Smtp.SmtpClient();
                await client.ConnectAsync(
                    settings.Host,
                    settings.Port,
                    settings.EnableSsl ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls);
                await client.AuthenticateAsync(settings.UserName, settings.Password);
            }
        }
        """);

    /// <summary>Nobody hands a default over, so there is no call to change.</summary>
    [Fact]
    public Task NeitherEncryptionNorLogin_NoCallToChange() => RelayFixTest.OffersNothing(RelayFixTest.Call, Settings + """

        class Mailer(SmtpSettings settings)
        {
            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(settings.Host, settings.Port);
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task NeitherEncryptionNorLogin_OtherFileOfTheProject() =>
        RelayFixTest.Fixes(RelayFixTest.Settings, Settings, Fixed(Settings), test =>
    {
        test.TestState.Sources.Add(("/0/Mailer.cs", """
            using System.Net.Mail;

            class Mailer(SmtpSettings settings)
            {
                public void Send(MailMessage message)
                {
                    using var client = new SmtpClient(settings.Host, settings.Port);
                    client.Send(message);
                }
            }
            """));
        test.FixedState.Sources.Add(("/0/Mailer.cs", """
            using System.Net;
            using System.Net.Mail;

            class Mailer(SmtpSettings settings)
            {
                public void Send(MailMessage message)
                {
                    using var client = new SmtpClient(settings.Host, settings.Port)
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(settings.UserName, settings.Password)
                    };
                    client.Send(message);
                }
            }
            """));
    });

    [Fact]
    public Task OptionsOfMailKit_DefaultToStartTls() =>
        RelayFixTest.Fixes(
            RelayFixTest.Defaults, MailKitMailer("", "{|SMTP003:25|}"), MailKitMailer(" = SecureSocketOptions.StartTls;", "587"));

    [Fact]
    public Task OptionsOfMailKit_None_BecomesStartTls() => RelayFixTest.Fixes(
        RelayFixTest.Defaults, MailKitMailer(" = SecureSocketOptions.None;", "{|SMTP003:25|}"),
        MailKitMailer(" = SecureSocketOptions.StartTls;", "587"));

    private static string MailKitMailer(string security, string port) => """
        using System.Threading.Tasks;
        using MailKit.Net.Smtp;
        using MailKit.Security;

        public record SmtpSettings
        {
            public string Host { get; init; } = "";
            public int Port { get; init; } = PORT;
            public SecureSocketOptions Security { get; init; }SECURITY
            public string UserName { get; init; } = "";
            public string Password { get; init; } = "";
        }

        class Mailer(SmtpSettings settings)
        {
            public async Task OpenAsync(SmtpClient client)
            {
                await client.ConnectAsync(settings.Host, settings.Port, settings.Security);
                await client.AuthenticateAsync(settings.UserName, settings.Password);
            }
        }
        """.Replace("PORT", port, StringComparison.Ordinal).Replace("SECURITY", security, StringComparison.Ordinal);

    [Fact]
    public Task OptionalParameters() => RelayFixTest.Fixes(RelayFixTest.Defaults, """
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            public void Send(MailMessage message, string host, string user, string password, int port = {|SMTP003:25|}, bool enableSsl = false)
            {
                using var client = new SmtpClient(host, port) { EnableSsl = enableSsl, Credentials = new NetworkCredential(user, password) };
                client.Send(message);
            }
        }
        """, """
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            public void Send(MailMessage message, string host, string user, string password, int port = 587, bool enableSsl = true)
            {
                using var client = new SmtpClient(host, port) { EnableSsl = enableSsl, Credentials = new NetworkCredential(user, password) };
                client.Send(message);
            }
        }
        """);

    private const string Constructor = """
        using System;
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            private readonly string _host;
            private readonly int _port;

            public Mailer(string host, int port = {|SMTP003:25|})
            {
                _host = host;
                _port = port;
            }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(_host, _port);
                client.Send(message);
            }
        }
        """;

    [Fact]
    public Task OptionalParameterOfAConstructor_LoginFromTheEnvironment() =>
        RelayFixTest.Fixes(RelayFixTest.Environment, Constructor, Fixed(Constructor).Replace(
        "SmtpClient(_host, _port);",
        """
        SmtpClient(_host, _port)
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
                };
        """,
        StringComparison.Ordinal));

    [Theory]
    [InlineData("465")]
    [InlineData("int.Parse(Environment.GetEnvironmentVariable(\"PORT\")!)")]
    public Task CallerWithAPortOfItsOwn_IsNotOffered(string port) =>
        RelayFixTest.OffersNothing(RelayFixTest.Environment, Constructor + $$"""


        static class Program
        {
            static Mailer Make() => new Mailer("smtp.contoso.com", {{port}});
        }
        """);

    [Fact]
    public Task PortThatGoesElsewhereAsWell_IsNotOffered() => RelayFixTest.OffersNothing(RelayFixTest.Settings, Settings + """

        class Mailer(SmtpSettings settings)
        {
            private readonly int _port = settings.Port;

            public int Send(MailMessage message)
            {
                using var client = new SmtpClient(settings.Host, settings.Port);
                client.Send(message);
                return _port;
            }
        }
        """);

    [Fact]
    public Task PortThatIsSetForTlsFromTheFirstByte_IsNotOffered() => RelayFixTest.OffersNothing(RelayFixTest.Settings, Settings + """

        class Mailer(SmtpSettings settings)
        {
            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(settings.Host, settings.Port);
                client.Send(message);
            }

            public static Mailer Make() => new(new SmtpSettings { Host = "smtp.contoso.com", Port = 465 });
        }
        """);


    [Fact]
    public Task Login_IsNotThere_EncryptionAloneIsNotOffered() => RelayFixTest.OffersNothing(RelayFixTest.Defaults, Settings + """

        class Mailer(SmtpSettings settings)
        {
            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.EnableSsl };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task PortBesideOneKnownAtRunTime_OnlyThe25Changes() =>
        RelayFixTest.Fixes(RelayFixTest.Defaults, Chosen("{|SMTP001:port|}", "25", "useTls"), Chosen("port", "587", "true"));

    private static string Chosen(string use, string port, string ssl) => $$"""
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            public SmtpClient Create(string[] args, string user, string password, bool useTls)
            {
                var port = args.Length > 1 ? int.Parse(args[1]) : {{port}};
                return new SmtpClient(args[0], {{use}}) { EnableSsl = {{ssl}}, Credentials = new NetworkCredential(user, password) };
            }
        }
        """;

    [Fact]
    public Task NameOfThePort_GoesNowhere() => RelayFixTest.Fixes(RelayFixTest.Defaults, Settings + Secure + Named, s_on + Secure + Named);

    private const string Named = """


        class Validator
        {
            public string? Check(SmtpSettings settings) => settings.Port < 1 ? nameof(SmtpSettings.Port) : null;
        }
        """;

    [Fact]
    public Task OldLanguage_FieldsWork() =>
        RelayFixTest.Fixes(RelayFixTest.Defaults, OldSettings("{|SMTP003:25|}", ""), OldSettings("587", " = true"), test =>
    {
        test.LanguageVersion = LanguageVersion.CSharp5;
        test.Nullable = Microsoft.CodeAnalysis.NullableContextOptions.Disable;
    });

    private static string OldSettings(string port, string ssl) => $$"""
        using System.Net;
        using System.Net.Mail;

        public class SmtpSettings
        {
            public string Host;
            public int Port = {{port}};
            public bool EnableSsl{{ssl}};
            public string User, Password;
        }

        class Mailer
        {
            public SmtpSettings Settings { get; set; }

            public void Send(MailMessage message)
            {
                var client = new SmtpClient(Settings.Host, Settings.Port);
                client.EnableSsl = Settings.EnableSsl;
                client.Credentials = new NetworkCredential(Settings.User, Settings.Password);
                client.Send(message);
            }
        }
        """;
}
