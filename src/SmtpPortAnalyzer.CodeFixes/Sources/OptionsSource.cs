using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.CodeFixes.Sources;

/// <summary>
/// The options class that is bound to the section, through an object of it in reach. Its values are checked when the program starts.
/// </summary>
internal sealed class OptionsSource : RelaySource
{
    public override bool ReplacesHost => true;

    public override bool SpansLines(RelayEdit edit) => false;

    public override string? Port(RelayEdit edit, SyntaxNode place) => Read(edit, place, Section(edit).Port);

    public override string? Host(RelayEdit edit, SyntaxNode place) => Read(edit, place, Section(edit).Host);

    public override string? UserName(RelayEdit edit, SyntaxNode place) => Read(edit, place, Section(edit).UserName);

    public override string? Password(RelayEdit edit, SyntaxNode place) => Read(edit, place, Section(edit).Password);

    protected override string? Read(RelayEdit edit, SyntaxNode place, string setting) =>
        (RelayOptions.ExpressionAt(place, edit.File) ?? edit.Injected?.NameAt(place)) is { } options ? options + "." + setting : null;

    protected override string Key(RelayEdit edit, string setting) => Section(edit).Key(setting);
}
