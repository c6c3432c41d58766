using System.Threading;

namespace SmtpPortAnalyzer.CodeFixes.Relay;

/// <summary>A fix in the making: what it is about, where its settings come from, and the edits so far.</summary>
internal sealed class RelayEdit(Finding finding, TargetFrameworks frameworks, RelaySource source, CancellationToken cancellationToken)
{
    public Finding Finding { get; } = finding;

    public TargetFrameworks Frameworks { get; } = frameworks;

    public RelaySource Source { get; } = source;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public SourceEdits Edits { get; } = new();

    public TypeNames Names { get; } = new(finding.Model, finding.Root);

    public Layout Layout { get; } = new(finding.Text, finding.Root);
}
