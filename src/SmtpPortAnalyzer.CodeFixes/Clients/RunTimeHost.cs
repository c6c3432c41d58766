using System.Linq;
using SmtpPortAnalyzer.CodeFixes.Sources;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.CodeFixes.Clients;

/// <summary>
/// A host that only run time knows, such as one of a list of servers: it has no setting for the port beside it. A host in the code, or one
/// that is a setting, has.
/// </summary>
internal static class RunTimeHost
{
    /// <summary>
    /// Whether nothing of a connection that logs in is a setting: its host is only known at run time, or stands in the code beside a login
    /// that run time gives. A setting for host and port alone would be half a relay.
    /// </summary>
    public static bool IsBesideOwnLogin(RelayEdit edit) => IsOf(edit)
        || (edit.Hosts.Count > 0 && edit.Preferences.Store is null && edit.Hosts.All(host => edit.File.ProvedConstant(host) is string));

    /// <summary>Whether every host that the connection may have is one.</summary>
    public static bool IsOf(RelayEdit edit) =>
        edit.Hosts.Count > 0 && edit.Hosts.All(host => edit.File.ProvedHosts(host) is var known
            && known.Knowns.All(one => one.Kind != AbstractValueKind.Setting)
            && known.Knowns.Select(one => one.Constant).OfType<string>().Where(name => name.Length > 0).Distinct().Count() is var names
            && (names == 0 ? known.IsOpen : names > 1 && edit.Preferences.Read is null));
}
