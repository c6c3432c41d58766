using System.Collections.Generic;
using System.Linq;
using SmtpPortAnalyzer.Connections;

namespace SmtpPortAnalyzer.CodeFixes.Logins;

/// <summary>What the logins of one connection are together.</summary>
internal static class LoginKinds
{
    /// <summary>
    /// One in the source counts before one that is none; with one of run time beside it, nothing can take the place of both.
    /// </summary>
    public static LoginKind Together(IEnumerable<LoginKind> kinds)
    {
        var all = kinds.Distinct().ToList();
        return all.Contains(LoginKind.Mixed) ? LoginKind.Mixed
            : all.Contains(LoginKind.Literal) ? LoginKind.Literal
            : all.Contains(LoginKind.RunTime) ? LoginKind.RunTime
            : LoginKind.None;
    }

    /// <summary>Whether a password stands in the source on some way.</summary>
    public static bool HasLiteral(LoginKind kind) => kind is LoginKind.Literal or LoginKind.Mixed;
}
