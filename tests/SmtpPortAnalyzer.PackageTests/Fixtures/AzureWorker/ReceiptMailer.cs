using System.Net;
using System.Net.Mail;

namespace AzureWorker;

public sealed class ReceiptMailer
{
    private readonly IConfiguration _configuration;

    public ReceiptMailer(IConfiguration configuration)
    {
        _configuration = configuration;
    }

    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        // The mail server of the old data centre.
        using var client = new SmtpClient("mail.contoso.com", 25); // expect: SMTP001 25
        using var message = new MailMessage("shop@contoso.com", recipient, "Your receipt", "Thank you for your order.");
        await client.SendMailAsync(message, cancellationToken);
    }

    public void SendReminder(string recipient)
    {
        using (var client = new SmtpClient(_configuration["Mail:Server"])) // expect: SMTP002 new SmtpClient(_configuration["Mail:Server"])
        {
            client.Send("shop@contoso.com", recipient, "Your basket", "There is still something in your basket.");
        }
    }

    public void SendCoupon(string recipient)
    {
        using var client = new SmtpClient(_configuration["Mail:Server"], _configuration.GetValue("Mail:Port", 25)); // expect: SMTP003 25
        client.Send("shop@contoso.com", recipient, "Your coupon", "Ten per cent off.");
    }

    public void SendToTheMailCatcher(string recipient)
    {
        using var client = new SmtpClient("localhost", 25);
        client.Send("shop@contoso.com", recipient, "A proof", "Only for us.");
    }

    public void SendThroughTheRelay(string recipient)
    {
        using var client = new SmtpClient(_configuration["Smtp:Host"], 587)
        {
            EnableSsl = true,
            Credentials = new NetworkCredential(_configuration["Smtp:UserName"], _configuration["Smtp:Password"]),
        };
        client.Send("shop@contoso.com", recipient, "Your order", "It is on its way.");
    }
}
