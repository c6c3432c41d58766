using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>A 25 that several calls hand over changes in all of them, together with the connection.</summary>
public class AllCallersTests
{
    private const string Usings = "using System;\nusing System.Net;\nusing System.Net.Mail;\n\n";

    private const string Login = """
        EnableSsl = true,
                    Credentials = new NetworkCredential(
                        Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
        """;

    private const string Settings = """
        (
                Environment.GetEnvironmentVariable("Smtp__Host") ?? "smtp.contoso.com",
                int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"),
                message);
        """;

    private static string Helper(string client, string type = "class Helper", string before = "public static void") => $$"""


        {{type}}
        {
            {{before}} Send(string host, int port, MailMessage message)
            {
                using var client = {{client}}
                client.Send(message);
            }
        }
        """;

    private static readonly string s_fixed = "new SmtpClient(host, port)\n        {\n            " + Login + "\n        };";

    [Theory]
    [InlineData("class Helper", "public static void", "Helper.")]
    [InlineData("interface ISender { void Send(string host, int port, MailMessage message); }\n\nclass Helper : ISender", "public void",
        "((ISender)new Helper()).")]
    [InlineData("class Base { public virtual void Send(string host, int port, MailMessage message) { } }\n\nclass Helper : Base",
        "public override void", "new Helper().")]
    public Task TwoCalls_WithTheSameHost(string type, string method, string receiver) => RelayFixTest.Fixes(
        RelayFixTest.Environment,
        Usings + Calls(receiver, "(\"smtp.contoso.com\", {|SMTP001:25|}, message);")
            + Helper("new SmtpClient(host, port);", type, method),
        Usings + Calls(receiver, Settings) + Helper(s_fixed, type, method));

    private static string Calls(string receiver, string call) => $$"""
        class First
        {
            public void Go(MailMessage message) => {{receiver}}Send{{call}}
        }

        class Second
        {
            public void Go(MailMessage message) => {{receiver}}Send{{call}}
        }
        """;

    /// <summary>One login for two servers would be wrong for one of them; what other code wants of the connection is not known.</summary>
    [Theory]
    [InlineData("Helper.Send(\"mail.fabrikam.com\", {|SMTP001:25|}, message)")]
    [InlineData("Helper.Send(\"localhost\", 25, message)")]
    [InlineData("Helper.Send(\"smtp.contoso.com\", 465, message)")]
    [InlineData("Helper.Send(\"smtp.contoso.com\", Environment.TickCount, message)")]
    public Task CallsThatDiffer_AreLeftAlone(string other) => RelayFixTest.OffersNothing(
        RelayFixTest.Environment,
        Usings + $$"""
        class First
        {
            public void Go(MailMessage message) => Helper.Send("smtp.contoso.com", {|SMTP001:25|}, message);

            public void Other(MailMessage message) => {{other}};
        }
        """ + Helper("new SmtpClient(host, port);"));

