namespace SmtpPortAnalyzer.Options;

/// <summary>The value of <c>relay_settings</c>: where fixes read the relay's address and login from, if they have a choice.</summary>
internal enum RelaySettings
{
    /// <summary>The first source that applies.</summary>
    Auto,

    /// <summary>An <c>IConfiguration</c>.</summary>
    Configuration,

    /// <summary><c>IOptions&lt;SmtpRelayOptions&gt;</c>.</summary>
    Options,

    /// <summary>Environment variables.</summary>
    Environment,

    /// <summary><c>ConfigurationManager.AppSettings</c>.</summary>
    AppSettings,
}
