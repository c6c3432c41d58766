using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes.Relays;

/// <summary>
/// SMTP007 with <c>IOptions</c>: they are checked as a whole when the program starts, so the connection has to take from there what it
/// needs.
/// </summary>
public class OptionsPasswordTests
{
    private const string Registration = """
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Logging;

        static class Program
        {
            static void Main(string[] args)
            {
                var builder = Host.CreateApplicationBuilder(args);
                builder.Services.AddOptions<SmtpRelayOptions>().BindConfiguration("Smtp").ValidateOnStart();
                builder.Build().Run();
            }
        }

        public class SmtpRelayOptions
        {
            public string Host { get; set; } = "";
            public int Port { get; set; } = 587;
            public string UserName { get; set; } = "";
            public string Password { get; set; } = "";
        }
        """;

    private static string Mailer(string statements) => $$"""
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Options;

        class Mailer(IOptions<SmtpRelayOptions> relay)
        {
            void Send(MailMessage message, string host)
            {
                {{statements}}
                client.Send(message);
            }

            string Sender => relay.Value.UserName;
        }
        """;

    [Fact]
    public Task UserNameAndHostComeFromThereToo() => FixesAsync(
        """using var client = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("shop", """ +
        """{|SMTP007:"Xk3!v9qT"|}) };""",
        """using var client = new SmtpClient(relay.Value.Host, relay.Value.Port) { EnableSsl = true, Credentials = new """ +
        """NetworkCredential(relay.Value.UserName, relay.Value.Password) };""");

    [Theory]
    [InlineData(
        """using var client = new SmtpClient(host, 587) { EnableSsl = true, Credentials = new NetworkCredential("shop", """ +
        """{|SMTP007:"Xk3!v9qT"|}) };""")]
    [InlineData(
        """var secret = host.Length > 3 ? host : {|SMTP007:"Xk3!v9qT"|}; using var client = new SmtpClient("h.contoso.com", 587) { """ +
        """EnableSsl = true, Credentials = new NetworkCredential("shop", secret) };""")]
    public Task HostOrLoginOfRunTime_NothingIsOffered(string statements) => FixesAsync(statements, statements);

    private static Task FixesAsync(string before, string after) => SecurityFixTest.FixesFile(
        "SMTP007",
        RelayFixTest.Options,
        Mailer(before),
        Mailer(after),
        test =>
        {
            test.TestState.Sources.Add(("/0/Program.cs", Registration));
            test.FixedState.Sources.Add(("/0/Program.cs", Registration));
            test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication;
        },
        isForNet8: false);

    [Fact]
    public Task Startup_IsNotMadeByTheContainer() => SecurityFixTest.OffersNothing("SMTP007", RelayFixTest.Options, """
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        public class Startup
        {
            public Startup(IHostEnvironment environment)
            {
                Environment = environment;
            }

            public IHostEnvironment Environment { get; }

            public void ConfigureServices(IServiceCollection services)
            {
                services.AddSingleton(Create());
            }

            private SmtpClient Create()
            {
                return new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("shop", {|SMTP007:"Xk3!v9qT"|}) };
            }
        }
        """);
}
