using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.CodeFixes.Editing;

/// <summary>Adds using directives where the file keeps its own: sorted, System first, outside of any <c>#if</c>.</summary>
internal static class Usings
{
    public static void Add(SourceEdits edits, Layout layout, SyntaxNode site, IReadOnlyCollection<string> namespaces)
    {
        var list = ListFor(site);
        foreach (var name in namespaces.OrderBy(n => n, Order))
        {
            if (list.Count > 0)
                AddTo(list, edits, layout, name);
        }

        if (list.Count == 0 && namespaces.Count > 0)
            StartList(edits, layout, (CompilationUnitSyntax)layout.Root, namespaces.OrderBy(n => n, Order));
    }

    private static Comparer<string> Order { get; } = Comparer<string>.Create((x, y) =>
        (IsSystem(x), IsSystem(y)) switch
        {
            (true, false) => -1,
            (false, true) => 1,
            _ => StringComparer.OrdinalIgnoreCase.Compare(x, y),
        });

    private static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);

    private static SyntaxList<UsingDirectiveSyntax> ListFor(SyntaxNode site)
    {
        foreach (var ancestor in site.AncestorsAndSelf())
        {
            var usings = ancestor switch
            {
                BaseNamespaceDeclarationSyntax declaration => declaration.Usings,
                CompilationUnitSyntax unit => unit.Usings,
                _ => default,
            };
            if (usings.Any(IsPlain))
                return usings;
        }

        return default;
    }

    private static bool IsPlain(UsingDirectiveSyntax directive) =>
        directive.Alias is null && directive.Name is not null
        && directive.StaticKeyword.IsKind(SyntaxKind.None) && directive.GlobalKeyword.IsKind(SyntaxKind.None);

    private static void AddTo(SyntaxList<UsingDirectiveSyntax> list, SourceEdits edits, Layout layout, string name)
    {
        // What follows an #if belongs to some target frameworks only.
        var plain = list.Where(IsPlain).ToList();
        var conditional = plain.FindIndex(u => u.GetLeadingTrivia().Any(SyntaxKind.IfDirectiveTrivia));
        var safe = conditional < 0 ? plain : plain.Take(Math.Max(conditional, 1)).ToList();
        var names = safe.Select(u => u.Name!.ToString()).ToList();
        var order = new IComparer<string>[] { Order, StringComparer.OrdinalIgnoreCase }
            .FirstOrDefault(o => names.Zip(names.Skip(1), (a, b) => o.Compare(a, b) <= 0).All(inOrder => inOrder));

        var index = order is not null ? names.FindLastIndex(n => order.Compare(n, name) < 0) : LastOfKind(names, name);
        var breakText = layout.LineBreak(safe[0].SpanStart);
        var indentation = layout.Indentation(safe[0].SpanStart);
        if (index >= 0 && layout.LineEndAfter(safe[index].Span.End) is { } lineEnd)
            edits.Insert(lineEnd, breakText + indentation + "using " + name + ";");
        else if (index < 0 && conditional != 0)
            edits.Insert(safe[0].SpanStart, "using " + name + ";" + breakText + indentation);
        else
            edits.Insert(safe[Math.Max(index, 0)].Span.End, " using " + name + ";");
    }

    private static int LastOfKind(List<string> names, string name)
    {
        var family = name.Split('.')[0];
        var relatives = names.Where(n => n.Split('.')[0] == family).ToList();
        if (relatives.Count > 0)
        {
            // Not quite sorted: behind the neighbour that it would have if the list were.
            var neighbour = relatives.Where(n => Order.Compare(n, name) < 0).OrderBy(n => n, Order).LastOrDefault();
            return names.LastIndexOf(neighbour ?? relatives.Last());
        }

        var index = names.FindLastIndex(n => IsSystem(n) == IsSystem(name));
        return index < 0 && !IsSystem(name) ? names.Count - 1 : index;
    }

    private static void StartList(SourceEdits edits, Layout layout, CompilationUnitSyntax unit, IEnumerable<string> namespaces)
    {
        var breakText = layout.LineBreak(unit.FullSpan.End);
        var text = string.Concat(namespaces.Select(n => "using " + n + ";" + breakText));

        // After global usings and externs; else above the first declaration, but below a file header and directives.
        SyntaxNode? last = unit.Usings.LastOrDefault() ?? (SyntaxNode?)unit.Externs.LastOrDefault();
        if (last is not null && layout.LineEndAfter(last.Span.End) is { } lineEnd)
            edits.Insert(lineEnd, breakText + text.Substring(0, text.Length - breakText.Length));
        else
            edits.Insert(EndOfHeader(unit), text + breakText);
    }

    private static int EndOfHeader(CompilationUnitSyntax unit)
    {
        var trivia = unit.GetFirstToken(includeZeroWidth: true).LeadingTrivia;
        var end = unit.FullSpan.Start;
        for (var i = 0; i < trivia.Count; i++)
        {
            if (trivia[i].IsKind(SyntaxKind.IfDirectiveTrivia))
                break;
            var endsHeader = trivia[i].IsKind(SyntaxKind.EndOfLineTrivia)
                && (i == 0 || trivia[i - 1].IsKind(SyntaxKind.EndOfLineTrivia) || trivia[i - 1].IsDirective);
            if (trivia[i].IsDirective || endsHeader)
                end = trivia[i].FullSpan.End;
        }

        return end;
    }
}
