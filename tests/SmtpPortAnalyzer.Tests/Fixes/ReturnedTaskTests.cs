using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>MailKit connections whose task somebody else waits for: the function waits itself, so that the login follows.</summary>
public class ReturnedTaskTests
{
    private const string Usings = """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using Microsoft.Extensions.Options;

        public class SmtpRelayOptions
        {
            public const string SectionName = "Smtp";
            public string Host { get; set; } = "";
            public int Port { get; set; } = 587;
            public string UserName { get; set; } = "";
            public string Password { get; set; } = "";
        }

        class Mailer(SmtpRelayOptions relay, SmtpClient client)
        {

        """;

    private static Task Fixes(string before, string after) =>
        RelayFixTest.Fixes(RelayFixTest.Options, Usings + before + "\n}", Usings + after + "\n}");

    private static Task OffersNothing(string code) => RelayFixTest.OffersNothing(RelayFixTest.Options, Usings + code + "\n}");

    [Fact]
    public Task ExpressionBody_BecomesAsync() => Fixes("""
            public Task OpenAsync(CancellationToken token) => client.ConnectAsync("mail.contoso.com", {|SMTP001:25|}, false, token);
        """, """
            public async Task OpenAsync(CancellationToken token)
            {
                await client.ConnectAsync(relay.Host, relay.Port, SecureSocketOptions.StartTls, token);
                await client.AuthenticateAsync(relay.UserName, relay.Password, token);
            }
        """);

    [Fact]
    public Task ExpressionBodyOnItsOwnLine_BecomesAsync() => Fixes("""
            // Opens it.
            private Task OpenAsync() =>
                client.ConnectAsync("mail.contoso.com", {|SMTP001:25|});
        """, """
            // Opens it.
            private async Task OpenAsync()
            {
                await client.ConnectAsync(relay.Host, relay.Port, SecureSocketOptions.StartTls);
                await client.AuthenticateAsync(relay.UserName, relay.Password);
            }
        """);

    [Fact]
    public Task ValueTask_IsUnwrapped() => Fixes("""
            ValueTask OpenAsync() => new ValueTask(client.ConnectAsync("mail.contoso.com", {|SMTP001:25|}));
        """, """
            async ValueTask OpenAsync()
            {
                await client.ConnectAsync(relay.Host, relay.Port, SecureSocketOptions.StartTls);
                await client.AuthenticateAsync(relay.UserName, relay.Password);
            }
        """);

    [Fact]
    public Task LocalFunctionAndLambdas_BecomeAsync() => Fixes("""
            void Run()
            {
                Task Open() => client.ConnectAsync("mail.contoso.com", {|SMTP001:25|});
                void OpenNow() => client.Connect("mail.contoso.com", {|SMTP001:25|});
                Func<CancellationToken, Task> later = token => client.ConnectAsync("mail.contoso.com", {|SMTP001:25|}, false, token);
                Task.Run(() => client.ConnectAsync("mail.contoso.com", {|SMTP001:25|}));
                Task.Run(() => client.Connect("mail.contoso.com", {|SMTP001:25|}));
            }
        """, """
            void Run()
            {
                async Task Open()
                {
                    await client.ConnectAsync(relay.Host, relay.Port, SecureSocketOptions.StartTls);
                    await client.AuthenticateAsync(relay.UserName, relay.Password);
                }
                void OpenNow()
                {
                    client.Connect(relay.Host, relay.Port, SecureSocketOptions.StartTls);
                    client.Authenticate(relay.UserName, relay.Password);
                }
                Func<CancellationToken, Task> later = async token =>
                {
                    await client.ConnectAsync(relay.Host, relay.Port, SecureSocketOptions.StartTls, token);
                    await client.AuthenticateAsync(relay.UserName, relay.Password, token);
                };
                Task.Run(async () =>
                {
                    await client.ConnectAsync(relay.Host, relay.Port, SecureSocketOptions.StartTls);
                    await client.AuthenticateAsync(relay.UserName, relay.Password);
                });
                Task.Run(() =>
                {
                    client.Connect(relay.Host, relay.Port, SecureSocketOptions.StartTls);
                    client.Authenticate(relay.UserName, relay.Password);
                });
            }
        """);

