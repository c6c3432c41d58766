using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections;

public class FallbackTests
{
    [Theory]
    [InlineData("""new SmtpClient(host, c.GetValue("Smtp:Port", {|SMTP003:25|})).Dispose();""")]
    [InlineData("""new SmtpClient(host, c.GetValue<int>("Smtp:Port", {|SMTP003:25|})).Dispose();""")]
    [InlineData("""new SmtpClient(host, c.GetValue<int?>("Smtp:Port") ?? {|SMTP003:25|}).Dispose();""")]
    [InlineData("""new SmtpClient(host, int.Parse(c["Smtp:Port"] ?? {|SMTP003:"25"|})).Dispose();""")]
    [InlineData("""var text = c["Smtp:Port"]; text ??= {|SMTP003:"25"|}; new SmtpClient(host, int.Parse(text)).Dispose();""")]
    [InlineData("""new SmtpClient(host, n.HasValue ? n.Value : {|SMTP003:25|}).Dispose();""")]
    [InlineData("""new SmtpClient(host, n.GetValueOrDefault({|SMTP003:25|})).Dispose();""")]
    [InlineData("""new SmtpClient(host, n is { } some ? some : {|SMTP003:25|}).Dispose();""")]
    [InlineData("""new SmtpClient(host, n switch { null => {|SMTP003:25|}, var some => some.Value }).Dispose();""")]
    [InlineData("""new SmtpClient(host, d.GetValueOrDefault("port", {|SMTP003:25|})).Dispose();""")]
    [InlineData("""new SmtpClient(host, string.IsNullOrEmpty(host) ? {|SMTP003:25|} : int.Parse(host)).Dispose();""")]
    [InlineData("""new SmtpClient(host, int.TryParse(host, out var p) ? p : {|SMTP003:25|}).Dispose();""")]
    [InlineData("""new SmtpClient(host, p0 > 0 ? p0 : {|SMTP003:25|}).Dispose();""")]
    [InlineData("""if (p0 == 0) p0 = {|SMTP003:25|}; new SmtpClient(host, p0).Dispose();""")]
    [InlineData("""if (!int.TryParse(host, out var p)) p = {|SMTP003:25|}; new SmtpClient(host, p).Dispose();""")]
    [InlineData("""var p = {|SMTP003:25|}; if (int.TryParse(host, out var q)) p = q; new SmtpClient(host, p).Dispose();""")]
    [InlineData(
        """int p; try { p = int.Parse(host); } catch (FormatException) { p = {|SMTP003:25|}; } new SmtpClient(host, p).Dispose();""")]
    [InlineData("""var p = {|SMTP003:25|}; try { p = int.Parse(host); } catch { } new SmtpClient(host, p).Dispose();""")]
    [InlineData("""new SmtpClient(host, int.Parse(Environment.GetEnvironmentVariable("SMTP_PORT") ?? {|SMTP003:"25"|})).Dispose();""")]
    public Task StandsInForAMissingSetting_ReportsTheFallback(string statements) => Connection.MembersAsync(
        "void M(IConfiguration c, string host, int? n, int p0, Dictionary<string, int> d)\n{\n" + statements + "\n}");

    /// <summary>One connection, one finding: what the code chose comes before what stands in, and of two the first.</summary>
    [Theory]
    [InlineData("""new SmtpClient(host, {|SMTP001:p0 > 9 ? n ?? 25 : 25|}).Dispose();""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:p0 > 9 ? 25 : n ?? 25|}).Dispose();""")]
    [InlineData("""new SmtpClient(host, p0 > 9 ? n ?? {|SMTP003:25|} : c.GetValue("Smtp:Port", 25)).Dispose();""")]
    public Task SeveralOf25_AreOneFinding(string statements) => Connection.MembersAsync(
        "void M(IConfiguration c, string host, int? n, int p0)\n{\n" + statements + "\n}");

