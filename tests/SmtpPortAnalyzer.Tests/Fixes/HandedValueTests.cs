using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>
/// What a call hands over is the same in whatever form the method or constructor keeps it: a switch is turned on in the call, and a call
/// that hands over no login is none that a new port is enough for.
/// </summary>
public class HandedValueTests
{
    private const string Fields = "private readonly string _host; private readonly int _port; private readonly bool _ssl;";
    private const string Constructor = Fields + " public Mailer(string host, int port, bool ssl) ";

    [Theory]
    [InlineData(Constructor + "{ _host = host; _port = port; _ssl = ssl; }")]
    [InlineData(Constructor + "=> (_host, _port, _ssl) = (host, port, ssl);")]
    [InlineData(Constructor + "{ var on = ssl; _host = host; _port = port; _ssl = on; }")]
    [InlineData(
        Constructor + ": this(ssl) { _host = host; _port = port; } Mailer(bool on) { _ssl = on; }")]
    public Task Switch_ThatIsHandedOver_IsTurnedOnInTheCall(string members) => RelayFixTest.Fixes(
        RelayFixTest.Call, In(members, "{|SMTP001:25|}, false"), In(members, "587, true"));

    [Theory]
    [InlineData(Constructor + "{ _host = host; _port = port; _ssl = !ssl; }")]
    [InlineData(Constructor + "{ _host = host; _port = port; _ssl = ssl || port == 465; }")]
    [InlineData(
        Constructor + "{ _host = host; _port = port; _ssl = ssl; if (host == \"a\") _ssl = false; }")]
    public Task Switch_ThatSomethingElseDecidesAsWell_IsNotTurnedOnInTheCall(string members) => RelayFixTest.OffersNothing(
        RelayFixTest.Call, In(members, "{|SMTP001:25|}, false"));

    [Theory]
    [InlineData("_user = user; _password = password;")]
    [InlineData("_user = user ?? \"\"; _password = password ?? \"\";")]
    [InlineData("(_user, _password) = (user, password);")]
    public Task Login_ThatTheCallLeavesOut_IsNone(string kept) => RelayFixTest.OffersNothing(RelayFixTest.Port587, $$"""
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            private readonly string _host, _user, _password;
            private readonly int _port;

            public Mailer(string host, int port, string user, string password)
            {
                _host = host;
                _port = port;
                {{kept}}
            }

            public static void Go(MailMessage message) => new Mailer("mail.contoso.com", {|SMTP001:25|}, null, null).Send(message);

            private void Send(MailMessage message)
            {
                using var client = new SmtpClient(_host, _port) { EnableSsl = true, Credentials = new NetworkCredential(_user, _password) };
                client.Send(message);
            }
        }
        """);

    private static string In(string members, string handed) => $$"""
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            {{members}}

            public static void Go(MailMessage message, string user, string password) =>
                new Mailer("mail.contoso.com", {{handed}}).Send(message, user, password);

            private void Send(MailMessage message, string user, string password)
            {
                using var client = new SmtpClient(_host, _port) { EnableSsl = _ssl, Credentials = new NetworkCredential(user, password) };
                client.Send(message);
            }
        }
        """;
}
