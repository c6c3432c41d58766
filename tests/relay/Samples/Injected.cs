using System.Net.Mail;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace RelaySamples;

/// <summary>Made by the container, with a constructor that does not ask for the configuration yet.</summary>
public sealed class ConfigurationInjected : ISample
{
    private readonly ILogger<ConfigurationInjected> _logger;

    public ConfigurationInjected(ILogger<ConfigurationInjected> logger)
    {
        _logger = logger;
    }

    public Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        _logger.LogInformation("Sending to {Recipient}", recipient);
        using var client = new SmtpClient("mail.contoso.example", 25);
        client.Send("shop@contoso.example", recipient, "Your order", "It is on its way.");
        return Task.CompletedTask;
    }
}

/// <summary>The same with a primary constructor.</summary>
public sealed class ConfigurationInjectedMailKit(ILogger<ConfigurationInjectedMailKit> logger) : ISample
{
    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        logger.LogInformation("Sending to {Recipient}", recipient);
        using var message = new MimeMessage { Subject = "Your order" };
        message.From.Add(MailboxAddress.Parse("shop@contoso.example"));
        message.To.Add(MailboxAddress.Parse(recipient));

        using var client = new MailKit.Net.Smtp.SmtpClient { CheckCertificateRevocation = false };
        await client.ConnectAsync("mail.contoso.example", 25, SecureSocketOptions.Auto, cancellationToken);
        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(true, cancellationToken);
    }
}
