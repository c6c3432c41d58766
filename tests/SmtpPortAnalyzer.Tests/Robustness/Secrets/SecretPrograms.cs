namespace SmtpPortAnalyzer.Tests.Robustness.Secrets;

/// <summary>
/// Programs and settings files with a password, a user and a host of their own, in every place where people write them.
/// </summary>
internal static class SecretPrograms
{
    public const string Password = "Kanarienvogel-42";
    public const string User = "singvogel";
    public const string Host = "mail.vogelhaus.example";

    private const string Usings = """
        using System;
        using System.Net;
        using System.Net.Mail;
        using System.Net.Sockets;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.Configuration;

        """;

    /// <summary>The port, the relay, hosts that are more than a host, MailKit, sockets, broken code: a connection a line.</summary>
    private const string Statements = """
        var c = new SmtpClient("HOST", 25) { Credentials = new NetworkCredential("USER", "PASSWORD") }; c.Send(message);
        var c = new SmtpClient("HOST"); c.Credentials = new NetworkCredential("USER", "PASSWORD"); c.Send(message);
        var c = new SmtpClient("HOST", configuration.GetValue("Smtp:Port", 25)) { Credentials = new NetworkCredential("USER", "PASSWORD", "HOST") }; c.Send(message);
        var c = new SmtpClient { Host = "HOST", Port = 25, EnableSsl = false, Credentials = new NetworkCredential { UserName = "USER", Password = "PASSWORD" } }; c.Send(message);
        var c = new SmtpClient("HOST", flag ? 25 : 587); var login = new NetworkCredential(); login.UserName = "USER"; login.Password = "PASSWORD"; c.Credentials = login; c.Send(message);
        var user = "USER"; var password = "PASSWORD"; var c = new SmtpClient("HOST", 25); c.Credentials = new NetworkCredential(user, password); c.Send(message);
        var c = new SmtpClient("HOST", 25) { Credentials = new NetworkCredential(configuration["Mail:User"] ?? "USER", configuration["Mail:Pass"] ?? "PASSWORD") }; c.Send(message);
        var c = new SmtpClient("HOST", int.Parse(configuration["Mail:Port"] ?? "25")); c.Credentials = new NetworkCredential(Login.User, Login.Secret); c.Send(message);
        Send(message, "HOST", 25, "USER", "PASSWORD");
        Send(message, port: 25, host: "HOST", user: "USER", password: "PASSWORD");
        var c = new SmtpClient("HOST", 587) { Credentials = new NetworkCredential("USER", "PASSWORD") }; c.Send(message);
        var c = new SmtpClient("HOST", 587) { EnableSsl = true, Credentials = new NetworkCredential("USER", "PASSWORD") }; c.Send(message);
        var c = new SmtpClient("HOST", 587) { EnableSsl = true }; Log("USER" + "PASSWORD"); c.Send(message);
        var c = new SmtpClient("HOST", 587) { EnableSsl = true, Credentials = new NetworkCredential("USER", Convert.ToString("PASSWORD".Trim())) }; c.Send(message);
        var c = new SmtpClient("USER:PASSWORD@HOST", 25); c.Send(message);
        var c = new SmtpClient("smtp://USER:PASSWORD@HOST", 25); c.Send(message);
        var c = new SmtpClient("USER:PASSWORD", 25); c.Send(message);
        var c = new SmtpClient("HOST:25/?password=PASSWORD@USER", 25); c.Send(message);
        var c = new SmtpClient("HOST?password=PASSWORD&user=USER", 25); c.Send(message);
        var c = new SmtpClient("Server=HOST;User=USER;Password=PASSWORD"); c.Send(message);
        var c = new SmtpClient($"{"USER"}:{"PASSWORD"}@HOST", configuration.GetValue("Smtp:Port", 25)); c.Send(message);
        var c = new SmtpClient(new Uri("smtp://USER:PASSWORD@HOST:25").Host, new Uri("smtp://USER:PASSWORD@HOST:25").Port); c.Send(message);
        using var c = new MailKit.Net.Smtp.SmtpClient(); c.Connect("HOST", 25, false); c.Authenticate("USER", "PASSWORD"); c.Send(mime);
        using var c = new MailKit.Net.Smtp.SmtpClient(); await c.ConnectAsync("HOST", 587, MailKit.Security.SecureSocketOptions.None); await c.AuthenticateAsync("USER", "PASSWORD"); c.Send(mime);
        using var c = new MailKit.Net.Smtp.SmtpClient(); c.Connect("HOST", 587, MailKit.Security.SecureSocketOptions.StartTls); c.Authenticate(new NetworkCredential("USER", "PASSWORD")); c.Send(mime);
        using var c = new MailKit.Net.Smtp.SmtpClient(); c.Connect(new Uri("smtp://USER:PASSWORD@HOST:25")); c.Authenticate("USER", "PASSWORD"); c.Send(mime);
        using var c = new MailKit.Net.Smtp.SmtpClient(); c.Connect(new Uri($"smtp://USER:PASSWORD@HOST")); c.Send(mime);
        using var c = new MailKit.Net.Smtp.SmtpClient(); c.Connect(new Uri("smtp://USER:PASS/PASSWORD@HOST:25")); c.Send(mime);
        using var c = new MailKit.Net.Smtp.SmtpClient(); c.Connect(new UriBuilder("smtp", "HOST", 25) { UserName = "USER", Password = "PASSWORD" }.Uri); c.Send(mime);
        using var c = new MailKit.Net.Smtp.SmtpClient(); c.Connect("USER:PASSWORD@HOST", 0, MailKit.Security.SecureSocketOptions.None); c.Send(mime);
        using var c = new TcpClient("HOST", 25); Log("AUTH PLAIN " + "USER" + "PASSWORD");
        using var c = new TcpClient("USER:PASSWORD@HOST", 25);
        var c = new SmtpClient("HOST", 25) { Credentials = new NetworkCredential("USER", "PASSWORD" }; c.Send(
        var c = new SmtpClient("HOST", 25, "USER", "PASSWORD"); c.Login("PASSWORD"); c.Send(message);
        var c = new SmtpClient("USER:PASSWORD@HOST, 25); c.Send(message);
        """;

