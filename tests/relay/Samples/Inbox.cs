using System.Net.Mail;
using MailKit.Net.Pop3;

namespace RelaySamples;

/// <summary>One account for reading and for sending. The server reads in clear text, on 110.</summary>
public sealed class AccountSettings
{
    public string Host { get; set; } = "mail.contoso.example";

    public int PopPort { get; set; } = 110;

    public int SmtpPort { get; set; } = 25;

    public bool UseSsl { get; set; }

    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";
}

/// <summary>Looks for replies, then sends with MailKit. Both connections read the same switch.</summary>
public sealed class AccountMailKit(AccountSettings account) : ISample
{
    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using (var inbox = new Pop3Client())
        {
            await inbox.ConnectAsync(account.Host, account.PopPort, account.UseSsl, cancellationToken);
            await inbox.AuthenticateAsync(account.UserName, account.Password, cancellationToken);
            Console.WriteLine($"{await inbox.GetMessageCountAsync(cancellationToken)} replies");
            await inbox.DisconnectAsync(true, cancellationToken);
        }

        using var message = Message.To(recipient);
        using var client = new MailKit.Net.Smtp.SmtpClient { CheckCertificateRevocation = false };
        await client.ConnectAsync(account.Host, account.SmtpPort, account.UseSsl, cancellationToken);
        await client.AuthenticateAsync(account.UserName, account.Password, cancellationToken);
        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(true, cancellationToken);
    }
}

/// <summary>The same with literals beside one another, and a host that both share.</summary>
public sealed class ConfigurationInbox(IConfiguration configuration) : ISample
{
    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        var host = configuration["Smtp:Host"] ?? "mail.contoso.example";
        using (var inbox = new Pop3Client())
        {
            await inbox.ConnectAsync(host, 110, false, cancellationToken);
            await inbox.AuthenticateAsync(
                configuration["Smtp:UserName"] ?? "", configuration["Smtp:Password"] ?? "", cancellationToken);
            await inbox.DisconnectAsync(true, cancellationToken);
        }

        using var client = new SmtpClient(host, 25);
        await client.SendMailAsync("shop@contoso.example", recipient, "Your order", "It is on its way.", cancellationToken);
    }
}
