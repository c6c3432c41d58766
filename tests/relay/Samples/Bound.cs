using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace RelaySamples;

public sealed class EmailOptions
{
    public string SmtpServer { get; set; } = "";

    /// <summary>The port, 25 unless it is set.</summary>
    public int SmtpPort { get; set; } = 25;

    public bool EnableSsl { get; set; }

    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";
}

/// <summary>The options pattern, with a settings file that has a port and a switch that says no.</summary>
public sealed class EmailOptionsPattern(IOptions<EmailOptions> options) : ISample
{
    private readonly EmailOptions _options = options.Value;

    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient(_options.SmtpServer, _options.SmtpPort) { EnableSsl = _options.EnableSsl };
        if (_options.UserName.Length > 0)
            client.Credentials = new NetworkCredential(_options.UserName, _options.Password);
        await client.SendMailAsync("shop@contoso.example", recipient, "Your order", "It is on its way.", cancellationToken);
    }
}

/// <summary>A settings object that code fills, and one that reads it by an extension method.</summary>
public sealed class Courier
{
    public string Host { get; set; } = "";

    public int Port { get; set; }

    public bool Ssl { get; set; }

    public string User { get; set; } = "";

    public string Secret { get; set; } = "";
}

internal static class CourierExtensions
{
    public static SmtpClient ToClient(this Courier courier) => new(courier.Host, courier.Port)
    {
        EnableSsl = courier.Ssl,
        Credentials = new NetworkCredential(courier.User, courier.Secret),
    };
}

public sealed class CourierExtension(IConfiguration configuration) : ISample
{
    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        var courier = new Courier
        {
            Host = configuration["Courier:Host"] ?? "mail.contoso.example",
            Port = 25,
            Ssl = false,
            User = configuration["Courier:User"] ?? "",
            Secret = configuration["Courier:Secret"] ?? "",
        };
        using var client = courier.ToClient();
        await client.SendMailAsync("shop@contoso.example", recipient, "Your order", "It is on its way.", cancellationToken);
    }
}
