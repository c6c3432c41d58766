using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>
/// A host that comes from a look-up of mail exchangers listens on port 25 alone, by whatever way it comes: no action is offered for it. A
/// host whose name only sounds like one is moved as any other.
/// </summary>
public class LookedUpHostTests
{
    private const string Records = "new Resolver().Query(domain).Answers.OrderBy(record => record.Preference)";
    private const string Best = Records + ".First().Exchange";

    [Theory]
    [InlineData("var server = Find(domain);", $"static string Find(string domain) => {Best}.TrimEnd('.');")]
    [InlineData("var server = Find(domain)[0];", $"static List<string> Find(string domain) => {Records}.Select(r => r.Exchange).ToList();")]
    [InlineData("var server = Server;", $"string domain = \"\"; string Server {{ get {{ return {Best}; }} }}")]
    [InlineData("var server = _server;", $"string _server = \"\"; void Open(string domain) {{ var best = {Best}; _server = best; }}")]
    [InlineData(
        "foreach (var server in Find(domain))",
        $"static IEnumerable<string> Find(string domain) {{ foreach (var r in {Records}) yield return r.Exchange; }}")]
    [InlineData("foreach (var record in Find(domain)) Deliver(record.Exchange, message); var server = \"localhost\";", $$"""
        static IEnumerable<MxRecord> Find(string domain) => {{Records}};
        static void Deliver(string host, MailMessage message) => new SmtpClient(host, {|SMTP001:25|}).Send(message);
        """, "25")]
    public async Task LookUp_ByAnyWay_IsOfferedNothing(string host, string member, string port = "{|SMTP001:25|}")
    {
        foreach (var action in new[] { RelayFixTest.Environment, RelayFixTest.StartTls })
            await RelayFixTest.OffersNothing(action, In(host, member, port + ")"));
    }

    [Theory]
    [InlineData("var mxHost = \"mail.contoso.com\"; var server = mxHost;", "")]
    [InlineData("var server = Exchange.Host;", "Box Exchange { get; } = new(); class Box { public string Host { get; set; } = \"\"; }")]
    [InlineData("var server = Environment.GetEnvironmentVariable(\"EXCHANGE_HOST\");", "")]
    public Task Host_ThatIsOnlyCalledSo_IsMoved(string host, string member) => RelayFixTest.Fixes(
        RelayFixTest.StartTls, In(host, member, "{|SMTP001:25|})"), In(host, member, """
            587)
                        {
                            EnableSsl = true
                        }
            """));

    private static string In(string host, string member, string rest) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net.Mail;

        class Mailer
        {
            void Send(string domain, MailMessage message)
            {
                {{host}}
                {
                    using var client = new SmtpClient(server, {{rest}};
                    client.Send(message);
                }
            }

            {{member}}
        }

        class MxRecord { public int Preference { get; set; } public string Exchange { get; set; } = ""; }
        class Response { public List<MxRecord> Answers { get; set; } = new(); }
        class Resolver { public Response Query(string domain) => new(); }
        """;
}
