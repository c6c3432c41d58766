using System.Threading.Tasks;
using MimeKit;

namespace MultiTarget
{
    public class Orders
    {
        private readonly Outbox _outbox = new Outbox("mail.contoso.com", 25); // expect: SMTP001 25

        public Task ConfirmAsync(MimeMessage message) => _outbox.SendAsync(message);
    }
}
