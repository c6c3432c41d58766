using System.Net;
using System.Net.Mail;
using MailKit.Security;

namespace RelaySamples;

public sealed class Tenant
{
    public string MailHost { get; set; } = "";

    public string MailUser { get; set; } = "";

    public string MailPassword { get; set; } = "";
}

/// <summary>Stands for a table: no setting of the program knows what is in a row.</summary>
public sealed class TenantStore(IConfiguration configuration)
{
    public Tenant Find(string name) =>
        configuration.GetSection("Tenants").GetSection(name).Get<Tenant>() ?? throw new KeyNotFoundException(name);
}

/// <summary>Host and login come from a row, the port from the code.</summary>
public sealed class TenantSystemNetMail(TenantStore tenants, IConfiguration configuration) : ISample
{
    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        var tenant = tenants.Find("fabrikam");
        using var client = new SmtpClient(tenant.MailHost, 25)
        {
            Credentials = new NetworkCredential(tenant.MailUser, tenant.MailPassword),
        };
        var sender = configuration["Sender"] ?? "shop@contoso.example";
        await client.SendMailAsync(sender, recipient, "Your order", "It is on its way.", cancellationToken);
    }
}

/// <summary>The same with MailKit, which logs in only where the row has a user.</summary>
public sealed class TenantMailKit(TenantStore tenants) : ISample
{
    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        var tenant = tenants.Find("fabrikam");
        using var message = Message.To(recipient);
        using var client = new MailKit.Net.Smtp.SmtpClient { CheckCertificateRevocation = false };
        await client.ConnectAsync(tenant.MailHost, 25, SecureSocketOptions.Auto, cancellationToken);
        if (!string.IsNullOrEmpty(tenant.MailUser))
            await client.AuthenticateAsync(tenant.MailUser, tenant.MailPassword, cancellationToken);
        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(true, cancellationToken);
    }
}
