using System.Net.Mail;
using MailKit.Net.Smtp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NETCore.MailKit.Extensions;
using NETCore.MailKit.Infrastructure.Internal;
using RelaySamples;
using SmtpClient = System.Net.Mail.SmtpClient;

// dotnet RelaySamples.dll SAMPLE RECIPIENT: sends one message. appsettings.json is read from the current folder.
var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddTransient<ConfigurationStatements>();
builder.Services.AddTransient<ConfigurationHostOnly>();
builder.Services.AddTransient<ConfigurationFallback>();
builder.Services.AddTransient<ConfigurationMailKitAsync>();
builder.Services.AddTransient<ConfigurationReturnedTask>();
builder.Services.AddTransient<ConfigurationInjected>();
builder.Services.AddTransient<ConfigurationInjectedMailKit>();
builder.Services.AddTransient<OptionsSystemNetMailAsync>();
builder.Services.AddTransient<OptionsMailKit>();
builder.Services.AddTransient<SettingsInitializer>();
builder.Services.AddTransient<SettingsMailKitAsync>();
builder.Services.AddTransient<SettingsReady>();
builder.Services.AddTransient<SettingsDefault>();
builder.Services.AddTransient<SettingsDefaultMailKit>();
builder.Services.AddTransient<EnvironmentExpression>();
builder.Services.AddTransient<EnvironmentHostOnlyAsync>();
builder.Services.AddTransient<EnvironmentFallback>();
builder.Services.AddTransient<EnvironmentMailKit>();
builder.Services.AddTransient<EnvironmentMailKitHostOnly>();
builder.Services.AddTransient<EnvironmentPassed>();
builder.Services.AddTransient<ConfigurationPassed>();
builder.Services.AddTransient<ConfigurationUnencrypted>();
builder.Services.AddTransient<ConfigurationBareMailKit>();
builder.Services.AddTransient<ConfigurationPassword>();
builder.Services.AddTransient<EnvironmentWithoutLogin>();
builder.Services.AddTransient<EnvironmentMailKitPassword>();
builder.Services.AddTransient<SettingsTlsPort>();
builder.Services.AddTransient<SettingsMailKitImplicit>();
builder.Services.AddTransient<TenantSystemNetMail>();
builder.Services.AddTransient<TenantMailKit>();
builder.Services.AddTransient<FailoverPair>();
builder.Services.AddTransient<EnvironmentDerived>();
builder.Services.AddTransient<EnvironmentReturnedPort>();
builder.Services.AddTransient<ConfigurationReturnedPort>();
builder.Services.AddTransient<MailingStringPort>();
builder.Services.AddTransient<EnvironmentSharedConstant>();
builder.Services.AddTransient<ConfigurationSharedConstant>();
builder.Services.AddTransient<EmailOptionsPattern>();
builder.Services.AddTransient<CourierExtension>();
builder.Services.AddTransient<ConfigurationLambda>();
builder.Services.AddTransient<EnvironmentFactory>();
builder.Services.AddTransient<EnvironmentLazy>();
builder.Services.AddTransient<ConfigurationCancelled>();
builder.Services.AddTransient<NotifyStatic>();
builder.Services.AddTransient<EnvironmentOptional>();
builder.Services.AddTransient<MailNames>();
builder.Services.AddTransient<ConfigurationAddress>();
builder.Services.AddTransient<AppSettingsServer>();
builder.Services.AddTransient<AppSettingsPort>();
builder.Services.AddTransient<ConfigurationReconnect>();
builder.Services.AddTransient<ConfigurationEnsured>();
builder.Services.AddTransient<AccountMailKit>();
builder.Services.AddTransient<ConfigurationInbox>();
builder.Services.AddTransient<EnvironmentFluentEmail>();
builder.Services.AddTransient<ConfigurationEmailService>();
builder.Services.AddTransient<EnvironmentAppender>();
builder.Services.AddTransient<TopLevel>();
builder.Services.AddSingleton<TenantStore>();
builder.Services.Configure<EmailOptions>(builder.Configuration.GetSection("Email"));
builder.Services.AddTransient(_ => new SmtpClient("mail.contoso.example", 25));
builder.Services.AddSingleton<ISmtpClientFactory, SmtpClientFactory>();
builder.Services.AddTransient<Func<ISmtpClient>>(_ => () => new MailKit.Net.Smtp.SmtpClient { CheckCertificateRevocation = false });
builder.Services.AddSingleton(builder.Configuration.GetSection("Account").Get<AccountSettings>() ?? new AccountSettings());

// NETCore.MailKit wants its settings at once, and the other samples have others.
if (args[0] == nameof(ConfigurationEmailService))
{
    builder.Services.AddMailKit(options => options.UseMailKit(new MailKitOptions
    {
        Server = "mail.contoso.example",
        Port = 25,
        SenderName = "Contoso",
        SenderEmail = "shop@contoso.example",
    }));
}

builder.Services.AddSingleton(builder.Configuration.GetSection("Mail").Get<MailSettings>() ?? new MailSettings());
builder.Services.AddSingleton(builder.Configuration.GetSection("Mail").Get<SmtpDefaults>() ?? new SmtpDefaults());
builder.Services.AddSingleton(builder.Configuration.GetSection("Mail").Get<PlainSmtpDefaults>() ?? new PlainSmtpDefaults());

// A program that needs no class for its mail.
if (args[0] == nameof(TopLevel))
{
    using var client = new SmtpClient("mail.contoso.example", 25);
    var sender = builder.Configuration["Sender"] ?? "shop@contoso.example";
    await client.SendMailAsync(sender, args[1], "Your order", "It is on its way.");
    return;
}

using var host = builder.Build();
var sample = (ISample)host.Services.GetRequiredService(Type.GetType("RelaySamples." + args[0], throwOnError: true)!);
await sample.SendAsync(args[1], CancellationToken.None);

namespace RelaySamples
{
    public interface ISample
    {
        Task SendAsync(string recipient, CancellationToken cancellationToken);
    }

    internal sealed class TopLevel;
}
