using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using NETCore.MailKit.Infrastructure;
using NETCore.MailKit.Infrastructure.Internal;

// Stands for NETCore.MailKit: its names, and how it connects.
namespace NETCore.MailKit.Infrastructure.Internal
{
    public class MailKitOptions
    {
        public string Server { get; set; } = "";

        public int Port { get; set; } = 25;

        public string SenderName { get; set; } = "";

        public string SenderEmail { get; set; } = "";

        public string Account { get; set; } = "";

        public string Password { get; set; } = "";

        public bool Security { get; set; }
    }
}

namespace NETCore.MailKit.Infrastructure
{
    public class MailKitOptionsBuilder(IServiceCollection services)
    {
        public MailKitOptionsBuilder UseMailKit(MailKitOptions options)
        {
            services.AddSingleton(options);
            services.AddTransient<Core.EmailService>();
            return this;
        }
    }
}

namespace NETCore.MailKit.Extensions
{
    public static class ServicesCollectionExtensions
    {
        public static IServiceCollection AddMailKit(this IServiceCollection services, Action<MailKitOptionsBuilder> optionsAction)
        {
            optionsAction(new MailKitOptionsBuilder(services));
            return services;
        }
    }
}

namespace NETCore.MailKit.Core
{
    public class EmailService(MailKitOptions options)
    {
        public async Task SendAsync(string mailTo, string subject, string body, CancellationToken token)
        {
            using var message = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = body } };
            message.From.Add(new MailboxAddress(options.SenderName, options.SenderEmail));
            message.To.Add(MailboxAddress.Parse(mailTo));

            using var client = new SmtpClient { CheckCertificateRevocation = false };
            var security = options.Security ? SecureSocketOptions.Auto : SecureSocketOptions.None;
            await client.ConnectAsync(options.Server, options.Port, security, token);
            if (!string.IsNullOrEmpty(options.Account))
                await client.AuthenticateAsync(options.Account, options.Password, token);
            await client.SendAsync(message, token);
            await client.DisconnectAsync(true, token);
        }
    }
}
