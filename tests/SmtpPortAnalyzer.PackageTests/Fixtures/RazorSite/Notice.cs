using System.Net.Mail;

namespace RazorSite;

/// <summary>What pages send with: they say the port.</summary>
public sealed class Notice(string host, int port)
{
    public void Send(MailMessage message)
    {
        using var client = new SmtpClient(host, port);
        client.Send(message);
    }
}
