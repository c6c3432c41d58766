using System.Linq;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections;

/// <summary>What the value of a host says of it.</summary>
internal static class HostValue
{
    /// <summary>The name or address; null where only run time knows it. A text with holes is no name.</summary>
    public static string? NameOf(AbstractValue host) => host.Kind == AbstractValueKind.Constant ? host.Constant as string : null;

    /// <summary>Whether each of the hosts that it may be is known, and on the machine itself or in a private network.</summary>
    public static bool IsLocal(ValueSet? host) => host is { IsOpen: false, Knowns.IsEmpty: false } value && value.Knowns.All(IsLocal);

    public static bool IsLocal(AbstractValue host) =>
        NameOf(host) is { } name ? LocalHosts.IsLocal(name)
        : host is { Kind: AbstractValueKind.PartialText, Constant: string text } && LocalHosts.IsLocalEnd(
            text.Substring(text.LastIndexOf(AbstractValue.Hole) + 1));
}
