using SmtpPortAnalyzer.Settings;
using SmtpPortAnalyzer.Settings.Xml;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Settings;

/// <summary>Whatever stands before a value, its place is where it stands.</summary>
public class XmlSettingsTests
{
    public static TheoryData<string> Spellings =>
    [
        "<a><smtp port=\"25\"/></a>",
        "<a><smtp port='25'/></a>",
        "<a><smtp port = \"25\" /></a>",
        "<a><smtp port=\n\t\"25\"/></a>",
        "<a><smtp host=\"a=b\" port=\"25\"/></a>",
        "<a><smtp host='say \"25\"' port=\"25\"/></a>",
        "<a><smtp\r\n  host=\"x\"\r\n  port=\"25\"/></a>",
        "<a>\r<smtp\r  port=\"25\"/></a>",
        "<a>\n\n\r\n\r<smtp port=\"25\"/></a>",
        "<a><!-- \u0085 \u2028 \u2029 --><smtp port=\"25\"/></a>",
        "<a><!-- \n\u2028\n --><smtp x=\"\u2028\" port=\"25\"/></a>",
        "<a x=\"\n\r\n\"><smtp port=\"25\"/></a>",
        "\uFEFF<a><smtp port=\"25\"/></a>",
        "\uFEFF<?xml version=\"1.0\" encoding=\"utf-16\"?>\r\n<a><smtp port=\"25\"/></a>",
        "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><a><smtp port=\"25\"/></a>",
        "<a><smtp host=\"\U0001F4E7 ä\" port=\"25\"/></a>",
        "<a><smtp host=\"a&amp;b&#x20;c\" port=\"25\"/></a>",
        "<a><![CDATA[ < \n > ]]><smtp port=\"25\"/></a>",
        "<n:a xmlns:n=\"urn:n\" xmlns=\"urn:d\"><smtp port=\"25\"/></n:a>",
        "<a><smtp><port value=\"25\"/></smtp></a>",
        "<a><smtp><port>25</port></smtp></a>",
        "<a><smtp><port>\r\n  25\r\n</port></smtp></a>",
        "<a><smtp><add key=\"port\" value=\"25\"/></smtp></a>",
        "<a><smtp><add value=\"25\" key=\"port\"/></smtp></a>",
        "<a><smtp><setting name=\"port\" serializeAs=\"String\">\n<value>25</value>\n</setting></smtp></a>",
        "<a><add key=\"smtp:port\" value=\"25\"/></a>",
        "<a><add key=\"smtp__port\" value=\"25\"/></a>",
    ];

    [Theory]
    [MemberData(nameof(Spellings))]
    public void Value_StandsWhereItIsWritten(string text)
    {
        var port = XmlSettings.Read(text, default)!.Child("a")!.Child("smtp")!.Child("port")!;

        Assert.Equal("25", port.Text);
        Assert.Equal("25", text.Substring(port.TextSpan.Start, port.TextSpan.Length));
        Assert.Equal(text.LastIndexOf("25", StringComparison.Ordinal), port.TextSpan.Start);
    }

    [Theory]
    [InlineData("<a><smtp port=\"&#50;5\"/></a>", "&#50;5")]
    [InlineData("<a><smtp port=\"2&#x35;\"/></a>", "2&#x35;")]
    [InlineData("<a><smtp port=\" 25 \"/></a>", " 25 ")]
    [InlineData("<a><smtp><port>&#50;5</port></smtp></a>", "&#50;5")]
    public void Value_WithEntities_IsReadAndStandsAsItIsWritten(string text, string written)
    {
        var port = XmlSettings.Read(text, default)!.Child("a")!.Child("smtp")!.Child("port")!;

        Assert.Equal(25, PortNumber.Read(port));
        Assert.Equal(written, text.Substring(port.TextSpan.Start, port.TextSpan.Length));
    }

    [Theory]
    [InlineData("<a>\r\n <n:network xmlns:n=\"urn:n\" host=\"h\"/></a>")]
    [InlineData("<a>\n<network/></a>")]
    [InlineData("\uFEFF<a><network></network></a>")]
    public void Name_StandsWhereItIsWritten(string text)
    {
        var network = XmlSettings.Read(text, default)!.Child("a")!.Child("network")!;

        Assert.Equal("network", text.Substring(network.NameSpan.Start, network.NameSpan.Length));
        Assert.True(text[network.NameSpan.Start - 1] is '<' or ':');
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("<")]
    [InlineData("<a>")]
    [InlineData("<a></b>")]
    [InlineData("<a/><b/>")]
    [InlineData("<a x=1/>")]
    [InlineData("<a>&unknown;</a>")]
    [InlineData("<a>\0</a>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"25\">]><a><smtp port=\"&b;\"/></a>")]
    [InlineData("<!DOCTYPE a SYSTEM \"http://contoso.com/a.dtd\"><a/>")]
    [InlineData("{ \"Port\": 25 }")]
    public void BrokenText_IsNothing(string text) => Assert.Null(XmlSettings.Read(text, default));

    [Fact]
    public void CutText_IsNothing()
    {
        const string Text = "<configuration><appSettings><add key=\"SmtpPort\" value=\"25\"/></appSettings></configuration>";
        for (var length = 0; length < Text.Length; length++)
            Assert.Null(XmlSettings.Read(Text[..length], default));
    }

    [Fact]
    public void DeepText_IsNothing() =>
        Assert.Null(
            XmlSettings.Read(
                string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000)), default));
}
