using System.Net;
using System.Net.Mail;
using MimeKit;

namespace RelaySamples;

/// <summary>No settings in reach, a client without a name, and a password in the source.</summary>
public sealed class EnvironmentExpression : ISample
{
    public Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        Send(recipient);
        return Task.CompletedTask;
    }

    private static void Send(string recipient) =>
        new SmtpClient("mail.contoso.example", 25) { Credentials = new NetworkCredential("shop", "correct horse") }
            .Send("shop@contoso.example", recipient, "Your order", "It is on its way.");
}

public sealed class EnvironmentHostOnlyAsync : ISample
{
    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient("mail.contoso.example");
        await client.SendMailAsync("shop@contoso.example", recipient, "Your order", "It is on its way.", cancellationToken);
    }
}

/// <summary>A variable of its own for the port, with a fallback of 25.</summary>
public sealed class EnvironmentFallback : ISample
{
    public Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        var port = int.Parse(Environment.GetEnvironmentVariable("SHOP_SMTP_PORT") ?? "25");
        using var client = new SmtpClient("mail.contoso.example", port);
        client.Send("shop@contoso.example", recipient, "Your order", "It is on its way.");
        return Task.CompletedTask;
    }
}

public sealed class EnvironmentMailKit : ISample
{
    public Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using var message = new MimeMessage { Subject = "Your order" };
        message.From.Add(MailboxAddress.Parse("shop@contoso.example"));
        message.To.Add(MailboxAddress.Parse(recipient));

        using var client = new MailKit.Net.Smtp.SmtpClient();
        client.CheckCertificateRevocation = false;
        client.Connect("mail.contoso.example", 25, cancellationToken: cancellationToken);
        client.Send(message, cancellationToken);
        client.Disconnect(true, cancellationToken);
        return Task.CompletedTask;
    }
}

public sealed class EnvironmentMailKitHostOnly : ISample
{
    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using var message = new MimeMessage { Subject = "Your order" };
        message.From.Add(MailboxAddress.Parse("shop@contoso.example"));
        message.To.Add(MailboxAddress.Parse(recipient));

        using var client = new MailKit.Net.Smtp.SmtpClient { CheckCertificateRevocation = false };
        await client.ConnectAsync("mail.contoso.example", cancellationToken: cancellationToken);
        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(true, cancellationToken);
    }
}
