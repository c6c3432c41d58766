using SmtpPortAnalyzer.Options;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Options;

public class RelayOptionTests
{
    public static TheoryData<string> Presets => [.. RelayHost.Presets.Keys];

    [Theory]
    [InlineData("Smtp")]
    [InlineData("Mail:Relay")]
    [InlineData("mail_settings")]
    public void RelaySection_OfNames_IsRead(string text) =>
        Assert.Equal(text, SmtpOptionTable.RelaySection.Read(With("relay_section", text), DictionaryOptions.Empty));

    [Theory]
    [InlineData("Smtp:")]
    [InlineData("Mail Relay")]
    [InlineData("Smtp\"")]
    [InlineData("25")]
    public void RelaySection_OfOtherText_IsNotValid(string text)
    {
        Assert.NotEmpty(SmtpOptionTable.RelaySection.Unreadable(text));
        Assert.Equal("Smtp", SmtpOptionTable.RelaySection.Read(With("relay_section", text), DictionaryOptions.Empty));
    }

    [Fact]
    public void RelayHost_OfAName_IsThatHost() => Assert.Equal(new RelayHost("smtp.contoso.com", null), Host("smtp.contoso.com"));

    [Fact]
    public void RelayHost_OfSendGrid_HasTheWordThatEverybodyLogsInWith() =>
        Assert.Equal(new RelayHost("smtp.sendgrid.net", "apikey"), Host("SendGrid"));

    [Theory]
    [InlineData("sendgird")]
    [InlineData("smtp..com")]
    [InlineData("smtp.contoso.com:587")]
    public void RelayHost_OfOtherText_IsNotValid(string text)
    {
        Assert.NotEmpty(SmtpOptionTable.RelayHost.Unreadable(text));
        Assert.Equal(RelayHost.None, Host(text));
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void RelayHost_EachPreset_IsDocumented(string preset)
    {
        var docs = Path.Combine(TestReferences.RepositoryRoot, "docs");
        Assert.Contains("`" + preset + "`", File.ReadAllText(Path.Combine(docs, "configuration.md")), StringComparison.Ordinal);
        if (RelayHost.Presets[preset].Host is { } host)
            Assert.Contains("`" + host + "`", File.ReadAllText(Path.Combine(docs, "relay-settings.md")), StringComparison.Ordinal);
    }

    private static RelayHost Host(string text) => SmtpOptionTable.RelayHost.Read(With("relay_host", text), DictionaryOptions.Empty);

    private static DictionaryOptions With(string name, string text) => new((SmtpOptions.KeyPrefix + name, text));
}
