using System.Threading;
using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.CodeFixes.Relay;

/// <summary>The section <c>Smtp</c> of an <c>IConfiguration</c> in reach.</summary>
internal sealed class ConfigurationSource(string section, CancellationToken cancellationToken) : RelaySource
{
    private const string Namespace = "Microsoft.Extensions.Configuration";
    private const string Binder = "ConfigurationBinder";

    public override string? Port(RelayEdit edit, SyntaxNode place)
    {
        if (ConfigurationReach.At(place, edit.Finding.Model, cancellationToken) is not { } configuration)
            return null;

        if (edit.Frameworks.Know(Namespace + "." + Binder) && edit.Names.ImportExtensions(place.SpanStart, Namespace, Binder))
            return configuration + ".GetValue(\"" + Key("Port") + "\", " + SubmissionPort + ")";
        return "int.Parse(" + configuration + "[\"" + Key("Port") + "\"] ?? \"" + SubmissionPort + "\")";
    }

    protected override string? Read(RelayEdit edit, SyntaxNode place, string name) =>
        ConfigurationReach.At(place, edit.Finding.Model, cancellationToken) is { } configuration ? configuration + "[\"" + Key(name) + "\"]" : null;

    protected override string Key(string name) => section + ":" + name;
}
