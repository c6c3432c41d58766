using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace AzureWorker;

public sealed class InvoiceMailer(IConfiguration configuration)
{
    public async Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        message.From.Add(MailboxAddress.Parse(configuration["Invoices:From"] ?? "invoices@contoso.com"));
        using var client = new SmtpClient();
        await client.ConnectAsync("mail.contoso.com", 25, SecureSocketOptions.None, cancellationToken); // expect: SMTP001 25
        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(true, cancellationToken);
    }
}
