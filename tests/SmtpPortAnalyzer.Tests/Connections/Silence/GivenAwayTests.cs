using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections.Silence;

/// <summary>Clients that other code gets hold of, or that one type makes and others configure.</summary>
public class GivenAwayTests
{
    [Theory]
    [InlineData("configurator.Apply(client);")]
    [InlineData("dynamic same = client; same.Port = port;")]
    [InlineData("typeof(SmtpClient).GetProperty(\"Port\")!.SetValue(client, port);")]
    [InlineData(
        "typeof(SmtpClient).InvokeMember(\"Port\", System.Reflection.BindingFlags.SetProperty, null, client, new object[] { port });")]
    [InlineData("System.ComponentModel.TypeDescriptor.GetProperties(client)[\"Port\"]!.SetValue(client, port);")]
    public Task Client_WhoseMembersRunTimeMaySet_IsUnknown(string statement) => Connection.MembersAsync($$"""
        void M(dynamic configurator, int port)
        {
            var client = new SmtpClient("mail.contoso.com");
            {{statement}}
            client.Send(null!);
        }
        """);

    [Theory]
    [InlineData("configurator.Apply(message);")]
    [InlineData("Console.WriteLine(client);")]
    [InlineData("GC.KeepAlive(client);")]
    public Task Client_ThatOthersLeaveAlone_IsReported(string statement) => Connection.MembersAsync($$"""
        void M(dynamic configurator, MailMessage message)
        {
            var client = {|SMTP002:new SmtpClient("mail.contoso.com")|};
            {{statement}}
            client.Send(message);
        }
        """);

    [Fact]
    public Task Client_FromAnInternalFactory_IsWhatEveryCallerMakesOfIt() => Connection.TypesAsync("""
        interface IGood { SmtpClient Create(); }
        internal sealed class Good : IGood { public SmtpClient Create() => new SmtpClient("mail.contoso.com"); }
        interface ILater { Task<SmtpClient> CreateAsync(); }
        internal sealed class Later : ILater { public async Task<SmtpClient> CreateAsync() { await Task.Yield(); return new SmtpClient("mail.contoso.com"); } }
        interface IBad { SmtpClient Create(); }
        internal sealed class Bad : IBad { public SmtpClient Create() => {|SMTP002:new SmtpClient("mail.contoso.com")|}; }
        interface IPublic { SmtpClient Create(); }
        public sealed class Public : IPublic { public SmtpClient Create() => {|SMTP002:new SmtpClient("mail.contoso.com")|}; }
        internal class Plain { public SmtpClient Create() => new SmtpClient("mail.contoso.com", 25); }
        class Sender
        {
            void A(IGood good) { var client = good.Create(); client.Port = 588; client.Send(null!); }
            async Task B(ILater later) { var client = await later.CreateAsync(); client.Port = 588; client.Send(null!); }
            void C(IBad bad) { var client = bad.Create(); client.Port = 588; client.Send(null!); }
            void D(IBad bad) => bad.Create().Send(null!);
            void E(IPublic any) { var client = any.Create(); client.Port = 588; client.Send(null!); }
            void F(Plain plain) { var client = plain.Create(); client.Host = "localhost"; client.Send(null!); }
        }
        """);

    [Fact]
    public Task Client_ThatADerivedTypeMakes_IsWhatItsBaseMakesOfIt() => Connection.TypesAsync("""
        abstract class Good
        {
            protected abstract SmtpClient Create();
            public void Send() { var client = Create(); client.Port = 588; client.Send(null!); }
        }
        class Daily : Good { protected override SmtpClient Create() => new SmtpClient("mail.contoso.com"); }
        abstract class Bad
        {
            protected abstract SmtpClient Create();
            public void Send() { var client = Create(); client.Timeout = 5; client.Send(null!); }
        }
        class Weekly : Bad { protected override SmtpClient Create() => {|SMTP002:new SmtpClient("mail.contoso.com")|}; }
        """);

    [Fact]
    public Task Clients_InADictionary_MayGetTheirPortThere() => Connection.MembersAsync("""
        private readonly Dictionary<string, SmtpClient> _clients = new();
        void M()
        {
            _clients["a"] = new SmtpClient("mail.contoso.com");
            foreach (var client in _clients.Values) client.Port = 588;
        }
        """);

    [Fact]
    public Task Constant_InASwitchStatement_ChoosesOneWay() => Connection.MembersAsync("""
        private static int PortOf(string mode) { switch (mode) { case "plain": return 25; case "tls": return 588; default: throw new ArgumentException(); } }
        private static int Other(string mode) { switch (mode) { case "plain": return {|SMTP001:25|}; default: return 588; } }
        void M(string host) { new SmtpClient(host, PortOf("tls")).Send(null!); new SmtpClient(host, Other("plain")).Send(null!); }
        """);
}
