using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.CodeFixes.Sources;

/// <summary>
/// The <c>appSettings</c> of a .NET Framework program, by the keys <c>Smtp:Host</c> and so on. App Service settings override these, as
/// they do not override <c>mailSettings</c>.
/// </summary>
internal sealed class AppSettingsSource : RelaySource
{
    private const string Namespace = "System.Configuration";
    private const string Manager = "ConfigurationManager";

    public override string? Port(RelayEdit edit, SyntaxNode place) =>
        Read(edit, place, Section(edit).Port) is { } port ? Parsed(edit, place, port + " ?? \"" + SubmissionPort + "\"") : null;

    // The package of that name on .NET reads a file that the settings of App Service do not override.
    protected override string? Read(RelayEdit edit, SyntaxNode place, string setting) =>
        edit.Frameworks.AreNetFramework && edit.Frameworks.Know(Namespace + "." + Manager)
            ? edit.Names.At(place.SpanStart, Namespace, Manager) + ".AppSettings[\"" + Key(edit, setting) + "\"]"
            : null;

    protected override string Key(RelayEdit edit, string setting) => Section(edit).Key(setting);
}