    [Fact]
    public Task Return_OthersAreWaitedForAsWell() => Fixes("""
            Task OpenAsync(bool isReady, Task other)
            {
                if (isReady)
                    return Task.CompletedTask;
                if (client.IsConnected)
                {
                    return other;
                }

                if (client.IsSecure)
                    return client.ConnectAsync("mail.contoso.com", {|SMTP001:25|});
                return client.ConnectAsync("mail.contoso.com", {|SMTP001:25|}); // the usual
            }
        """, """
            async Task OpenAsync(bool isReady, Task other)
            {
                if (isReady)
                    return;
                if (client.IsConnected)
                {
                    await other;
                    return;
                }

                if (client.IsSecure)
                {
                    await client.ConnectAsync(relay.Host, relay.Port, SecureSocketOptions.StartTls);
                    try
                    {
                        await client.AuthenticateAsync(relay.UserName, relay.Password);
                    }
                    catch
                    {
                        await client.DisconnectAsync(true);
                        throw;
                    }
                    return;
                }
                await client.ConnectAsync(relay.Host, relay.Port, SecureSocketOptions.StartTls); // the usual
                try
                {
                    await client.AuthenticateAsync(relay.UserName, relay.Password);
                }
                catch
                {
                    await client.DisconnectAsync(true);
                    throw;
                }
            }
        """);

    [Fact]
    public Task TypeThatNeverResumesOnTheContext_KeepsToThat() => Fixes("""
            Task OpenAsync() => client.ConnectAsync("mail.contoso.com", {|SMTP001:25|});

            async Task CloseAsync() => await client.DisconnectAsync(true).ConfigureAwait(false);
        """, """
            async Task OpenAsync()
            {
                await client.ConnectAsync(relay.Host, relay.Port, SecureSocketOptions.StartTls).ConfigureAwait(false);
                await client.AuthenticateAsync(relay.UserName, relay.Password).ConfigureAwait(false);
            }

            async Task CloseAsync() => await client.DisconnectAsync(true).ConfigureAwait(false);
        """);

    [Fact]
    public Task StoredTask_LoginFollowsWhereItIsWaitedFor() => Fixes("""
            async Task OpenAsync()
            {
                var connecting = client.ConnectAsync("mail.contoso.com", {|SMTP001:25|});
                Console.WriteLine("Connecting");
                await connecting;
            }
        """, """
            async Task OpenAsync()
            {
                var connecting = client.ConnectAsync(relay.Host, relay.Port, SecureSocketOptions.StartTls);
                Console.WriteLine("Connecting");
                await connecting;
                await client.AuthenticateAsync(relay.UserName, relay.Password);
            }
        """);

    [Fact]
    public Task TaskThatOthersWaitFor_IsNotOffered() => OffersNothing("""
            async Task OpenAsync() => await Task.WhenAny(client.ConnectAsync("mail.contoso.com", {|SMTP001:25|}), Task.Delay(100));
        """);

    [Fact]
    public Task TaskThatNobodyWaitsFor_IsNotOffered() => OffersNothing("""
            Action Opening() => () => client.ConnectAsync("mail.contoso.com", {|SMTP001:25|});
        """);

    [Fact]
    public Task Property_CannotWait_IsNotOffered() => OffersNothing("""
            Task Opening => client.ConnectAsync("mail.contoso.com", {|SMTP001:25|});
        """);

    [Fact]
    public Task OutParameter_CannotBeAsync_IsNotOffered() => OffersNothing("""
            Task OpenAsync(out int port)
            {
                port = 587;
                return client.ConnectAsync("mail.contoso.com", {|SMTP001:25|});
            }
        """);

    [Fact]
    public Task BlockOnOneLine_IsSpread() => Fixes("""
            void Open() { client.Connect("mail.contoso.com", {|SMTP001:25|}); }

            async Task OpenAsync() { try { await client.ConnectAsync("mail.contoso.com", {|SMTP001:25|}); } catch (Exception) { throw; } }
        """, """
            void Open()
            {
                client.Connect(relay.Host, relay.Port, SecureSocketOptions.StartTls);
                client.Authenticate(relay.UserName, relay.Password);
            }

            async Task OpenAsync()
            {
                try
                {
                    await client.ConnectAsync(relay.Host, relay.Port, SecureSocketOptions.StartTls);
                    await client.AuthenticateAsync(relay.UserName, relay.Password);
                }
                catch (Exception) { throw; }
            }
        """);
}
