using System.Net;
using System.Net.Mail;
using MimeKit;

namespace RelaySamples;

public sealed class SmtpDefaults
{
    public string Server { get; set; } = "mail.contoso.example";

    public int SmtpPort { get; set; } = 25;

    public bool EnableSsl { get; set; }

    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";
}

/// <summary>A settings object that falls back to 25 and to clear text; the login is there.</summary>
public sealed class SettingsDefault(SmtpDefaults settings) : ISample
{
    public Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient(settings.Server, settings.SmtpPort)
        {
            EnableSsl = settings.EnableSsl,
            Credentials = new NetworkCredential(settings.UserName, settings.Password),
        };
        client.Send("shop@contoso.example", recipient, "Your order", "It is on its way.");
        return Task.CompletedTask;
    }
}

/// <summary>The same without a word about encryption or login at the connection.</summary>
public sealed class PlainSmtpDefaults
{
    public string Server { get; set; } = "mail.contoso.example";

    public int SmtpPort { get; set; } = 25;

    public bool UseSsl { get; set; }

    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";
}

public sealed class SettingsDefaultMailKit(PlainSmtpDefaults settings) : ISample
{
    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using var message = new MimeMessage { Subject = "Your order" };
        message.From.Add(MailboxAddress.Parse("shop@contoso.example"));
        message.To.Add(MailboxAddress.Parse(recipient));

        using var client = new MailKit.Net.Smtp.SmtpClient { CheckCertificateRevocation = false };
        await client.ConnectAsync(settings.Server, settings.SmtpPort, settings.UseSsl, cancellationToken);
        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(true, cancellationToken);
    }
}
