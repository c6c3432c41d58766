using System.Configuration;
using System.Net.Mail;

namespace WebFormsSite
{
    public static class MailHelper
    {
        public static void Send(string to, string subject, string body)
        {
            using (var message = new MailMessage(ConfigurationManager.AppSettings["MailFrom"], to, subject, body))
            {
                SmtpClient smtp = new SmtpClient();
                smtp.Host = ConfigurationManager.AppSettings["MailServer"];
                smtp.Port = 25; // expect: SMTP001 25
                smtp.Send(message);
            }
        }

        public static void SendHtml(string to, string subject, string html)
        {
            using (var message = new MailMessage(ConfigurationManager.AppSettings["MailFrom"], to, subject, html) { IsBodyHtml = true })
            using (var smtp = new SmtpClient("mail.contoso.com")) // expect: SMTP002 new SmtpClient("mail.contoso.com")
            {
                smtp.Send(message);
            }
        }
    }
}
