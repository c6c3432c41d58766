namespace SmtpPortAnalyzer.CodeFixes.Security;

/// <summary>How a connection is encrypted, as far as its own code shows.</summary>
internal enum SecurityMode
{
    /// <summary>Only run time knows, or other code.</summary>
    RunTime,

    None,

    /// <summary>STARTTLS if the server offers it.</summary>
    WhenAvailable,

    /// <summary>The same, but TLS from the first byte on 465.</summary>
    ByPort,

    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Implicit,
}

/// <summary>Which modes a relay port takes.</summary>
internal static class SecurityModes
{
    /// <summary>Whether it never works, or is in the clear (SMTP005).</summary>
    public static bool IsWrong(SecurityMode mode, int port, bool isImplicit) => isImplicit
        ? mode is SecurityMode.None or SecurityMode.WhenAvailable or SecurityMode.StartTls || (mode == SecurityMode.ByPort && port != 465)
        : mode is SecurityMode.None or SecurityMode.Implicit;

    /// <summary>Whether a login would go out in the clear if the server, or a host on the way to it, does not offer STARTTLS.</summary>
    public static bool IsWeak(SecurityMode mode, bool isImplicit) =>
        !isImplicit && mode is (SecurityMode.WhenAvailable or SecurityMode.ByPort);
}
