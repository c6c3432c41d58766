using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes;
using SmtpPortAnalyzer.CodeFixes.SettingsFiles;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Settings;
using SmtpPortAnalyzer.Settings.Mail;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Settings;

/// <summary>A settings format is a reader and a row: one that is made up here is read, judged by the same words, and edited.</summary>
public class ToyFormatTests
{
    /// <summary>Sections in brackets, and a name and a value on each line.</summary>
    private static readonly SettingsFormat s_toy = new(
        "INI", [".ini"], first => first == '[', (text, _) => Read(text), (root, _) => [root]);

    private static readonly ImmutableArray<SettingsFormat> s_formats = [s_toy, .. SettingsFormats.All];

    [Fact]
    public void Extension_IsOfTheRow()
    {
        Assert.True(SettingsFormats.AreIn("/app/mail.INI", s_formats));
        Assert.False(SettingsFormats.AreIn("/app/mail.ini", SettingsFormats.All));
    }

    [Fact]
    public void Port_IsFoundAndReplaced()
    {
        const string Text = "[Smtp]\nHost=mail.contoso.com\nPort=25\n[Pages]\nSize=25\n";
        var root = SettingsFormats.Read(Text, s_formats, CancellationToken.None)!;

        var setting = Assert.Single(SmtpSettings.FindIn(root, isNetFramework: true));

        Assert.Equal("Smtp:Port", setting.Name);
        Assert.Equal("mail.contoso.com", setting.Host);
        Assert.Equal(setting.Port, Assert.Single(SettingPlaces.NodesUnder(root, new SettingKey(SettingStore.Configuration, "Smtp:Port"))));
        var text = SourceText.From(Text);
        var change = SettingsEdit.OfNumber(setting.Span, text)!.Value;
        Assert.Equal(Text.Replace("Port=25", "Port=587", StringComparison.Ordinal), text.WithChanges(change).ToString());
    }

    [Theory]
    [InlineData("[Smtp]\nHost=localhost\nPort=25")]
    [InlineData("[Imap]\nHost=mail.contoso.com\nPort=25")]
    public void OtherPort_IsLeftAlone(string text)
    {
        var root = SettingsFormats.Read(text, s_formats, CancellationToken.None)!;
        Assert.All(SmtpSettings.FindIn(root, isNetFramework: true), setting => Assert.True(SettingHost.IsLocal(setting.Port!)));
    }

    /// <summary>An editor offers the fix in files with the extensions of the table.</summary>
    [Fact]
    public void FixIsExported_ForTheExtensionsOfTheTable() => Assert.Equal(
        SettingsFormats.All.SelectMany(format => format.Extensions).Distinct().Order(),
        typeof(SettingsPortFix).GetCustomAttribute<ExportCodeFixProviderAttribute>()!.DocumentExtensions!.Order());

    private static SettingsNode Read(string text)
    {
        var root = new SettingsNode("", default, null) { Format = s_toy };
        var section = root;
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (line.StartsWith('['))
                section = new SettingsNode(line.Trim('[', ']'), new TextSpan(start + 1, line.Length - 2), root);
            else if (equals > 0)
                new SettingsNode(line[..equals], new TextSpan(start, equals), section)
                    .Say(line[(equals + 1)..], TextSpan.FromBounds(start + equals + 1, start + line.Length));
            start += line.Length + 1;
        }

        return root;
    }
}
