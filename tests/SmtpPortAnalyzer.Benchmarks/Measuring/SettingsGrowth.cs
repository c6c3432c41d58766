using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.Benchmarks.Measuring;

/// <summary>Shows how the cost of a settings file grows with its length. One of more than a mebibyte of characters is left alone.</summary>
internal static class SettingsGrowth
{
    private const int Runs = 3;
    private static readonly int[] s_kilobytes = [10, 100, 1_000, 10_000];

    public static void Print(TextWriter output)
    {
        output.WriteLine("\n| Growth by kilobyte | size | ms | µs per KB | KB allocated per KB | findings |");
        output.WriteLine("|---|--:|--:|--:|--:|--:|");
        var trees = Programs.Parse(
            ["class Mailer { void Send() => new System.Net.Mail.SmtpClient(\"mail.contoso.com\", 587).Send(\"a@contoso.com\", " +
                "\"b@contoso.com\", \"\", \"\"); }"]);
        foreach (var (name, source) in new (string, Func<int, string>)[] { ("appsettings.json", Json), ("web.config", Xml) })
        {
            // The first run pays for compiling the compiler; an empty file, for the rest of the program.
            Measured.Settings(trees, new Text(name, source(0)), CancellationToken.None);
            var empty = Least(trees, new Text(name, source(0)));
            foreach (var kilobytes in s_kilobytes)
            {
                var measured = Least(trees, new Text(name, source(kilobytes * 1024)));
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {kilobytes:N0} | {measured.Processor.TotalMilliseconds:N1} | " +
                    $"{(measured.Processor - empty.Processor).TotalMicroseconds / kilobytes:N1} | " +
                    $"{(measured.Bytes - empty.Bytes) / 1024.0 / kilobytes:N1} | {measured.Findings:N0} |"));
            }
        }
    }

    private static Measured Least(System.Collections.Immutable.ImmutableArray<SyntaxTree> trees, AdditionalText file) =>
        Enumerable.Range(0, Runs).Select(_ => Measured.Settings(trees, file, CancellationToken.None)).MinBy(run => run.Processor)!;

    private static string Json(int length)
    {
        var text = new StringBuilder("{\n  \"Smtp\": { \"Host\": \"mail.contoso.com\", \"Port\": 25 }");
        for (var i = 0; text.Length < length; i++)
            text.Append(CultureInfo.InvariantCulture,
                $",\n  \"Tenant{i}\": {{ \"Name\": \"Contoso {i}\", \"Features\": [ \"orders\", \"mail\" ], \"Limits\": {{ \"Users\": " +
                $"{i}, \"Timeout\": 30.5 }} }}");
        return text.Append("\n}\n").ToString();
    }

    private static string Xml(int length)
    {
        var text = new StringBuilder(
            "<configuration>\n  <appSettings>\n    <add key=\"SmtpHost\" value=\"mail.contoso.com\" />\n    <add key=\"SmtpPort\" " +
            "value=\"25\" />\n  </appSettings>\n");
        for (var i = 0; text.Length < length; i++)
            text.Append(CultureInfo.InvariantCulture,
                $"  <tenant name=\"Contoso {i}\">\n    <limits users=\"{i}\" timeout=\"30.5\" />\n    <add key=\"Orders\" value=\"true\" " +
                $"/>\n  </tenant>\n");
        return text.Append("</configuration>\n").ToString();
    }

    private sealed class Text(string path, string text) : AdditionalText
    {
        public override string Path { get; } = "/" + path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
    }
}
