using System.Net.Mail;

namespace SharedMail;

public static class MailServer
{
    public static SmtpClient Open() => new("mail.contoso.com", 25); // expect: SMTP001 25
}
