using SmtpPortAnalyzer.Rules;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Rules;

public class PlaceholderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("<password>")]
    [InlineData("${PASSWORD}")]
    [InlineData("{password}")]
    [InlineData("{{password}}")]
    [InlineData("$(Password)")]
    [InlineData("%SMTP_PASSWORD%")]
    [InlineData("#{Password}#")]
    [InlineData("#{Password}")]
    [InlineData("[password]")]
    [InlineData("YOUR_PASSWORD")]
    [InlineData("YOUR-APP-PASSWORD")]
    [InlineData("__PASSWORD__")]
    [InlineData("PASSWORD")]
    [InlineData("changeme")]
    [InlineData("Change_It")]
    [InlineData("change this")]
    [InlineData("password")]
    [InlineData("Password123")]
    [InlineData("fromPassword")]
    [InlineData("your-app-password")]
    [InlineData("enter your password here")]
    [InlineData("my secret")]
    [InlineData("dummy")]
    [InlineData("Test")]
    [InlineData("todo")]
    [InlineData("to do")]
    [InlineData("senha")]
    [InlineData("Passwort1")]
    [InlineData("şifre")]
    [InlineData("пароль")]
    [InlineData("****")]
    [InlineData("xxx")]
    [InlineData("...")]
    [InlineData("?!")]
    public void Text_ThatStandsForAPassword_IsAPlaceholder(string text) => Assert.True(Placeholder.Is(text));

    [Theory]
    [InlineData("s3cret!")]
    [InlineData("Password1234")]
    [InlineData("hunter2")]
    [InlineData("xx")]
    [InlineData("abcd")]
    [InlineData("a<b>")]
    [InlineData("ABC123")]
    [InlineData("YOUR_PASSWORD_1")]
    [InlineData("tests")]
    [InlineData("mySecret9")]
    [InlineData("qwerty")]
    [InlineData("пароль1a")]
    public void Text_ThatMayBeAPassword_IsNone(string text) => Assert.False(Placeholder.Is(text));

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void Text_ThatIsLong_IsNoPlaceholder(int length, bool isPlaceholder) =>
        Assert.Equal(isPlaceholder, Placeholder.Is(new string('x', length)));
}
