using System.Net.Mail;

namespace RelaySamples;

/// <summary>Two servers, one for when the other fails: two hosts, so two logins.</summary>
public sealed class FailoverPair : ISample
{
    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        try
        {
            using var primary = new SmtpClient(Environment.GetEnvironmentVariable("PRIMARY_SMTP_HOST"), 25);
            await primary.SendMailAsync("shop@contoso.example", recipient, "Your order", "It is on its way.", cancellationToken);
        }
        catch (SmtpException)
        {
            using var backup = new SmtpClient(Environment.GetEnvironmentVariable("BACKUP_SMTP_HOST"), 25);
            await backup.SendMailAsync("shop@contoso.example", recipient, "Your order", "It is on its way.", cancellationToken);
        }
    }
}
