using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections.Calls;

/// <summary>Settings that framework code gives: which object it is, is not known, and its members hold what any object's hold.</summary>
public class UnknownOwnerTests
{
    private const string Code = """
        using System;
        using System.Net.Mail;

        public class RelayOptions
        {
            {0}

            public string Host { get; set; } = "";
        }

        public class Mailer
        {
            public void Send(MailMessage message, IServiceProvider services)
            {
                var options = (RelayOptions)services.GetService(typeof(RelayOptions));
                using var client = new SmtpClient(options.Host, options.Port);
                client.Send(message);
            }

            public void SendStored(MailMessage message, string text)
            {
                var options = Read(text);
                using var client = new SmtpClient(options.Host, options.Port);
                client.Send(message);
            }

            private static RelayOptions Read(string text) => System.Text.Json.JsonSerializer.Deserialize<RelayOptions>(text);
        }
        """;

    [Theory]
    [InlineData("public int Port { get; set; } = {|SMTP003:25|};")]
    [InlineData("private int _port = {|SMTP003:25|}; public int Port { get => _port; set { Check(value); _port = value; } }")]
    [InlineData("private int _port = {|SMTP003:25|}; public int Port { get { return _port; } set { if (value > 0) _port = value; } }")]
    public Task Preset_IsTheFallback(string port) => RunAsync(port);

    [Theory]
    [InlineData("private int _port = 587; public int Port { get => _port; set { Check(value); _port = value; } }")]
    [InlineData(
        "private int _retries = 25; private int _port = 2525; public int Port { get => _port; set { Check(value); _port = value; } }")]
    [InlineData("private int _port = 25; public int Port { get => _port == 25 ? 587 : _port; set { Check(value); _port = value; } }")]
    public Task AnotherPort_IsSilent(string port) => RunAsync(port);

    private static Task RunAsync(string port) => new SmtpTest<SmtpAnalyzer, Microsoft.CodeAnalysis.Testing.EmptyCodeFixProvider>
    {
        TestCode = Code.Replace("{0}", port + " private static void Check(int value) { if (value < 1) throw new ArgumentException(); }"),
    }.RunAsync();
}
