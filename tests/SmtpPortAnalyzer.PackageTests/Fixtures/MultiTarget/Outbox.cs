using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace MultiTarget
{
    /// <summary>Connects to what another file hands over.</summary>
    public class Outbox
    {
        private readonly string _host;
        private readonly int _port;

        public Outbox(string host, int port)
        {
            _host = host;
            _port = port;
        }

        public async Task SendAsync(MimeMessage message)
        {
            using (var client = new SmtpClient())
            {
                await client.ConnectAsync(_host, _port, SecureSocketOptions.None);
                await client.SendAsync(message);
                await client.DisconnectAsync(true);
            }
        }
    }
}
