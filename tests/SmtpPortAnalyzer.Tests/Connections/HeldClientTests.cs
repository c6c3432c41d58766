using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections;

/// <summary>A client that one piece of code makes and another gives its host, port or delivery.</summary>
public class HeldClientTests
{
    private const string Options = """
        class MailOptions { public string Host { get; set; } = ""; public int Port { get; set; } }
        class Startup
        {
            void A(IServiceCollection services) =>
                services.Configure<MailOptions>(options => { options.Host = "mail.contoso.com"; options.Port = {|SMTP001:25|}; });
        }
        """;

    [Theory]
    [InlineData("_client.Port = port ?? {|SMTP003:25|};")]
    [InlineData("_client.Port = {|SMTP001:flag ? 587 : 25|};")]
    [InlineData("if (flag) _client.Port = {|SMTP001:25|}; else _client.Port = 587;")]
    [InlineData("""_client.Port = int.Parse(configuration["Port"] ?? {|SMTP003:"25"|});""")]
    [InlineData("""_client.Port = configuration.GetValue("Port", {|SMTP003:25|});""")]
    [InlineData("var number = {|SMTP003:25|}; if (port is { } given) number = given; _client.Port = number;")]
    public async Task Port_OfAClientMadeElsewhere_IsJudgedByItself(string write)
    {
        foreach (var client in s_clients)
        {
            await Connection.TypesAsync($$"""
                class Mailer
                {
                    {{client}}
                    public Mailer(string host, int? port, bool flag, IConfiguration configuration) { _client.Host = host; {{write}} }
                    public void Send(MailMessage message) => _client.Send(message);
                }
                """);
        }
    }

    private static readonly string[] s_clients = [
        "private readonly SmtpClient _client = new SmtpClient();",
        "private readonly SmtpClient _client = new();",
        "private SmtpClient _client { get; } = new SmtpClient();",
        "private static readonly SmtpClient _client = new SmtpClient();",
    ];

    [Theory]
    [InlineData("_client.Port = port ?? 587;")]
    [InlineData("_client.Port = flag ? 587 : 2525;")]
    [InlineData("""_client.Port = int.Parse(configuration["Port"]!);""")]
    [InlineData("_client.Port = port!.Value;")]
    public async Task Port_OfAClientMadeElsewhere_IsSilentWithout25(string write)
    {
        foreach (var client in s_clients)
        {
            await Connection.TypesAsync($$"""
                class Mailer
                {
                    {{client}}
                    public Mailer(string host, int? port, bool flag, IConfiguration configuration) { _client.Host = host; {{write}} }
                    public void Send(MailMessage message) => _client.Send(message);
                }
                """);
        }
    }

    [Theory]
    [InlineData("public Mailer(string host, int port) { _client.Host = host; _client.Port = port; }",
        """Mailer A() => new Mailer("mail.contoso.com", {|SMTP001:25|});""")]
    [InlineData("public void Send(string host, int port) { _client.Host = host; _client.Port = port; _client.Send(null!); }",
        """void A(Mailer mailer) => mailer.Send("mail.contoso.com", {|SMTP001:25|});""")]
    [InlineData("public void SetPort(int port) => _client.Port = port;", "void A(Mailer mailer) => mailer.SetPort({|SMTP001:25|});")]
    [InlineData("public int Port { set => _client.Port = value; }", "void A(Mailer mailer) => mailer.Port = {|SMTP001:25|};")]
    public Task Port_FromAParameter_ReportsTheArgument(string member, string use) => Connection.TypesAsync($$"""
        class Mailer
        {
            private readonly SmtpClient _client = new SmtpClient("mail.contoso.com");
            {{member}}
        }
        class User { {{use}} }
        """);

    [Theory]
    [InlineData("public Mailer(string host, int port) { _client.Host = host; _client.Port = port; }",
        """Mailer A() => new Mailer("localhost", 25); Mailer B() => new Mailer("mail.contoso.com", 587);""")]
    [InlineData("public void SetPort(int port) => _client.Port = port;", "void A(Mailer mailer, int port) => mailer.SetPort(port);")]
    public Task Port_FromAParameter_IsSilentWithout25(string member, string use) => Connection.TypesAsync($$"""
        class Mailer
        {
            private readonly SmtpClient _client = new SmtpClient("mail.contoso.com");
            {{member}}
        }
        class User { {{use}} }
        """);

    [Fact]
    public Task Port_FromOptions_ReportsTheOption() => Connection.TypesAsync(Options + """
        class Mailer
        {
            private readonly SmtpClient _client = new SmtpClient();
            public Mailer(IOptions<MailOptions> options) { _client.Host = options.Value.Host; _client.Port = options.Value.Port; }
        }
        """);

    [Fact]
    public Task Port_OfAnotherMethod_SilencesWhatTheClientWasMadeWith() => Connection.TypesAsync("""
        class Numbers
        {
            private readonly SmtpClient _client = new SmtpClient("mail.contoso.com");
            public void Relay() => _client.Port = 587;
            public void Plain() => _client.Port = {|SMTP001:25|};
        }
        class Given
        {
            private readonly SmtpClient _client = new SmtpClient("mail.contoso.com", 25);
            public void SetPort(int port) => _client.Port = port;
        }
        class Constructor
        {
            private readonly SmtpClient _client = new SmtpClient("mail.contoso.com");
            public Constructor() => _client.Port = 25;
            public void Relay() => _client.Port = 587;
        }
        """);

