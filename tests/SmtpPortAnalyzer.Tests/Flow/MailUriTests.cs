using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Flow.Models;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Flow;

/// <summary><c>*</c> in these texts stands for <see cref="AbstractValue.Hole"/>, what only run time knows.</summary>
public class MailUriTests
{
    [Theory]
    [InlineData("smtp://mail.contoso.com", "smtp", "mail.contoso.com", null, false, "")]
    [InlineData("SMTP://Mail.contoso.com:25", "smtp", "Mail.contoso.com", 25, false, "")]
    [InlineData("smtps://mail.contoso.com:465/", "smtps", "mail.contoso.com", 465, false, "")]
    [InlineData("smtp://mail.contoso.com:587?starttls=always", "smtp", "mail.contoso.com", 587, false, "?starttls=always")]
    [InlineData("smtp://mail.contoso.com/?a=1", "smtp", "mail.contoso.com", null, false, "?a=1")]
    [InlineData("smtp://mail.contoso.com#x", "smtp", "mail.contoso.com", null, false, "")]
    [InlineData("smtp://user:secret@mail.contoso.com:25", "smtp", "mail.contoso.com", 25, false, "")]
    [InlineData("smtp://user:p@ss@mail.contoso.com:25", "smtp", "mail.contoso.com", 25, false, "")]
    [InlineData("smtp://[::1]", "smtp", "::1", null, false, "")]
    [InlineData("smtp://[2001:db8::1]:25", "smtp", "2001:db8::1", 25, false, "")]
    [InlineData("smtp://*:25", "smtp", null, 25, false, "")]
    [InlineData("smtp://*", "smtp", null, null, true, "")]
    [InlineData("smtp://mail.*", "smtp", null, null, false, "")]
    [InlineData("smtp://*.contoso.com", "smtp", null, null, false, "")]
    [InlineData("smtp://mail.contoso.com:*", "smtp", "mail.contoso.com", null, true, "")]
    [InlineData("smtp://mail.contoso.com:2*", "smtp", "mail.contoso.com", null, true, "")]
    [InlineData("smtp://mail.contoso.com:", "smtp", "mail.contoso.com", null, false, "")]
    [InlineData("smtp://", "smtp", null, null, false, "")]
    [InlineData("smtp://:25", "smtp", null, 25, false, "")]
    [InlineData("smtp:///mail", "smtp", null, null, false, "")]
    [InlineData("smtp://h:65535", "smtp", "h", 65535, false, "")]
    public void Parts_AreRead(string text, string scheme, string? host, int? port, bool isPortOpen, string query)
    {
        Assert.True(MailUri.TryParse(text.Replace('*', AbstractValue.Hole), out var uri));
        Assert.Equal((scheme, host, port, isPortOpen, query), (uri.Scheme, uri.Host, uri.Port, uri.IsPortOpen, uri.Query));
    }

    [Theory]
    [InlineData("")]
    [InlineData("mail.contoso.com:25")]
    [InlineData("://mail.contoso.com")]
    [InlineData("*://mail.contoso.com")]
    [InlineData("sm*tp://mail.contoso.com")]
    [InlineData("smtp://h:65536")]
    [InlineData("smtp://h:-1")]
    [InlineData("smtp://h: 25")]
    [InlineData("smtp://h:x")]
    public void Text_ThatIsNoUri_IsRefused(string text) => Assert.False(MailUri.TryParse(text.Replace('*', AbstractValue.Hole), out _));

    [Theory]
    [InlineData("smtp://h:*", 0)]
    [InlineData("smtp://*:*", 1)]
    [InlineData("smtp://*:*@*:*", 3)]
    [InlineData("smtp://*:*/*", 1)]
    [InlineData("smtp://h:2*", -1)]
    [InlineData("smtp://h:25", -1)]
    [InlineData("smtp://*", -1)]
    public void PortHole_CountsTheHolesBeforeIt(string text, int hole)
    {
        Assert.True(MailUri.TryParse(text.Replace('*', AbstractValue.Hole), out var uri));
        Assert.Equal(hole, uri.PortHole);
    }
}
