using FluentEmail.MailKitSmtp;
using log4net;
using log4net.Appender;
using log4net.Config;
using log4net.Layout;
using NETCore.MailKit.Core;

namespace RelaySamples;

/// <summary>FluentEmail keeps the connection's settings in an object.</summary>
public sealed class EnvironmentFluentEmail : ISample
{
    public Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        var sender = new MailKitSender(new SmtpClientOptions { Server = "mail.contoso.example", Port = 25, UseSsl = false });
        return sender.SendAsync("shop@contoso.example", recipient, "Your order", "It is on its way.", cancellationToken);
    }
}

/// <summary>NETCore.MailKit is told its settings where the program starts.</summary>
public sealed class ConfigurationEmailService(EmailService service) : ISample
{
    public Task SendAsync(string recipient, CancellationToken cancellationToken) =>
        service.SendAsync(recipient, "Your order", "It is on its way.", cancellationToken);
}

/// <summary>log4net mails what goes wrong.</summary>
public sealed class EnvironmentAppender : ISample
{
    public Task SendAsync(string recipient, CancellationToken cancellationToken)
    {
        var appender = new SmtpAppender
        {
            SmtpHost = "mail.contoso.example",
            Port = 25,
            From = "shop@contoso.example",
            To = recipient,
            Subject = "Your order",
            BufferSize = 1,
            Lossy = false,
            Layout = new SimpleLayout(),
        };
        appender.ActivateOptions();
        BasicConfigurator.Configure(appender);
        LogManager.GetLogger(typeof(EnvironmentAppender)).Error("It is on its way.");
        appender.Close();
        return Task.CompletedTask;
    }
}
