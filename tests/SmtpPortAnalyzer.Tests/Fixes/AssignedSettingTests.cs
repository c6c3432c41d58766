using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>A 25 that code gives to a settings object, whose connection stands elsewhere.</summary>
public class AssignedSettingTests
{
    private const string Usings = "using System;\nusing System.Net;\nusing System.Net.Mail;\n\n";

    private const string Mailer = """

        public class SmtpSettings
        {
            public string Host { get; set; } = "";
            public int Port { get; set; }
            public bool EnableSsl { get; set; }
        }

        public class Mailer(SmtpSettings settings)
        {
            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(settings.Host, settings.Port);
                client.Send(message);
            }
        }
        """;

    private static readonly string s_fixedMailer = Mailer.Replace("settings.Port);", """
        settings.Port)
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
                };
        """, StringComparison.Ordinal);

    [Theory]
    [InlineData("class Shop { readonly Mailer _mailer = new(new SmtpSettings { Host = \"mail.contoso.com\", Port = $ }); }")]
    [InlineData(
        "class Shop { Mailer Create() { var settings = new SmtpSettings(); settings.Host = \"mail.contoso.com\"; settings.Port = $; " +
        "return new Mailer(settings); } }")]
    [InlineData(
        "class Shop { void Add(Action<Action<SmtpSettings>> configure) => configure(options => { options.Host = \"mail.contoso.com\"; " +
        "options.Port = $; }); }")]
    public Task Assignment_ChangesTogetherWithTheConnection(string code) => RelayFixTest.Fixes(
        RelayFixTest.Environment,
        Usings + code.Replace("$", "{|SMTP001:25|}", StringComparison.Ordinal) + Mailer,
        Usings + code.Replace("$", "587", StringComparison.Ordinal) + s_fixedMailer);

