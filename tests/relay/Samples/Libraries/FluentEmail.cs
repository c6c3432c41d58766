using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

// Stands for FluentEmail.MailKit: its names, and how it connects.
namespace FluentEmail.MailKitSmtp
{
    public class SmtpClientOptions
    {
        public string Server { get; set; } = "";

        public int Port { get; set; } = 25;

        public string User { get; set; } = "";

        public string Password { get; set; } = "";

        public bool UseSsl { get; set; }

        public bool RequiresAuthentication { get; set; }

        public string PreferredEncoding { get; set; } = "";

        public bool UsePickupDirectory { get; set; }

        public string MailPickupDirectory { get; set; } = "";

        public SecureSocketOptions? SocketOptions { get; set; }
    }

    public class MailKitSender(SmtpClientOptions smtpClientOptions)
    {
        public async Task SendAsync(string from, string to, string subject, string body, CancellationToken token)
        {
            using var message = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = body } };
            message.From.Add(MailboxAddress.Parse(from));
            message.To.Add(MailboxAddress.Parse(to));

            using var client = new SmtpClient { CheckCertificateRevocation = false };
            if (smtpClientOptions.SocketOptions is { } options)
                await client.ConnectAsync(smtpClientOptions.Server, smtpClientOptions.Port, options, token);
            else
                await client.ConnectAsync(smtpClientOptions.Server, smtpClientOptions.Port, smtpClientOptions.UseSsl, token);
            if (smtpClientOptions.RequiresAuthentication)
                await client.AuthenticateAsync(smtpClientOptions.User, smtpClientOptions.Password, token);
            await client.SendAsync(message, token);
            await client.DisconnectAsync(true, token);
        }
    }
}
