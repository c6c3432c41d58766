using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>Whether two files have the same path and the same text: a host may make a new object of the same file, or change one.</summary>
internal sealed class FileTextComparer : IEqualityComparer<(string Path, SourceText? Text)>
{
    public static readonly FileTextComparer Instance = new();

    public bool Equals((string Path, SourceText? Text) one, (string Path, SourceText? Text) other) =>
        one.Path == other.Path
        && (ReferenceEquals(one.Text, other.Text)
            || (one.Text is not null && other.Text is not null && one.Text.ContentEquals(other.Text)));

    public int GetHashCode((string Path, SourceText? Text) file) => file.Path.GetHashCode();
}
