using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections;

public class ExemptionTests
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST.")]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.9.10")]
    [InlineData("127.1")]
    [InlineData("10.1.5")]
    [InlineData("::1")]
    [InlineData("[::1]")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("host.docker.internal")]
    [InlineData("0.0.0.0")]
    [InlineData("mailpit")]
    [InlineData("MailHog")]
    [InlineData("smtp4dev")]
    [InlineData("papercut")]
    [InlineData("maildev")]
    [InlineData("inbucket")]
    [InlineData("relay.mail.svc")]
    [InlineData("relay.mail.svc.cluster.local")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.25")]
    [InlineData("169.254.1.1")]
    [InlineData("fe80::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("mylocalhost")]
    [InlineData("mail-hog")]
    [InlineData("exchange01")]
    [InlineData("smtp_relay")]
    [InlineData("gateway.docker.internal")]
    public async Task Host_LocalOrPrivate_IsSilent(string host)
    {
        await Connection.StatementsAsync($$"""new SmtpClient("{{host}}", 25).Send(message); new SmtpClient("{{host}}").Send(message);""");
        await Connection.MailKitAsync($$"""client.Connect("{{host}}", 25); client.Connect("{{host}}");""");
    }

    /// <summary>An empty host is none; but an empty default is filled before it is used.</summary>
    [Theory]
    [InlineData("""new SmtpClient("", 25).Send(message);""")]
    [InlineData("""new SmtpClient("").Send(message);""")]
    public Task EmptyHost_IsSilent(string statement) => Connection.StatementsAsync(statement);

    [Fact]
    public Task EmptyDefaultOfAHost_Reports() => Connection.TypesAsync("""
        class Settings { public string Host { get; set; } = ""; public int Port { get; set; } = {|SMTP003:25|}; }
        class C { void M(Settings settings, MailMessage message) => new SmtpClient(settings.Host, settings.Port).Send(message); }
        """);

    [Theory]
    [InlineData("mail.contoso.com")]
    [InlineData("mylocalhost.com")]
    [InlineData("mailhog.contoso.com")]
    [InlineData("SMTP_HOST")]
    [InlineData("12.1")]
    [InlineData("10.contoso.com")]
    [InlineData("localhost.contoso.com")]
    [InlineData("128.0.0.1")]
    [InlineData("11.1.2.3")]
    [InlineData("172.32.0.1")]
    [InlineData("172.15.0.1")]
    [InlineData("192.169.0.1")]
    [InlineData("2603:1026::25")]
    public Task Host_Public_Reports(string host) =>
        Connection.StatementsAsync($$"""new SmtpClient("{{host}}", {|SMTP001:25|}).Send(message);""");

    [Theory]
    [InlineData("Environment.MachineName")]
    [InlineData("System.Net.Dns.GetHostName()")]
    [InlineData("System.Net.IPAddress.Loopback.ToString()")]
    public Task Host_ThisMachine_IsSilent(string host) => Connection.StatementsAsync($"new SmtpClient({host}, 25).Send(message);");

    [Fact]
    public Task Delivery_ToFolder_IsSilent() => Connection.StatementsAsync("""
        new SmtpClient(host, 25) { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory }.Send(message);
        new SmtpClient(host) { DeliveryMethod = SmtpDeliveryMethod.PickupDirectoryFromIis }.Send(message);
        new SmtpClient(host, {|SMTP001:25|}) { DeliveryMethod = SmtpDeliveryMethod.Network, PickupDirectoryLocation = "x" }.Send(message);
        """);

    [Fact]
    public Task Guard_DevelopmentOnly_IsSilent() => Connection.MembersAsync("""
        void Branch(IHostEnvironment env, string host) { if (env.IsDevelopment()) new SmtpClient(host, 25).Dispose(); }
        void EarlyReturn(IHostEnvironment env, string host) { if (!env.IsDevelopment()) return; new SmtpClient(host, 25).Dispose(); }
        void And(IHostEnvironment env, bool x, string host) { if (env.IsDevelopment() && x) new SmtpClient(host).Dispose(); }
        void Arm(IHostEnvironment env, string host) => new SmtpClient(host, env.IsDevelopment() ? 25 : 587).Dispose();
        void Name(IHostEnvironment env, string host) { if (env.IsEnvironment("Development")) new SmtpClient(host, 25).Dispose(); }
        void Compared(IHostEnvironment env, string host) { if (env.EnvironmentName == Environments.Development) new SmtpClient(host, 25).Dispose(); }
        void Switch(IHostEnvironment env, string host) { switch (env.IsDevelopment()) { case true: new SmtpClient(host, 25).Dispose(); break; } }
        void SwitchArm(IHostEnvironment env, string host) => new SmtpClient(host, env.IsDevelopment() switch { true => 25, false => 587 }).Dispose();
        void Kept(IHostEnvironment env, string host) { var isLocal = env.IsDevelopment(); if (isLocal) new SmtpClient(host, 25).Dispose(); }
        void KeptName(IHostEnvironment env, string host) { var isLocal = env.EnvironmentName == "Development"; if (isLocal) new SmtpClient(host, 25).Dispose(); }
        void Inverted(IHostEnvironment env, string host) { var isLive = !env.IsDevelopment(); if (!isLive) new SmtpClient(host, 25).Dispose(); }
        void InvertedName(IHostEnvironment env, string host) { var isLive = env.EnvironmentName != "Development"; new SmtpClient(host, isLive ? 587 : 25).Dispose(); }
        void False(IHostEnvironment env, string host) { var isLive = env.IsDevelopment() == false; new SmtpClient(host, isLive ? 587 : 25).Dispose(); }
        """);

    [Theory]
    [InlineData("private readonly bool _isLocal; public C(IHostEnvironment env) { _isLocal = env.IsDevelopment(); }", "_isLocal")]
    [InlineData("private bool IsLocal { get; } public C(IHostEnvironment env) => IsLocal = env.IsDevelopment();", "IsLocal")]
    [InlineData("private readonly bool _isLive; public C(IHostEnvironment env) => _isLive = !env.IsDevelopment();", "!_isLive")]
    [InlineData(
        "private readonly IHostEnvironment _env; public C(IHostEnvironment env) => _env = env; private bool IsLocal => " +
        "_env.IsDevelopment();", "IsLocal")]
    [InlineData(
        "private static bool IsLocal(IHostEnvironment env) => env.IsDevelopment(); private readonly IHostEnvironment _env; public " +
        "C(IHostEnvironment env) => _env = env;", "IsLocal(_env)")]
    public Task Guard_KeptInTheType_IsSilent(string kept, string condition) => Connection.TypesAsync($$"""
        class C
        {
            {{kept}}
            void If(string host) { if ({{condition}}) new SmtpClient(host, 25).Dispose(); }
            void Arm(string host) => new SmtpClient(host, {{condition}} ? 25 : 587).Dispose();
        }
        """);

    [Fact]
    public Task Guard_KeptWithSomethingElse_Reports() => Connection.TypesAsync("""
        class Either
        {
            private readonly bool _isLocal;
            public Either(IHostEnvironment env) => _isLocal = env.IsDevelopment();
            public Either(bool isLocal) => _isLocal = isLocal;
            void Send(string host) { if (_isLocal) new SmtpClient(host, {|SMTP001:25|}).Dispose(); }
        }
        class Both
        {
            private bool _isLocal;
            public Both(IHostEnvironment env) => _isLocal = env.IsDevelopment();
            void Switch(IHostEnvironment env) => _isLocal = !env.IsDevelopment();
            void Send(string host) { if (_isLocal) new SmtpClient(host, {|SMTP001:25|}).Dispose(); }
        }
        class Inverted
        {
            private readonly bool _isLive;
            public Inverted(IHostEnvironment env) => _isLive = !env.IsDevelopment();
            void Send(string host) { if (_isLive) new SmtpClient(host, {|SMTP001:25|}).Dispose(); }
        }
        class Setting
        {
            public bool IsLocal { get; set; }
            public Setting(IHostEnvironment env) => IsLocal = env.IsDevelopment();
            void Send(string host) { if (IsLocal) new SmtpClient(host, {|SMTP001:25|}).Dispose(); }
        }
        class Unset
        {
            private readonly bool _isLocal;
            void Send(string host) { if (_isLocal) new SmtpClient(host, {|SMTP001:25|}).Dispose(); }
        }
        """);

    [Fact]
    public Task Guard_NotDevelopmentAlone_Reports() => Connection.MembersAsync("""
        void Or(IHostEnvironment env, string host) { if (env.IsDevelopment() || env.IsStaging()) new SmtpClient(host, {|SMTP001:25|}).Dispose(); }
        void OtherArm(IHostEnvironment env, string host) => new SmtpClient(host, {|SMTP001:env.IsDevelopment() switch { true => 587, false => 25 }|}).Dispose();
        void Else(IHostEnvironment env, string host) { if (env.IsDevelopment()) { } else { new SmtpClient(host, {|SMTP001:25|}).Dispose(); } }
        void After(IHostEnvironment env, string host) { if (env.IsDevelopment()) { host = "x"; } new SmtpClient(host, {|SMTP001:25|}).Dispose(); }
        void Staging(IHostEnvironment env, string host) { if (env.IsEnvironment("Staging")) new SmtpClient(host, {|SMTP001:25|}).Dispose(); }
        """);

    [Fact]
    public Task Directive_DebugOnly_IsSilent()
    {
        var test = new SmtpTest<SmtpAnalyzer, Microsoft.CodeAnalysis.Testing.EmptyCodeFixProvider>
        {
            TestCode = """
                #define DEBUG
                using System.Net.Mail;
                class C
                {
                #if DEBUG
                    const int Port = 25;
                    void Debug() => new SmtpClient("mail.contoso.com", 25).Dispose();
                #else
                    const int Port = 587;
                #endif
                #if !DEBUG
                #else
                    void Else() => new SmtpClient("mail.contoso.com", 25).Dispose();
                #endif
                #if DEBUG || TRACE
                    void Both() => new SmtpClient("mail.contoso.com", {|SMTP001:25|}).Dispose();
                #endif
                    void Always() => new SmtpClient("mail.contoso.com", {|SMTP001:25|}).Dispose();
                }
                """,
        };
        return test.RunAsync();
    }

    [Fact]
    public Task Pair_HostAndPortBelongTogether_IsSilent() => Connection.StatementsAsync("""
        var (server, port) = flag ? ("smtp.contoso.com", 587) : ("localhost", 25);
        new SmtpClient(server, port).Send(message);

        var name = "localhost";
        var number = 25;
        if (flag)
        {
            name = host;
            number = 587;
        }

        new SmtpClient(name, number).Send(message);
        """);

    [Fact]
    public Task Pair_BothFallBackToThisMachine_IsSilent() => Connection.MembersAsync("""
        void M(IConfiguration c) => new SmtpClient(c.GetValue("Host", "localhost"), c.GetValue("Port", 25)).Dispose();
        void N(IConfiguration c) => new SmtpClient(c["Host"] ?? "localhost", int.Parse(c["Port"] ?? "25")).Dispose();
        void O(IConfiguration c) => new SmtpClient(c["Host"], int.Parse(c["Port"] ?? {|SMTP003:"25"|})).Dispose();
        """);

    [Fact]
    public Task Host_LocalThroughMembersAndParameters_IsSilent() => Connection.TypesAsync("""
        class C
        {
            private static readonly string s_host = "localhost";
            private readonly string _host;
            private const string Name = "127.0.0.1";
            public C() { _host = "10.0.0.7"; }
            void A() => new SmtpClient(s_host, 25).Dispose();
            void B() => new SmtpClient(_host, 25).Dispose();
            void D() => new SmtpClient(Name, 25).Dispose();
            private void Send(string host) => new SmtpClient(host, 25).Dispose();
            void E() { Send("localhost"); Send("192.168.1.1"); }
            void Both(string host = "localhost", int port = 25) => new SmtpClient(host, port).Dispose();
        }
        class Public
        {
            private static readonly string s_host = "mail.contoso.com";
            private static string s_other = "localhost";
            void A() => new SmtpClient(s_host, {|SMTP001:25|}).Dispose();
            void B(string host) { s_other = host; new SmtpClient(s_other, {|SMTP001:25|}).Dispose(); }
            private void Send(string host) => new SmtpClient(host, {|SMTP001:25|}).Dispose();
            void E() { Send("localhost"); Send("mail.contoso.com"); }
        }
        """);
}
