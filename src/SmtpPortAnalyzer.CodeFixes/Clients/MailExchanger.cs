using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.Flow;

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

    /// <summary>Whether a host is one on some way that leads to it.</summary>
    public static bool MayBe(ExpressionSyntax host, FileContext file) => file.ProvedHosts(host).Knowns.Any(IsOne);

    /// <summary>Whether a host is one on every way.</summary>
    public static bool IsAlways(ExpressionSyntax host, FileContext file) =>
        file.ProvedHosts(host) is { IsOpen: false, Knowns.IsEmpty: false } hosts && hosts.Knowns.All(IsOne);

    private static bool IsOne(AbstractValue host) => host is { Kind: AbstractValueKind.Constant, Constant: string name } && IsOne(name);

    /// <summary>Whether a host known only at run time is the answer to an MX look-up, by the names along its way.</summary>
    public static bool IsLookedUp(ExpressionSyntax host, FileContext file)
    {
        var origin = file.SymbolOf(host) is ILocalSymbol local
            ? EditPlace.InitializerOf(local, file) ?? host
            : host;
        return new[] { host, origin }.SelectMany(e => e.DescendantNodesAndSelf()).OfType<SimpleNameSyntax>()
            .Any(n => NamesExchanger(n.Identifier.ValueText));
    }

    private static bool NamesExchanger(string name)
    {
        if (name is "Exchange" or "exchange" or "MailExchange" or "mailExchange" or "Exchanger" or "exchanger")
            return true;

        var at = name.IndexOf("mx", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return false;

        // mx, mxHost, bestMx, MxRecord; not "bmxRider" nor "Amxyz"
        var startsWord = at == 0 || !char.IsLetter(name[at - 1]) || char.IsUpper(name[at]);
        var endsWord = at + 2 == name.Length || !char.IsLower(name[at + 2]) || name.Substring(at + 2) is "s";
        return startsWord && endsWord;
    }
}
