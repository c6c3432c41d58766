using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Logins;
using SmtpPortAnalyzer.CodeFixes.Sources;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Options;

namespace SmtpPortAnalyzer.CodeFixes.Clients;

/// <summary>Hosts that take mail for their own domains: they listen on 25 alone, so no port turns them into a relay.</summary>
internal static class MailExchanger
{
    private static readonly string[] s_suffixes =
    {
        ".mail.protection.outlook.com", ".olc.protection.outlook.com", ".mx.microsoft", ".aspmx.l.google.com",
        ".gmail-smtp-in.l.google.com",
        ".googlemail.com", ".pphosted.com", ".mimecast.com", ".yahoodns.net", ".messagelabs.com", ".mx.cloudflare.net",
    };

    private static readonly string[] s_names = { "aspmx.l.google.com", "gmail-smtp-in.l.google.com", "smtp.google.com" };

    public static bool IsOne(string host) =>
        s_names.Contains(host, StringComparer.OrdinalIgnoreCase)
        || host.StartsWith("mx.", StringComparison.OrdinalIgnoreCase)
        || (s_suffixes.Any(s => host.EndsWith(s, StringComparison.OrdinalIgnoreCase))
            && !host.StartsWith("smtp", StringComparison.OrdinalIgnoreCase)
            && host.IndexOf("-smtp-", StringComparison.OrdinalIgnoreCase) <= 0);

    /// <summary>Whether a host is one on some way that leads to it, or is put together of text that ends the name of one.</summary>
    public static bool MayBe(ExpressionSyntax host, FileContext file)
    {
        var hosts = file.ProvedHosts(host);
        return hosts.Knowns.Any(IsOne) || (hosts.IsOpen && IsMadeOfSuffix(host, file));
    }

    /// <summary>Whether the settings file says that a host is one: no code turns that into a relay.</summary>
    public static async Task<bool> AreConfiguredAsync(IEnumerable<ExpressionSyntax> hosts, FileContext file)
    {
        if (file.Fix.Preferences.File is null)
            return false;

        foreach (var host in hosts.Where(host => file.ProvedConstant(host) is null))
        {
            var keys = file.SymbolOf(host) is IPropertySymbol property ? file.KeysOf(property).Select(key => key.Path) : [];
            if (await SettingReads.BehindAsync(host, file).ConfigureAwait(false) is { Store: RelaySettings.Configuration } read)
                keys = keys.Append(read.Key);
            if (keys.Any(key => file.Fix.Preferences.TextAt(key) is { } name && IsOne(name)))
                return true;
        }

        return false;
    }

    /// <summary>Whether a host is one on every way.</summary>
    public static bool IsAlways(ExpressionSyntax host, FileContext file) =>
        file.ProvedHosts(host) is { IsOpen: false, Knowns.IsEmpty: false } hosts && hosts.Knowns.All(IsOne);

    /// <summary>
    /// Demands the setting that a host is read from, where one only stands in for it:
    /// <c>configuration["Smtp:Host"] ?? "contoso-com.mail.protection.outlook.com"</c>. False where it is there in another way.
    /// </summary>
    public static bool DemandSetting(RelayEdit edit, ExpressionSyntax host)
    {
        var standIns = edit.File.ProvedHosts(host).Knowns.Where(IsOne).Select(known => known.Origin).Distinct().ToList();
        return standIns.Count > 0 && standIns.All(origin => origin is ExpressionSyntax standIn && standIn.SyntaxTree == edit.File.Tree
            && ReadAround(standIn, edit) is { } read && Login.ReplaceAt(edit, read, edit.Source.Host(edit, read)));
    }

    // The read of the connection's own setting, with what stands in for it.
    private static ExpressionSyntax? ReadAround(ExpressionSyntax standIn, RelayEdit edit)
    {
        var (whole, read) = standIn.Parent switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice when choice.Right == standIn =>
                ((ExpressionSyntax)choice, choice.Left),
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => (call, call),
            _ => default,
        };
        return read is not null && SettingRead.At(read, edit.File) is { } own && edit.Preferences.Read is { } known
            && (own.Store, own.Key) == (known.Store, known.Key) ? whole : null;
    }

    /// <summary>
    /// A host as a body has it, or text whose end is known: <c>$"{domain}.mail.protection.outlook.com"</c>.
    /// </summary>
    private static bool IsOne(AbstractValue host) => host is { IsConstant: true, Constant: string name } && IsOne(name);

    // Where run time puts the name together, its parts stand in the code that does: in the member, or in one that it names.
    private static bool IsMadeOfSuffix(ExpressionSyntax host, FileContext file)
    {
        var member = EnclosingMember.Find(host);
        if (HasSuffix(member))
            return true;

        return member.DescendantNodes().OfType<SimpleNameSyntax>()
            .Where(name => name.Parent is not TypeSyntax and not ObjectCreationExpressionSyntax)
            .Select(name => file.SymbolOf(name))
            .Where(symbol => symbol is IFieldSymbol or IPropertySymbol or IMethodSymbol && !symbol.DeclaringSyntaxReferences.IsEmpty)
            .Distinct(SymbolEqualityComparer.Default)
            .Any(symbol => symbol!.DeclaringSyntaxReferences.Any(reference => HasSuffix(reference.GetSyntax(file.CancellationToken))));
    }

    private static bool HasSuffix(SyntaxNode node) => node.DescendantTokens().Any(token =>
        token.Value is string { Length: > 0 } text && text.IndexOf('@') < 0
        && s_suffixes.Any(suffix => text.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)
            || string.Equals(text, suffix.Substring(1), StringComparison.OrdinalIgnoreCase)));
}
