using System.Net.Mail;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;

namespace RelaySamples;

using SmtpClient = System.Net.Mail.SmtpClient;

/// <summary>A client that the container makes, in a lambda that ignores the services.</summary>
public sealed class ConfigurationLambda(SmtpClient client) : ISample
{
    public Task SendAsync(string recipient, CancellationToken cancellationToken) =>
        client.SendMailAsync("shop@contoso.example", recipient, "Your order", "It is on its way.", cancellationToken);
}

/// <summary>A factory behind an interface.</summary>
public interface ISmtpClientFactory
{
    SmtpClient Create();
}

public sealed class SmtpClientFactory : ISmtpClientFactory
{
    public SmtpClient Create() => new("mail.contoso.example", 25);
}

public sealed class EnvironmentFactory(ISmtpClientFactory factory) : ISample
{
    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using var client = factory.Create();
        client.Timeout = 30_000;
        await client.SendMailAsync("shop@contoso.example", recipient, "Your order", "It is on its way.", cancellationToken);
    }
}

/// <summary>A client that is made when it is first needed.</summary>
public sealed class EnvironmentLazy : ISample, IDisposable
{
    private readonly Lazy<SmtpClient> _client = new(() => new SmtpClient("mail.contoso.example", 25));

    public Task SendAsync(string recipient, CancellationToken cancellationToken) =>
        _client.Value.SendMailAsync("shop@contoso.example", recipient, "Your order", "It is on its way.", cancellationToken);

    public void Dispose()
    {
        if (_client.IsValueCreated)
            _client.Value.Dispose();
    }
}

/// <summary>MailKit behind its interface, with cancellation, logging and a way out.</summary>
public sealed class ConfigurationCancelled(
    Func<ISmtpClient> connect, IConfiguration configuration, ILogger<ConfigurationCancelled> logger) : ISample
{
    public async Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        using var message = Message.To(recipient);
        message.Subject = configuration["Shop:Subject"] ?? "Your order";
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(30));
        var smtp = connect();
        try
        {
            await smtp.ConnectAsync("mail.contoso.example", 25, SecureSocketOptions.StartTlsWhenAvailable, timeout.Token)
                .ConfigureAwait(false);
            await smtp.SendAsync(message, timeout.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError(e, "The message could not be sent");
            throw;
        }
        finally
        {
            await smtp.DisconnectAsync(true, CancellationToken.None).ConfigureAwait(false);
            smtp.Dispose();
        }
    }
}
