using System.Net.Mail;
using MimeKit;

namespace MultiTarget
{
    public class Notifier
    {
        private readonly string _server;

        public Notifier(string server)
        {
            _server = server;
        }

        public void Notify(string recipient, string text)
        {
            using (var client = new SmtpClient(_server, 25)) // expect: SMTP001 25
            {
                client.Send("notifier@contoso.com", recipient, "Notice", text);
            }
        }

        public void Forward(MimeMessage message)
        {
            using (var client = new MailKit.Net.Smtp.SmtpClient())
            {
                client.Connect(_server, 25, false); // expect: SMTP001 25
                client.Send(message);
                client.Disconnect(true);
            }
        }
    }
}
