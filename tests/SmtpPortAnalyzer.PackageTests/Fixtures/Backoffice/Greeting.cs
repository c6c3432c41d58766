using System.Net.Mail;
using LeakyMail;

namespace Backoffice;

public static class Greeting
{
    public static void Send(string recipient)
    {
        using var client = recipient.EndsWith(".example") ? new SmtpClient("mail.contoso.com", 25) : MailServer.Open(); // expect: SMTP010 25
        client.Send("greetings@contoso.com", recipient, "Greetings", "Good to see you.");
    }
}
