using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Flow.Models;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Flow;

public class ValueSetTests
{
    private static ValueSet Of(object? constant, string? origin = null) =>
        ValueSet.FromValue(AbstractValue.OfConstant(constant, origin is null ? null : SyntaxFactory.ParseExpression(origin)));

    [Fact]
    public void Single_IsTheOnlyThingThatItCanBe()
    {
        Assert.Equal(25, Of(25).Single!.Constant);
        Assert.Null(Of(25).Or(Of(587)).Single);
        Assert.Null(Of(25).Or(ValueSet.Open).Single);
        Assert.Null(ValueSet.Open.Single);
        Assert.Null(default(ValueSet).Single);
        Assert.Empty(default(ValueSet).Knowns);
    }

    [Fact]
    public void Or_KeepsEachOnce()
    {
        var either = Of(25).Or(Of(587)).Or(Of(25));
        Assert.Equal([25, 587], either.Knowns.Select(known => (int)known.Constant!));
        Assert.False(either.IsOpen);
        Assert.True(either.Or(ValueSet.Open).IsOpen);
        Assert.True(ValueSet.Open.Or(either).IsOpen);
        Assert.Equal(2, ValueSet.Open.Or(either).Knowns.Length);
    }

    [Fact]
    public void Or_OfTooManyPlaces_KeepsOneForEachConstant()
    {
        var all = Enumerable.Range(0, 9).Select(i => Of(i % 2, "x" + i)).Aggregate((one, two) => one.Or(two));
        Assert.Equal([0, 1], all.Knowns.Select(known => (int)known.Constant!));
        Assert.False(all.IsOpen);
        Assert.Equal(2, all.Or(Of(1, "another")).Knowns.Length);
        Assert.Equal(3, all.Or(Of(2, "another")).Knowns.Length);
        Assert.Equal(2, Of(1, "another").Or(all).Knowns.Length);
        Assert.Equal(8, Enumerable.Range(0, 8).Select(i => Of(i % 2, "x" + i)).Aggregate((one, two) => one.Or(two)).Knowns.Length);
    }

    [Fact]
    public void Or_OfTooManyConstants_IsOpenForGood()
    {
        var all = Enumerable.Range(0, 9).Select(i => Of(i)).Aggregate((one, two) => one.Or(two));
        Assert.True(all.IsOpen);
        Assert.Empty(all.Knowns);
        Assert.Empty(all.Or(Of(25)).Knowns);
        Assert.Empty(Of(25).Or(all).Knowns);
        Assert.NotEqual(ValueSet.Open, all);
        Assert.False(Enumerable.Range(0, 8).Select(i => Of(i)).Aggregate((one, two) => one.Or(two)).IsOpen);
    }

    [Fact]
    public void Equality_DoesNotMindTheOrder()
    {
        var (one, two) = (Of(25).Or(Of(587)), Of(587).Or(Of(25)));
        Assert.Equal(one, two);
        Assert.Equal(one.GetHashCode(), two.GetHashCode());
        Assert.NotEqual(one, Of(25));
        Assert.NotEqual(one, Of(25).Or(Of(465)));
        Assert.NotEqual(one, one.Or(ValueSet.Open));
        Assert.False(one.Equals(new object()));
        Assert.True(one.Equals((object)two));
    }

    [Fact]
    public void Select_And_Without_ChooseAmongWhatIsKnown()
    {
        var either = Of(25).Or(Of(587));
        Assert.Equal(26, either.Select(known => known.WithConstant((int)known.Constant! == 25 ? 26 : 26)).Single!.Constant);
        Assert.True(either.Select(known => known.Constant is 25 ? null : known).IsOpen);
        Assert.Equal(587, either.Without(known => known.Constant is 25).Single!.Constant);
        Assert.Empty(ValueSet.Open.Select(known => known).Knowns);
    }

