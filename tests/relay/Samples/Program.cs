using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RelaySamples;

// dotnet RelaySamples.dll SAMPLE: sends one message to SAMPLE@fabrikam.example. appsettings.json is read from the current folder.
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
builder.Services.AddSingleton(builder.Configuration.GetSection("Mail").Get<MailSettings>() ?? new MailSettings());
builder.Services.AddSingleton(builder.Configuration.GetSection("Mail").Get<SmtpDefaults>() ?? new SmtpDefaults());
builder.Services.AddSingleton(builder.Configuration.GetSection("Mail").Get<PlainSmtpDefaults>() ?? new PlainSmtpDefaults());

using var host = builder.Build();
var sample = (ISample)host.Services.GetRequiredService(Type.GetType("RelaySamples." + args[0], throwOnError: true)!);
await sample.SendAsync(args[0] + "@fabrikam.example", CancellationToken.None);

namespace RelaySamples
{
    public interface ISample
    {
        Task SendAsync(string recipient, CancellationToken cancellationToken);
    }
}
