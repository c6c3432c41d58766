namespace SmtpPortAnalyzer.Benchmarks.Sources;

/// <summary>Programs in which a light bulb has something to look for.</summary>
internal static class BulbCode
{
    private const int Members = 40;

    /// <summary>
    /// Settings whose port defaults to 25, in a program where each other file has members that are called <c>Port</c> as well: endpoints,
    /// cables, ships.
    /// </summary>
    public static IEnumerable<string> PortEverywhere(int files) => Enumerable.Range(0, files).Select(PortsOf).Prepend(Mailer);

    /// <summary>A mailer that is called <c>A</c>, a letter that is in each file, in a program of so many lines.</summary>
    public static IEnumerable<string> ShortName(int lines) =>
        PlainCode.Files(lines).Prepend(Mailer.Replace("Mailer", "A", StringComparison.Ordinal));

    private const string Mailer = """
        using System;
        using System.Net;
        using System.Net.Mail;

        namespace Contoso.Mail;

        public sealed class SmtpSettings
        {
            public string Host { get; set; } = "mail.contoso.com";
            public int Port { get; set; } = 25;
            public bool EnableSsl { get; set; }
            public string User { get; set; } = "";
            public string Password { get; set; } = "";
        }

        public sealed class Mailer
        {
            private readonly SmtpSettings _settings;

            public Mailer(SmtpSettings settings) => _settings = settings;

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(_settings.Host, _settings.Port) { EnableSsl = _settings.EnableSsl };
                client.Send(message);
            }

            public void Alert(string text)
            {
                var client = new SmtpClient("alerts.contoso.com", 25);
                client.Send("alerts@contoso.com", "operations@contoso.com", "Alert", text);
            }
        }

        """;

    private static string PortsOf(int file) => $$"""
        namespace Contoso.Part{{file % 50}};

        {{string.Concat(Enumerable.Range(0, Members).Select(member => $$"""
        public sealed class Endpoint{{file}}x{{member}}
        {
            public int Port { get; set; }
            public string Name { get; set; } = "";
            public string Address => Name + ":" + Port;
            public bool IsSame(Endpoint{{file}}x{{member}} other) => other.Port == Port && other.Name == Name;
        }

        """))}}
        """;
}
