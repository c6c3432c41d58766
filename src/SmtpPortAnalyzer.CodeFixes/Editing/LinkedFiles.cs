using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.CodeFixes.Editing;

/// <summary>A file that several projects or targets compile is one file: what changes in one of its documents changes in all.</summary>
internal static class LinkedFiles
{
    /// <summary>The document with another text, in a solution in which every document of the same file has it.</summary>
    public static Document WithFileText(this Document document, SourceText text)
    {
        var solution = document.Project.Solution.WithDocumentText(document.Id, text);
        foreach (var linked in document.GetLinkedDocumentIds())
            solution = solution.WithDocumentText(linked, text);
        return solution.GetDocument(document.Id)!;
    }

    /// <summary>Whether two trees are of one file, which several projects or targets may compile.</summary>
    public static bool IsSameFile(this SyntaxTree tree, SyntaxTree other) =>
        tree == other || (tree.FilePath.Length > 0 && tree.FilePath == other.FilePath);
}
