using System.Net.Mail;

namespace MultiTarget
{
    public class Digest
    {
        private readonly DigestSettings _settings;

        public Digest(DigestSettings settings)
        {
            _settings = settings;
        }

        public void Send(MailMessage message)
        {
            using (var client = new SmtpClient(_settings.SmtpHost, _settings.SmtpPort))
            {
                client.EnableSsl = _settings.EnableSsl;
                client.Send(message);
            }
        }
    }
}