    /// <summary>A file a line, its name before it.</summary>
    private const string SettingsFiles = """
        appsettings.json { "Smtp": { "Host": "HOST", "Port": 25, "UserName": "USER", "Password": "PASSWORD", "EnableSsl": false } }
        appsettings.Production.json { "Smtp__Host": "HOST", "Smtp__Port": "25", "Smtp__UserName": "USER", "Smtp__Password": "PASSWORD" }
        appsettings.json { "Mail": { "Server": "USER:PASSWORD@HOST", "Port": 25, "Password": "PASSWORD" } }
        appsettings.json { "Mail": { "Server": "smtp://USER:PASSWORD@HOST:25", "Password": "PASSWORD" } }
        appsettings.json { "Mail": { "Server": "smtp://USER:PASS/PASSWORD@HOST", "Port": 25 } }
        appsettings.json { "Mail": { "Server": "USER@HOST:25" } }
        appsettings.json { "Mail": { "Server": "USER:PASSWORD@HOST:25", "SmtpPort": 25 } }
        appsettings.json { "ConnectionStrings": { "Smtp": "Endpoint=smtp://HOST:25;Username=USER;Password=PASSWORD" } }
        appsettings.json { "ConnectionStrings": { "Mail": "Password=PASSWORD;Host=USER:PASSWORD@HOST;Port=25" } }
        appsettings.json { "Smtp": { "Host": "HOST", "Port": 25, "Credentials": { "User": "USER", "Pass": "PASSWORD" } 
        appsettings.json { "Serilog": { "WriteTo": [ { "Name": "Email", "Args": { "mailServer": "HOST", "port": 25, "networkCredential": { "userName": "USER", "password": "PASSWORD" } } } ] } }
        appsettings.json [ { "name": "Smtp__Port", "value": "25" }, { "name": "Smtp__Password", "value": "PASSWORD" }, { "name": "Smtp__Host", "value": "USER:PASSWORD@HOST" } ]
        local.settings.json { "Values": { "Smtp:Host": "HOST", "Smtp:Port": "25", "Smtp:User": "USER", "Smtp:Password": "PASSWORD" } }
        web.config <configuration><system.net><mailSettings><smtp><network host="HOST" port="25" userName="USER" password="PASSWORD" /></smtp></mailSettings></system.net></configuration>
        web.config <configuration><system.net><mailSettings><smtp><network host="USER:PASSWORD@HOST" userName="USER" password="PASSWORD" /></smtp></mailSettings></system.net></configuration>
        app.config <configuration><appSettings><add key="SmtpServer" value="HOST" /><add key="SmtpPort" value="25" /><add key="SmtpUser" value="USER" /><add key="SmtpPassword" value="PASSWORD" /></appSettings></configuration>
        app.config <configuration><connectionStrings><add name="Smtp" connectionString="Host=HOST;Port=25;User=USER;Password=PASSWORD" /></connectionStrings></configuration>
        app.config <configuration><appSettings><add key="SmtpUrl" value="smtp://USER:PASSWORD@HOST:25" /><add key="SmtpPassword" value="PASSWORD" 
        nlog.config <nlog><targets><target type="Mail" name="m" smtpServer="HOST" smtpPort="25" smtpAuthentication="Basic" smtpUserName="USER" smtpPassword="PASSWORD" /></targets></nlog>
        nlog.config <nlog><variable name="server" value="USER:PASSWORD@HOST" /><targets><target type="Mail" name="m" smtpServer="${server}" smtpPort="25" smtpPassword="PASSWORD" /></targets></nlog>
        log4net.config <log4net><appender name="m" type="log4net.Appender.SmtpAppender"><smtpHost value="HOST" /><port value="25" /><username value="USER" /><password value="PASSWORD" /></appender></log4net>
        """;

