using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.CodeFixes.SettingsFiles;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.CodeFixes.Sources;

/// <summary>
/// The class <c>SmtpRelayOptions</c> of the project, or a new one behind the type that needs it. It gets no file of its own: what
/// <c>dotnet format</c> does with a new file leaves an SDK-style project that does not build (NETSDK1022).
/// </summary>
internal static class OptionsClass
{
    /// <summary>The constant that names the section.</summary>
    public const string SectionName = "SectionName";

    private const string Annotations = "System.ComponentModel.DataAnnotations";

    /// <summary>The class that is there.</summary>
    public static INamedTypeSymbol? FindIn(Compilation compilation) =>
        compilation.GetSymbolsWithName(RelayOptions.TypeName, SymbolFilter.Type).OfType<INamedTypeSymbol>().FirstOrDefault();

    /// <summary>The solution with the class in it; null where one of that name lacks what a relay needs.</summary>
    public static PreparedDocument? AddTo(FixTarget finding, TargetFrameworks frameworks)
    {
        if (!CanAddTo(finding))
            return null;
        if (FindIn(finding.Model.Compilation) is not null)
            return new PreparedDocument(finding.Document, finding.Place);

        var preferences = finding.Fix.Preferences;
        var type = TypeAround(finding)!;
        var names = new TypeNames(finding.File, frameworks);
        var layout = new Layout(finding.Text, finding.Root);
        var required = "[" + names.At(type.SpanStart, Annotations, "RequiredAttribute").Replace("Attribute", "") + "]";
        var range = "[" + names.At(type.SpanStart, Annotations, "RangeAttribute").Replace("Attribute", "") + "(1, " + MailPorts.Highest
            + ")]";
        var line = layout.LineBreak(type.SpanStart);
        var edits = new SourceEdits();
        edits.Insert(
            layout.LineEndAfter(type.Span.End) ?? type.Span.End,
            string.Concat(
                Lines(preferences, required, range, layout, type)
                    .Select(l => line + (l.Length > 0 ? layout.Indentation(type.SpanStart) + l : l))));
        Usings.Add(edits, layout, type, names.Imports);
        return edits.ToChanges() is { } changes && finding.Place.After(changes) is { } place
            ? new PreparedDocument(finding.Document.WithFileText(finding.Text.WithChanges(changes)), place)
            : null;
    }

    /// <summary>Whether a type is the class, of this project or another, with what a relay needs.</summary>
    public static bool Is(ISymbol? type, FileContext file) =>
        type is INamedTypeSymbol { Name: RelayOptions.TypeName } named && HasSettings(named, file.Fix.Preferences.Section);

    /// <summary>Whether there is a class that has what a relay needs, or one can be written.</summary>
    public static bool CanAddTo(FixTarget finding) => FindIn(finding.Model.Compilation) is { } existing
        ? HasSettings(existing, finding.Fix.Preferences.Section) && existing.GetMembers(SectionName).Any()
        : TypeAround(finding) is not null;

    private static bool HasSettings(INamedTypeSymbol type, MailSection section) =>
        new[] { section.Host, section.Port, section.UserName, section.Password }.All(member => type.GetMembers(member).Any());

    private static BaseTypeDeclarationSyntax? TypeAround(FixTarget finding) =>
        finding.Node.AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().LastOrDefault();

    private static IEnumerable<string> Lines(
        RelayPreferences preferences, string required, string range, Layout layout, BaseTypeDeclarationSyntax near)
    {
        var section = preferences.Section;
        var step = layout.Step(near);
        var head = "public sealed class " + RelayOptions.TypeName;
        yield return "";
        yield return "/// <summary>The relay that sends the application's mail, from the configuration section of the same name.</summary>";
        yield return layout.OpensBlocksAtLineEnd(near.DescendantNodes().LastOrDefault() ?? near) ? head + " {" : head;
        if (!layout.OpensBlocksAtLineEnd(near.DescendantNodes().LastOrDefault() ?? near))
            yield return "{";
        yield return step + "public const string " + SectionName + " = " + Text(section.Name) + ";";
        foreach (var (attribute, property, value) in new[]
        {
            (required, "string " + section.Host, Text(preferences.Host.Host)),
            (range, "int " + section.Port, RelaySource.SubmissionPort),
            (required, "string " + section.UserName, Text(preferences.Host.UserName)),
            (required, "string " + section.Password, Text(null)),
        })
        {
            yield return "";
            yield return step + attribute;
            yield return step + "public " + property + " { get; set; } = " + value + ";";
        }

        yield return "}";
    }

    private static string Text(string? value) => SymbolDisplay.FormatLiteral(value ?? "", quote: true);
}
