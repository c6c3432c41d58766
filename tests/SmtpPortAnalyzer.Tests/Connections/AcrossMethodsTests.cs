using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections;

public class AcrossMethodsTests
{
    [Fact]
    public Task Constructor_KeepsPortInField_ReportsTheArgument() => Connection.TypesAsync("""
        class Mailer
        {
            private readonly string _host;
            private readonly int _port;
            public Mailer(string host, int port) { _host = host; _port = port; }
            public void Send() => new SmtpClient(_host, _port).Send(null!);
        }
        class C
        {
            void Bad() => new Mailer("mail.contoso.com", {|SMTP001:25|}).Send();
            void Named() => new Mailer(port: {|SMTP001:25|}, host: "mail.contoso.com").Send();
            void Typed() { Mailer mailer = new("mail.contoso.com", {|SMTP001:25|}); mailer.Send(); }
            void Local() => new Mailer("localhost", 25).Send();
            void Good() => new Mailer("mail.contoso.com", 587).Send();
        }
        """);

    [Fact]
    public Task PrimaryConstructor_CapturesPort_ReportsTheArgument() => Connection.TypesAsync("""
        class Mailer(string host, int port) { public void Send() => new SmtpClient(host, port).Send(null!); }
        class C
        {
            void Bad() => new Mailer("mail.contoso.com", {|SMTP001:25|}).Send();
            void Good() => new Mailer("mail.contoso.com", 587).Send();
        }
        """);

    [Fact]
    public Task Chain_OfConstructors_ReportsWhereThe25IsWritten() => Connection.TypesAsync("""
        class Base
        {
            private readonly int _port;
            protected Base(int port) => _port = port;
            protected void Go() => new SmtpClient("mail.contoso.com", _port).Send(null!);
        }
        class Derived : Base { public Derived() : base({|SMTP001:25|}) { } }
        class Good : Base { public Good() : base(587) { } }
        class Own
        {
            private readonly int _port;
            public Own() : this({|SMTP001:25|}) { }
            public Own(int port) => _port = port;
            void Go() => new SmtpClient("mail.contoso.com", _port).Send(null!);
        }
        """);

    [Fact]
    public Task Chain_OfMethods_ReportsWhereThe25IsWritten() => Connection.MembersAsync("""
        void One() => Two("mail.contoso.com", {|SMTP001:25|});
        void Two(string host, int port) => Three(host, port);
        void Three(string host, int port) { void Local(int p) => Four(host, p); Local(port); }
        static void Four(string host, int port) => new SmtpClient(host, port).Send(null!);
        void Private() => Two("10.0.0.5", 25);
        """);

    [Fact]
    public Task Recursion_InTheChain_Ends() => Connection.MembersAsync("""
        void Send(string host, int port, int tries) { if (tries > 0) Send(host, port, tries - 1); else new SmtpClient(host, port).Send(null!); }
        void Start() => Send("mail.contoso.com", {|SMTP001:25|}, 3);
        int Ping(int n) => n == 0 ? 587 : Pong(n - 1);
        int Pong(int n) => Ping(n);
        void Other() => new SmtpClient("mail.contoso.com", Ping(3)).Send(null!);
        """);

    [Fact]
    public Task ExtensionMethod_TakesPort_ReportsTheArgument() => Connection.TypesAsync("""
        static class Extensions
        {
            public static void SendBy(this MailMessage message, string host, int port) => new SmtpClient(host, port).Send(message);
        }
        class C
        {
            void Reduced(MailMessage m) => m.SendBy("mail.contoso.com", {|SMTP001:25|});
            void Static(MailMessage m) => Extensions.SendBy(m, "mail.contoso.com", {|SMTP001:25|});
            void Good(MailMessage m) => m.SendBy("mail.contoso.com", 587);
        }
        """);

    [Fact]
    public Task Member_Returns25_ReportsTheReturnedValue() => Connection.MembersAsync("""
        int Port => {|SMTP001:25|};
        static int GetPort() { return {|SMTP001:25|}; }
        static void Fill(out int port) { port = {|SMTP001:25|}; }
        static int Same(int port) => port;
        static int Good() => 587;
        void A() { new SmtpClient("mail.contoso.com", Port).Send(null!); new SmtpClient("mail.contoso.com", GetPort()).Send(null!); }
        void B() { Fill(out var port); new SmtpClient("mail.contoso.com", port).Send(null!); }
        void D() => new SmtpClient("mail.contoso.com", Same({|SMTP001:25|})).Send(null!);
        void E() => new SmtpClient("mail.contoso.com", Good()).Send(null!);
        """);

