using SmtpPortAnalyzer.Options;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Options;

public class HostPatternsTests
{
    [Theory]
    [InlineData("mail.contoso.com", "mail.contoso.com")]
    [InlineData("mail.contoso.com", "MAIL.Contoso.Com")]
    [InlineData("mail.contoso.com", "mail.contoso.com.")]
    [InlineData("mail.contoso.com.", "mail.contoso.com")]
    [InlineData("relay", "relay")]
    [InlineData("a.test, b.test", "b.test")]
    [InlineData("*.contoso.com", "mail.contoso.com")]
    [InlineData("*.contoso.com", "a.b.CONTOSO.com.")]
    [InlineData("192.0.2.0/24", "192.0.2.255")]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("192.0.2.128/25", "192.0.2.129")]
    [InlineData("192.0.0.0/15", "192.1.2.3")]
    [InlineData("0.0.0.0/0", "203.0.113.9")]
    [InlineData("192.0.2.0/24", "::ffff:192.0.2.1")]
    [InlineData("2001:db8::/32", "2001:DB8:1::5")]
    [InlineData("2001:db8::1", "2001:0db8:0:0::0001")]
    [InlineData("2001:db8::1", "[2001:db8::1]")]
    public void Patterns_HostInTheList_Match(string patterns, string host) => Assert.True(Read(patterns).Matches(host));

    [Theory]
    [InlineData("mail.contoso.com", "mail2.contoso.com")]
    [InlineData("contoso.com", "mail.contoso.com")]
    [InlineData("*.contoso.com", "contoso.com")]
    [InlineData("*.contoso.com", "mailcontoso.com")]
    [InlineData("*.contoso.com", ".contoso.com")]
    [InlineData("192.0.2.0/24", "192.0.3.1")]
    [InlineData("192.0.2.128/25", "192.0.2.127")]
    [InlineData("192.0.2.0/24", "mail.contoso.com")]
    [InlineData("192.0.2.0/24", "2001:db8::1")]
    [InlineData("2001:db8::/33", "2001:db8:8000::1")]
    [InlineData("", "mail.contoso.com")]
    [InlineData("mail.contoso.com", "")]
    public void Patterns_HostNotInTheList_DoNotMatch(string patterns, string host) => Assert.False(Read(patterns).Matches(host));

    [Theory]
    [InlineData("https://mail.contoso.com")]
    [InlineData("mail.contoso.com:25")]
    [InlineData("*")]
    [InlineData("*.")]
    [InlineData("mail.*.com")]
    [InlineData("*contoso.com")]
    [InlineData("mail..contoso.com")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/")]
    [InlineData("10.0.0.256")]
    [InlineData("2001:db8::/129")]
    [InlineData("[::1]:25")]
    [InlineData(".")]
    public void Patterns_InvalidEntry_IsHandedBackAndTheOthersCount(string invalid)
    {
        var patterns = HostPatterns.Parse("first.test, " + invalid + ", last.test", out var unreadable);

        Assert.Equal(invalid, Assert.Single(unreadable));
        Assert.True(patterns.Matches("first.test"));
        Assert.True(patterns.Matches("last.test"));
    }

    [Fact]
    public void Patterns_OfEqualText_AreEqual()
    {
        Assert.Equal(Read("a.test,*.b.test,10.0.0.0/8"), Read("a.test, *.b.test, 10.0.0.0/8"));
        Assert.NotEqual(Read("a.test"), Read("b.test"));
        Assert.Equal(HostPatterns.None, Read(" , "));
    }

    private static HostPatterns Read(string text)
    {
        var patterns = HostPatterns.Parse(text, out var unreadable);
        Assert.Empty(unreadable);
        return patterns;
    }
}