    [Fact]
    public void TryGetConstant_GivesWhatItSurelyIs()
    {
        Assert.True(Of(25).TryGetConstant<int>(out var port) && port == 25);
        Assert.False(Of("25").TryGetConstant<int>(out _));
        Assert.False(Of(25).Or(ValueSet.Open).TryGetConstant<int>(out _));
        Assert.False(Of(25).Or(Of(26)).TryGetConstant<int>(out _));
    }

    [Theory]
    [InlineData(BinaryOperatorKind.Add, 20, 5, 25)]
    [InlineData(BinaryOperatorKind.Subtract, 30, 5, 25)]
    [InlineData(BinaryOperatorKind.Multiply, 5, 5, 25)]
    [InlineData(BinaryOperatorKind.Multiply, int.MaxValue, 1, null)]
    [InlineData(BinaryOperatorKind.Multiply, 1, int.MaxValue, null)]
    [InlineData(BinaryOperatorKind.Multiply, 65536, 65536, null)]
    [InlineData(BinaryOperatorKind.Divide, 50, 2, 25)]
    [InlineData(BinaryOperatorKind.Divide, 50, 0, null)]
    [InlineData(BinaryOperatorKind.Remainder, 125, 100, 25)]
    [InlineData(BinaryOperatorKind.Remainder, 125, 0, null)]
    [InlineData(BinaryOperatorKind.And, 0x19, 0xFF, 25)]
    [InlineData(BinaryOperatorKind.Or, 0x18, 1, 25)]
    [InlineData(BinaryOperatorKind.ExclusiveOr, 0x18, 1, 25)]
    [InlineData(BinaryOperatorKind.Add, int.MaxValue, 1, null)]
    [InlineData(BinaryOperatorKind.Add, int.MaxValue, 0, int.MaxValue)]
    [InlineData(BinaryOperatorKind.Subtract, int.MinValue, 1, null)]
    [InlineData(BinaryOperatorKind.Subtract, int.MinValue + 1, 1, int.MinValue)]
    [InlineData(BinaryOperatorKind.LessThan, 24, 25, true)]
    [InlineData(BinaryOperatorKind.LessThan, 25, 25, false)]
    [InlineData(BinaryOperatorKind.LessThanOrEqual, 25, 25, true)]
    [InlineData(BinaryOperatorKind.LessThanOrEqual, 26, 25, false)]
    [InlineData(BinaryOperatorKind.GreaterThan, 26, 25, true)]
    [InlineData(BinaryOperatorKind.GreaterThan, 25, 25, false)]
    [InlineData(BinaryOperatorKind.GreaterThanOrEqual, 25, 25, true)]
    [InlineData(BinaryOperatorKind.GreaterThanOrEqual, 24, 25, false)]
    [InlineData(BinaryOperatorKind.Equals, 25, 25L, true)]
    [InlineData(BinaryOperatorKind.Equals, 25, 26, false)]
    [InlineData(BinaryOperatorKind.NotEquals, 25, 26, true)]
    [InlineData(BinaryOperatorKind.Equals, "a", "a", true)]
    [InlineData(BinaryOperatorKind.Equals, null, null, true)]
    [InlineData(BinaryOperatorKind.Equals, null, 25, false)]
    [InlineData(BinaryOperatorKind.NotEquals, null, 25, true)]
    [InlineData(BinaryOperatorKind.And, true, false, false)]
    [InlineData(BinaryOperatorKind.And, true, true, true)]
    [InlineData(BinaryOperatorKind.Or, true, false, true)]
    [InlineData(BinaryOperatorKind.Or, false, false, false)]
    [InlineData(BinaryOperatorKind.Add, true, false, null)]
    [InlineData(BinaryOperatorKind.LeftShift, 25, 1, null)]
    [InlineData(BinaryOperatorKind.Add, "smtp:", 25, "smtp:25")]
    [InlineData(BinaryOperatorKind.Add, 25, "", "25")]
    [InlineData(BinaryOperatorKind.Add, "a", null, "a")]
    public void Binary_ComputesWhatTheOperatorDoes(BinaryOperatorKind kind, object? left, object? right, object? result)
    {
        var folded = ConstantFolding.Binary(kind, Of(left), Of(right), SyntaxFactory.ParseExpression("a + b"));
        Assert.Equal(result is null, folded.IsOpen);
        Assert.Equal(result, folded.Single?.Constant);
        if (kind != BinaryOperatorKind.Add)
            Assert.True(ConstantFolding.Binary(kind, Of(left), ValueSet.Open, SyntaxFactory.ParseExpression("a + b")).IsOpen);
    }