    [Fact]
    public Task Object_ReturnedOnSeveralWays_HasTheMembersOfEach() => Connection.TypesAsync("""
        class Login { public string? User; }
        class C
        {
            static Login Read(string text) { var login = new Login(); login.User = text.Length > 3 ? text : null; return login; }
            void M(string host)
            {
                var user = Read(host).User ?? throw new InvalidOperationException();
                new SmtpClient(host, {|SMTP001:25|}).Send(user, user, "", "");
            }
        }
        """);

    [Fact]
    public Task Constant_IsReportedAtEachUse() => Connection.MembersAsync("""
        const int Port = 25;
        static readonly int s_port = 25;
        private readonly int _port = 25;
        public int Fixed { get; } = 25;
        enum Ports { Smtp = 25 }
        void A() => new SmtpClient("mail.contoso.com", {|SMTP001:Port|}).Send(null!);
        void B() => new SmtpClient("mail.contoso.com", {|SMTP001:Port|}).Send(null!);
        void D() => new SmtpClient("mail.contoso.com", {|SMTP001:s_port|}).Send(null!);
        void E() => new SmtpClient("mail.contoso.com", {|SMTP001:_port|}).Send(null!);
        void F() => new SmtpClient("mail.contoso.com", {|SMTP001:Fixed|}).Send(null!);
        void G() => new SmtpClient("mail.contoso.com", {|SMTP001:(int)Ports.Smtp|}).Send(null!);
        """);

    [Fact]
    public Task Setting_WrittenElsewhere_ReportsTheWrittenValue() => Connection.TypesAsync("""
        class RelaySettings { public string Host { get; set; } = ""; public int Number { get; set; } }
        record Relay(string Host, int Number);
        class Sender(RelaySettings settings, Relay relay)
        {
            void A() => new SmtpClient(settings.Host, settings.Number).Send(null!);
            void B() => new SmtpClient(relay.Host, relay.Number).Send(null!);
        }
        class C
        {
            RelaySettings Made() => new RelaySettings { Host = "mail.contoso.com", Number = {|SMTP001:25|} };
            RelaySettings Local() => new RelaySettings { Host = "localhost", Number = 25 };
            void Configured(IServiceCollection services) => services.Configure<RelaySettings>(o => o.Number = {|SMTP001:25|});
            Relay New() => new("mail.contoso.com", {|SMTP001:25|});
            Relay NewLocal() => new("localhost", 25);
            Relay Changed(Relay relay) => relay with { Number = {|SMTP001:25|} };
        }
        """);

    [Fact]
    public Task Property_ImplementedByTypes_HasEachOnesHostBesideIt() => Connection.TypesAsync("""
        interface IRelay { string Host { get; } int Port { get; } }
        class Local : IRelay { public string Host => "localhost"; public int Port => 25; }
        class Kept : IRelay { public string Host { get; } = "127.0.0.1"; public int Port { get; } = 25; }
        class Default : IRelay { public string Host { get; set; } = "localhost"; public int Port { get; set; } = 25; }
        class Public : IRelay { public string Host => "mail.contoso.com"; public int Port => {|SMTP001:25|}; }
        abstract class Sender
        {
            protected abstract string Host { get; }
            protected abstract int Port { get; }
            void Send() => new SmtpClient(Host, Port).Send(null!);
        }
        class LocalSender : Sender { protected override string Host => "localhost"; protected override int Port => 25; }
        class PublicSender : Sender { protected override string Host => "mail.contoso.com"; protected override int Port => {|SMTP001:25|}; }
        class C { void Send(IRelay relay) => new SmtpClient(relay.Host, relay.Port).Send(null!); }
        """);

    [Fact]
    public Task Property_ThatMayBeOverridden_SaysSomethingItself() => Connection.TypesAsync("""
        class Alone { protected virtual int Port => {|SMTP001:25|}; void Send() => new SmtpClient("mail.contoso.com", Port).Send(null!); }
        abstract class Inherited { protected virtual int Port => {|SMTP001:25|}; protected void Send() => new SmtpClient("mail.contoso.com", Port).Send(null!); }
        class Inheriting : Inherited { }
        abstract class Replaced { protected virtual int Port => 25; void Send(string host) => new SmtpClient(host, Port).Send(null!); }
        class Replacing : Replaced { protected override int Port => int.Parse(ToString()!); }
        interface IRelay { string Host { get; } int Port => {|SMTP001:25|}; }
        class C { void Send(IRelay relay) => new SmtpClient(relay.Host, relay.Port).Send(null!); }
        """);

    private const string Contract = """
        interface IMailer
        {
            void Send(string host, int port, MailMessage message);
        }

        class Mailer : IMailer
        {
            public void Send(string host, int port, MailMessage message)
            {
                using var client = new SmtpClient(host, port);
                client.Send(message);
            }
        }

        """;

