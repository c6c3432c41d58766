using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.CodeFixes.SettingsFiles;

/// <summary>
/// The documents of a solution that are one file on disk: it may belong to several projects, or to several target frameworks of one. A
/// document without a path is like no other.
/// </summary>
internal static class SameFile
{
    /// <summary>The document as the solution has it, and every other one of the same file.</summary>
    public static ImmutableArray<TextDocument> FindAll(Solution solution, TextDocument document) =>
        Where(solution, other => other.Id == document.Id || (document.FilePath is { } path && other.FilePath == path));

    /// <summary>Every document of the file at a path.</summary>
    public static ImmutableArray<TextDocument> FindAll(Solution solution, string path) =>
        Where(solution, document => document.FilePath == path);

    private static ImmutableArray<TextDocument> Where(Solution solution, Func<TextDocument, bool> isSame) =>
        solution.Projects.SelectMany(project => project.AdditionalDocuments).Where(isSame).ToImmutableArray();
}
