using System.Threading;
using SmtpPortAnalyzer.CodeFixes.Context;

namespace SmtpPortAnalyzer.CodeFixes.Editing;

/// <summary>The edits of one file in the making, and what they need to look like the rest of it.</summary>
internal class FileEdit(FixTarget finding, TargetFrameworks frameworks)
{
    public FixTarget Finding { get; } = finding;

    /// <summary>The finding's file.</summary>
    public FileContext File => Finding.File;

    public CancellationToken CancellationToken => Finding.CancellationToken;

    /// <summary>What every project that compiles the file can do.</summary>
    public TargetFrameworks Frameworks { get; } = frameworks;

    public SourceEdits Edits { get; } = new();

    public TypeNames Names { get; } = new(finding.File, frameworks);

    public Layout Layout { get; } = new(finding.Text, finding.Root);
}
