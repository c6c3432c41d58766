using MailKit.Security;

namespace RelaySamples;

/// <summary>
/// Keeps its connection. The first login fails, since the password is an old one; the next message is sent with the new one.
/// </summary>
public sealed class ConfigurationReconnect(IConfiguration configuration) : ISample, IDisposable
{
    private readonly MailKit.Net.Smtp.SmtpClient _client = new() { CheckCertificateRevocation = false };

    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        var password = configuration["Smtp:Password"];
        configuration["Smtp:Password"] = "an old one";
        try
        {
            await DeliverAsync(recipient, cancellationToken);
            throw new InvalidOperationException("The relay took a message with an old password.");
        }
        catch (AuthenticationException)
        {
            configuration["Smtp:Password"] = password;
        }

        await DeliverAsync(recipient, cancellationToken);
    }

    public void Dispose() => _client.Dispose();

    private async Task DeliverAsync(string recipient, CancellationToken cancellationToken)
    {
        using var message = Message.To(recipient);
        if (!_client.IsConnected)
            await _client.ConnectAsync("mail.contoso.example", 25, SecureSocketOptions.None, cancellationToken);

        await _client.SendAsync(message, cancellationToken);
    }
}

/// <summary>The same in a method of its own, which says whether it connected.</summary>
public sealed class ConfigurationEnsured(IConfiguration configuration) : ISample, IDisposable
{
    private readonly MailKit.Net.Smtp.SmtpClient _client = new() { CheckCertificateRevocation = false };

    public Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        var password = configuration["Smtp:Password"];
        configuration["Smtp:Password"] = "an old one";
        try
        {
            Deliver(recipient, cancellationToken);
            throw new InvalidOperationException("The relay took a message with an old password.");
        }
        catch (AuthenticationException)
        {
            configuration["Smtp:Password"] = password;
        }

        Deliver(recipient, cancellationToken);
        return Task.CompletedTask;
    }

    public void Dispose() => _client.Dispose();

    private void Deliver(string recipient, CancellationToken cancellationToken)
    {
        using var message = Message.To(recipient);
        EnsureConnected(cancellationToken);
        _client.Send(message, cancellationToken);
    }

    private void EnsureConnected(CancellationToken cancellationToken)
    {
        if (_client.IsConnected)
            return;

        _client.Connect("mail.contoso.example", 25, SecureSocketOptions.None, cancellationToken);
    }
}
