using System.Net.Mail;

namespace RelaySamples;

/// <summary>The company's own client, which always talks to the company's server.</summary>
public sealed class CompanyClient : SmtpClient
{
    public CompanyClient()
        : base("mail.contoso.example", 25)
    {
        DeliveryMethod = SmtpDeliveryMethod.Network;
        Timeout = 30_000;
    }
}

public sealed class EnvironmentDerived : ISample
{
    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using var client = new CompanyClient();
        await client.SendMailAsync("shop@contoso.example", recipient, "Your order", "It is on its way.", cancellationToken);
    }
}
