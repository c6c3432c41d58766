using System.Net;
using System.Net.Mail;

namespace ContosoMailer;

/// <summary>Mail about orders, with System.Net.Mail.</summary>
public sealed class OrderMail(IConfiguration configuration)
{
    private readonly string _from = configuration["Mail:From"] ?? "shop@contoso.com";

    public void Confirm(int number, string to)
    {
        // The mail server that the shop has had since its days in the cellar.
        using var client = new SmtpClient("mail.contoso.com", 25);
        client.Send(_from, to, $"Your order {number}", "Thank you. We are packing it already.");
    }

    public void TellShipped(int number, string to)
    {
        // The way it works in Azure: a relay on the submission port, encrypted and authenticated. Nothing is reported here.
        using var client = new SmtpClient(configuration["Smtp:Host"], configuration.GetValue("Smtp:Port", 587))
        {
            EnableSsl = true,
            Credentials = new NetworkCredential(configuration["Smtp:UserName"], configuration["Smtp:Password"]),
        };
        client.Send(_from, to, $"Your order {number}", "It is on its way.");
    }
}
