using System.Net.Mail;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace RelaySamples;

/// <summary>Hands host and port to a class in another file.</summary>
public sealed class EnvironmentPassed : ISample
{
    private readonly Outbox _outbox = new("mail.contoso.example", 25);

    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using var message = new MailMessage("shop@contoso.example", recipient, "Your order", "It is on its way.");
        await _outbox.SendAsync(message, cancellationToken);
    }
}

/// <summary>Hands them to a method, which has a configuration of its own.</summary>
public sealed class ConfigurationPassed(IConfiguration configuration) : ISample
{
    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using var message = new MimeMessage { Subject = configuration["Shop:Subject"] ?? "Your order" };
        message.From.Add(MailboxAddress.Parse("shop@contoso.example"));
        message.To.Add(MailboxAddress.Parse(recipient));

        await new MailKitOutbox(configuration).SendAsync(message, "mail.contoso.example", 25, cancellationToken);
    }
}
