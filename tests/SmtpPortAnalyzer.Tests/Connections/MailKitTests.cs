using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections;

public class MailKitTests
{
    [Theory]
    [InlineData("""client.Connect(host, {|SMTP001:25|});""")]
    [InlineData("""client.Connect(host, {|SMTP001:25|}, false);""")]
    [InlineData("""client.Connect(port: {|SMTP001:25|}, host: host, useSsl: true);""")]
    [InlineData("""client.Connect(host, {|SMTP001:25|}, SecureSocketOptions.SslOnConnect);""")]
    [InlineData("""client.Connect(host, {|SMTP001:25|}, 0);""")]
    [InlineData("""await client.ConnectAsync(host, {|SMTP001:25|}, SecureSocketOptions.StartTls, token);""")]
    [InlineData("""await client.ConnectAsync(host, {|SMTP001:25|}, false, token).ConfigureAwait(false);""")]
    [InlineData("""client.Connect({|SMTP001:new Uri("smtp://mail.contoso.com:25")|});""")]
    [InlineData("""client.Connect({|SMTP001:new Uri("SMTPS://mail.contoso.com:25")|});""")]
    [InlineData("""client.Connect({|SMTP001:new Uri($"smtp://{host}:25/?starttls=always")|}, token);""")]
    [InlineData("""await client.ConnectAsync({|SMTP001:new UriBuilder("smtp", host, 25).Uri|}, token);""")]
    public Task Connect_Explicit25_Reports(string statements) => Connection.MailKitAsync(statements);

    /// <summary>A port that stands in for a setting does so in a URI as well.</summary>
    [Theory]
    [InlineData("""client.Connect(new Uri($"smtp://{host}:{unset ?? {|SMTP003:25|}}"));""")]
    [InlineData("""client.Connect(new Uri("smtp://" + host + ":" + (unset ?? {|SMTP003:25|})));""")]
    [InlineData("""client.Connect(new Uri("smtp://" + host + ":" + (Environment.GetEnvironmentVariable("P") ?? {|SMTP003:"25"|})));""")]
    [InlineData("""var u = new Uri($"smtp://{host}:{unset ?? {|SMTP003:25|}}"); client.Connect(u.Host, u.Port);""")]
    public Task Connect_Uri_WithAFallback_Reports(string statements) =>
        Connection.MailKitAsync("int? unset = host.Length > 3 ? int.Parse(host) : null; " + statements);

    [Theory]
    [InlineData("""{|SMTP002:client.Connect(host)|};""")]
    [InlineData("""{|SMTP002:client.Connect(host, cancellationToken: token)|};""")]
    [InlineData("""client.Connect(host, {|SMTP002:0|});""")]
    [InlineData("""client.Connect(host, {|SMTP002:0|}, false);""")]
    [InlineData("""client.Connect(host, {|SMTP002:000|}, SecureSocketOptions.None);""")]
    [InlineData("""client.Connect(host, {|SMTP002:0|}, SecureSocketOptions.Auto);""")]
    [InlineData("""client.Connect(host, {|SMTP002:0|}, SecureSocketOptions.StartTls);""")]
    [InlineData("""client.Connect(host, {|SMTP002:0|}, SecureSocketOptions.StartTlsWhenAvailable);""")]
    [InlineData("""await {|SMTP002:client.ConnectAsync(host, options: SecureSocketOptions.StartTls)|};""")]
    [InlineData("""{|SMTP002:client.Connect(new Uri("smtp://mail.contoso.com"))|};""")]
    [InlineData("""{|SMTP002:client.Connect(new Uri("smtp://mail.contoso.com:0"))|};""")]
    public Task Connect_DefaultPort_Reports(string statements) => Connection.MailKitAsync(statements);

    /// <summary>A 0 that stands in for a missing setting is a port that run time decides, as it is without the 0.</summary>
    [Theory]
    [InlineData("""client.Connect(host, unset ?? 0);""")]
    [InlineData("""client.Connect(host, int.TryParse(host, out var p) ? p : 0);""")]
    [InlineData("""client.Connect(host, int.Parse(System.Environment.GetEnvironmentVariable("P") ?? "0"));""")]
    [InlineData("""var p = 0; if (unset is { } given) p = given; client.Connect(host, p);""")]
    [InlineData("""new System.Net.Mail.SmtpClient("mail.contoso.com", unset ?? 0).Send("a", "b", "c", "d");""")]
    public Task Connect_ZeroForAMissingSetting_IsSilent(string statements) =>
        Connection.MailKitAsync("int? unset = host.Length > 3 ? int.Parse(host) : null; " + statements);

