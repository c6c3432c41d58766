using System.Net.Mail;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace RelaySamples;

/// <summary>The .editorconfig of this folder asks for <c>IOptions</c>.</summary>
public sealed class OptionsSystemNetMailAsync : ISample
{
    private readonly ILogger<OptionsSystemNetMailAsync> _logger;

    public OptionsSystemNetMailAsync(ILogger<OptionsSystemNetMailAsync> logger)
    {
        _logger = logger;
    }

    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        _logger.LogInformation("Sending to {Recipient}", recipient);
        using var client = new SmtpClient("mail.contoso.example", 25);
        await client.SendMailAsync("shop@contoso.example", recipient, "Your order", "It is on its way.", cancellationToken);
    }
}

public sealed class OptionsMailKit(ILogger<OptionsMailKit> logger) : ISample
{
    public Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        logger.LogInformation("Sending to {Recipient}", recipient);
        using var message = new MimeMessage { Subject = "Your order" };
        message.From.Add(MailboxAddress.Parse("shop@contoso.example"));
        message.To.Add(MailboxAddress.Parse(recipient));

        using var client = new MailKit.Net.Smtp.SmtpClient { CheckCertificateRevocation = false };
        client.Connect("mail.contoso.example", 25, false, cancellationToken);
        client.Send(message, cancellationToken);
        client.Disconnect(true, cancellationToken);
        return Task.CompletedTask;
    }
}
