using System.Text.RegularExpressions;
using SmtpPortAnalyzer.Tests.Docs;

namespace SmtpPortAnalyzer.PackageTests.Docs;

/// <summary>What the pages tell a reader to type: the commands of their <c>console</c> blocks.</summary>
internal static class PageCommands
{
    public static IEnumerable<string> Of(string page) =>
        Page.Of(page).Blocks.Where(block => block.Language == "console").SelectMany(block => In(block.Text));

    /// <summary>A command may go on in the next line, and have a comment behind it.</summary>
    private static IEnumerable<string> In(string block) => Regex.Replace(block, @"\s*\\\n\s*", " ")
        .Split('\n')
        .Select(line => Regex.Replace(line, @"\s+#.*$", "").Trim())
        .Where(line => line.Length > 0);
}