    [Theory]
    [InlineData("""client.Connect(host, 587);""")]
    [InlineData("""client.Connect(host, 0, SecureSocketOptions.SslOnConnect);""")]
    [InlineData("""client.Connect(host, options: SecureSocketOptions.SslOnConnect);""")]
    [InlineData("""client.Connect(host, 0, true);""")]
    [InlineData("""client.Connect(new Uri("smtps://mail.contoso.com"));""")]
    [InlineData("""client.Connect(new Uri("smtp://mail.contoso.com:587"));""")]
    [InlineData("""client.Connect(new Uri("smtp://" + host));""")]
    [InlineData("""client.Connect(new Uri(host));""")]
    [InlineData("""client.Connect(new Uri("mailto:a@contoso.com"));""")]
    [InlineData(
        """client.Connect(new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp), """ +
        """host, 25);""")]
    [InlineData("""client.Connect(System.IO.Stream.Null, host, 25);""")]
    [InlineData("""client.ProxyClient = new MailKit.Net.Proxy.Socks5Client(host, 1080); client.Connect(host, 25);""")]
    public Task Connect_OtherPortOrNoDialing_IsSilent(string statements) => Connection.MailKitAsync(statements);

    [Theory]
    [InlineData("Derived")]
    [InlineData("MailKit.Net.Smtp.ISmtpClient")]
    [InlineData("MailKit.IMailTransport")]
    [InlineData("MailKit.MailTransport")]
    public Task Receiver_SurelySmtp_ReportsExplicitAndDefault(string receiver) =>
        Connection.MailKitAsync("""client.Connect(host, {|SMTP001:25|}); {|SMTP002:client.Connect(host)|};""", receiver);

    [Theory]
    [InlineData("MailKit.IMailService")]
    [InlineData("MailKit.MailService")]
    public Task Receiver_PerhapsSmtp_ReportsExplicitOnly(string receiver) =>
        Connection.MailKitAsync("""client.Connect(host, {|SMTP001:25|}); client.Connect(host); client.Connect(host, 0);""", receiver);

    [Theory]
    [InlineData("MailKit.Net.Pop3.Pop3Client")]
    [InlineData("MailKit.Net.Imap.IImapClient")]
    [InlineData("MailKit.IMailStore")]
    [InlineData("MailKit.MailSpool")]
    public Task Receiver_Pop3OrImap_IsSilent(string receiver) =>
        Connection.MailKitAsync("""client.Connect(host, 25); client.Connect(host);""", receiver);

    [Fact]
    public Task Receiver_TypeParameter_IsJudgedByItsConstraint() => Connection.FileAsync("""
        class C
        {
            void Smtp<T>(T client, string host) where T : MailKit.Net.Smtp.ISmtpClient => {|SMTP002:client.Connect(host)|};
            void Service<T>(T client, string host) where T : class, MailKit.IMailService => client.Connect(host, {|SMTP001:25|});
            void Store<T>(T client, string host) where T : MailKit.IMailStore => client.Connect(host, 25);
        }
        """);

    [Fact]
    public Task Uri_PutTogetherFromParameters_HasItsPortWhereItIs() => Connection.FileAsync("""
        class C
        {
            void Open(MailKit.Net.Smtp.SmtpClient client, string user, string password, string host, int port) =>
                client.Connect(new System.Uri($"smtp://{user}:{password}@{host}:{port}"));
            void Bad(MailKit.Net.Smtp.SmtpClient client, string password) => Open(client, "user", password, "mail.contoso.com", {|SMTP001:25|});
            void Good(MailKit.Net.Smtp.SmtpClient client) => Open(client, "user", "25", "mail.contoso.com", 587);
        }
        """);

    /// <summary>The first versions, which feeds hardly have any more.</summary>
    internal const string First = """
        namespace MailKit
        {
            public interface IMailService { }
            public interface IMailTransport : IMailService { }
            public abstract class MailService : IMailService
            {
                public void Connect(string hostName, int port = 0, bool useSsl = false, System.Threading.CancellationToken cancellationToken = default) { }
                public System.Threading.Tasks.Task ConnectAsync(string hostName, int port = 0, bool useSsl = false, System.Threading.CancellationToken cancellationToken = default) => throw null;
            }
            public abstract class MailTransport : MailService, IMailTransport { }
        }
        namespace MailKit.Net.Smtp { public class SmtpClient : MailTransport { } }
        namespace MailKit.Net.Pop3 { public class Pop3Client : MailService { } }
        """;

    /// <summary>Until 1.0.12 the parameter of the host was called otherwise, and there was no <c>SecureSocketOptions</c>.</summary>
    [Theory]
    [InlineData("client.Connect(host, 25);", "SMTP001")]
    [InlineData("client.Connect(hostName: host, port: 25);", "SMTP001")]
    [InlineData("client.ConnectAsync(host, 25, false);", "SMTP001")]
    [InlineData("client.Connect(host);", "SMTP002")]
    [InlineData("client.Connect(host, 0, false);", "SMTP002")]
    [InlineData("client.Connect(host, 0, true);", null)]
    [InlineData("client.Connect(host, 587);", null)]
    [InlineData("client.Connect(\"localhost\", 25);", null)]
    [InlineData("pop.Connect(host, 25);", null)]
    public async Task Connect_OfTheFirstVersions_IsJudgedAlike(string statement, string? rule)
    {
        var code = "class C { void M(string host, MailKit.Net.Smtp.SmtpClient client, MailKit.Net.Pop3.Pop3Client pop) { " + statement
            + " } }";
        var found = await Findings.OfAsync(Findings.Compile(First, code).WithReferences(TestReferences.Net8));
        Assert.Equal(rule, found.SingleOrDefault(finding => finding.Id is "SMTP001" or "SMTP002")?.Id);
    }
}
