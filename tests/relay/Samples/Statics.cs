using System.Net.Mail;

namespace RelaySamples;

/// <summary>A static class that keeps what it needs in fields.</summary>
internal static class Notifier
{
    private static readonly string s_host = Environment.GetEnvironmentVariable("NOTIFY_SMTP_HOST") ?? "mail.contoso.example";
    private const int Port = 25;

    public static void Notify(string recipient)
    {
        using var client = new SmtpClient(s_host, Port);
        client.Send("shop@contoso.example", recipient, "Your order", "It is on its way.");
    }
}

public sealed class NotifyStatic : ISample
{
    public Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        Notifier.Notify(recipient);
        return Task.CompletedTask;
    }
}

/// <summary>A helper with parameters that nobody gives.</summary>
internal static class Post
{
    public static async Task SendAsync(string recipient, CancellationToken cancellationToken, int port = 25, bool ssl = false)
    {
        using var client = new SmtpClient("mail.contoso.example", port) { EnableSsl = ssl };
        await client.SendMailAsync("shop@contoso.example", recipient, "Your order", "It is on its way.", cancellationToken);
    }
}

public sealed class EnvironmentOptional : ISample
{
    public Task SendAsync(string recipient, CancellationToken cancellationToken) => Post.SendAsync(recipient, cancellationToken);
}

/// <summary>Variables whose names the program has chosen.</summary>
public sealed class MailNames : ISample
{
    public Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using var message = Message.To(recipient);
        using var client = new MailKit.Net.Smtp.SmtpClient { CheckCertificateRevocation = false };
        client.Connect(Environment.GetEnvironmentVariable("MAIL_HOST") ?? "mail.contoso.example", 25, false, cancellationToken);
        client.Send(message, cancellationToken);
        client.Disconnect(true, cancellationToken);
        return Task.CompletedTask;
    }
}

/// <summary>An address instead of host and port.</summary>
public sealed class ConfigurationAddress(IConfiguration configuration) : ISample
{
    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using var message = Message.To(recipient);
        message.Subject = configuration["Shop:Subject"] ?? "Your order";
        using var client = new MailKit.Net.Smtp.SmtpClient { CheckCertificateRevocation = false };
        await client.ConnectAsync(new Uri("smtp://mail.contoso.example:25"), cancellationToken);
        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(true, cancellationToken);
    }
}
