using System.Net.Mail;

namespace ContosoMailer;

/// <summary>Mail about accounts, with System.Net.Mail. Nobody has written a 25 here, and yet it is the port.</summary>
public sealed class AccountMail(IConfiguration configuration)
{
    public void SendReset(string to, Uri link)
    {
        using var client = new SmtpClient(configuration["Mail:Server"]);
        client.Send("accounts@contoso.com", to, "Your new password", $"Choose it here: {link}");
    }
}
