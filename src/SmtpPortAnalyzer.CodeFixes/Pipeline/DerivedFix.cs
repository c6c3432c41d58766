using System.Threading.Tasks;
using SmtpPortAnalyzer.CodeFixes.Actions;
using SmtpPortAnalyzer.CodeFixes.Clients;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Sources;

namespace SmtpPortAnalyzer.CodeFixes.Pipeline;

/// <summary>Moves a client that the program derives from a library's, in the constructor that hands the 25 to the base class.</summary>
internal static class DerivedFix
{
    /// <summary>Null where the action does not apply or is not surely right.</summary>
    public static Task<RelayEdit?> EditOfAsync(FixTarget finding, EditRequest request)
    {
        if (DerivedClient.Read(finding) is not { Port: { } port } derived
            || (derived.Host is { } looked && finding.File.IsLookedUp(looked)))
            return Task.FromResult<RelayEdit?>(null);

        var edit = request.Begin(finding, derived.Host is { } own ? [own] : []);
        var goesToExchanger = derived.Host is { } host && MailExchanger.MayBe(host, finding.File);
        var logsIn = derived.LogsIn(finding.File);
        var isDone = (derived.HasLogin && !logsIn) ? false : request.Action.Kind switch
        {
            RelayActionKind.EncryptedAtRunTime => logsIn && !goesToExchanger && RunTimeHost.IsBesideOwnLogin(edit)
                && ClientRewriter.RewritePort(edit, port) && derived.Configure(edit, logsIn: false),
            RelayActionKind.EncryptedOnly => logsIn && !goesToExchanger && !RunTimeHost.IsBesideOwnLogin(edit)
                && ClientRewriter.RewritePort(edit, port) && derived.Configure(edit, logsIn: false),
            RelayActionKind.Relay => !edit.Source.HasLoginOnly
                && (logsIn || derived.Host is not { } named || !SeveralServers.AreNamed([named], finding.File))
                && (derived.Host is null || ClientRewriter.RewriteHost(edit, derived.Host))
                && ClientRewriter.RewritePort(edit, port) && derived.Configure(edit, logsIn: !logsIn),
            RelayActionKind.StartTlsOnly => !logsIn && !goesToExchanger && ClientRewriter.RewritePort(edit, port)
                && derived.Configure(edit, logsIn: false),
            _ => false,
        };
        return Task.FromResult(isDone ? edit : null);
    }
}
