using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Rules;

/// <summary>What a finding tells the fixes, as the diagnostic's property bag.</summary>
internal sealed class FindingProperties
{
    private const string LibraryKey = "Library";
    private const string SiteKey = "Site";
    private const string RelayKey = "Relay";
    private const string SettingsKey = "Settings";
    private const string ProvedKey = "Proved";
    private const string PasswordKey = "Secret";

    /// <summary>The catalogue's name of the library, for example <c>System.Net.Mail</c> or <c>MailKit</c>.</summary>
    public string Library { get; init; } = "";

    /// <summary>
    /// The syntax of the connection in the finding's own file, in UTF-16 units: the object creation of a System.Net.Mail client, the
    /// <c>Connect</c> call of a MailKit one, or, for a client that was made elsewhere, the assignment to its port.
    /// Null where the connection lies in another file. For a password it is what hands it to the login.
    /// </summary>
    public TextSpan? Site { get; init; }

    /// <summary>What SMTP005 and SMTP006 say besides.</summary>
    public RelayFacts? Relay { get; init; }

    /// <summary>What SMTP007 says besides.</summary>
    public PasswordFacts? Password { get; init; }

    /// <summary>The keys of the configuration that come before a fallback: a settings file may have a 25 under them as well.</summary>
    public ImmutableArray<SettingKey> Settings { get; init; } = ImmutableArray<SettingKey>.Empty;

    /// <summary>What SMTP001 to SMTP003 say of the connection; null where none is known.</summary>
    public ProvedFacts? Proved { get; init; }

    public ImmutableDictionary<string, string?> ToBag()
    {
        var bag = ImmutableDictionary<string, string?>.Empty.Add(LibraryKey, Library);
        if (Relay is not null)
            bag = bag.Add(RelayKey, Relay.ToText());
        if (Password is not null)
            bag = bag.Add(PasswordKey, Password.ToText());
        if (Proved is not null)
            bag = bag.Add(ProvedKey, Proved.ToText());
        if (!Settings.IsEmpty)
            bag = bag.Add(SettingsKey, string.Join("\n", Settings.Select(key => key.Store + " " + key.Path)));
        return Site is { } site
            ? bag.Add(SiteKey, string.Format(CultureInfo.InvariantCulture, "{0},{1}", site.Start, site.Length))
            : bag;
    }

    /// <summary>
    /// Reads the bag of a diagnostic; null where it is not one of ours (a stale or foreign diagnostic), or says something that this version
    /// does not know: then there is no fix.
    /// </summary>
    public static FindingProperties? From(Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(LibraryKey, out var library) || library is null)
            return null;

        diagnostic.Properties.TryGetValue(ProvedKey, out var text);
        var proved = text is null ? null : ProvedFacts.Parse(text);
        if (text is not null && proved is null)
            return null;

        diagnostic.Properties.TryGetValue(RelayKey, out var relay);
        diagnostic.Properties.TryGetValue(PasswordKey, out var password);
        return new FindingProperties
        {
            Library = library,
            Site = ReadSite(diagnostic),
            Relay = RelayFacts.Parse(relay),
            Password = PasswordFacts.Parse(password),
            Settings = ReadSettings(diagnostic),
            Proved = proved,
        };
    }

    private static TextSpan? ReadSite(Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(SiteKey, out var text) || text?.Split(',') is not { Length: 2 } parts)
            return null;

        return int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                ? new TextSpan(from, count)
                : null;
    }

    private static ImmutableArray<SettingKey> ReadSettings(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(SettingsKey, out var text) && text is not null
            ? text.Split('\n').Select(ReadSetting).OfType<SettingKey>().ToImmutableArray()
            : ImmutableArray<SettingKey>.Empty;

    /// <summary>Null where the store is none that is known: a guess would mend another file.</summary>
    private static SettingKey? ReadSetting(string text)
    {
        var end = text.IndexOf(' ');
        return text.Substring(0, Math.Max(end, 0)) switch
        {
            nameof(SettingStore.AppSettings) => new SettingKey(SettingStore.AppSettings, text.Substring(end + 1)),
            nameof(SettingStore.Environment) => new SettingKey(SettingStore.Environment, text.Substring(end + 1)),
            nameof(SettingStore.Configuration) => new SettingKey(SettingStore.Configuration, text.Substring(end + 1)),
            _ => null,
        };
    }
}
