using System.Globalization;
using System.Net.Mail;
using MailKit.Security;

namespace RelaySamples;

/// <summary>A property gives the port.</summary>
public sealed class EnvironmentReturnedPort : ISample
{
    private static int Port => 25;

    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient("mail.contoso.example", Port);
        await client.SendMailAsync("shop@contoso.example", recipient, "Your order", "It is on its way.", cancellationToken);
    }
}

/// <summary>A method gives it, by what somebody wishes.</summary>
public sealed class ConfigurationReturnedPort(IConfiguration configuration) : ISample
{
    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using var message = Message.To(recipient);
        using var client = new MailKit.Net.Smtp.SmtpClient { CheckCertificateRevocation = false };
        var host = configuration["Smtp:Host"] ?? "mail.contoso.example";
        await client.ConnectAsync(host, GetPort(), SecureSocketOptions.Auto, cancellationToken);
        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(true, cancellationToken);
    }

    private int GetPort()
    {
        if (configuration.GetValue<bool>("Smtp:ImplicitTls"))
            return 465;

        return 25;
    }
}

/// <summary>A port that is text, in a section of its own name.</summary>
public sealed class MailingStringPort(IConfiguration configuration) : ISample
{
    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        var host = configuration["Mailing:SmtpServer"] ?? "mail.contoso.example";
        var port = configuration["Mailing:SmtpPort"];
        if (string.IsNullOrEmpty(port))
            port = "25";

        using var client = new SmtpClient(host, int.Parse(port, CultureInfo.InvariantCulture));
        await client.SendMailAsync("shop@contoso.example", recipient, "Your order", "It is on its way.", cancellationToken);
    }
}

internal static class Ports
{
    public const int Smtp = 25;
}

/// <summary>One constant for two connections of two libraries.</summary>
public sealed class EnvironmentSharedConstant : ISample
{
    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient("mail.contoso.example", Ports.Smtp);
        await client.SendMailAsync("shop@contoso.example", recipient, "Your order", "It is on its way.", cancellationToken);
    }
}

public sealed class ConfigurationSharedConstant(IConfiguration configuration) : ISample
{
    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using var message = Message.To(recipient);
        message.Subject = configuration["Shop:Subject"] ?? "Your order";
        using var client = new MailKit.Net.Smtp.SmtpClient { CheckCertificateRevocation = false };
        await client.ConnectAsync("mail.contoso.example", Ports.Smtp, false, cancellationToken);
        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(true, cancellationToken);
    }
}
