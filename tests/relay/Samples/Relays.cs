using System.Net;
using System.Net.Mail;
using MailKit.Security;
using MimeKit;

namespace RelaySamples;

/// <summary>Port 587 and a login, in clear text (SMTP005).</summary>
public sealed class ConfigurationUnencrypted(IConfiguration configuration) : ISample
{
    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.example", 587)
        {
            Credentials = new NetworkCredential(configuration["Smtp:UserName"], configuration["Smtp:Password"]),
        };
        await client.SendMailAsync("shop@contoso.example", recipient, "Your order", "It is on its way.", cancellationToken);
    }
}

/// <summary>Neither encryption nor a login (SMTP005, SMTP006).</summary>
public sealed class ConfigurationBareMailKit(IConfiguration configuration) : ISample
{
    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using var message = Message.To(recipient);
        using var client = new MailKit.Net.Smtp.SmtpClient { CheckCertificateRevocation = false };
        await client.ConnectAsync(configuration["Smtp:Host"] ?? "mail.contoso.example", 587, SecureSocketOptions.None, cancellationToken);
        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(true, cancellationToken);
    }
}

/// <summary>An old password in a constant, and no encryption (SMTP005, SMTP007).</summary>
public sealed class ConfigurationPassword(IConfiguration configuration) : ISample
{
    private const string Password = "correct horse";

    public Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.example", 587);
        client.Credentials = new NetworkCredential("contoso-shop", Password);
        client.Send("shop@contoso.example", recipient, "Your order", "It is on its way.");
        return Task.CompletedTask;
    }
}

/// <summary>Encrypted, but nobody logs in (SMTP006).</summary>
public sealed class EnvironmentWithoutLogin : ISample
{
    public Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient(Environment.GetEnvironmentVariable("Smtp__Host"), 587) { EnableSsl = true };
        client.Send("shop@contoso.example", recipient, "Your order", "It is on its way.");
        return Task.CompletedTask;
    }
}

/// <summary>An old password in a MailKit login, over an encryption that is right (SMTP007).</summary>
public sealed class EnvironmentMailKitPassword : ISample
{
    public Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using var message = Message.To(recipient);
        using var client = new MailKit.Net.Smtp.SmtpClient { CheckCertificateRevocation = false };
        client.Connect(Environment.GetEnvironmentVariable("Smtp__Host"), 587, SecureSocketOptions.StartTls, cancellationToken);
        client.Authenticate("contoso-shop", "correct horse", cancellationToken);
        client.Send(message, cancellationToken);
        client.Disconnect(true, cancellationToken);
        return Task.CompletedTask;
    }
}

/// <summary>Port 465, with which System.Net.Mail cannot speak (SMTP005).</summary>
public sealed class SettingsTlsPort(MailSettings settings) : ISample
{
    public Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient(settings.Server, 465);
        client.EnableSsl = true;
        client.Credentials = new NetworkCredential(settings.UserName, settings.Password);
        client.Send("shop@contoso.example", recipient, "Your order", "It is on its way.");
        return Task.CompletedTask;
    }
}

/// <summary>TLS from the first byte, which port 587 does not speak, and no login (SMTP005, SMTP006).</summary>
public sealed class SettingsMailKitImplicit(MailSettings settings) : ISample
{
    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using var message = Message.To(recipient);
        using var client = new MailKit.Net.Smtp.SmtpClient { CheckCertificateRevocation = false };
        await client.ConnectAsync(settings.Server, 587, true, cancellationToken).ConfigureAwait(false);
        await client.SendAsync(message, cancellationToken).ConfigureAwait(false);
        await client.DisconnectAsync(true, cancellationToken).ConfigureAwait(false);
    }
}

internal static class Message
{
    public static MimeMessage To(string recipient)
    {
        var message = new MimeMessage { Subject = "Your order" };
        message.From.Add(MailboxAddress.Parse("shop@contoso.example"));
        message.To.Add(MailboxAddress.Parse(recipient));
        return message;
    }
}