    /// <summary>The 25 stands on the side of the question where there is something: no setting is missing there.</summary>
    [Theory]
    [InlineData("""int p; if (n == null) p = int.Parse(host); else p = 25; new SmtpClient(host, {|SMTP001:p|}).Dispose();""")]
    [InlineData(
        """int p; if (n == null || n < 0) p = int.Parse(host); else { host = "mx." + host; p = 25; } new SmtpClient(host, """ +
        """{|SMTP001:p|}).Dispose();""")]
    [InlineData("""int p; if (n is not null) p = 25; else p = int.Parse(host); new SmtpClient(host, {|SMTP001:p|}).Dispose();""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:n.HasValue ? 25 : int.Parse(host)|}).Dispose();""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:n is { } ? 25 : p0|}).Dispose();""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:!string.IsNullOrEmpty(host) ? 25 : p0|}).Dispose();""")]
    [InlineData("""int p; if (n == null) p = {|SMTP003:25|}; else p = n.Value; new SmtpClient(host, p).Dispose();""")]
    [InlineData("""int p; if (n != null) p = n.Value; else p = {|SMTP003:25|}; new SmtpClient(host, p).Dispose();""")]
    [InlineData("""int p; if (n is int some && some > 0) p = some; else p = {|SMTP003:25|}; new SmtpClient(host, p).Dispose();""")]
    [InlineData("""var p = {|SMTP003:25|}; if (!(n is null)) p = n.Value; new SmtpClient(host, p).Dispose();""")]
    [InlineData("""new SmtpClient(host, n == null || c == null ? {|SMTP003:25|} : n.Value).Dispose();""")]
    [InlineData("""new SmtpClient(host, n != null && n > 0 ? n.Value : {|SMTP003:25|}).Dispose();""")]
    public Task QuestionWhetherSomethingIsThere_HasTwoSides(string statements) => Connection.MembersAsync(
        "void M(IConfiguration c, string host, int? n, int p0, Dictionary<string, int> d)\n{\n" + statements + "\n}");

    [Theory]
    [InlineData("""new SmtpClient(host, c.GetValue("Smtp:Port", 587)).Dispose();""")]
    [InlineData("""new SmtpClient(host, n ?? 587).Dispose();""")]
    [InlineData("""var retries = c.GetValue("Retries", 25); new SmtpClient(host, c.GetValue("Smtp:Port", 587)).Dispose();""")]
    [InlineData("""if (p0 == 0) p0 = 587; new SmtpClient(host, p0).Dispose();""")]
    [InlineData("""var p = 25; int.TryParse(host, out p); new SmtpClient(host, p).Dispose();""")]
    public Task OtherFallback_IsSilent(string statements) => Connection.MembersAsync(
        "void M(IConfiguration c, string host, int? n, int p0)\n{\n" + statements + "\n}");

    [Fact]
    public Task ChosenByCode_IsNoFallback() => Connection.MembersAsync("""
        void M(bool tls, int other)
        {
            new SmtpClient("mail.contoso.com", {|SMTP001:tls ? 587 : 25|}).Dispose();
            new SmtpClient("mail.contoso.com", {|SMTP001:tls ? other : 25|}).Dispose();
        }
        """);

    [Fact]
    public Task OptionalParameter_ReportsTheDefaultOnce() => Connection.MembersAsync("""
        void Send(string host, int port = {|SMTP003:25|}) => new SmtpClient(host, port).Dispose();
        void A() { Send("mail.contoso.com"); Send("smtp.contoso.com"); Send("mail.contoso.com", {|SMTP001:25|}); Send("mail.contoso.com", 587); }
        void Page(int size = 25) { }
        """);

    [Fact]
    public Task SettableMember_Starts25_ReportsTheInitializer() => Connection.MembersAsync("""
        private int _port = {|SMTP003:25|};
        public static int Port = {|SMTP003:25|};
        public int Number { get; set; } = {|SMTP003:25|};
        void A() { new SmtpClient("mail.contoso.com", _port).Dispose(); new SmtpClient("a.contoso.com", Port).Dispose(); new SmtpClient("b.contoso.com", Number).Dispose(); }
        """);

    /// <summary>What the type's own constructor puts there is as much a default as an initializer; what others put there is not.</summary>
    [Fact]
    public Task SettableProperty_ThatItsConstructorSetsTo25_Reports() => Connection.TypesAsync("""
        class Open { const int Usual = 25; public Open() { Port = {|SMTP003:Usual|}; } public string Host { get; set; } = ""; public int Port { get; set; } }
        class Closed { public Closed() { Port = {|SMTP001:25|}; } public string Host { get; set; } = ""; public int Port { get; private set; } }
        class Base { public string Host { get; set; } = ""; public int Port { get; set; } }
        class Derived : Base { public Derived() { Port = {|SMTP001:25|}; } }
        class Copied { public Copied() { } public Copied(Copied other) { other.Port = {|SMTP001:25|}; } public string Host { get; set; } = ""; public int Port { get; set; } }
        class Given { public Given(int port) { Port = port; } public string Host { get; set; } = ""; public int Port { get; set; } }
        class Mailer
        {
            void A(Open s) => new SmtpClient(s.Host, s.Port).Send(null!);
            void B(Closed s) => new SmtpClient(s.Host, s.Port).Send(null!);
            void D(Base s) => new SmtpClient(s.Host, s.Port).Send(null!);
            void E(Copied s) => new SmtpClient(s.Host, s.Port).Send(null!);
            void F(Given s) => new SmtpClient(s.Host, s.Port).Send(null!);
            Given G() => new Given({|SMTP001:25|});
        }
        """);

