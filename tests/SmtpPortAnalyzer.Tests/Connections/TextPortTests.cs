using System.Globalization;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections;

/// <summary>Ports that are text until they are used, and defaults that a getter of the program's own is handed.</summary>
public class TextPortTests
{
    /// <summary>What makes a number of the text $.</summary>
    public static TheoryData<string> Conversions => new()
    {
        "int.Parse($)", "Convert.ToInt32($)", "int.Parse($.Trim())", "ushort.Parse($)", "int.Parse($.ToString())",
        "int.TryParse($, out var number) ? number : 587",
    };

    [Theory]
    [MemberData(nameof(Conversions))]
    public Task Parameter(string conversion) => Connection.TypesAsync($$"""
        class M
        {
            void Send(string host, string port) => new SmtpClient(host, {{conversion.Replace("$", "port")}}).Dispose();
            void Red() => Send("mail.contoso.com", {|SMTP001:"25"|});
            void Local() => Send("localhost", "25");
            void Relay() => Send("mail.contoso.com", "587");
        }
        """);

    /// <summary>What the text says at run time does not depend on the machine that builds the program.</summary>
    [Fact]
    public async Task Text_IsReadWithoutTheCultureOfTheBuild()
    {
        var before = CultureInfo.CurrentCulture;
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.PositiveSign = "plus";
        CultureInfo.CurrentCulture = culture;
        try
        {
            var found = await Findings.OfAsync("""
                using System.Net.Mail;
                class M
                {
                    void Send(string host, string port) => new SmtpClient(host, int.Parse(port)).Dispose();
                    void Red() => Send("mail.contoso.com", "+25");
                    void Green() => Send("mail.contoso.com", "plus25");
                }
                """);
            Assert.Equal("SMTP001", Assert.Single(found).Id);
            Assert.Equal("\"+25\"", found[0].Location.SourceTree!.GetText().ToString(found[0].Location.SourceSpan));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Conversions))]
    public Task Member(string conversion) => Connection.TypesAsync($$"""
        class Settings { public string Host { get; set; } = ""; public string Port { get; set; } = ""; }
        class M(Settings settings) { void Send() => new SmtpClient(settings.Host, {{conversion.Replace("$", "settings.Port")}}).Dispose(); }
        class Startup
        {
            Settings Red() => new Settings { Host = "mail.contoso.com", Port = {|SMTP001:"25"|} };
            Settings Local() => new Settings { Host = "localhost", Port = "25" };
            Settings Relay() => new Settings { Host = "mail.contoso.com", Port = "587" };
        }
        """);

    [Fact]
    public Task Member_WithInitializer_FallsBack() => Connection.TypesAsync("""
        class Settings { public string Host { get; set; } = ""; public string Port { get; set; } = {|SMTP003:"25"|}; }
        class M(Settings settings) { void Send() => new SmtpClient(settings.Host, int.Parse(settings.Port)).Dispose(); }
        """);

    [Fact]
    public Task Table_OfKeysAndValues_IsSilent() => Connection.TypesAsync("""
        class Row { public string Key { get; set; } = ""; public string Value { get; set; } = ""; }
        class M
        {
            Row[] Rows() => new[] { new Row { Key = "host", Value = "mail.contoso.com" }, new Row { Key = "retries", Value = "25" } };
            void Send(Row host, Row port) => new SmtpClient(host.Value, int.Parse(port.Value)).Dispose();
        }
        """);

    [Theory]
    [InlineData("int GetInt(string key, int d) => configuration.GetValue(key, d);")]
    [InlineData("int GetInt(string key, int d) { return configuration.GetValue<int>(key, d); }")]
    [InlineData("int GetInt(string key, int d) => configuration.GetValue<int?>(key) ?? d;")]
    [InlineData("int GetInt(string key, int d) => Inner(key, d); int Inner(string key, int e) => configuration.GetValue(key, e);")]
    public Task OwnGetter_FallsBackToTheDefault(string getter) => Connection.TypesAsync($$"""
        class M(IConfiguration configuration)
        {
            {{getter}}
            void Red() => new SmtpClient("mail.contoso.com", GetInt("Port", {|SMTP003:25|})).Dispose();
            void Relay() => new SmtpClient("mail.contoso.com", GetInt("Port", 587)).Dispose();
            void Given(int port) => new SmtpClient("mail.contoso.com", GetInt("Port", port)).Dispose();
            void Local() => new SmtpClient("localhost", GetInt("Port", 25)).Dispose();
        }
        """);

    [Fact]
    public Task OwnGetter_WithAnArgumentOfItsCaller_FallsBackThere() => Connection.TypesAsync("""
        class M(IConfiguration configuration)
        {
            int GetInt(string key, int d) => configuration.GetValue(key, d);
            void Send(int otherwise) => new SmtpClient("mail.contoso.com", GetInt("Port", otherwise)).Dispose();
            void Red() => Send({|SMTP003:25|});
            void Relay() => Send(587);
        }
        """);

    [Theory]
    [InlineData("var port = $; if (int.TryParse(text, out var given)) port = given; Send(port);", "{|SMTP003:25|}")]
    [InlineData("int port; port = $; if (int.TryParse(text, out var given)) port = given; Send(port);", "{|SMTP003:25|}")]
    [InlineData("var port = $; if (text is not null) port = int.Parse(text); Send(port);", "{|SMTP003:25|}")]
    public async Task Preset_HandedOver_FallsBack(string statements, string number)
    {
        await Connection.TypesAsync(Handing(statements.Replace("$", number)));
        await Connection.TypesAsync(Handing(statements.Replace("$", "587")));
    }

    [Theory]
    [InlineData("var port = 25; Send({|SMTP001:port|}); port = 587; Send(port);")]
    [InlineData("var port = 25; if (text is null) port = 587; Send({|SMTP001:port|});")]
    public Task Constant_HandedOverAsItIs_Reports(string statements) => Connection.TypesAsync(Handing(statements));

    private static string Handing(string statements) => $$"""
        class M
        {
            void A(string text) { {{statements}} }
            void Send(int port) => new SmtpClient("mail.contoso.com", port).Dispose();
        }
        """;

    /// <summary>How a text is read decides which number it is.</summary>
    [Theory]
    [InlineData("int.Parse(\"19\", System.Globalization.NumberStyles.HexNumber)")]
    [InlineData("Convert.ToInt32(\"31\", 8)")]
    [InlineData("Convert.ToInt32(\"11001\", 2)")]
    [InlineData("Convert.ToInt32(\"19\", 16)")]
    [InlineData("int.Parse(\"25\", System.Globalization.NumberStyles.Integer)")]
    [InlineData("int.Parse(\"25\".AsSpan())")]
    [InlineData("Math.Min(25, 588)")]
    public Task Text_ThatIsReadAs25_Reports(string port) =>
        Connection.StatementsAsync($$"""new SmtpClient(host, {|SMTP001:{{port}}|}).Send(message);""");

    [Theory]
    [InlineData("int.Parse(\"25\", System.Globalization.NumberStyles.HexNumber)")]
    [InlineData("int.Parse(\"25\", System.Globalization.NumberStyles.HexNumber | System.Globalization.NumberStyles.AllowDecimalPoint)")]
    [InlineData("Convert.ToInt32(\"25\", 16)")]
    [InlineData("Convert.ToInt32(\"25\", 8)")]
    [InlineData("Convert.ToInt32(\"25\", 2)")]
    [InlineData("Math.Max(25, 588)")]
    public Task Text_ThatIsReadAsAnotherNumber_IsSilent(string port) =>
        Connection.StatementsAsync($$"""new SmtpClient(host, {{port}}).Send(message);""");
}
