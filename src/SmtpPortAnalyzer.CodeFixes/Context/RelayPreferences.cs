using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.CodeFixes.SettingsFiles;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Options;
using SmtpPortAnalyzer.Settings;

namespace SmtpPortAnalyzer.CodeFixes.Context;

/// <summary>What the options of a file say of the relay, and what its settings are called.</summary>
/// <param name="Section">The names of its settings.</param>
/// <param name="Settings">Where they are read from, if there is a choice.</param>
/// <param name="Host">What to fall back to.</param>
internal sealed record RelayPreferences(MailSection Section, RelaySettings Settings, RelayHost Host)
{
    /// <summary>The main settings file; null where the build does not hand it over.</summary>
    public SettingsNode? File { get; private init; }

    /// <summary>The section that the options name.</summary>
    private string SectionName { get; init; } = "";

    /// <summary>Whether they insist on it.</summary>
    private bool IsSectionWritten { get; init; }

    /// <summary>Where the connection reads its settings from already; null where it reads none.</summary>
    public RelaySettings? Store { get; init; }

    /// <summary>A setting that the connection reads already: the others are read as it is. Null where it reads none.</summary>
    public SettingRead? Read { get; init; }

    /// <summary>Whether the program has several servers, so that the section is this one's alone.</summary>
    public bool IsOneOfSeveral { get; private init; }

    /// <summary>Whether the source has several passwords for the server: one setting cannot be all of them.</summary>
    public bool HasSeveralPasswords { get; private init; }

    public static async Task<RelayPreferences> ReadAsync(Document document, CancellationToken cancellationToken)
    {
        var provider = document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider;
        var global = provider.GlobalOptions;
        var tree = await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false);
        var file = tree is null ? global : provider.GetOptions(tree);
        var name = SmtpOptionTable.RelaySection.Read(file, global);
        var preferences = new RelayPreferences(
            MailSection.Named(name),
            SmtpOptionTable.RelaySettings.Read(file, global),
            SmtpOptionTable.RelayHost.Read(file, global))
        {
            File = await SettingsEditor.ReadMainAsync(document.Project, cancellationToken).ConfigureAwait(false),
            SectionName = name,
            IsSectionWritten = SmtpOptionTable.RelaySection.IsWritten(file, global),
        };
        return preferences.For(host: null);
    }

    /// <summary>
    /// Whether an action's settings may be read from its store, if it has one. What is read from one already is not read from a second
    /// one, unless the options insist; one options class has room for one server.
    /// </summary>
    public bool MayRead(RelaySettings? store) => store is null
        || ((Store is not { } own || own == store || Settings == store) && !(IsOneOfSeveral && store == RelaySettings.Options));

    /// <summary>What the main settings file says under a key such as <c>Mail:Host</c>; null where it says nothing.</summary>
    public string? TextAt(string key)
    {
        var end = key.LastIndexOf(':');
        return File is null ? null : MailSection.Find(File, key.Substring(0, Math.Max(end, 0)))?.TextOf(key.Substring(end + 1));
    }

    /// <summary>
    /// The names that the project has already for a host; a section of another name only where the options do not insist on one.
    /// </summary>
    public RelayPreferences For(string? host)
    {
        if (File is not { } settings)
            return this;

        var usual = MailSection.ReadFrom(settings, SectionName);
        var isThere = MailSection.Find(settings, SectionName) is not null;
        if (IsSectionWritten || (isThere && MailSection.Suits(settings, usual, host)))
            return this with { Section = usual };
        if (MailSection.OnlyOne(settings, host) is { } section)
            return this with { Section = section };

        // The section of that name is another server's.
        return host is not null && isThere && MailSection.HostIn(settings, usual) is { } other
            ? this with { Section = MailSection.Named(SectionName + ":" + HostLabel.Among(host, [host, other])), IsOneOfSeveral = true }
            : this with { Section = usual };
    }

    /// <summary>The same where the program has several servers, each with settings of its own.</summary>
    public RelayPreferences For(string host, KnownAccounts accounts)
    {
        var one = For(host) with { HasSeveralPasswords = accounts.HasSeveralPasswordsFor(host) };
        if (accounts.Hosts.Count < 2)
            return one;

        var isNamed = File is { } settings && MailSection.Names(settings, one.Section, host);
        return one with
        {
            Section = isNamed ? one.Section : MailSection.Named(SectionName + ":" + HostLabel.Among(host, accounts.Hosts)),
            IsOneOfSeveral = true,
        };
    }
}
