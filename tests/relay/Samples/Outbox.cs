using System.Net.Mail;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace RelaySamples;

/// <summary>Connects to what it is given.</summary>
public sealed class Outbox(string host, int port)
{
    public async Task SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient(host, port);
        await client.SendMailAsync(message, cancellationToken);
    }
}

/// <summary>The same with MailKit.</summary>
public sealed class MailKitOutbox(IConfiguration configuration)
{
    public async Task SendAsync(MimeMessage message, string host, int port, CancellationToken cancellationToken)
    {
        message.ReplyTo.Add(MailboxAddress.Parse(configuration["Shop:ReplyTo"] ?? "shop@contoso.example"));

        using var client = new MailKit.Net.Smtp.SmtpClient { CheckCertificateRevocation = false };
        await client.ConnectAsync(host, port, SecureSocketOptions.None, cancellationToken);
        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(true, cancellationToken);
    }
}
