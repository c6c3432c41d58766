using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Rules;

/// <summary>
/// What findings tell the fixes, written and read again; a bag from somebody else is none, and one of another version is refused.
/// </summary>
public class FindingPropertiesTests
{
    [Fact]
    public void Bag_IsReadAsItWasWritten()
    {
        var read = Read(new FindingProperties
        {
            Library = "MailKit",
            Site = new TextSpan(120, 7),
            Relay = new RelayFacts(587, LogsIn: false, IsShared: true) { Member = "options", Value = 3 },
            Settings = [new(SettingStore.Configuration, "Smtp:Port"), new(SettingStore.AppSettings, "Smtp Port")],
        }.ToBag())!;
        Assert.Equal("MailKit", read.Library);
        Assert.Equal(new TextSpan(120, 7), read.Site);
        Assert.Equal(new RelayFacts(587, LogsIn: false, IsShared: true) { Member = "options", Value = 3 }, read.Relay);
        Assert.Equal([new(SettingStore.Configuration, "Smtp:Port"), new(SettingStore.AppSettings, "Smtp Port")], read.Settings.ToArray());
    }

    [Fact]
    public void Bag_WithTheLeast_SaysNothingElse()
    {
        var bag = new FindingProperties { Library = "" }.ToBag();
        Assert.Equal(["Library"], bag.Keys);
        var read = Read(bag)!;
        Assert.Equal(("", null, null, true), (read.Library, read.Site, read.Relay, read.Settings.IsEmpty));
    }

    [Theory]
    [InlineData("Library")]
    [InlineData(null)]
    public void Bag_OfSomebodyElse_IsNone(string? key) =>
        Assert.Null(
            Read(key is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(key, null)));

    [Theory]
    [InlineData("12")]
    [InlineData("12,")]
    [InlineData(",3")]
    [InlineData("12,3,4")]
    [InlineData("-1,3")]
    [InlineData("1,-3")]
    [InlineData("a,b")]
    [InlineData(null)]
    public void Site_ThatIsNone_IsLeftOut(string? site) =>
        Assert.Null(Read(new FindingProperties { Library = "MailKit" }.ToBag().Add("Site", site))!.Site);

    [Fact]
    public void Settings_ThatAreNone_AreLeftOut() =>
        Assert.Empty(Read(new FindingProperties { Library = "MailKit" }.ToBag().Add("Settings", null))!.Settings);

    [Theory]
    [InlineData("KeyVault Smtp:Port")]
    [InlineData("configuration Smtp:Port")]
    [InlineData("1 Smtp:Port")]
    [InlineData("Smtp:Port")]
    [InlineData("")]
    public void Settings_OfAStoreThatIsNotKnown_AreLeftOut(string settings)
    {
        var read = Read(new FindingProperties { Library = "MailKit" }.ToBag().Add("Settings", settings + "\nAppSettings Port"))!;
        Assert.Equal([new(SettingStore.AppSettings, "Port")], read.Settings.ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("587")]
    [InlineData("1,587,2,0,1,a")]
    [InlineData("1,587,1,yes,1,a")]
    [InlineData("1,65536,1,0,1,a")]
    [InlineData("1,587,1,0,1")]
    [InlineData("587,1,0,1,a")]
    [InlineData("2,587,1,0,1,a")]
    [InlineData("1,587,1,0,1,a,b")]
    [InlineData("1,x,1,0,1,a")]
    [InlineData("1,587,1,0,x,a")]
    [InlineData(null)]
    public void Relay_ThatIsNone_IsLeftOut(string? relay) =>
        Assert.Null(Read(new FindingProperties { Library = "MailKit" }.ToBag().Add("Relay", relay))!.Relay);

    [Theory]
    [InlineData("1,587,1,0,1,EnableSsl", 587, true, false, 1, "EnableSsl")]
    [InlineData("1,465,0,1,2,", 465, false, true, 2, null)]
    public void Relay_IsReadByPlace(string text, int port, bool logsIn, bool isShared, int value, string? member) =>
        Assert.Equal(new RelayFacts(port, logsIn, isShared) { Member = member, Value = value }, RelayFacts.Parse(text));

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Password_IsReadAsItWasWritten(bool isFallback, bool isOneOfSeveral)
    {
        var password = new PasswordFacts(isFallback, isOneOfSeveral);
        Assert.Equal(password, Read(new FindingProperties { Library = "MailKit", Password = password }.ToBag())!.Password);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1,1")]
    [InlineData("2,1,0")]
    [InlineData("1,yes,0")]
    [InlineData("1,0,yes")]
    [InlineData("1,1,0,0")]
    [InlineData(null)]
    public void Password_ThatIsNone_IsLeftOut(string? password) =>
        Assert.Null(Read(new FindingProperties { Library = "MailKit" }.ToBag().Add("Secret", password))!.Password);

    [Theory]
    [InlineData("1\nWhole\nStartTls\nUnknown\nCode mail.contoso.com")]
    [InlineData("1\nChoice\n?\nNone\nFallback mail.contoso.com\nRunTime ")]
    [InlineData("1\nMissing\nNone\nNone")]
    public void Proved_IsWrittenAsItWasRead(string text)
    {
        var read = Read(new FindingProperties { Proved = ProvedFacts.Parse(text) }.ToBag())!.Proved!;
        Assert.Equal(text, read.ToText());
        Assert.Equal(ProvedFacts.Parse(text), read);
    }

    [Fact]
    public void Proved_IsReadByLine()
    {
        var read = ProvedFacts.Parse("1\nFallback\nByPort\nNone\nFallback mail.contoso.com\nRunTime ")!;
        Assert.Equal((PortRole.Fallback, TransportSecurity.ByPort, LoginState.None), (read.Role, read.Security!.Value, read.Login));
        Assert.Equal(
            [new ProvedHost("mail.contoso.com", HostOrigin.Fallback), new ProvedHost("", HostOrigin.RunTime)], read.Hosts.ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("2\nWhole\nStartTls\nUnknown")]
    [InlineData("1\nWhole\nStartTls")]
    [InlineData("1\nElsewhere\nStartTls\nUnknown")]
    [InlineData("1\n1\nStartTls\nUnknown")]
    [InlineData("1\nWhole\nQuantum\nUnknown")]
    [InlineData("1\nWhole\nStartTls\nPerhaps")]
    [InlineData("1\nWhole\nStartTls\nUnknown\nmail.contoso.com")]
    [InlineData("1\nWhole\nStartTls\nUnknown\nGuessed mail.contoso.com")]
    public void Proved_OfAnotherVersion_IsRefusedWithTheWholeBag(string proved) =>
        Assert.Null(Read(new FindingProperties { Library = "MailKit" }.ToBag().Add("Proved", proved)));

    private static FindingProperties? Read(ImmutableDictionary<string, string?> bag) =>
#pragma warning disable RS0030 // The finding itself does not matter here.
        FindingProperties.From(Diagnostic.Create(RuleDescriptors.All[0], Location.None, bag));
#pragma warning restore RS0030
}
