using System.Text.RegularExpressions;
using System.Xml.Linq;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Guards;

/// <summary>No text that nobody reads, and no key without a text.</summary>
public class ResourceGuards
{
    private static readonly HashSet<string> s_keys = XDocument.Load(Repository.PathOf("src/SmtpPortAnalyzer/Resources.resx"))
        .Descendants("data").Select(data => data.Attribute("name")!.Value).ToHashSet();

    private static readonly HashSet<string> s_literals = Repository.Files("src", "*.cs")
        .SelectMany(file =>
            Regex.Matches(Repository.Read(file), "\"(SMTP[0-9]+_[A-Za-z]+|[A-Z][A-Za-z]+_[A-Za-z]+)\"")
                .Select(match => match.Groups[1].Value))
        .ToHashSet();

    private static readonly string[] s_ofRules = [
        .. RuleDescriptors.All.SelectMany(rule => new[] { "Title", "Message", "Description" }.Select(part => rule.Id + "_" + part))];

    [Fact]
    public void EveryKeyUsed_Exists() =>
        Assert.Empty(s_ofRules.Concat(s_literals.Where(literal => Regex.IsMatch(literal, "^SMTP[0-9]"))).Except(s_keys));

    [Fact]
    public void EveryKey_IsUsed() => Assert.Empty(s_keys.Except(s_ofRules).Except(s_literals));
}
