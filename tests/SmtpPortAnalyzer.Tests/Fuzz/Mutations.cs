using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace SmtpPortAnalyzer.Tests.Fuzz;

/// <summary>Breaks a source as typing, pasting and merging do. The same random numbers give the same mutant.</summary>
internal static class Mutations
{
    private const int MaxSteps = 4;

    public static string Mutate(string source, Random random)
    {
        for (var steps = random.Next(1, MaxSteps + 1); steps > 0; steps--)
            source = Step(source, random);
        return source;
    }

    private static string Step(string source, Random random)
    {
        var tokens = SyntaxFactory.ParseTokens(source).Where(token => token.Span.Length > 0).ToList();
        if (tokens.Count < 2)
            return source;

        var one = tokens[random.Next(tokens.Count)];
        var two = tokens[random.Next(tokens.Count)];
        switch (random.Next(6))
        {
            case 0:
                return source.Remove(one.SpanStart, one.Span.Length);
            case 1:
                return source.Insert(one.Span.End, " " + two.Text);
            case 2:
                return source.Substring(0, one.Span.End);
            case 3:
                return Swap(source, one.Span.Start, one.Span.End, two.Span.Start, two.Span.End);
            case 4:
                return source.Remove(one.SpanStart, one.Span.Length).Insert(one.SpanStart, two.Text);
            default:
                // A piece is pasted twice.
                var length = Math.Min(source.Length - one.SpanStart, random.Next(1, 200));
                return source.Insert(one.SpanStart, source.Substring(one.SpanStart, length));
        }
    }

    private static string Swap(string source, int start, int end, int otherStart, int otherEnd)
    {
        if (start == otherStart)
            return source;
        if (start > otherStart)
            (start, end, otherStart, otherEnd) = (otherStart, otherEnd, start, end);
        return new StringBuilder()
            .Append(source, 0, start)
            .Append(source, otherStart, otherEnd - otherStart)
            .Append(source, end, otherStart - end)
            .Append(source, start, end - start)
            .Append(source, otherEnd, source.Length - otherEnd)
            .ToString();
    }
}
