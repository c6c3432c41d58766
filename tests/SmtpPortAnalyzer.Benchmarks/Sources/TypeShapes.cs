namespace SmtpPortAnalyzer.Benchmarks.Sources;

/// <summary>More and more types, each in a file of its own.</summary>
internal static class TypeShapes
{
    private static readonly int[] s_sizes = [100, 500, 2_000];

    public static IEnumerable<Shape> All =>
    [
        Of("mailers with settings of their own", "", i => $$"""
            using System.Net.Mail;
            class Settings{{i}} { public string Host { get; set; } = "mail.contoso.com"; public int Port { get; set; } = 25; }
            class Mailer{{i}}
            {
                private readonly Settings{{i}} _settings;
                public Mailer{{i}}(Settings{{i}} settings) => _settings = settings;
                public void Send(MailMessage message) { using var client = new SmtpClient(_settings.Host, _settings.Port); client.Send(message); }
            }
            """),
        Of("mailers, one settings type",
            "class Settings { public string Host { get; set; } = \"mail.contoso.com\"; public int Port { get; set; } = 25; }", i => $$"""
            using System.Net.Mail;
            class Mailer{{i}}
            {
                private readonly Settings _settings;
                public Mailer{{i}}(Settings settings) => _settings = settings;
                public void Send(MailMessage message) { using var client = new SmtpClient(_settings.Host, _settings.Port); client.Send(message); }
            }
            """),
        Of("callers of one method",
            "using System.Net.Mail; static class Mail { public static void Send(string host, int port, MailMessage message) => new " +
            "SmtpClient(host, port).Send(message); }", i => $$"""
            class Caller{{i}} { void Notify() => Mail.Send("mail.contoso.com", 25, null); }
            """),
        Of("callers with ports of their own",
            "using System.Net.Mail; static class Mail { public static void Send(string host, int port, MailMessage message) => new " +
            "SmtpClient(host, port).Send(message); }", i => $$"""
            class Caller{{i}}
            {
                private readonly int _port;
                public Caller{{i}}(int port) => _port = port;
                void Notify() => Mail.Send("mail.contoso.com", _port, null);
                static Caller{{i}} Make() => new Caller{{i}}(25);
            }
            """),
        Of("mailers with one base",
            "using System.Net.Mail; class Mailer { private readonly SmtpClient _client; protected Mailer(string host, int port) => " +
            "_client = new SmtpClient(host, port); }", i => $$"""
            class Mailer{{i}} : Mailer { public Mailer{{i}}() : base("mail.contoso.com", 25) { } }
            """),
        Of("clients in fields", "", i => $$"""
            using System.Net.Mail;
            class Mailer{{i}}
            {
                private readonly SmtpClient _client = new SmtpClient("mail.contoso.com");
                void Configure() => _client.Port = 25;
                void Send(MailMessage message) => _client.Send(message);
            }
            """),
        Of("callers that configure one factory's client",
            "using System.Net.Mail; static class Mail { public static SmtpClient Make() => new SmtpClient(\"mail.contoso.com\"); }",
            i => $$"""
            class Caller{{i}} { void Notify() { var client = Mail.Make(); client.Port = 587; client.Send(null); } }
            """),
        Of("methods of one name", "", i => $$"""
            using System.Net.Mail;
            class Mailer{{i}}
            {
                static void Notify() => Send("mail.contoso.com", 25);
                static void Send(string host, int port) => Connect(host, port);
                static void Connect(string host, int port) => new SmtpClient(host, port).Send(null);
            }
            """),
        Of("methods of one type", size => "using System.Net.Mail;\nclass Mailer\n{\n" + string.Concat(Enumerable.Range(0, size).Select(i =>
            $"    void M{i}(MailMessage message) {{ var client = new SmtpClient(\"mail.contoso.com\", Port{i}); client.Send(message); " +
            $"}}\n    static int Port{i} => 25;\n")) + "}\n"),
    ];

    private static Shape Of(string name, string common, Func<int, string> file) =>
        new(name, "type", s_sizes, Total: null, (size, _) => Enumerable.Range(0, size).Select(file).Prepend(common));

    private static Shape Of(string name, Func<int, string> file) => new(name, "type", s_sizes, Total: null, (size, _) => [file(size)]);
}
