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

    /// <summary>A switch that a record or method has beside the port is on where a call says nothing, and where it said no.</summary>
    [Fact]
    public Task SwitchThatCallsLeaveOutOrTurnOff_IsOn()
    {
        string Code(string port, string standard, string said) => $$"""
            using System.Net;
            using System.Net.Mail;

            record Relay(string Host, NetworkCredential Login, int Port = {{port}}, bool UseTls = {{standard}});

            static class Shop
            {
                public static Relay First(NetworkCredential login) => new("a.contoso.com", login);

                public static Relay Second(NetworkCredential login) => new("a.contoso.com", login, UseTls: {{said}});
            }

            class Mailer(Relay relay)
            {
                public void Send(MailMessage message)
                {
                    using var client = new SmtpClient(relay.Host, relay.Port) { EnableSsl = relay.UseTls, Credentials = relay.Login };
                    client.Send(message);
                }
            }
            """;
        return RelayFixTest.Fixes(RelayFixTest.Defaults, Code("{|SMTP003:25|}", "false", "false"), Code("587", "true", "true"));
    }

    /// <summary>What is copied into another object, or handed to a method, is followed to its connection.</summary>
    [Theory]
    [InlineData("new Copy(settings.Host, settings.Port, settings.Login).Send(message);",
        "class Copy(string host, int port, NetworkCredential login)", "public void Send(MailMessage message)", "host, port", "login")]
    [InlineData("new Sender(new Copy(settings.Host, settings.Port, settings.Login)).Send(message);",
        "record Copy(string Host, int Port, NetworkCredential Login);\n\nclass Sender(Copy copy)", "public void Send(MailMessage message)",
        "copy.Host, copy.Port", "copy.Login")]
    [InlineData("Copy.Send(settings.Host, settings.Port, settings.Login, message);",
        "static class Copy", "public static void Send(string host, int port, NetworkCredential login, MailMessage message)", "host, port",
        "login")]
    public Task SettingThatIsHandedOn_ConnectionChanges(string call, string type, string method, string address, string login)
    {
        string Code(string port, string tls) => $$"""
            using System.Net;
            using System.Net.Mail;

            public class MailSettings
            {
                public string Host { get; set; } = "";
                public int Port { get; set; } = {{port}};
                public NetworkCredential Login { get; set; }
            }

            class Mailer(MailSettings settings)
            {
                public void Send(MailMessage message)
                {
                    {{call}}
                }
            }

            {{type}}
            {
                {{method}}
                {
                    var client = new SmtpClient({{address}});
                    client.Credentials = {{login}};{{tls}}
                    client.Send(message);
                }
            }
            """;
        return RelayFixTest.Fixes(RelayFixTest.Defaults, Code("{|SMTP003:25|}", ""), Code("587", "\n        client.EnableSsl = true;"));
    }

    /// <summary>Other code hands over a port on which the relay may want something else: nothing changes.</summary>
    [Fact]
    public Task SettingThatIsHandedOn_BesideTls_Stays() => RelayFixTest.OffersNothing(RelayFixTest.Defaults, """
        using System.Net;
        using System.Net.Mail;

        public class MailSettings
        {
            public string Host { get; set; } = "";
            public int Port { get; set; } = {|SMTP003:25|};
            public NetworkCredential Login { get; set; }
        }

        class Mailer(MailSettings settings)
        {
            public void First(MailMessage message) => Send(settings.Host, settings.Port, settings.Login, message);

            public void Second(MailMessage message) => Send(settings.Host, 465, settings.Login, message);

            static void Send(string host, int port, NetworkCredential login, MailMessage message)
            {
                var client = new SmtpClient(host, port);
                client.Credentials = login;
                client.Send(message);
            }
        }
        """);

    /// <summary>A password that stands beside the port is a login; it is a finding of its own.</summary>
    [Fact]
    public Task PasswordBesideThePort_IsALogin()
    {
        string Code(string port, string tls) => $$"""
            using System.Net;
            using System.Net.Mail;

            public class MailSettings
            {
                public string Host { get; set; } = "";
                public int Port { get; set; } = 587;
                public bool UseTls { get; set; }
                public string User { get; set; } = "";
                public string Password { get; set; } = "";
            }

            class Shop
            {
                Mailer Create(string host, string password) => new(
                    new MailSettings { Host = host, Port = {{port}}, UseTls = {{tls}}, User = "shop", Password = password });
            }

            class Mailer(MailSettings settings)
            {
                public void Send(MailMessage message)
                {
                    var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.UseTls };
                    client.Credentials = new NetworkCredential(settings.User, settings.Password);
                    client.Send(message);
                }
            }
            """;
        return RelayFixTest.Fixes(RelayFixTest.Defaults, Code("{|SMTP001:25|}", "false"), Code("587", "true"));
    }
}
