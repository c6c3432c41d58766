using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Clients;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Logins;
using SmtpPortAnalyzer.CodeFixes.SettingsFiles;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Options;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.CodeFixes.Pipeline;

/// <summary>
/// What the settings of one connection are called. The names that it reads already decide: their section, their style and where they are
/// read from. A connection that reads none, and names its host, takes the section that does not name another.
/// </summary>
internal static class ConnectionNames
{
    public static async Task<FixContext> ReadAsync(FixContext fix, FixPlace place)
    {
        if (await FixTarget.ReadAsync(fix, place).ConfigureAwait(false) is not { } finding)
            return fix;

        var (site, file) = await finding.ConnectionAsync().ConfigureAwait(false);
        var client = place.IsAboutRelay ? RelayConnection.ClientOf(finding)
            : site == finding.Site ? ClientRewriter.CreateFor(finding)
            : ClientRewriter.Create(place.Library, site, file);
        if (client is null)
            return fix;

        var password = place.Rule == RuleIds.LiteralPassword ? PasswordPlace.Find(finding) : null;
        var reads = await ReadsAsync(client, file, password).ConfigureAwait(false);
        if (reads.Count > 0)
        {
            // Each project that compiles the file reads the same, or has nothing in common.
            foreach (var other in (await fix.FrameworksAsync().ConfigureAwait(false)).Counterparts(site ?? finding.Node))
            {
                var there = place.IsAboutRelay ? client : ClientRewriter.Create(place.Library, other.Node, other.File);
                if (there is not null && there != client
                    && !AreSame(reads, await ReadsAsync(there, other.File, password).ConfigureAwait(false)))
                    return fix;
            }

            return fix.With(await BesideAsync(fix, reads).ConfigureAwait(false));
        }

        if ((Bound(fix, client, file) ?? Handed(fix, client, file)) is { } named)
            return fix.With(named);

        var hosts = client.Hosts.Select(host => file.ProvedConstant(host)).Distinct().ToList();
        return hosts.Count == 1 && hosts[0] is string { Length: > 0 } name && !MailExchanger.IsOne(name)
            ? fix.With(fix.Preferences.For(name, file.Accounts))
            : fix;
    }

    // An object that is bound to a section gives the host: what the object lacks stands beside it in the section.
    private static RelayPreferences? Bound(FixContext fix, ClientRewriter client, FileContext file)
    {
        var hosts = client.Hosts.Select(host => file.SymbolOf(host)).Distinct<ISymbol?>(SymbolEqualityComparer.Default).ToList();
        if (hosts.Count != 1 || hosts[0] is not IPropertySymbol property || file.KeysOf(property) is not { Count: 1 } keys
            || keys[0] is not { Store: SettingStore.Configuration } key || key.Path.Contains('*')
            || key.Path.LastIndexOf(':') is not (> 0 and var end))
            return null;

        var known = new Dictionary<SettingRole, string> { [SettingRole.Host] = key.Path.Substring(end + 1) };
        var names = property.ContainingType.GetMembers().OfType<IPropertySymbol>().Select(other => other.Name).ToList();
        return MailSection.Beside(key.Path.Substring(0, end), known, names, fix.Preferences.File) is { } section
            ? fix.Preferences with { Section = section }
            : null;
    }

    // Callers read the host from a setting and hand it over: what they do not hand over stands beside it.
    private static RelayPreferences? Handed(FixContext fix, ClientRewriter client, FileContext file)
    {
        if (client.Hosts.SelectMany(file.KeysBehind).Distinct().ToList() is not { Count: 1 } keys || keys[0].Path.Contains('*'))
            return null;

        var (store, path) = (keys[0].Store, keys[0].Path);
        var end = store == SettingStore.Configuration ? path.LastIndexOf(':') : -1;
        var own = new Dictionary<SettingRole, string> { [SettingRole.Host] = path.Substring(end + 1) };
        var settings = store == SettingStore.Configuration ? fix.Preferences.File : null;
        if (MailSection.Beside(path.Substring(0, Math.Max(end, 0)), own, [], settings) is not { } section)
            return null;

        return fix.Preferences with
        {
            Section = section,
            Store = store switch
            {
                SettingStore.AppSettings => RelaySettings.AppSettings,
                SettingStore.Environment => RelaySettings.Environment,
                _ => null,
            },
        };
    }

    private static bool AreSame(Dictionary<SettingRole, SettingRead> some, Dictionary<SettingRole, SettingRead> others) =>
        some.Count == others.Count
        && some.All(pair => others.TryGetValue(pair.Key, out var other) && (other.Store, other.Key) == (pair.Value.Store, pair.Value.Key));

    // By role, those of the first section among them.
    private static async Task<Dictionary<SettingRole, SettingRead>> ReadsAsync(
        ClientRewriter client, FileContext file, ExpressionSyntax? password)
    {
        var all = new List<(SettingRole Role, SettingRead Read)>();
        await AddAsync(client.Hosts, SettingRole.Host).ConfigureAwait(false);
        await AddAsync(client.Ports, SettingRole.Port).ConfigureAwait(false);
        foreach (var value in client.LoginParts.SelectMany(part => OfOneAccount(part, file, password)))
        {
            if (await SettingReads.BehindAsync(value, file).ConfigureAwait(false) is { } read
                && SettingNames.RoleOf(read.Name) is { } role and (SettingRole.UserName or SettingRole.Password))
                all.Add((role, read));
        }

        var found = new Dictionary<SettingRole, SettingRead>();
        foreach (var (role, read) in all.Where(one =>
            one.Read.Store == all[0].Read.Store && one.Read.SectionName == all[0].Read.SectionName))
        {
            if (!found.ContainsKey(role))
                found.Add(role, read);
        }

        return found;

        async Task AddAsync(IEnumerable<ExpressionSyntax> values, SettingRole role)
        {
            foreach (var value in values)
            {
                if (await SettingReads.BehindAsync(value, file).ConfigureAwait(false) is { } read)
                    all.Add((role, read));
            }
        }
    }

    // Where the code chooses among logins, the settings of the others are other accounts'.
    private static IEnumerable<ExpressionSyntax> OfOneAccount(ExpressionSyntax part, FileContext file, ExpressionSyntax? password)
    {
        var logins = part.DescendantNodesAndSelf().OfType<BaseObjectCreationExpressionSyntax>().ToList();
        if (password is null || logins.Count < 2)
            return [part];

        var text = (password as LiteralExpressionSyntax)?.Token.Value;
        var own = logins.Where(login => password.Ancestors().Contains(login)
            || (text is not null && login.ArgumentList is { } list
                && list.Arguments.Any(argument => text.Equals(file.ProvedConstant(argument.Expression))))).ToList();
        return own.Count == 0 ? [part] : own;
    }

    private static async Task<RelayPreferences> BesideAsync(FixContext fix, Dictionary<SettingRole, SettingRead> reads)
    {
        var read = reads.OrderBy(pair => pair.Key).First().Value;
        var settings = read.Store switch
        {
            RelaySettings.Configuration => fix.Preferences.File,
            RelaySettings.AppSettings => await SettingsEditor.ReadAppSettingsAsync(fix.Document.Project, fix.CancellationToken)
                .ConfigureAwait(false),
            _ => null,
        };
        var names = MailSection.Beside(
            read.SectionName, reads.ToDictionary(pair => pair.Key, pair => pair.Value.Name), SettingReads.NamesBeside(read).ToList(),
            settings);
        return names is null
            ? fix.Preferences with { Store = read.Store }
            : fix.Preferences with { Section = names, Store = read.Store, Read = read };
    }
}
