using System.Threading;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Http;
using MimeKit;

namespace FunctionsInProcess
{
    public static class WelcomeMail
    {
        [FunctionName("WelcomeMail")]
        public static async Task<IActionResult> Run(
            [HttpTrigger(AuthorizationLevel.Function, "post")] HttpRequest request, CancellationToken stop)
        {
            var message = new MimeMessage { Subject = "Welcome", Body = new TextPart("plain") { Text = "Good to have you here." } };
            message.From.Add(MailboxAddress.Parse("hello@contoso.com"));
            message.To.Add(MailboxAddress.Parse(request.Query["address"]));

            using var client = new SmtpClient();
            await client.ConnectAsync("mail.contoso.com", 0, SecureSocketOptions.StartTlsWhenAvailable, stop); // expect: SMTP002 0
            await client.SendAsync(message, stop);
            await client.DisconnectAsync(true, stop);
            return new OkResult();
        }
    }
}