    [Fact]
    public Task SettableMember_OverwrittenByEveryConstructor_IsSilent() => Connection.TypesAsync("""
        class Instance
        {
            private int _port = 25;
            public Instance(IConfiguration c) { _port = c.GetValue<int>("Port"); }
            void A() => new SmtpClient("mail.contoso.com", _port).Dispose();
        }
        class Static
        {
            static int s_port = 25;
            static Static() { s_port = int.Parse(Console.ReadLine()!); }
            void A() => new SmtpClient("mail.contoso.com", s_port).Dispose();
        }
        """);

    [Fact]
    public Task SettingsType_NameSaysMail_Reports() => Connection.TypesAsync("""
        public class SmtpSettings { public string Host { get; set; } = ""; public int Port { get; set; } = {|SMTP003:25|}; }
        public class EmailOptions { public int SmtpPort { get; set; } = {|SMTP003:25|}; }
        public class AppSettings { public string MailPort { get; set; } = {|SMTP003:"25"|}; }
        public record MailRelay(string Host, int Port = {|SMTP003:25|});
        public class MailServerOptions { public int Port { get; set; } = {|SMTP003:25|}; public string? UserName { get; set; } public string? Password { get; set; } }
        """);

    /// <summary>The default is the constant's, wherever that is declared, and wherever it is made a text.</summary>
    [Fact]
    public Task SettingsType_BeginsWithAConstant_ReportsItsName() => Connection.TypesAsync("""
        public static class Defaults { public const int MailPort = 25; public static readonly int RelayPort = 25; public const int Other = 587; }
        public class SmtpSettings { private const int Usual = 25; public int Port { get; set; } = {|SMTP003:Usual|}; }
        public class EmailOptions { public int SmtpPort { get; set; } = {|SMTP003:Defaults.MailPort|}; public int PageSize { get; set; } = Defaults.MailPort; }
        public class MailOptions { public int Port { get; set; } = {|SMTP003:Defaults.RelayPort|}; }
        public class AppSettings { public string MailPort { get; set; } = {|SMTP003:Defaults.MailPort.ToString()|}; }
        public class GoodMailOptions { public int Port { get; set; } = Defaults.Other; }
        """);

    [Fact]
    public Task SettingsType_BeginsWithAConstantOfDebugBuilds_IsSilent() => Connection.FileAsync("""
        #define DEBUG
        #if DEBUG
        public static class Defaults { public const int MailPort = 25; }
        #else
        public static class Defaults { public const int MailPort = 587; }
        #endif
        public class EmailOptions { public int SmtpPort { get; set; } = Defaults.MailPort; }
        """);

    [Fact]
    public Task SettingsType_FilledByAGetterWithADefault_Reports() => Connection.TypesAsync("""
        static class Read { public static int Number(string key, int otherwise) => int.TryParse(key, out var n) ? n : otherwise; }
        public class Settings { public int SmtpPort => Read.Number("SmtpPort", {|SMTP003:25|}); public int PageSize => Read.Number("PageSize", 25); }
        public class Backed { private int port = {|SMTP003:25|}; private string smtpServer = ""; public int Port { get { return port; } set { port = value; } } }
        public class MailSettings { public int Port { get; set; } public string Host { get; set; } = ""; }
        class C
        {
            MailSettings Make() => new MailSettings { Port = Read.Number("MailPort", {|SMTP003:25|}) };
            MailSettings Local() => new MailSettings { Host = "localhost", Port = Read.Number("MailPort", 25) };
        }
        """);

