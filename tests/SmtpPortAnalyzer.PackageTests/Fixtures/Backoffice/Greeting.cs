using System.Net.Mail;
using LeakyMail;

namespace Backoffice;

public static class Greeting
{
    public static void Send(string recipient)
    {
        using var client = new SmtpClient("mail.contoso.com", 25); // expect: SMTP010 25
        client.Send("greetings@contoso.com", recipient, "Greetings", "Good to see you.");
        MailServer.Open().Send("greetings@contoso.com", "archive@contoso.com", "Greetings", $"Sent to {recipient}.");
    }
}
