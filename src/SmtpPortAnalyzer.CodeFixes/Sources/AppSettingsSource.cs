using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Options;

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

    // The package of that name on .NET reads a file that the settings of App Service do not override: only where the file reads it anyway.
    protected override string? Read(RelayEdit edit, SyntaxNode place, string setting) =>
        ReadAlike(edit, place, setting, RelaySettings.AppSettings) is { } alike ? alike
        : (edit.Frameworks.AreNetFramework || edit.Preferences.Store == RelaySettings.AppSettings || IsReadIn(edit.File))
            && edit.Frameworks.Know(Namespace + "." + Manager)
            ? edit.Names.At(place.SpanStart, Namespace, Manager) + ".AppSettings[\"" + Key(edit, setting) + "\"]"
            : null;

    private static bool IsReadIn(FileContext file) => file.Root.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        .Any(access => access.Name.Identifier.ValueText == "AppSettings"
            && file.FrameworkTypes.Is(file.SymbolOf(access)?.ContainingType, FrameworkType.ConfigurationManager));

    protected override string Key(RelayEdit edit, string setting) => Section(edit).Key(setting);
}
