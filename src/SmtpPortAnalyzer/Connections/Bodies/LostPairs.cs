using System.Collections.Immutable;
using System.Linq;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Bodies;

/// <summary>
/// Values whose ways were joined: which port goes with which host is lost. That matters where one of the hosts may be on the machine
/// itself; beside settings and public names, each port is one.
/// </summary>
internal static class LostPairs
{
    /// <summary>Whether the hosts were joined, and a port may have gone with one that is no matter of Azure's.</summary>
    public static bool Matter(ValueSet? hosts) => hosts is { IsMixed: true, Single: null } mixed && !AreHarmless(mixed);

    /// <summary>The arguments as far as they surely go together.</summary>
    public static ImmutableArray<ArgumentValue> Opened(ImmutableArray<ArgumentValue> arguments)
    {
        var mixed = 0;
        var matters = false;
        foreach (var argument in arguments)
        {
            if (!IsMixed(argument))
                continue;

            mixed++;
            matters |= !AreHarmless(argument.Value);
        }

        return mixed > 1 && matters
            ? arguments.Select(argument => IsMixed(argument) ? argument.Open() : argument).ToImmutableArray()
            : arguments;
    }

    private static bool IsMixed(ArgumentValue argument) => argument.Value is { IsMixed: true, Single: null };

    private static bool AreHarmless(ValueSet values) => !values.IsGivenUp && values.Knowns.All(known => known.Kind switch
    {
        AbstractValueKind.Setting => true,
        AbstractValueKind.Constant => known.Constant is int || (known.Constant is string text && !LocalHosts.IsLocal(text)),
        _ => false,
    });
}