    [Theory]
    [InlineData("""mailer.Send("mail.contoso.com", {|SMTP001:25|}, message)""")]
    [InlineData("""mailer.Send(port: {|SMTP001:25|}, host: "mail.contoso.com", message: message)""")]
    [InlineData("""mailer.Send("localhost", 25, message)""")]
    [InlineData("""mailer.Send("mail.contoso.com", 587, message)""")]
    public Task InterfaceMethod_ThatOneTypeImplements_IsThatOne(string call) =>
        Connection.TypesAsync(Contract + "class Shop(IMailer mailer) { void Go(MailMessage message) => " + call + "; }");

    [Theory]
    [InlineData("class Other : IMailer { public void Send(string host, int port, MailMessage message) { } }")]
    [InlineData("class Other : Mailer, IMailer { void IMailer.Send(string host, int port, MailMessage message) { } }")]
    public Task InterfaceMethod_ThatSeveralTypesImplement_MayBeAnother(string other) =>
        Connection.TypesAsync(
            Contract + other
                + """ class Shop(IMailer mailer) { void Go(MailMessage message) => mailer.Send("mail.contoso.com", 25, message); }""");

    [Fact]
    public Task InterfaceMethod_ThatReturnsTheClient() => Connection.TypesAsync("""
        interface ISmtpFactory { SmtpClient Create(string host, int port); }

        class SmtpFactory : ISmtpFactory { public SmtpClient Create(string host, int port) => new SmtpClient(host, port); }

        class Shop(ISmtpFactory factory)
        {
            void Go(MailMessage message)
            {
                using var client = factory.Create("mail.contoso.com", {|SMTP001:25|});
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task RecordStruct_CopiedByWith() => Connection.TypesAsync("""
        readonly record struct Relay(string Host, int Port);
        record struct Settings { public string Host { get; set; } public int Port { get; set; } }
        class C
        {
            private static readonly Relay s_relay = new("mail.contoso.com", 587);
            void Changed() { var relay = s_relay with { Port = {|SMTP001:25|} }; new SmtpClient(relay.Host, relay.Port).Send(null!); }
            void Made() { var first = new Relay("mail.contoso.com", 587); var relay = first with { Port = {|SMTP001:25|} }; new SmtpClient(relay.Host, relay.Port).Send(null!); }
            void First() { var first = new Relay("mail.contoso.com", 587); var relay = first with { Port = 25 }; new SmtpClient(first.Host, first.Port).Send(null!); }
            void Good(Relay relay) { var good = relay with { Port = 587 }; new SmtpClient(good.Host, good.Port).Send(null!); }
            void Local(Relay relay) { var local = relay with { Host = "localhost", Port = 25 }; new SmtpClient(local.Host, local.Port).Send(null!); }
            void Given(Settings settings) { settings = settings with { Port = {|SMTP001:25|} }; new SmtpClient(settings.Host, settings.Port).Send(null!); }
        }
        """);

    [Fact]
    public Task Record_MadeHere_HoldsItsOwnPortAndHost() => Connection.TypesAsync("""
        record Relay(string Host, int Port);
        record Typed(string Host, int Port) { public int Port { get; init; } = 587; }
        class C
        {
            void Both()
            {
                var one = new Relay("mail.contoso.com", 25);
                var other = new Relay("mail.contoso.com", 587);
                new SmtpClient(other.Host, other.Port).Send(null!);
            }
            void First()
            {
                var one = new Relay("mail.contoso.com", {|SMTP001:25|});
                var other = new Relay("mail.contoso.com", 587);
                new SmtpClient(one.Host, one.Port).Send(null!);
            }
            void Mixed()
            {
                var (live, local) = (new Relay("mail.contoso.com", 587), new Relay("localhost", 25));
                new SmtpClient(local.Host, local.Port).Send(null!);
                new SmtpClient(live.Host, live.Port).Send(null!);
            }
            void Given(IConfiguration config)
            {
                var relay = new Relay(config["Host"]!, config.GetValue("Port", {|SMTP003:25|}));
                new SmtpClient(relay.Host, relay.Port).Send(null!);
            }
            void Named(Typed typed) { typed = new Typed(Port: 25, Host: "mail.contoso.com"); new SmtpClient(typed.Host, typed.Port).Send(null!); }
        }
        """);

    [Fact]
    public Task PartialMethod_WithThePortAsItsParameter() => Connection.TypesAsync("""
        partial class Mailer
        {
            partial void Open(string host, int port);
            public void Send() => Open("mail.contoso.com", {|SMTP001:25|});
            public void SendLocally() => Open("localhost", 25);
        }
        partial class Mailer
        {
            partial void Open(string server, int number) => new SmtpClient(server, number).Send(null!);
        }
        """);
}
