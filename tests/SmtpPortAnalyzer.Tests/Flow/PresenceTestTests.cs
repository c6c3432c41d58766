using Microsoft.CodeAnalysis.CSharp;
using SmtpPortAnalyzer.Flow;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Flow;

public class PresenceTestTests
{
    [Theory]
    [InlineData("x == null", true, false)]
    [InlineData("null != x", false, true)]
    [InlineData("!(x is null)", false, true)]
    [InlineData("x is not null && x > 1", false, true)]
    [InlineData("string.IsNullOrEmpty(x) || y", true, false)]
    [InlineData("n.HasValue", false, true)]
    [InlineData("int.TryParse(x, out var p)", false, true)]
    [InlineData("x == null || y != null", true, true)]
    [InlineData("Check(x, null)", true, true)]
    [InlineData("x > 1", false, false)]
    public void Condition_ThatHolds_LeavesItMissingOrPresent(string condition, bool mayBeMissing, bool mayBePresent)
    {
        var expression = SyntaxFactory.ParseExpression(condition);
        Assert.Equal((mayBeMissing, mayBePresent),
            (PresenceTest.MayBeMissing(expression, holds: true), PresenceTest.MayBePresent(expression, holds: true)));
    }

    /// <summary>The compiler takes a chain as long as this; the stack would not.</summary>
    [Fact]
    public void Condition_OfManyTerms_DoesNotUseUpTheStack()
    {
        var chain = SyntaxFactory.ParseExpression("x == null" + string.Concat(Enumerable.Repeat(" || x == 1", 50_000)));
        Assert.True(PresenceTest.MayBeMissing(chain, holds: true));
    }
}
