using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>A login that fails leaves no connected client behind code that connects only where it is not connected.</summary>
public class ReconnectTests
{
    private const string Arguments = """
                        Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set.")
        """;

    [Theory]
    [InlineData("if (_client.IsConnected)\n            return;")]
    [InlineData("if (_client is { IsConnected: true })\n            return;")]
    [InlineData("if (_client?.IsConnected == true)\n            return;")]
    public Task ClientThatIsKept_IsDisconnected(string guard)
    {
        string Code(string connect) => $$"""
            using System;
            using MailKit.Net.Smtp;
            using MailKit.Security;

            class Sender
            {
                private readonly SmtpClient _client = new();

                void Ensure(string host)
                {
                    {{guard}}
                    {{connect}}
                }
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Environment,
            Code("_client.Connect(host, {|SMTP001:25|}, SecureSocketOptions.None);"),
            Code($$"""
            _client.Connect(host, int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"), SecureSocketOptions.StartTls);
                    try
                    {
                        _client.Authenticate(
            {{Arguments}});
                    }
                    catch
                    {
                        _client.Disconnect(true);
                        throw;
                    }
            """));
    }

    /// <summary>One that is made for each message is never found connected; asking it before it is closed is no guard.</summary>
    [Fact]
    public Task ClientThatIsMadeForTheMessage_NeedsNone()
    {
        string Code(string connect) => $$"""
            using System;
            using MailKit.Net.Smtp;
            using MailKit.Security;

            class Sender
            {
                void Send(string host)
                {
                    using var client = new SmtpClient();
                    {{connect}}
                    if (client.IsConnected)
                        client.Disconnect(true);
                }
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Environment,
            Code("client.Connect(host, {|SMTP001:25|}, SecureSocketOptions.None);"),
            Code("""
            client.Connect(host, int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"), SecureSocketOptions.StartTls);
                    client.Authenticate(
                        Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."));
            """));
    }

    /// <summary>The token goes along: the analysis of the framework asks for it.</summary>
    [Fact]
    public Task Token_GoesAlong()
    {
        string Code(string connect) => $$"""
            using System;
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using MailKit.Security;

            class Sender
            {
                readonly SmtpClient _client = new SmtpClient();

                async Task OpenAsync(CancellationToken token)
                {
                    if (_client.IsConnected)
                        return;
                    {{connect}}
                }
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Environment,
            Code("""await _client.ConnectAsync("smtp.contoso.com", {|SMTP001:25|}, SecureSocketOptions.StartTls, token);"""),
            Code("""
                await _client.ConnectAsync(
                            Environment.GetEnvironmentVariable("Smtp__Host") ?? "smtp.contoso.com",
                            int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"),
                            SecureSocketOptions.StartTls,
                            token);
                        try
                        {
                            await _client.AuthenticateAsync(
                                Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                                Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."),
                                token);
                        }
                        catch
                        {
                            await _client.DisconnectAsync(true, token);
                            throw;
                        }
                """));
    }
}
