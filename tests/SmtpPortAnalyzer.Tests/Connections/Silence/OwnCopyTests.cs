using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections.Silence;

/// <summary>A struct that is copied is another one: what is written to the copy is not in the original.</summary>
public class OwnCopyTests
{
    [Theory]
    [InlineData("var copy = given; copy.Port = 25; Use(given);")]
    [InlineData("var copy = _own; copy.Port = 25; Use(_own);")]
    [InlineData("Spoil(given); Use(given);")]
    [InlineData("given.Port = 25; given.Port = 588; Use(given);")]
    [InlineData("var copy = given; given.Port = 25; given.Host = \"localhost\"; Use(copy);")]
    public Task Copy_IsWritten_OriginalIsSilent(string statements) => Connection.TypesAsync(Program(statements));

    [Theory]
    [InlineData("var copy = given; copy.Port = {|SMTP001:25|}; Use(copy);")]
    [InlineData("given.Port = {|SMTP001:25|}; Use(given);")]
    [InlineData("_own.Port = {|SMTP001:25|}; Use(_own);")]
    [InlineData("var copy = given; copy.Port = 25; new SmtpClient(copy.Host, {|SMTP001:copy.Port|}).Send(null!);")]
    [InlineData("Set(ref given); Use(given); static void Set(ref Server s) => s.Port = {|SMTP001:25|};")]
    public Task Copy_IsUsed_Reports(string statements) => Connection.TypesAsync(Program(statements));

    private static string Program(string statements) => $$"""
        struct Server { public string Host; public int Port; }
        class C
        {
            private Server _own;
            void Use(Server s) => new SmtpClient(s.Host, s.Port).Send(null!);
            static void Spoil(Server s) { s.Port = 25; Console.WriteLine(s.Port); }
            void Send(Server given) { {{statements}} }
        }
        """;

    [Fact]
    public Task Sibling_SetsItsOwnPort_OthersAreSilent() => Connection.TypesAsync("""
        abstract class Endpoint { public string Host { get; set; } = ""; public int Number { get; set; } }
        sealed class Relay : Endpoint { public Relay() { Number = 588; } }
        sealed class Listener : Endpoint { public Listener() { Number = 25; } public void Again() => Number = 25; }
        class Exchanger : Endpoint { public Exchanger() { Number = {|SMTP001:25|}; } }
        class Sender
        {
            void A(Relay r) => new SmtpClient(r.Host, r.Number).Send(null!);
            void B(Exchanger e) => new SmtpClient(e.Host, e.Number).Send(null!);
        }
        """);
}
