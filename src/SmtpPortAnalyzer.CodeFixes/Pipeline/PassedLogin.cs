using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.CodeFixes.Clients;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Logins;
using SmtpPortAnalyzer.CodeFixes.Ports;
using SmtpPortAnalyzer.CodeFixes.Sources;

namespace SmtpPortAnalyzer.CodeFixes.Pipeline;

/// <summary>What a call says of whether there is a login at all: <c>Send(host, 25, authenticate: false, user, password)</c>.</summary>
internal static class PassedLogin
{
    /// <summary>The places of the parameters that turn the login of the connection on.</summary>
    public static int[] SwitchesOf(IMethodSymbol method, ClientRewriter client, FileContext file)
    {
        var flags = LoginSwitches.Around(client.LoginParts, file).ToList();
        return flags.Count == 0 ? []
            : method.Parameters.Where(p => flags.Any(flag => file.IsHandedBy(p, flag))).Select(p => p.Ordinal).ToArray();
    }

    /// <summary>Turns it on in the call.</summary>
    public static void TurnOn(RelayEdit edit, PassedPort passed, int[] switches)
    {
        foreach (var parameter in switches.Select(ordinal => passed.Method.Parameters[ordinal]))
            PassedFlag.TurnOn(edit, passed.Call, parameter);
    }
}
