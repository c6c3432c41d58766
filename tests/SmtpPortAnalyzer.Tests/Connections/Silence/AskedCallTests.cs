using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections.Silence;

/// <summary>Methods that check a port or a host for their caller.</summary>
public class AskedCallTests
{
    [Theory]
    [InlineData("Check(port);")]
    [InlineData("if (!IsAllowed(port)) return;")]
    [InlineData("if (IsBlocked(port)) throw new ArgumentException();")]
    [InlineData("if (!Allowed.Contains(port)) return;")]
    [InlineData("if (Blocked.Contains(port)) port = 588;")]
    [InlineData("ArgumentOutOfRangeException.ThrowIfEqual(port, 25);")]
    [InlineData("ArgumentOutOfRangeException.ThrowIfLessThan(port, 465);")]
    [InlineData("var isBlocked = port == 25; if (isBlocked) port = 588;")]
    [InlineData("bool isFine = port != 25; if (!isFine) return;")]
    [InlineData("var isFine = port > 100 && port < 9999; if (!isFine) return;")]
    public Task Port_ThatIsChecked_IsNot25(string check) => Connection.FileAsync(Program(check, "int port = 25"));

    [Theory]
    [InlineData("CheckRange(port);")]
    [InlineData("if (IsAllowed(port + 1)) return;")]
    [InlineData("if (!IsBlocked(port)) return;")]
    [InlineData("if (Allowed.Contains(port)) return;")]
    [InlineData("ArgumentOutOfRangeException.ThrowIfNegative(port);")]
    [InlineData("ArgumentOutOfRangeException.ThrowIfLessThan(port, 25);")]
    [InlineData("var isFine = port > 0; if (!isFine) return;")]
    [InlineData("var isBlocked = port == 25; if (isBlocked) Console.WriteLine(port);")]
    public Task Port_ThatIsAskedSomethingElse_IsReported(string check) =>
        Connection.FileAsync(Program(check, "int port = {|SMTP003:25|}"));

    private static string Program(string check, string parameter) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net.Mail;

        public class Mailer
        {
            private static readonly int[] Allowed = { 465, 588, 2526 };
            private static readonly HashSet<int> Blocked = new() { 25, 2500 };
            private static void Check(int port) { if (port == 25) throw new ArgumentException("blocked"); }
            private static void CheckRange(int port) { if (port < 1 || port > 65535) throw new ArgumentException("no port"); }
            private static bool IsAllowed(int port) => port is 465 or 588;
            private static bool IsBlocked(int port) { if (port == 25) return true; return false; }

            public void Send(string host, {{parameter}})
            {
                {{check}}
                new SmtpClient(host, port).Send(null!);
            }
        }
        """;

    [Theory]
    [InlineData("host == \"localhost\" || host == \"127.0.0.1\"")]
    [InlineData("host is \"localhost\" or \"::1\"")]
    [InlineData("host.Equals(\"LOCALHOST\", StringComparison.OrdinalIgnoreCase)")]
    [InlineData("host.StartsWith(\"192.168.\")")]
    [InlineData("IPAddress.IsLoopback(IPAddress.Parse(host))")]
    [InlineData("new[] { \"localhost\", \"127.0.0.1\" }.Contains(host)")]
    [InlineData("IsLocal(host)")]
    public Task Host_ThatIsFoundLocal_TakesThePort(string condition) => Connection.FileAsync(Hosts(condition, "25"));

    [Theory]
    [InlineData("host == \"localhost\" || host == \"smtp.contoso.com\"")]
    [InlineData("host is \"localhost\" or \"smtp.contoso.com\"")]
    [InlineData("host.StartsWith(\"smtp.\")")]
    [InlineData("new[] { \"localhost\", \"smtp.contoso.com\" }.Contains(host)")]
    [InlineData("IsOwn(host)")]
    [InlineData("!IsLocal(host)")]
    public Task Host_ThatMayBeAnother_DoesNot(string condition) => Connection.FileAsync(Hosts(condition, "{|SMTP001:25|}"));

    private static string Hosts(string condition, string port) => $$"""
        using System;
        using System.Linq;
        using System.Net;
        using System.Net.Mail;

        public class Mailer
        {
            private static bool IsLocal(string host) => host.Equals("localhost") || host == "127.0.0.1" || host.StartsWith("10.");
            private static bool IsOwn(string host) => host == "localhost" || host.EndsWith(".contoso.com");

            public void Send(string host)
            {
                var client = new SmtpClient(host);
                if ({{condition}}) client.Port = {{port}}; else client.Port = 588;
                client.Send(null!);
            }
            public void Kept(string host)
            {
                var isLocal = {{condition}};
                var client = new SmtpClient(host, 588);
                if (isLocal) client.Port = {{port}};
                client.Send(null!);
            }
        }
        """;

    [Fact]
    public Task Uri_ThatIsLoopback_TakesThePort() => Connection.MembersAsync("""
        void Good(Uri relay) => new SmtpClient(relay.Host, relay.IsLoopback ? 25 : 588).Send(null!);
        void Kept(Uri relay) { var isLocal = relay.IsLoopback; new SmtpClient(relay.Host) { Port = isLocal ? 25 : 588 }.Send(null!); }
        void Bad(Uri relay, Uri other) => new SmtpClient(relay.Host, {|SMTP001:other.IsLoopback ? 25 : 588|}).Send(null!);
        """);

    [Fact]
    public Task Setting_ThatIsValidated_IsNot25() => Connection.TypesAsync("""
        class Good { public string Host { get; set; } = ""; public int Number { get; set; } = 25; public void Validate() { if (Number == 25) throw new InvalidOperationException(); } public bool IsBlocked => Number == 25; }
        class Bad { public string Host { get; set; } = ""; public int Number { get; set; } = {|SMTP003:25|}; public void Validate() { if (Host == "") throw new InvalidOperationException(); } }
        class Sender
        {
            void A(Good o) { o.Validate(); new SmtpClient(o.Host, o.Number).Send(null!); }
            void B(Good o) { if (o.IsBlocked) return; new SmtpClient(o.Host, o.Number).Send(null!); }
            void C(Bad o) { o.Validate(); new SmtpClient(o.Host, o.Number).Send(null!); }
        }
        """);
}
