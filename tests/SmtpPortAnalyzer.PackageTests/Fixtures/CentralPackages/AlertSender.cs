using System.Net.Mail;
using Microsoft.Extensions.Configuration;

namespace CentralPackages;

public class AlertSender(IConfiguration configuration)
{
    public void Send(string text)
    {
        using SmtpClient client = new("alerts.contoso.com", port: 25); // expect: SMTP001 25
        client.Send("alerts@contoso.com", configuration["Alerts:To"] ?? "operators@contoso.com", "Alert", text);
    }
}
