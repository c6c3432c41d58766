using System.Net;
using System.Net.Mail;
using MimeKit;

namespace RelaySamples;

public sealed class MailSettings
{
    public string Server { get; set; } = "mail.contoso.example";

    public int Port { get; set; }

    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";
}

/// <summary>A settings object that has a port and a login, which the code did not use.</summary>
public sealed class SettingsInitializer(MailSettings settings) : ISample
{
    public Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using (var client = new SmtpClient { Host = settings.Server, Port = 25 })
        {
            client.Send("shop@contoso.example", recipient, "Your order", "It is on its way.");
        }

        return Task.CompletedTask;
    }
}

/// <summary>MailKit with the overload that cannot ask for STARTTLS.</summary>
public sealed class SettingsMailKitAsync(MailSettings settings) : ISample
{
    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using var message = new MimeMessage { Subject = "Your order" };
        message.From.Add(MailboxAddress.Parse("shop@contoso.example"));
        message.To.Add(MailboxAddress.Parse(recipient));

        using var client = new MailKit.Net.Smtp.SmtpClient { CheckCertificateRevocation = false };
        await client.ConnectAsync(settings.Server, 25, false, cancellationToken).ConfigureAwait(false);
        await client.SendAsync(message, cancellationToken).ConfigureAwait(false);
        await client.DisconnectAsync(true, cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>Encrypted and with a login already: only the number is wrong.</summary>
public sealed class SettingsReady(MailSettings settings) : ISample
{
    public Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient(settings.Server, 25)
        {
            EnableSsl = true,
            Credentials = new NetworkCredential(settings.UserName, settings.Password),
        };
        client.Send("shop@contoso.example", recipient, "Your order", "It is on its way.");
        return Task.CompletedTask;
    }
}