    /// <summary>A login that the call does not hand over, or that stands in it, is none that a relay takes.</summary>
    [Theory]
    [InlineData("null, null", false)]
    [InlineData("\"me\", \"changeme\"", false)]
    [InlineData("user, password", true)]
    public Task LoginOfTheCall_SaysWhetherTheNumberIsEnough(string login, bool isOffered)
    {
        string Code(string port) => Usings + $$"""
            class Mailer(string host, int port, string user, string password)
            {
                public void Send(MailMessage message)
                {
                    using var client = new SmtpClient(host, port) { EnableSsl = true };
                    if (user != null)
                        client.Credentials = new NetworkCredential(user, password);
                    client.Send(message);
                }
            }

            class Shop
            {
                static Mailer Create(string user, string password) => new Mailer("smtp.contoso.com", {{port}}, {{login}});
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Port587, Code("{|SMTP001:25|}"), isOffered ? Code("587") : Code("{|SMTP001:25|}"));
    }

    [Fact]
    public Task SetterMethods_TheConnectionIsEncryptedForAllOfThem()
    {
        string Code(string port, string ssl) => Usings + $$"""
            class Builder
            {
                private int _port = 587;
                private bool _ssl = true;

                public Builder Port(int port) { _port = port; return this; }
                public Builder Ssl(bool ssl) { _ssl = ssl; return this; }

                public void Send(string host, string user, string password, MailMessage message)
                {
                    var client = new SmtpClient(host, _port);
                    client.EnableSsl = {{ssl}};
                    client.Credentials = new NetworkCredential(user, password);
                    client.Send(message);
                }
            }

            class Shop
            {
                void Go(string host, string user, string password, MailMessage message) =>
                    new Builder().Port({{port}}).Ssl(false).Send(host, user, password, message);
            }
            """;
        return RelayFixTest.Fixes(RelayFixTest.Encrypted, Code("{|SMTP001:25|}", "_ssl"), Code("587", "true"));
    }

    /// <summary>A method that says what it does would say what is no longer so.</summary>
    [Fact]
    public Task MethodThatTurnsEncryptionOff_NothingIsOffered() => RelayFixTest.OffersNothing(
        RelayFixTest.Encrypted, BuilderWithoutEncryption("587", ".Port({|SMTP001:25|})"));

    /// <summary>The same where the 25 is the builder's own default.</summary>
    [Theory]
    [InlineData(RelayFixTest.Defaults)]
    [InlineData(RelayFixTest.Port587)]
    public Task MethodThatTurnsTheEncryptionOfADefaultOff_NothingIsOffered(string action) => RelayFixTest.OffersNothing(
        action, BuilderWithoutEncryption("{|SMTP003:25|}", ""));

    private static string BuilderWithoutEncryption(string initial, string port) => Usings + $$"""
        class Builder
        {
            private int _port = {{initial}};
            private bool _ssl = true;

            public Builder Port(int port) { _port = port; return this; }
            public Builder WithoutEncryption() { _ssl = false; return this; }

            public void Send(string host, string user, string password, MailMessage message)
            {
                var client = new SmtpClient(host, _port);
                client.EnableSsl = _ssl;
                client.Credentials = new NetworkCredential(user, password);
                client.Send(message);
            }
        }

        class Shop
        {
            void Go(string host, string user, string password, MailMessage message) =>
                new Builder(){{port}}.WithoutEncryption().Send(host, user, password, message);
        }
        """;

    /// <summary>A user name in the code is no secret: with a password of run time it is a login.</summary>
    [Fact]
    public Task CallWithItsUserName_LogsIn()
    {
        string Code(string port, string tls) => Usings + $$"""
            class Relay(string host, int port, string user, string password)
            {
                public void Send(MailMessage message)
                {
                    var client = new SmtpClient(host, port);
                    client.Credentials = new NetworkCredential(user, password);{{tls}}
                    client.Send(message);
                }
            }

            class Shop
            {
                Relay Create(string host, string password) => new Relay(host, {{port}}, "shop", password);
            }
            """;
        return RelayFixTest.Fixes(RelayFixTest.Encrypted, Code("{|SMTP001:25|}", ""), Code("587", "\n        client.EnableSsl = true;"));
    }

    [Fact]
    public Task OptionsLambda_ThatTurnsEncryptionOff_TurnsItOn()
    {
        string Code(string port, string ssl) => Usings + $$"""
            public class MailOptions
            {
                public string Host { get; set; } = "";
                public int Port { get; set; }
                public bool EnableSsl { get; set; }
                public string User { get; set; } = "";
                public string Password { get; set; } = "";
            }

            class Mailer(MailOptions options)
            {
                void Send(MailMessage message)
                {
                    using var client = new SmtpClient(options.Host, options.Port);
                    client.EnableSsl = options.EnableSsl;
                    client.Credentials = new NetworkCredential(options.User, options.Password);
                    client.Send(message);
                }
            }

            class Startup
            {
                void Add(Action<Action<MailOptions>> configure) => configure(options =>
                {
                    options.Host = "smtp.contoso.com";
                    options.Port = {{port}};
                    options.EnableSsl = {{ssl}};
                });
            }
            """;
        return RelayFixTest.Fixes(RelayFixTest.Defaults, Code("{|SMTP001:25|}", "false"), Code("587", "true"));
    }
}