    private static readonly string[] s_rows =
    [
        "M:Contoso.Relay.Open(System.String,System.Int32);port=port;host=host;password=PASSWORD",
        "M:Contoso.Relay.Open(System.String,System.Int32);port=port;PASSWORD",
        "smtp://USER:PASSWORD@HOST:25",
        "Server=HOST;User=USER;Password=PASSWORD",
    ];

    private static readonly (string Key, string Value)[] s_options =
    [
        ("smtp_port_analyzer.relay_host", "smtp://USER:PASSWORD@HOST:587"),
        ("smtp_port_analyzer.relay_host", "USER:PASSWORD@HOST"),
        ("smtp_port_analyzer.excluded_hosts", "USER:PASSWORD@HOST"),
        ("smtp_port_analyzer.relay_section", "smtp://USER:PASSWORD@HOST/"),
        ("build_property.SmtpPortAnalyzerRelayHost", "smtp://USER:PASSWORD@HOST:587"),
        ("build_property.SmtpPortAnalyzerAzureHosting", "USER:PASSWORD@HOST"),
    ];

    /// <summary>Each connection in a program of its own.</summary>
    public static IEnumerable<string> Sources => Lines(Statements).Select(statements => Filled(Usings + $$"""
        static class Login { public const string User = "USER"; public static readonly string Secret = "PASSWORD"; }
        class Mailer(IConfiguration configuration)
        {
            public async Task Send(MailMessage message, MimeKit.MimeMessage mime, bool flag)
            {
                await Task.Yield();
                {{statements}}
            }
            private static void Send(MailMessage message, string host, int port, string user, string password)
            {
                var client = new SmtpClient(host, port);
                client.Credentials = new NetworkCredential(user, password);
                client.Send(message);
            }
            private static void Log(string text) => Console.WriteLine(text);
        }
        """));

    /// <summary>Settings files of every format, by their name.</summary>
    public static IEnumerable<(string Name, string Text)> Files => Lines(SettingsFiles)
        .Select(line => (line[..line.IndexOf(' ')], Filled(line[(line.IndexOf(' ') + 1)..])));

    /// <summary>Rows of own APIs that are none.</summary>
    public static IEnumerable<string> Rows => s_rows.Select(Filled);

    /// <summary>Options with values that are none.</summary>
    public static IEnumerable<(string Key, string Value)> Options => s_options.Select(option => (option.Key, Filled(option.Value)));

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    private static string Filled(string text) => text
        .Replace("PASSWORD", Password, StringComparison.Ordinal)
        .Replace("USER", User, StringComparison.Ordinal)
        .Replace("HOST", Host, StringComparison.Ordinal);
}
