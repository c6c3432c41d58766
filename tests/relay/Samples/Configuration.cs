using System.Net.Mail;
using MailKit.Security;
using MimeKit;

namespace RelaySamples;

/// <summary>System.Net.Mail, set up by statements, with an <see cref="IConfiguration"/> in a field.</summary>
public sealed class ConfigurationStatements : ISample
{
    private readonly IConfiguration _configuration;

    public ConfigurationStatements(IConfiguration configuration)
    {
        _configuration = configuration;
    }

    public Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        var client = new SmtpClient();
        client.Host = "mail.contoso.example";
        client.Port = 25;
        client.EnableSsl = false;
        client.UseDefaultCredentials = true;
        client.Send(_configuration["Sender"] ?? "shop@contoso.example", recipient, "Your order", "It is on its way.");
        return Task.CompletedTask;
    }
}

/// <summary>The port that nobody wrote, in a primary constructor class.</summary>
public sealed class ConfigurationHostOnly(IConfiguration configuration) : ISample
{
    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using var message = new MailMessage(
            configuration["Sender"] ?? "shop@contoso.example", recipient, "Your order", "It is on its way.");
        using var client = new SmtpClient("mail.contoso.example");
        await client.SendMailAsync(message, cancellationToken);
    }
}

/// <summary>A port setting with a fallback of 25; the host is a setting already.</summary>
public sealed class ConfigurationFallback(IConfiguration configuration) : ISample
{
    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient(
            configuration["Smtp:Host"] ?? "mail.contoso.example", configuration.GetValue("Smtp:SubmissionPort", 25));
        await client.SendMailAsync("shop@contoso.example", recipient, "Your order", "It is on its way.", cancellationToken);
    }
}

/// <summary>MailKit in clear text, without a login.</summary>
public sealed class ConfigurationMailKitAsync(IConfiguration configuration) : ISample
{
    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using var message = new MimeMessage { Subject = "Your order" };
        message.From.Add(MailboxAddress.Parse(configuration["Sender"] ?? "shop@contoso.example"));
        message.To.Add(MailboxAddress.Parse(recipient));

        // The throw-away authority of the test publishes no list of revoked certificates.
        using var client = new MailKit.Net.Smtp.SmtpClient { CheckCertificateRevocation = false };
        await client.ConnectAsync("mail.contoso.example", 25, SecureSocketOptions.None, cancellationToken);
        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(true, cancellationToken);
    }
}

/// <summary>A connection whose task somebody else waits for.</summary>
public sealed class ConfigurationReturnedTask(IConfiguration configuration) : ISample
{
    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using var message = new MimeMessage { Subject = "Your order" };
        message.From.Add(MailboxAddress.Parse(configuration["Sender"] ?? "shop@contoso.example"));
        message.To.Add(MailboxAddress.Parse(recipient));

        using var client = new MailKit.Net.Smtp.SmtpClient { CheckCertificateRevocation = false };
        await OpenAsync(client, cancellationToken);
        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(true, cancellationToken);
    }

    private Task OpenAsync(MailKit.Net.Smtp.SmtpClient client, CancellationToken cancellationToken) =>
        client.ConnectAsync("mail.contoso.example", 25, SecureSocketOptions.None, cancellationToken);
}
