namespace SmtpPortAnalyzer.Connections.Kept;

/// <summary>The lists of <see cref="KeptFacts"/>, in the order in which they are written.</summary>
internal enum KeptList
{
    Connections,
    Logins,
    Bindings,
    Exits,
    Delegates,

    /// <summary>What functions inside of the body return.</summary>
    FunctionReturns,

    /// <summary>What the body was called with: one state, or none.</summary>
    Entry,
}

/// <summary>The sets of <see cref="KeptFacts"/>, in the order in which they are written: symbols first, then places.</summary>
internal enum KeptSet
{
    /// <summary>Symbols whose client is encrypted.</summary>
    Secured,

    /// <summary>Symbols whose client is configured.</summary>
    Configured,

    /// <summary>Symbols whose client is logged in.</summary>
    LoggedIn,

    /// <summary>Symbols whose client other code gets hold of.</summary>
    Exposed,

    /// <summary>Creations whose client is changed.</summary>
    Changed,

    /// <summary>Creations whose client is encrypted.</summary>
    SecuredSites,
}