    [Fact]
    public Task Getter_InSource_ReportsTheDefault() => Connection.MembersAsync("""
        static int Get(string key, int defaultValue) => int.TryParse(Environment.GetEnvironmentVariable(key), out var n) ? n : defaultValue;
        static readonly int s_port = Get("SMTP_PORT", {|SMTP003:25|});
        void A(string host) => new SmtpClient(host, Get("SMTP_PORT", {|SMTP003:25|})).Dispose();
        void B(string host) => new SmtpClient(host, s_port).Dispose();
        void D(string host) => new SmtpClient(host, Get("SMTP_PORT", 587)).Dispose();
        """);

    [Fact]
    public async Task Getter_OfAMissingType_CountsAsFallback()
    {
        var found = await Findings.OfBrokenAsync("""
            using System.Net.Mail;
            class C { void M(string host) { int port = Missing.GetInt("SmtpPort", 25); new SmtpClient(host, port).Dispose(); } }
            """);
        Assert.Equal("SMTP003", Assert.Single(found).Id);
    }

    [Fact]
    public Task SettingsType_OfSomethingElse_IsSilent() => Connection.TypesAsync("""
        public class Good { public int SmtpPort { get; set; } = 587; }
        public class LocalSmtp { public string Host { get; set; } = "localhost"; public int Port { get; set; } = 25; }
        public class Pop3Settings { public string MailHost { get; set; } = ""; public int Port { get; set; } = 25; }
        public class ImapMailSettings { public int Port { get; set; } = 25; }
        public class SmtpStatus { public string Server { get; private set; } = ""; public int Port { get; private set; } = 25; public void Connected(string server, int port) { Server = server; Port = port; } }
        public class SmtpListenerOptions { public int Port { get; set; } = 25; }
        public class SmtpServerOptions { public int Port { get; set; } = 25; }
        public class MailPage { public int PageSize { get; set; } = 25; public int Support { get; set; } = 25; public int Report = 25; }
        public class Other { public int Port { get; set; } = 25; }
        public class MailService
        {
            public int Port { get; private set; } = 25;
            public MailService(int port) => Port = port;
        }
        """);

    [Fact]
    public Task Return_OfWhatIsLeftWhenNothingWasFound_IsAFallback() => Connection.TypesAsync("""
        class Account
        {
            public string? Text { get; set; }
            public bool Ssl { get; set; }
            public int Parsed { get { int port; if (!string.IsNullOrEmpty(Text) && int.TryParse(Text, out port)) { return port; } return Ssl ? 465 : {|SMTP003:25|}; } }
            public int Guarded { get { if (Text == null) return {|SMTP003:25|}; return int.Parse(Text); } }
            public int Caught { get { try { return int.Parse(Text!); } catch (FormatException) { return {|SMTP003:25|}; } } }
            public int Otherwise { get { if (Text != null) return int.Parse(Text); else return {|SMTP003:25|}; } }
            public int Present { get { if (Text != null) return {|SMTP001:25|}; return int.Parse("587"); } }
            public int Chosen { get { if (Ssl) return 465; return {|SMTP001:25|}; } }
        }
        class Mailer
        {
            void Parsed(string host, Account a) => new SmtpClient(host, a.Parsed).Send(null!);
            void Guarded(string host, Account a) => new SmtpClient(host, a.Guarded).Send(null!);
            void Caught(string host, Account a) => new SmtpClient(host, a.Caught).Send(null!);
            void Otherwise(string host, Account a) => new SmtpClient(host, a.Otherwise).Send(null!);
            void Present(string host, Account a) => new SmtpClient(host, a.Present).Send(null!);
            void Chosen(string host, Account a) => new SmtpClient(host, a.Chosen).Send(null!);
        }
        """);

    [Fact]
    public Task NullablePort_WithADefault_KeepsWhatItIsGiven() => Connection.TypesAsync("""
        class Given { public string Host { get; set; } = ""; public int? Port { get; set; } }
        class Preset { public string Host { get; set; } = ""; public int? Port { get; set; } = {|SMTP003:25|}; }
        class Mailer
        {
            Given Sample() => new Given { Host = "mail.contoso.com", Port = {|SMTP001:25|} };
            void A(Given s) => new SmtpClient(s.Host, s.Port ?? 587).Send(null!);
            void B(Given s) => new SmtpClient(s.Host, s.Port.GetValueOrDefault({|SMTP003:25|})).Send(null!);
            void C(Preset s) => new SmtpClient(s.Host, s.Port ?? 587).Send(null!);
        }
        """);
}
