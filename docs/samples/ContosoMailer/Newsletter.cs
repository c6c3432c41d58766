using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace ContosoMailer;

/// <summary>The newsletter, with MailKit.</summary>
public sealed class Newsletter(IConfiguration configuration)
{
    private const int MailPort = 25;

    public async Task SendAsync(string to, string text, CancellationToken cancellationToken)
    {
        using var message = Compose(to, text);
        using var client = new SmtpClient();
        await client.ConnectAsync("mail.contoso.com", MailPort, SecureSocketOptions.None, cancellationToken);
        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(true, cancellationToken);
    }

    public void SendProof(string text)
    {
        using var message = Compose("editor@contoso.com", text);
        using var client = new SmtpClient();
        client.Connect("mail.contoso.com", 25, useSsl: false);
        client.Send(message);
        client.Disconnect(true);
    }

    private MimeMessage Compose(string to, string text)
    {
        var message = new MimeMessage { Subject = "News from Contoso", Body = new TextPart("plain") { Text = text } };
        message.From.Add(MailboxAddress.Parse(configuration["Mail:From"] ?? "news@contoso.com"));
        message.To.Add(MailboxAddress.Parse(to));
        return message;
    }
}
