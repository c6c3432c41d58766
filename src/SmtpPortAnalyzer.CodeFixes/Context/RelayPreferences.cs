using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.CodeFixes.SettingsFiles;
using SmtpPortAnalyzer.Options;

namespace SmtpPortAnalyzer.CodeFixes.Context;

/// <summary>What the options of a file say of the relay.</summary>
/// <param name="Section">The names of its settings.</param>
/// <param name="Settings">Where they are read from, if there is a choice.</param>
/// <param name="Host">What to fall back to.</param>
internal sealed record RelayPreferences(MailSection Section, RelaySettings Settings, RelayHost Host)
{
    public static async Task<RelayPreferences> ReadAsync(Document document, CancellationToken cancellationToken)
    {
        var provider = document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider;
        var global = provider.GlobalOptions;
        var tree = await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false);
        var file = tree is null ? global : provider.GetOptions(tree);
        return new RelayPreferences(
            await SectionAsync(document, file, global, cancellationToken).ConfigureAwait(false),
            SmtpOptionTable.RelaySettings.Read(file, global),
            SmtpOptionTable.RelayHost.Read(file, global));
    }

    // The names that the project has already; a section of another name only where the options do not insist on one.
    private static async Task<MailSection> SectionAsync(
        Document document, AnalyzerConfigOptions file, AnalyzerConfigOptions global, CancellationToken cancellationToken)
    {
        var name = SmtpOptionTable.RelaySection.Read(file, global);
        if (await SettingsEditor.ReadMainAsync(document.Project, cancellationToken).ConfigureAwait(false) is not { } settings)
            return MailSection.Named(name);
        if (!SmtpOptionTable.RelaySection.IsWritten(file, global) && MailSection.Find(settings, name) is null
            && MailSection.OnlyOne(settings) is { } section)
            return section;
        return MailSection.ReadFrom(settings, name);
    }
}
