using System.Net.Mail;
using ConfigurationManager = System.Configuration.ConfigurationManager;

namespace RelaySamples;

/// <summary>Moved here from .NET Framework, with its App.config.</summary>
public sealed class AppSettingsServer : ISample
{
    public Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using (var message = new MailMessage("shop@contoso.example", recipient, "Your order", "It is on its way."))
        {
            var client = new SmtpClient(ConfigurationManager.AppSettings["MailServer"]);
            client.Port = 25;
            client.DeliveryMethod = SmtpDeliveryMethod.Network;
            client.Send(message);
        }

        return Task.CompletedTask;
    }
}

/// <summary>The port is a setting there too, if somebody set it.</summary>
public sealed class AppSettingsPort : ISample
{
    public Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        var host = ConfigurationManager.AppSettings["SmtpHost"] ?? "mail.contoso.example";
        var port = Convert.ToInt32(ConfigurationManager.AppSettings["SmtpPort"] ?? "25", System.Globalization.CultureInfo.InvariantCulture);
        using var client = new SmtpClient(host, port) { EnableSsl = false };
        client.Send("shop@contoso.example", recipient, "Your order", "It is on its way.");
        return Task.CompletedTask;
    }
}
