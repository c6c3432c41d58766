using System.Globalization;
using System.Security;
using System.Text;

namespace SmtpPortAnalyzer.PackageTests.Docs;

/// <summary>The picture in the README, as SVG: a line of code with its warning, and what the fix makes of it.</summary>
internal static class FixPicture
{
    private const double CharacterWidth = 7.22;
    private const int LineHeight = 19;
    private const int Left = 20;
    private const int Columns = 132;

    public static string Draw(string buildCommand, CodeWarning warning, string fixCommand, IReadOnlyList<string> added)
    {
        var body = new StringBuilder();
        var y = 34;
        Line("prompt", "$ " + buildCommand);
        foreach (var line in Wrap($"{warning.Place}: warning {warning.Id}: {warning.Message}"))
            Line("warning", line);
        y += 8;
        Line("code", warning.Code);
        Squiggle(warning.Column, warning.Length);
        y += 14;
        Line("prompt", "$ " + fixCommand);
        y += 4;
        Band("removed", 1);
        Line("code", "- " + warning.Code);
        Band("added", added.Count);
        foreach (var line in added)
            Line("code", "+ " + line);

        var width = Number(2 * Left + Columns * CharacterWidth);
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {y}" width="{width}" height="{y}" role="img" aria-labelledby="title">
              <title id="title">dotnet build warns about port 25, and dotnet format turns the connection into one to an authenticated relay on port 587</title>
              <style>
                text {"{"} font: 12px ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace; white-space: pre; {"}"}
                .prompt {"{"} fill: #8b949e; {"}"}
                .warning {"{"} fill: #e3b341; {"}"}
                .code {"{"} fill: #e6edf3; {"}"}
                .removed {"{"} fill: #67060c; {"}"}
                .added {"{"} fill: #0f5323; {"}"}
                .squiggle {"{"} fill: none; stroke: #e3b341; stroke-width: 1.4; {"}"}
              </style>
              <rect width="100%" height="100%" rx="8" fill="#0d1117" />
            {body}</svg>

            """.ReplaceLineEndings("\n");

        void Line(string kind, string text)
        {
            body.Append(CultureInfo.InvariantCulture, $"  <text class=\"{kind}\" x=\"{Left}\" y=\"{y}\" xml:space=\"preserve\"");
            // As wide as it is drawn here, whatever font the reader has.
            body.Append(CultureInfo.InvariantCulture,
                $" textLength=\"{Number(text.Length * CharacterWidth)}\">{SecurityElement.Escape(text)}</text>\n");
            y += LineHeight;
        }

        void Band(string kind, int lines) =>
            body.Append(CultureInfo.InvariantCulture,
                $"  <rect class=\"{kind}\" x=\"10\" y=\"{y - 14}\" " +
                $"width=\"{Number(2 * Left + Columns * CharacterWidth - 20)}\" height=\"{lines * LineHeight}\" />\n");

        void Squiggle(int column, int length)
        {
            var from = Left + column * CharacterWidth;
            body.Append(CultureInfo.InvariantCulture, $"  <path class=\"squiggle\" d=\"M{Number(from)} {y - 14}");
            for (var x = 0.0; x < length * CharacterWidth; x += 4)
                body.Append(" q1 2.5 2 0 q1 -2.5 2 0");
            body.Append("\" />\n");
        }
    }

    private static IEnumerable<string> Wrap(string text)
    {
        while (text.Length > Columns)
        {
            var end = text.LastIndexOf(' ', Columns);
            yield return text[..end];
            text = text[(end + 1)..];
        }

        yield return text;
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>A warning as the build prints it, and the line of code that it marks, without indentation.</summary>
internal sealed record CodeWarning(string Place, string Id, string Message, string Code, int Column, int Length);
