using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Options;

namespace SmtpPortAnalyzer.CodeFixes.Sources;

/// <summary>
/// Environment variables <c>Smtp__Host</c> and so on: the names that the configuration section has as App Service settings, so that both
/// can be served by the same ones.
/// </summary>
internal sealed class EnvironmentSource : RelaySource
{
    public override string Port(RelayEdit edit, SyntaxNode place) =>
        Parsed(edit, place, Read(edit, place, Section(edit).Port) + " ?? \"" + SubmissionPort + "\"");

    protected override string Read(RelayEdit edit, SyntaxNode place, string setting) =>
        ReadAlike(edit, place, setting, RelaySettings.Environment)
        ?? edit.Names.At(place.SpanStart, "System", "Environment") + ".GetEnvironmentVariable(\"" + Key(edit, setting) + "\")";

    protected override string Key(RelayEdit edit, string setting) => Section(edit).Variable(setting);
}
