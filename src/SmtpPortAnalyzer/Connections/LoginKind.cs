namespace SmtpPortAnalyzer.Connections;

/// <summary>Where a login comes from.</summary>
internal enum LoginKind
{
    /// <summary>There is none, or it is the identity of the process, which no relay on the Internet takes.</summary>
    None,

    /// <summary>The password stands in the source.</summary>
    Literal,

    /// <summary>The program gets it while it runs.</summary>
    RunTime,

    /// <summary>The password stands in the source on some ways, and is got at run time on others.</summary>
    Mixed,
}
