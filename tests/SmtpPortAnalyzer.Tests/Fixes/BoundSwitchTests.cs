using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>A switch that chooses between STARTTLS and nothing is turned on in the file that its options are bound to.</summary>
public class BoundSwitchTests
{
    [Theory]
    [InlineData("UseTls", "true", "settings.Value.UseTls ? SecureSocketOptions.StartTls : SecureSocketOptions.None")]
    [InlineData("UseSsl", "false", "settings.Value.UseSsl ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.None")]
    public Task SwitchOfTheFile_FollowsWhatItMeans(string name, string value, string mode)
    {
        string Code(string port, string mode) => $$"""
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using Microsoft.Extensions.Configuration;
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Options;

            class MailOptions
            {
                public string Host { get; set; } = "";
                public int Port { get; set; }
                public bool {{name}} { get; set; }
            }

            static class Setup
            {
                public static void Bind(IServiceCollection services, IConfiguration configuration) =>
                    services.Configure<MailOptions>(configuration.GetSection("Mail"));
            }

            class Bound(IOptions<MailOptions> settings)
            {
                void Send(string user, string password)
                {
                    using var client = new SmtpClient();
                    client.Connect(settings.Value.Host, settings.Value.Port, {{mode}});
                    client.Authenticate(user, password);
                }
            }

            class Ready(IConfiguration configuration)
            {
                void Send(string user, string password)
                {
                    using var client = new SmtpClient();
                    client.Connect(configuration["Mail:Host"], configuration.GetValue("Mail:Port", {{port}}), SecureSocketOptions.StartTls);
                    client.Authenticate(user, password);
                }
            }
            """;
        var after = name == "UseTls" ? mode : "settings.Value.UseSsl ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls";
        return RelayFixTest.Fixes(RelayFixTest.Port587, Code("{|SMTP003:25|}", mode), Code("587", after), test =>
        {
            test.TestState.AdditionalFiles.Add(("/0/appsettings.json", File("25", "false")));
            test.FixedState.AdditionalFiles.Add(("/0/appsettings.json", File("587", value)));
        });

        string File(string port, string on) => "{ \"Mail\": { \"Port\": " + port + ", \"" + name + "\": " + on + " } }";
    }
}
