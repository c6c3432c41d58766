using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RelaySamples;

// dotnet RelaySamples.dll SAMPLE: sends one message to SAMPLE@fabrikam.example. appsettings.json is read from the current folder.
var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddTransient<ISample, ConfigurationStatements>();
builder.Services.AddTransient<ISample, ConfigurationHostOnly>();
builder.Services.AddTransient<ISample, ConfigurationFallback>();
builder.Services.AddTransient<ISample, ConfigurationMailKitAsync>();
builder.Services.AddTransient<ISample, ConfigurationInjected>();
builder.Services.AddTransient<ISample, ConfigurationInjectedMailKit>();
builder.Services.AddTransient<ISample, OptionsSystemNetMailAsync>();
builder.Services.AddTransient<ISample, OptionsMailKit>();
builder.Services.AddTransient<ISample, SettingsInitializer>();
builder.Services.AddTransient<ISample, SettingsMailKitAsync>();
builder.Services.AddTransient<ISample, SettingsReady>();
builder.Services.AddTransient<ISample, EnvironmentExpression>();
builder.Services.AddTransient<ISample, EnvironmentHostOnlyAsync>();
builder.Services.AddTransient<ISample, EnvironmentFallback>();
builder.Services.AddTransient<ISample, EnvironmentMailKit>();
builder.Services.AddTransient<ISample, EnvironmentMailKitHostOnly>();
builder.Services.AddSingleton(builder.Configuration.GetSection("Mail").Get<MailSettings>() ?? new MailSettings());

using var host = builder.Build();
var sample = host.Services.GetServices<ISample>().Single(s => s.GetType().Name == args[0]);
await sample.SendAsync(args[0] + "@fabrikam.example", CancellationToken.None);

namespace RelaySamples
{
    public interface ISample
    {
        Task SendAsync(string recipient, CancellationToken cancellationToken);
    }
}