    /// <summary>What stands in for a port and for a switch changes together; what is given stays the user's wish.</summary>
    [Theory]
    [InlineData("Port = given.Port ?? {25}, Ssl = given.Ssl ?? false", "Port = given.Port ?? 587, Ssl = given.Ssl ?? true")]
    [InlineData("Port = (given.Port ?? {25}), Ssl = (given.Ssl ?? false)", "Port = (given.Port ?? 587), Ssl = (given.Ssl ?? true)")]
    [InlineData(
        "Port = int.Parse(given.Text ?? {\"25\"}), Ssl = bool.Parse(given.Text ?? \"false\")",
        "Port = int.Parse(given.Text ?? \"587\"), Ssl = bool.Parse(given.Text ?? \"true\")")]
    public Task StandIn_ChangesTogetherWithThatOfTheSwitch(string before, string after)
    {
        string Code(string members) => Usings + $$"""
            public class Given { public int? Port { get; set; } public bool? Ssl { get; set; } public string? Text { get; set; } }

            public class Settings
            {
                public string Host { get; set; } = "";
                public int Port { get; set; }
                public bool Ssl { get; set; }

                public static Settings From(Given given) => new Settings { Host = "mail.contoso.com", {{members}} };
            }

            public class Mailer(Settings settings, ICredentialsByHost login)
            {
                public void Send(MailMessage message)
                {
                    using var client = new SmtpClient(settings.Host, settings.Port);
                    client.EnableSsl = settings.Ssl;
                    client.Credentials = login;
                    client.Send(message);
                }
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Defaults,
            Code(before.Replace("{", "{|SMTP003:", StringComparison.Ordinal).Replace("}", "|}", StringComparison.Ordinal)), Code(after));
    }

    [Theory]
    [InlineData("new SmtpSettings { Host = \"contoso-com.mail.protection.outlook.com\", Port = {|SMTP001:25|} }")]
    [InlineData("new SmtpSettings { Host = \"mail.contoso.com\", Port = {|SMTP001:25|}, EnableSsl = false }")]
    public Task ExchangerOrNoEncryption_NothingIsOffered(string settings) => RelayFixTest.OffersNothing(
        RelayFixTest.Environment, Usings + "class Shop { readonly Mailer _mailer = new(" + settings + "); }" + Mailer);

    [Fact]
    public Task NoEncryptionByAnEnumeration_NothingIsOffered() => RelayFixTest.OffersNothing(
        RelayFixTest.Environment,
        Usings
            + "class Shop { readonly Mailer _mailer = new(new SmtpSettings { Host = \"mail.contoso.com\", Port = {|SMTP001:25|}, " +
                "Encryption = Protection.None }); }"
        + Mailer.Replace(
            "public bool EnableSsl", "public Protection Encryption { get; set; }\n    public bool EnableSsl", StringComparison.Ordinal)
        + "\n\npublic enum Protection { None, StartTls }\n");

    [Fact]
    public Task OtherPortElsewhere_NothingIsOffered() => RelayFixTest.OffersNothing(
        RelayFixTest.Environment,
        Usings
            + "class Shop { readonly Mailer _mailer = new(new SmtpSettings { Host = \"mail.contoso.com\", Port = {|SMTP001:25|} }); " +
                "readonly SmtpSettings _other = new() { Port = 465 }; }" + Mailer);

    [Fact]
    public Task Constructor_OfTheSettings() => RelayFixTest.Fixes(
        RelayFixTest.Environment,
        Usings
            + Mailer.Replace("public int Port { get; set; }",
                "public int Port { get; set; }\n    public SmtpSettings() { Port = {|SMTP003:25|}; }", StringComparison.Ordinal),
        Usings
            + s_fixedMailer.Replace("public int Port { get; set; }",
                "public int Port { get; set; }\n    public SmtpSettings() { Port = 587; }", StringComparison.Ordinal));

    [Theory]
    [InlineData("get { return _port; } set { _port = value; }")]
    [InlineData("get => _port; set => _port = value;")]
    public Task FieldBehindAProperty(string accessors) => RelayFixTest.Fixes(
        RelayFixTest.Environment,
        Usings
            + Mailer.Replace("public int Port { get; set; }",
                "private int _port = {|SMTP003:25|};\n    public int Port { " + accessors + " }", StringComparison.Ordinal),
        Usings
            + s_fixedMailer.Replace("public int Port { get; set; }", "private int _port = 587;\n    public int Port { " + accessors + " }",
                StringComparison.Ordinal));

    /// <summary>A field that may be null holds the same client.</summary>
    [Theory]
    [InlineData("SmtpClient", "new()")]
    [InlineData("SmtpClient?", "null")]
    public Task PortOfAClientInAField_IsFollowed(string type, string value)
    {
        string Code(string port, string flag) => $$"""
            using System.Net;
            using System.Net.Mail;

            public class SmtpSettings
            {
                public string Host { get; set; } = "";
                public int Port { get; set; } = {{port}};
                public bool EnableSsl { get; set; }{{flag}}
                public string UserName { get; set; } = "";
                public string Password { get; set; } = "";
            }

            class Mailer(SmtpSettings settings)
            {
                private {{type}} _client = {{value}};

                void Send(MailMessage message)
                {
                    _client.Port = settings.Port;
                    _client.Host = settings.Host;
                    _client.EnableSsl = settings.EnableSsl;
                    _client.Credentials = new NetworkCredential(settings.UserName, settings.Password);
                    _client.Send(message);
                }
            }

            class Newsletter(SmtpSettings settings)
            {
                private {{type}} _client = {{value}};

                void Send(MailMessage message)
                {
                    _client.Port = settings.Port;
                    _client.Host = settings.Host;
                    _client.EnableSsl = settings.EnableSsl;
                    _client.Credentials = new NetworkCredential(settings.UserName, settings.Password);
                    _client.Send(message);
                }
            }
            """;
        return RelayFixTest.Fixes(RelayFixTest.Defaults, Code("{|SMTP003:25|}", ""), Code("587", " = true;"));
    }

    /// <summary>What a constructor is given, the same: port and switch of the object change together.</summary>
    [Theory]
    [InlineData("public record Relay(string Host, int Port, bool UseTls, NetworkCredential Login);")]
    [InlineData(
        "public class Relay { public Relay(string host, int port, bool useTls, NetworkCredential login) { Host = host; Port = port; " +
        "UseTls = useTls; Login = login; } public string Host { get; } public int Port { get; } public bool UseTls { get; } " +
        "public NetworkCredential Login { get; } }")]
    public Task ObjectThatAFactoryMakes_ChangesThere(string type)
    {
        string Code(string port, string tls) => Usings + $$"""
            {{type}}

            static class Shop
            {
                public static Relay Load(NetworkCredential login) => new Relay("a.contoso.com", {{port}}, {{tls}}, login);
            }

            class Mailer
            {
                void Send(MailMessage message, NetworkCredential login)
                {
                    var relay = Shop.Load(login);
                    var client = new SmtpClient(relay.Host, relay.Port) { EnableSsl = relay.UseTls, Credentials = relay.Login };
                    client.Send(message);
                }
            }
            """;
        return RelayFixTest.Fixes(RelayFixTest.Defaults, Code("{|SMTP001:25|}", "false"), Code("587", "true"));
    }
}
