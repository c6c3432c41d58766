using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.CodeFixes.Relay;

/// <summary>The class <c>SmtpRelayOptions</c> of the project, or a new one in a file of its own.</summary>
internal static class OptionsClass
{
    /// <summary>The class that is there.</summary>
    public static INamedTypeSymbol? In(Compilation compilation) =>
        compilation.GetSymbolsWithName(RelayOptions.TypeName, SymbolFilter.Type).OfType<INamedTypeSymbol>().FirstOrDefault();

    /// <summary>The solution with the class in it; null where one of that name lacks what a relay needs.</summary>
    public static PreparedDocument? AddTo(Finding finding, RelayPreferences preferences, TargetFrameworks frameworks)
    {
        var section = preferences.Section;
        if (In(finding.Model.Compilation) is { } existing)
        {
            return new[] { section.Host, section.Port, section.UserName, section.Password, SectionName }.All(m => existing.GetMembers(m).Any())
                ? new PreparedDocument(finding.Document, finding.Place)
                : null;
        }

        var project = finding.Document.Project;
        var text = Text(finding, preferences, NamespaceFor(finding, project), frameworks.Language >= LanguageVersion.CSharp10);
        var solution = project.Solution;
        foreach (var id in finding.Document.GetLinkedDocumentIds().Select(d => d.ProjectId).Prepend(project.Id).Distinct())
        {
            var path = project.FilePath is { } file ? System.IO.Path.Combine(System.IO.Path.GetDirectoryName(file)!, FileName) : null;
            solution = solution.AddDocument(DocumentId.CreateNewId(id), FileName, text, filePath: path);
        }

        return solution.GetDocument(finding.Document.Id) is { } document ? new PreparedDocument(document, finding.Place) : null;
    }

    /// <summary>The constant that names the section.</summary>
    public const string SectionName = "SectionName";

    private const string FileName = RelayOptions.TypeName + ".cs";

    private static string NamespaceFor(Finding finding, Project project)
    {
        var own = finding.Model.GetEnclosingSymbol(finding.Place.Span.Start)?.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() : "";
        return project.DefaultNamespace is { Length: > 0 } root && (own + ".").StartsWith(root + ".", StringComparison.Ordinal) ? root : own;
    }

    private static SourceText Text(Finding finding, RelayPreferences preferences, string space, bool isFileScoped)
    {
        var layout = new Layout(finding.Text, finding.Root);
        var section = preferences.Section;
        var host = preferences.Host.Host ?? "";
        var user = preferences.Host.UserName ?? "";
        var step = layout.Step(finding.Node);
        var lines = $$"""
            /// <summary>The relay that sends the application's mail, from the configuration section of the same name.</summary>
            public sealed class {{RelayOptions.TypeName}}
            {
            {{step}}public const string {{SectionName}} = "{{section.Name}}";

            {{step}}[Required]
            {{step}}public string {{section.Host}} { get; set; } = {{SymbolDisplay.FormatLiteral(host, quote: true)}};

            {{step}}[Range(1, 65535)]
            {{step}}public int {{section.Port}} { get; set; } = {{RelaySource.SubmissionPort}};

            {{step}}[Required]
            {{step}}public string {{section.UserName}} { get; set; } = {{SymbolDisplay.FormatLiteral(user, quote: true)}};

            {{step}}[Required]
            {{step}}public string {{section.Password}} { get; set; } = "";
            }
            """.Replace("\r\n", "\n").Split('\n');
        var isNested = space.Length > 0 && !isFileScoped;
        var body = lines.Select(l => isNested && l.Length > 0 ? step + l : l);
        var head = space.Length == 0 ? [] : isFileScoped ? new[] { "namespace " + space + ";", "" } : new[] { "namespace " + space, "{" };
        var all = new[] { "using System.ComponentModel.DataAnnotations;", "" }.Concat(head).Concat(body).Concat(isNested ? ["}"] : []);
        return SourceText.From(string.Concat(all.Select(l => l + layout.LineBreak(0))), finding.Text.Encoding);
    }
}
