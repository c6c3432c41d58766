using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Options;

namespace SmtpPortAnalyzer.CodeFixes.Sources;

/// <summary>The section <c>Smtp</c> of an <c>IConfiguration</c> in reach.</summary>
internal sealed class ConfigurationSource : RelaySource
{
    private const string Namespace = "Microsoft.Extensions.Configuration";
    private const string Binder = "ConfigurationBinder";

    public override string? Port(RelayEdit edit, SyntaxNode place)
    {
        var (configuration, key) = (Expression(edit, place), "\"" + Key(edit, Section(edit).Port) + "\"");
        if (ReadAlike(edit, place, Section(edit).Port, RelaySettings.Configuration) is { } alike && edit.Preferences.Read is { } read)
        {
            if (read.Receiver is not { } receiver)
                return Parsed(edit, place, alike + " ?? \"" + SubmissionPort + "\"");
            (configuration, key) = (receiver.ToString(), read.Literal(Section(edit).Port));
        }

        if (configuration is null)
        {
            return ReadOr(edit, place, Section(edit).Port, SubmissionPort) is { } text ? Parsed(edit, place, text) : null;
        }

        if (edit.Frameworks.Know(Namespace + "." + Binder) && edit.Names.ImportExtensions(place.SpanStart, Namespace, Binder))
            return configuration + ".GetValue(" + key + ", " + SubmissionPort + ")";
        return Parsed(edit, place, configuration + "[" + key + "] ?? \"" + SubmissionPort + "\"");
    }

    protected override string? Read(RelayEdit edit, SyntaxNode place, string setting) =>
        ReadAlike(edit, place, setting, RelaySettings.Configuration) is { } alike ? alike
        : Expression(edit, place) is { } configuration
            ? configuration + "[\"" + Key(edit, setting) + "\"]"
        : ReadOr(edit, place, setting, "");

    // No configuration is in reach, but a method of the program's own that knows what stands in for a missing setting.
    private static string? ReadOr(RelayEdit edit, SyntaxNode place, string setting, string standIn) =>
        edit.Preferences.Read is { Store: RelaySettings.Configuration } read ? read.TextOr(place, setting, standIn) : null;

    // The same has to be in reach wherever the file is compiled.
    private static string? Expression(RelayEdit edit, SyntaxNode place) =>
        ConfigurationReach.ExpressionAt(place, edit.File) is not { } configuration ? edit.Injected?.NameAt(place)
            : edit.Frameworks.Counterparts(place)
                .All(other => ConfigurationReach.ExpressionAt(other.Node, other.File) == configuration) ? configuration
            : null;

    protected override string Key(RelayEdit edit, string setting) => Section(edit).Key(setting);
}
