using System.Configuration;
using System.Net.Mail;

namespace ClassicSite
{
    public class ContactForm
    {
        public void Submit(string sender, string question)
        {
            var client = new SmtpClient("mail.contoso.com", 25); // expect: SMTP001 25
            client.Send(sender, ConfigurationManager.AppSettings["ContactForm:To"], "Question from the site", question);
        }
    }
}
