using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections;

/// <summary>An initializer's 25 that no object keeps, since each constructor puts another port in its place.</summary>
public class ConstructorOverwriteTests
{
    [Theory]
    [InlineData("public M(int port) { _port = port; } public M(string port) { _port = int.Parse(port); }")]
    [InlineData("public M(int port) => _port = port; public M() : this(587) { }")]
    [InlineData("public M(int port) => _port = port; public M() : this(587, true) { } public M(int port, bool flag) : this(port) { }")]
    [InlineData("public M(int port) : this() { _port = port; } private M() { }")]
    [InlineData("public M(bool flag) { if (flag) _port = 587; else _port = 2525; } public M() { _port = 465; }")]
    [InlineData("public M(int port) { if (port < 1) throw new ArgumentException(); _port = port; } public M() : this(587) { }")]
    public async Task EveryConstructorSets_IsSilent(string constructors)
    {
        await Connection.TypesAsync($$"""
            class M { private int _port = 25; {{constructors}} void S() { new SmtpClient("mail.contoso.com", _port).Dispose(); } }
            """);
        await Connection.TypesAsync($$"""
            class M { private readonly int _port = 25; {{constructors}} void S() { new SmtpClient("mail.contoso.com", _port).Dispose(); } }
            """);
        await Connection.TypesAsync($$"""
            class M { public int _port { get; } = 25; {{constructors}} void S() { new SmtpClient("mail.contoso.com", _port).Dispose(); } }
            """);
    }

    [Theory]
    [InlineData("public M(int port) { _port = port; } public M() { }")]
    [InlineData("public M(int port) { _port = port; } public M(bool flag) { if (flag) return; _port = 587; }")]
    [InlineData("public M(int port) : this() { _port = port; } public M() { }")]
    [InlineData("public M(int port) : this() { _port = port; } private M() { } public static M Make() => new M();")]
    [InlineData("public M(int port) : this() { _port = port; } private M() { } public M(bool flag) : this() { }")]
    [InlineData("public M(int port) { } public M() : this(587) { }")]
    [InlineData("static M() { }")]
    public Task SomeConstructorLeavesIt_Reports(string constructors) => Connection.TypesAsync($$"""
        class M { private int _port = {|SMTP003:25|}; {{constructors}} void S() { new SmtpClient("mail.contoso.com", _port).Dispose(); } }
        """);

    [Fact]
    public Task PrimaryConstructor_KeepsTheInitializer() => Connection.TypesAsync("""
        class M(string host) { private int _port = {|SMTP003:25|}; public M(int port) : this("h.example") { _port = port; }
            void S() { new SmtpClient(host, _port).Dispose(); } }
        """);

    [Fact]
    public Task StaticConstructor_ThatSets_IsSilent() => Connection.TypesAsync("""
        class M { private static int s_port = 25; static M() { s_port = 587; } public M() { } public M(int port) { }
            void S() { new SmtpClient("mail.contoso.com", s_port).Dispose(); } }
        """);

    /// <summary>A settings type that hands out another port in place of its 25.</summary>
    [Theory]
    [InlineData("_port == 25 ? 587 : _port", "25")]
    [InlineData("_port > 0 ? _port : 587", "{|SMTP003:25|}")]
    public Task Getters_ThatGiveAnother(string given, string preset) => Connection.TypesAsync($$"""
        public class SmtpSettings
        {
            private int _port = {{preset}};
            public string Host { get; set; } = "";
            public int Port { get => {{given}}; set => _port = value; }
        }
        """);
}
