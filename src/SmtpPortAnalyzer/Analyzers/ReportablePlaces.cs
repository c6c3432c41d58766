using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>
/// Which places of one file are reported: those that a person wrote. In what a generator made these are the ones that the Razor compiler
/// took over from a <c>.razor</c> or <c>.cshtml</c> file, each once, however often it took it over; hosts show them there.
/// </summary>
/// <remarks>
/// The host's own filter of generated code knows no such exception, so it is off, and this is all that stands in for it: generated files,
/// hidden lines, and members that say that they are generated.
/// </remarks>
internal sealed class ReportablePlaces(SemanticModelAnalysisContext context)
{
    private static readonly string[] s_razor = { ".razor", ".cshtml" };

    private readonly SyntaxTree _tree = context.SemanticModel.SyntaxTree;
    private readonly HashSet<(string Rule, FileLinePositionSpan Place)> _mapped = new();
    private FrameworkTypes? _types;

    // Most files have no finding.
    private FrameworkTypes Types => _types ??= new(context.SemanticModel.Compilation);

    /// <summary>Whether the file was made by a generator, so that it cannot be edited.</summary>
    public bool AreGenerated => context.IsGeneratedCode;

    public bool Contain(SyntaxNode place, string rule, CancellationToken cancellationToken)
    {
        if (_tree.GetLineVisibility(place.SpanStart, cancellationToken) == LineVisibility.Hidden)
            return false;

        if (!AreGenerated)
            return !IsInGeneratedMember(place, cancellationToken);

        var mapped = _tree.GetMappedLineSpan(place.Span, cancellationToken);
        return mapped.HasMappedPath && s_razor.Contains(Path.GetExtension(mapped.Path), StringComparer.OrdinalIgnoreCase)
            && _mapped.Add((rule, mapped));
    }

    private bool IsInGeneratedMember(SyntaxNode place, CancellationToken cancellationToken) =>
        place.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().SelectMany(member => member.AttributeLists)
            .SelectMany(list => list.Attributes)
            .Any(attribute => Types.Is(
                context.SemanticModel.GetTypeInfo(attribute, cancellationToken).Type, FrameworkType.GeneratedCodeAttribute));
}
