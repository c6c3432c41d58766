using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections.Calls;

/// <summary>A library of the catalogue that is part of the compilation: what a call leaves out is the library's own default.</summary>
public class LibraryInSourceTests
{
    [Theory]
    [InlineData("""{|SMTP002:sink.Email("a@contoso.com", "b@contoso.com", "mail.contoso.com")|};""")]
    [InlineData("""sink.Email("a@contoso.com", "b@contoso.com", "mail.contoso.com", {|SMTP001:25|});""")]
    [InlineData("""sink.Email("a@contoso.com", "b@contoso.com", "localhost");""")]
    public Task PortThatIsLeftOut_IsTheDefaultOfTheCall(string statement) => Connection.FileAsync($$"""
        using Serilog;
        using Serilog.Configuration;
        class Setup { void M(LoggerSinkConfiguration sink) { {{statement}} } }
        namespace Serilog.Configuration { public class LoggerSinkConfiguration { } }
        namespace Serilog
        {
            public static class LoggerConfigurationEmailExtensions
            {
                public static void Email(this LoggerSinkConfiguration sink, string from, string to, string host, int port = 25) { }
            }
        }
        """);
}
