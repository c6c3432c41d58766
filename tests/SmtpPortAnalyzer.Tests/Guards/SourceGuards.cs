using Xunit;

namespace SmtpPortAnalyzer.Tests.Guards;

/// <summary>A file that does not fit into a few screens does more than one thing.</summary>
public class SourceGuards
{
    private const int MaxLines = 300;

    [Fact]
    public void SourceFiles_AreShort() =>
        Assert.All(Repository.Files("src", "*.cs"), file => Assert.InRange(Lines(file), 0, MaxLines));

    private static int Lines(string file) => Repository.Read(file).Count(c => c == '\n');
}
