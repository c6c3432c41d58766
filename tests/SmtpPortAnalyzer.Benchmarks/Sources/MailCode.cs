namespace SmtpPortAnalyzer.Benchmarks.Sources;

/// <summary>An application that sends mail in some places: one file in fifty has a client.</summary>
internal static class MailCode
{
    private const int OneIn = 50;

    public static IEnumerable<string> Files(int lines) =>
        PlainCode.Files(lines).SelectMany((file, index) => index % OneIn == 0 ? [file, Mailer(index)] : (string[])[file]);

    private static string Mailer(int index) => $$"""
        using System;
        using System.Net;
        using System.Net.Mail;
        using System.Threading.Tasks;

        namespace Contoso.Part{{index % 50}};

        public sealed class MailSettings{{index}}
        {
            public string Host { get; set; } = "mail.contoso.com";
            public int Port { get; set; } = {{(index % 100 == 0 ? 25 : 587)}};
            public string User { get; set; }
            public string Password { get; set; }
        }

        public sealed class Mailer{{index}}
        {
            private readonly MailSettings{{index}} _settings;

            public Mailer{{index}}(MailSettings{{index}} settings) => _settings = settings;

            public async Task SendAsync(string to, string subject, string body)
            {
                using var message = new MailMessage("shop@contoso.com", to, subject, body);
                using var client = new SmtpClient(_settings.Host, _settings.Port) { EnableSsl = true };
                if (!string.IsNullOrEmpty(_settings.User))
                    client.Credentials = new NetworkCredential(_settings.User, _settings.Password);

                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        await client.SendMailAsync(message);
                        return;
                    }
                    catch (SmtpException) when (attempt < 3)
                    {
                        await Task.Delay(TimeSpan.FromSeconds(attempt));
                    }
                }
            }

            public void Alert(string text)
            {
                var client = new SmtpClient("alerts.contoso.com");
                client.Send("alerts@contoso.com", "operations@contoso.com", "Alert", text);
            }
        }

        """;
}
