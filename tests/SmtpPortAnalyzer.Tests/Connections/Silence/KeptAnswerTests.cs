using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections.Silence;

/// <summary>Answers that are kept in a variable, or given by a method: what they say, and of what they say nothing.</summary>
public class KeptAnswerTests
{
    /// <summary>What a method asked is of its own code and variables.</summary>
    [Theory]
    [InlineData("_isOn && _hosts.Select(h => h.Trim()).Contains(host)")]
    [InlineData("_hosts.Select(h => h.Trim()).Any(h => h == host) || _isOn")]
    public Task Answer_OfAMethodWithALambda_SaysNothingHere(string answer) => Connection.FileAsync($$"""
        using System.Collections.Generic;
        using System.Linq;
        using System.Net.Mail;

        class Mailer
        {
            private readonly List<string> _hosts = new();
            private bool _isOn;
            private bool IsAllowed(string host) => {{answer}};
            private bool IsKept(string host) { var ok = {{answer}}; return ok; }
            void A(string host, MailMessage m) { if (IsAllowed(host)) new SmtpClient(host, {|SMTP001:25|}).Send(m); }
            void B(string host, MailMessage m) { if (IsKept(host)) new SmtpClient(host, {|SMTP001:25|}).Send(m); }
        }
        """);

    [Fact]
    public Task Answer_BeforeTheVariableGotAnotherValue_SaysNothingOfIt() => Connection.FileAsync("""
        using System.Net.Mail;

        class Mailer
        {
            void Send(string host, int port, MailMessage m)
            {
                bool wasTls = port == 587;
                port = 25;
                if (wasTls) new SmtpClient(host, {|SMTP001:port|}).Send(m);
            }
        }
        """);

    [Theory]
    [InlineData("host = \"localhost\"")]
    [InlineData("(host) = \"localhost\"")]
    [InlineData("(host, _) = (\"localhost\", 1)")]
    public Task Answer_OfAMethodThatPutsAnotherHostInItsParameter_SaysNothingOfTheArgument(string write) => Connection.FileAsync($$"""
        using System.Net.Mail;

        class Mailer
        {
            static bool IsUp(string host) => host.Length > 3;
            static bool Probe(string host) { {{write}}; return IsUp(host); }
            void Send(string host, MailMessage m) { if (Probe(host)) new SmtpClient(host, {|SMTP001:25|}).Send(m); }
        }
        """);

    /// <summary>A comparison that leaves the case aside, or that only run time knows, is no certain no.</summary>
    [Theory]
    [InlineData("host.StartsWith(\"SMTP.\", true, CultureInfo.InvariantCulture)")]
    [InlineData("host.EndsWith(\".OFFICE365.COM\", comparison)")]
    [InlineData("host.StartsWith(\"SMTP.\", StringComparison.OrdinalIgnoreCase)")]
    public Task Comparison_ThatIsNotOrdinal_IsNotFoldedToNo(string condition) => Connection.FileAsync($$"""
        using System;
        using System.Globalization;
        using System.Net.Mail;

        class Mailer
        {
            void Send(StringComparison comparison, MailMessage m)
            {
                var host = "smtp.office365.com";
                if ({{condition}}) new SmtpClient(host, {|SMTP001:25|}).Send(m);
            }
        }
        """);
}
