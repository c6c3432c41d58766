using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Relays;

public class LoginTests
{
    private static Task SystemNetMail(string statements) => Relay.StatementsAsync(statements, "SMTP005", "SMTP007");

    private static Task MailKit(string statements) => Relay.MailKitAsync(statements, "SMTP005", "SMTP007");

    [Theory]
    [InlineData("""var c = {|SMTP006:new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true }|}; c.Send(message);""")]
    [InlineData(
        """var c = {|SMTP006:new SmtpClient("smtp.contoso.com", 2525)|}; c.EnableSsl = true; c.UseDefaultCredentials = false; """ +
        """c.Send(message);""")]
    [InlineData("""var c = new SmtpClient("smtp.contoso.com", 587) { Credentials = {|SMTP006:null|} }; c.Send(message);""")]
    [InlineData("""var c = {|SMTP006:new SmtpClient(host, 465)|}; c.Send(message);""")]
    public Task SystemNetMail_NoLogin_Reports(string statements) => SystemNetMail(statements);

    [Theory]
    [InlineData("""var c = new SmtpClient("smtp.contoso.com", 587) { Credentials = credentials }; c.Send(message);""")]
    [InlineData("""var c = new SmtpClient("smtp.contoso.com", 587) { Credentials = new NetworkCredential("u", "p") }; c.Send(message);""")]
    [InlineData(
        """var c = new SmtpClient("smtp.contoso.com", 587); c.Credentials = CredentialCache.DefaultNetworkCredentials; c.Send(message);""")]
    [InlineData("""var c = new SmtpClient("smtp.contoso.com", 587); c.UseDefaultCredentials = true; c.Send(message);""")]
    [InlineData("""var c = new SmtpClient("smtp.contoso.com", 587); c.UseDefaultCredentials = flag; c.Send(message);""")]
    [InlineData("""var c = new SmtpClient("smtp.contoso.com", 587); if (flag) c.Credentials = credentials; c.Send(message);""")]
    [InlineData("""var c = new SmtpClient("smtp.contoso.com", 587); c.ClientCertificates.Add(null!); c.Send(message);""")]
    [InlineData("""var c = new SmtpClient("smtp.contoso.com", 587) { Credentials = flag ? null : credentials }; c.Send(message);""")]
    [InlineData("""var c = new SmtpClient("localhost", 2525); c.Send(message);""")]
    [InlineData("""var c = new SmtpClient("smtp.contoso.com", {|SMTP001:25|}); c.Send(message);""")]
    [InlineData("""var c = new SmtpClient("smtp.contoso.com", configuration.GetValue<int>("Port")); c.Send(message);""")]
    public Task SystemNetMail_LoginOrUnknown_IsSilent(string statements) => SystemNetMail(statements);

    [Theory]
    [InlineData("""{|SMTP006:client.Connect(host, 587)|}; client.Send(message);""")]
    [InlineData(
        """await {|SMTP006:client.ConnectAsync(host, 587, SecureSocketOptions.StartTls, token)|}; await client.SendAsync(message, """ +
        """token);""")]
    [InlineData("""{|SMTP006:client.Connect(host, 465, true)|}; client.Send(message); client.Disconnect(true);""")]
    [InlineData("""{|SMTP006:client.Connect(new Uri("smtps://smtp.contoso.com"))|}; client.Send(message);""")]
    public Task MailKit_NoLogin_Reports(string statements) => MailKit(statements);

    [Theory]
    [InlineData("""client.Connect(host, 587); client.Authenticate(user, password); client.Send(message);""")]
    [InlineData("""client.Connect(host, 587); client.Authenticate(new NetworkCredential(user, password)); client.Send(message);""")]
    [InlineData("""client.Connect(host, 587); client.Authenticate(System.Text.Encoding.UTF8, user, password); client.Send(message);""")]
    [InlineData(
        """client.Connect(host, 587); if (flag) await client.AuthenticateAsync(new SaslMechanismOAuth2(user, password)); """ +
        """client.Send(message);""")]
    [InlineData("""client.Connected += (s, e) => client.Authenticate(user, password); client.Connect(host, 587); client.Send(message);""")]
    [InlineData("""client.ClientCertificates = new(); client.Connect(host, 587); client.Send(message);""")]
    [InlineData("""client.Connect(host, 587); Console.WriteLine(client); client.Send(message);""")]
    [InlineData("""client.Connect(host, 587); var copy = new[] { client }; copy[0].Authenticate(user, password);""")]
    [InlineData("""client.Connect(host, int.Parse(user)); client.Send(message);""")]
    [InlineData("""client.Connect("127.0.0.1", 587); client.Send(message);""")]
    [InlineData("""client.Connect(host, 8025); client.Send(message);""")]
    public Task MailKit_LoginOrUnknown_IsSilent(string statements) => MailKit(statements);

    [Theory]
    [InlineData("""void M(SmtpClient client, string host) => client.Connect(host, 587);""")]
    [InlineData(
        """private readonly SmtpClient _client = new(); void M(string host) => _client.Connect(host, 587); void N(string user, string """ +
        """password) => _client.Authenticate(user, password);""")]
    [InlineData("""SmtpClient M(string host) { var client = new SmtpClient(); client.Connect(host, 587); return client; }""")]
    [InlineData(
        """async Task<ISmtpClient> M(string host) { var client = new SmtpClient(); await client.ConnectAsync(host, 587); return """ +
        """client; }""")]
    [InlineData(
        """void M(string host) { var client = new SmtpClient(); client.Connect(host, 587); Login(client); } void Login(IMailService """ +
        """client) => client.Authenticate(host: "", x: client); """)]
    [InlineData("""SmtpClient? _kept; void M(string host) { var client = new SmtpClient(); client.Connect(host, 587); _kept = client; }""")]
    [InlineData(
        """class Own : SmtpClient { protected override void OnConnected(string host, int port, SecureSocketOptions options) => """ +
        """Authenticate("u", host); } void M(string host) { using var client = new Own(); client.Connect(host, 587); }""")]
    public Task MailKit_ClientOutOfSight_IsSilent(string members) => Relay.MailKitTypesAsync(
        $$"""
        static class More { public static void Authenticate(this IMailService client, string host, IMailService x) { } }
        class C
        {
            {{members}}
        }
        """,
        "SMTP007");
}
