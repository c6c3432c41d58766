using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections;

/// <summary>A client that a file gets from another one, without naming its type.</summary>
public class ClientOfAnotherFileTests
{
    [Fact]
    public Task Property_OfABaseClass() => FilesAsync("""
        using System.Net.Mail;

        public abstract class MailerBase
        {
            protected SmtpClient Client { get; } = new SmtpClient();
        }
        """, """
        public class Mailer : MailerBase
        {
            public Mailer()
            {
                Client.Host = "mail.contoso.com";
                Client.Port = {|SMTP001:25|};
            }

            public void Send() => Client.Send("a@contoso.com", "b@contoso.com", "Order", "");
        }
        """);

    [Fact]
    public Task PrivateField_OfAPartialClass() => FilesAsync("""
        using System.Net.Mail;

        public partial class Mailer
        {
            private const int Number = 25;
            private readonly SmtpClient _client = new SmtpClient();
        }
        """, """
        public partial class Mailer
        {
            public Mailer()
            {
                _client.Host = "mail.contoso.com";
                _client.Port = {|SMTP001:Number|};
            }
        }
        """);

    [Fact]
    public Task Factory_OfAnInterface() => FilesAsync("""
        using System.Threading.Tasks;
        using MailKit.Net.Smtp;

        public interface IClientFactory
        {
            ISmtpClient Create();

            Task<SmtpClient> CreateAsync();
        }
        """, """
        using System.Threading.Tasks;

        public class Mailer(IClientFactory factory)
        {
            public async Task SendAsync()
            {
                using var one = factory.Create();
                await one.ConnectAsync("mail.contoso.com", {|SMTP001:25|});
                using var two = await factory.CreateAsync();
                await {|SMTP002:two.ConnectAsync("mail.contoso.com")|};
            }
        }
        """);

    [Fact]
    public Task OtherMembersOfTheSameName_AreSilent() => FilesAsync("""
        using System.Net.Mail;

        public class Holder
        {
            public SmtpClient Client { get; } = new SmtpClient();
        }
        """, """
        public class Listener
        {
            public int Port { get; set; }

            public string Host { get; set; } = "";
        }

        public class Server
        {
            public Listener Client { get; } = new();

            public void Listen()
            {
                Client.Host = "mail.contoso.com";
                Client.Port = 25;
            }
        }
        """);

    private static async Task FilesAsync(string holder, string user)
    {
        var test = new SmtpTest<SmtpAnalyzer, Microsoft.CodeAnalysis.Testing.EmptyCodeFixProvider> { TestCode = user };
        test.TestState.Sources.Add(("/0/Holder.cs", holder));
        await test.RunAsync();
    }
}
