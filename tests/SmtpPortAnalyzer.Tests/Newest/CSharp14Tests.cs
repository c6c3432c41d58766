using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Newest;

/// <summary>
/// What C# 13 and 14 brought. The floor's compiler does not know it, so these are compiled into the tests where those run in Roslyn 5.0 or
/// newer (<c>tests/matrix</c>).
/// </summary>
public class CSharp14Tests
{
    private const string Login = "EnableSsl = true, Credentials = CredentialCache.DefaultNetworkCredentials";

    /// <summary>The accessor's <c>field</c> is the property's own storage: what stands in for a missing value is a fallback.</summary>
    [Theory]
    [InlineData("public int Port { get => field == 0 ? {|SMTP003:25|} : field; set; }")]
    [InlineData("public int Port { get => field > 0 ? field : {|SMTP003:25|}; set; }")]
    [InlineData("public int Port { get; set => field = value; } = {|SMTP003:25|};")]
    [InlineData("public int Port { get => field; set => field = value < 0 ? 0 : value; } = {|SMTP003:25|};")]
    public Task Field_ThatIs25UnlessSet_IsFound(string port) => Mailer($$"""
        {{port}}
        void Send(MailMessage m) => new SmtpClient("smtp.contoso.com", Port).Send(m);
        """);

    [Theory]
    [InlineData("public int Port { get => field == 0 ? 587 : field; set; }")]
    [InlineData("public int Port { get => field; set => field = value; } = 587;")]
    [InlineData("public int Port { get => field == 0 ? 587 : field; } = 0;")]
    public Task Field_ThatIsAnotherPort_IsSilent(string port) => Mailer($$"""
        {{port}}
        void Send(MailMessage m) => new SmtpClient("smtp.contoso.com", Port) { {{Login}} }.Send(m);
        """);

    [Theory]
    [InlineData("{|SMTP001:25|}", "")]
    [InlineData("587", Login)]
    public Task Client_ThatFieldHolds_IsTheOneThatWasMade(string port, string login) => Mailer($$"""
        SmtpClient Client => field ??= new SmtpClient("smtp.contoso.com", {{port}}) { {{login}} };
        void Send(MailMessage m) => Client.Send(m);
        """);

    /// <summary>Assigned where the client is not null, and it is not.</summary>
    [Theory]
    [InlineData("new SmtpClient(\"smtp.contoso.com\")", "{|SMTP001:25|}")]
    [InlineData("new SmtpClient(\"smtp.contoso.com\", 25)", "587")]
    [InlineData("new SmtpClient(\"localhost\")", "25")]
    public Task ConditionalAssignment_OfThePort_Counts(string client, string port) => Mailer($$"""
        void Send(MailMessage m)
        {
            SmtpClient? client = {{client}};
            client?.Port = {{port}};
            client?.EnableSsl = true;
            client?.Credentials = CredentialCache.DefaultNetworkCredentials;
            client?.Send(m);
        }
        """);

    [Theory]
    [InlineData("\"smtp.contoso.com\"", "{|SMTP001:25|}")]
    [InlineData("\"smtp.contoso.com\"", "587")]
    [InlineData("\"localhost\"", "25")]
    public Task ExtensionBlock_HandsThePortOn(string host, string port) => Connection.FileAsync($$"""
        using System.Net.Mail;

        static class Clients
        {
            extension(SmtpClient client)
            {
                public SmtpClient On(int port) { client.Port = port; return client; }
            }

            extension(string host)
            {
                public SmtpClient Client(int port) => new(host, port);
            }
        }

        class Mailer
        {
            void Configure(MailMessage m) => new SmtpClient({{host}}).On({{port}}).Send(m);
            void Make(MailMessage m) => {{host}}.Client({{port}}).Send(m);
        }
        """);

    [Theory]
    [InlineData("\"smtp.contoso.com\"", "{|SMTP003:25|}")]
    [InlineData("\"localhost\"", "25")]
    public Task PartialProperty_IsReadWhereItIsImplemented(string host, string port) => Connection.FileAsync($$"""
        using System.Net.Mail;

        partial class Mailer
        {
            public partial int Port { get; set; }
            partial string Host { get; }
        }

        partial class Mailer
        {
            public partial int Port { get => field; set; } = {{port}};
            partial string Host => {{host}};
            void Send(MailMessage m) => new SmtpClient(Host, Port).Send(m);
        }
        """);

    private static Task Mailer(string members) => Connection.FileAsync($$"""
        #nullable disable
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            {{members.ReplaceLineEndings("\n    ")}}
        }
        """);
}
