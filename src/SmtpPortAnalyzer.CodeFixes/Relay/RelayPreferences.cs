using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Options;

namespace SmtpPortAnalyzer.CodeFixes.Relay;

/// <summary>What the options of a file say of the relay.</summary>
/// <param name="Section">The names of its settings.</param>
/// <param name="Settings">Where they are read from, if there is a choice.</param>
/// <param name="Host">What to fall back to.</param>
internal sealed record RelayPreferences(MailSection Section, RelaySettings Settings, RelayHost Host)
{
    public static async Task<RelayPreferences> OfAsync(Document document, CancellationToken cancellationToken)
    {
        var provider = document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider;
        var global = provider.GlobalOptions;
        var tree = await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false);
        var file = tree is null ? global : provider.GetOptions(tree);
        return new RelayPreferences(
            MailSection.Named(SmtpOptionTable.RelaySection.Read(file, global)),
            SmtpOptionTable.RelaySettings.Read(file, global),
            SmtpOptionTable.RelayHost.Read(file, global));
    }
}

/// <summary>The section of the configuration that the relay's settings are in, and what they are called there.</summary>
internal sealed record MailSection(string Name, string Host, string Port, string UserName, string Password)
{
    public static MailSection Named(string name) => new(name, "Host", "Port", "UserName", "Password");

    /// <summary>A setting's key in the configuration, <c>Smtp:Host</c>.</summary>
    public string Key(string setting) => Name + ":" + setting;

    /// <summary>The same as an environment variable, <c>Smtp__Host</c>.</summary>
    public string Variable(string setting) => Key(setting).Replace(":", "__");
}