    [Theory]
    [InlineData((byte)25, 25L)]
    [InlineData((sbyte)-25, -25L)]
    [InlineData((short)25, 25L)]
    [InlineData((ushort)25, 25L)]
    [InlineData(25u, 25L)]
    [InlineData(25L, 25L)]
    [InlineData(25ul, 25L)]
    [InlineData((ulong)long.MaxValue, long.MaxValue)]
    [InlineData(ulong.MaxValue, null)]
    [InlineData('\u0019', 25L)]
    [InlineData(25.0, 25L)]
    [InlineData(25.5, null)]
    [InlineData(1e9, null)]
    [InlineData(-1e9, null)]
    [InlineData(999999999.0, 999999999L)]
    [InlineData("25", null)]
    [InlineData(true, null)]
    [InlineData(null, null)]
    public void TryGetInteger_ReadsEachIntegralConstant(object? constant, long? number)
    {
        Assert.Equal(number is not null, ConstantFolding.TryGetInteger(constant, out var read));
        Assert.Equal(number ?? 0, read);
    }

    [Fact]
    public void Concatenation_KeepsWhatRunTimeKnowsAsHoles()
    {
        var syntax = SyntaxFactory.ParseExpression("a + b");
        var inner = ConstantFolding.Concatenation([Of("smtp://"), ValueSet.Open], syntax);
        var whole = ConstantFolding.Concatenation([inner, Of(":"), Of(25)], syntax);
        Assert.Equal(
            (AbstractValueKind.PartialText, "smtp://" + AbstractValue.Hole + ":25"), (whole.Single!.Kind, (string)whole.Single.Constant!));
        Assert.Equal([ValueSet.Open], whole.Single.Items.AsEnumerable());
        Assert.Equal(AbstractValueKind.Constant, ConstantFolding.Concatenation([Of("smtp://"), Of("h")], syntax).Single!.Kind);
    }

    [Theory]
    [InlineData(true, true, BinaryOperatorKind.Equals, true)]
    [InlineData(true, false, BinaryOperatorKind.Equals, false)]
    [InlineData(true, true, BinaryOperatorKind.NotEquals, false)]
    [InlineData(true, false, BinaryOperatorKind.NotEquals, true)]
    [InlineData(false, true, BinaryOperatorKind.Equals, false)]
    public void Binary_ComparesADevelopmentGuardWithAnAnswer(bool holdsThere, bool answer, BinaryOperatorKind kind, bool holds)
    {
        var guard = ValueSet.FromValue(AbstractValue.OfDevelopment(holdsThere));
        var syntax = SyntaxFactory.ParseExpression("a == b");
        var expected = ValueSet.FromValue(AbstractValue.OfDevelopment(holds));
        Assert.Equal(expected, ConstantFolding.Binary(kind, guard, Of(answer), syntax));
        Assert.Equal(expected, ConstantFolding.Binary(kind, Of(answer), guard, syntax));
        Assert.Equal(ValueSet.Open, ConstantFolding.Binary(kind, guard, ValueSet.Open, syntax));
        Assert.Equal(ValueSet.Open, ConstantFolding.Binary(BinaryOperatorKind.Or, guard, Of(answer), syntax));
    }
}