    /// <summary>What makes a client one that opens no connection which Azure blocks.</summary>
    public static TheoryData<string> Exemptions => new()
    {
        """_client.Host = "localhost";""",
        """_client.Host = LocalName;""",
        """_client.Host = "10.0.0.4";""",
        "_client.DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory;",
        "_client.DeliveryMethod = SmtpDeliveryMethod.PickupDirectoryFromIis;",
    };

    [Theory]
    [MemberData(nameof(Exemptions))]
    public Task Exemption_GivenLater_IsSilent(string exemption) => Connection.TypesAsync($$"""
        class Default
        {
            private const string LocalName = "127.0.0.1";
            private readonly SmtpClient _client = new SmtpClient("mail.contoso.com");
            public Default() { {{exemption}} }
        }
        class Explicit
        {
            private static readonly string LocalName = "127.0.0.1";
            private SmtpClient _client { get; } = new SmtpClient("mail.contoso.com", 25);
            public void Configure() { {{exemption}} }
        }
        class Changed
        {
            private const string LocalName = "127.0.0.1";
            private readonly SmtpClient _client = new SmtpClient();
            public Changed() => _client.Port = 25;
            public void Configure() { {{exemption}} }
        }
        class Returned
        {
            private const string LocalName = "127.0.0.1";
            private static SmtpClient Make() => new SmtpClient("mail.contoso.com", 25);
            public void Send() { var _client = Make(); {{exemption}} _client.Send(null!); }
        }
        """);

    [Fact]
    public Task Exemption_OfTheMaker_IsSilent() => Connection.TypesAsync("""
        class Local
        {
            private readonly SmtpClient _client = new SmtpClient("localhost");
            public void SetPort(int port) => _client.Port = port;
            public void Default() => SetPort(25);
        }
        class Folder
        {
            private readonly SmtpClient _client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory };
            public void Send(string host) { _client.Host = host; _client.Port = 25; _client.Send(null!); }
        }
        """);

    [Theory]
    [InlineData("""_client.Host = "relay.contoso.com";""")]
    [InlineData("_client.DeliveryMethod = SmtpDeliveryMethod.Network;")]
    [InlineData("""if (flag) _client.Host = "localhost";""")]
    [InlineData("if (flag) _client.DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory;")]
    [InlineData("""var other = new SmtpClient(); other.Host = "localhost"; other.Port = 25;""")]
    [InlineData("""_other.Host = "localhost";""")]
    public Task Exemption_OfSomethingElse_Reports(string other) => Connection.TypesAsync($$"""
        class Mailer
        {
            private readonly SmtpClient _other = new SmtpClient();
            private readonly SmtpClient _client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
            public void Configure(bool flag) { {{other}} }
        }
        """);

    [Fact]
    public Task Host_OfTheSameWay_GoesBeforeThatOfOtherCode() => Connection.TypesAsync("""
        class Mailer
        {
            private readonly SmtpClient _client = new SmtpClient("localhost");
            public void Send() { _client.Host = "mail.contoso.com"; _client.Port = {|SMTP001:25|}; _client.Send(null!); }
        }
        """);

    [Theory]
    [InlineData("private readonly SmtpClient _client = new SmtpClient(); public M(IProxyClient proxy) => _client.ProxyClient = proxy;")]
    [InlineData("private readonly SmtpClient _client; public M(IProxyClient proxy) => _client = new SmtpClient { ProxyClient = proxy };")]
    [InlineData("""private readonly SmtpClient _client = new SmtpClient { ProxyClient = new Socks5Client("proxy", 1080) };""")]
    [InlineData("private SmtpClient _client { get; } = new SmtpClient(); void Set(IProxyClient proxy) { _client.ProxyClient = proxy; }")]
    public async Task Proxy_GivenElsewhere_IsSilent(string member)
    {
        await Connection.FileAsync(MailKit(member, """_client.Connect("mail.contoso.com", 25);"""));
        await Connection.FileAsync(MailKit(member, """_client.Connect("mail.contoso.com");"""));
    }

    [Theory]
    [InlineData("private readonly SmtpClient _client = new SmtpClient();")]
    [InlineData("private readonly SmtpClient _client = new SmtpClient(); public M() => _client.ProxyClient = null;")]
    [InlineData("private readonly SmtpClient _client = new SmtpClient(); public M() => _client.Timeout = 3;")]
    [InlineData(
        "private readonly SmtpClient _client = new(), _other = new(); public M(IProxyClient proxy) => _other.ProxyClient = proxy;")]
    public Task Proxy_OfNone_Reports(string member) =>
        Connection.FileAsync(MailKit(member, """_client.Connect("mail.contoso.com", {|SMTP001:25|});"""));

    private static string MailKit(string member, string call) => $$"""
        using MailKit.Net.Proxy;
        using MailKit.Net.Smtp;
        class M
        {
            {{member}}
            void Send() { {{call}} }
        }
        """;
}
