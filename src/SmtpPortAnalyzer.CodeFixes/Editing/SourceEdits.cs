using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.CodeFixes.Editing;

/// <summary>
/// The text edits of one fix; positions are those of the file before it. Text rather than syntax, because a relay fix touches a few
/// expressions and every comment, blank line and line end around them has to stay as it is.
/// </summary>
internal sealed class SourceEdits
{
    private readonly List<TextChange> _changes = new();

    public bool IsEmpty => _changes.Count == 0;

    /// <summary>Whether a text goes.</summary>
    public bool Cover(TextSpan span) => _changes.Any(change => change.Span.Contains(span));

    /// <summary>The text of a span as the edits in it make it; they are done with then, for the text goes somewhere else.</summary>
    public string Take(TextSpan span, SourceText text)
    {
        var inside = _changes.Where(change => span.Contains(change.Span)).OrderBy(change => change.Span.Start).ToList();
        _changes.RemoveAll(inside.Contains);
        var moved = inside.Select(change =>
            new TextChange(new TextSpan(change.Span.Start - span.Start, change.Span.Length), change.NewText!));
        return text.GetSubText(span).WithChanges(moved).ToString();
    }

    public void Replace(TextSpan span, string text) => Add(new TextChange(span, text));

    public void Remove(TextSpan span) => Add(new TextChange(span, ""));

    /// <summary>Inserts text; what is inserted at one position appears in the order of the calls.</summary>
    public void Insert(int position, string text) => _changes.Add(new TextChange(new TextSpan(position, 0), text));

    /// <summary>Inserts text at a position into what was inserted there before, in front of that one's last part.</summary>
    public void InsertBefore(int position, string lastPart, string text)
    {
        var index = _changes.FindLastIndex(c => c.Span.IsEmpty && c.Span.Start == position);
        var earlier = _changes[index].NewText!;
        _changes[index] = new TextChange(_changes[index].Span, earlier.Substring(0, earlier.Length - lastPart.Length) + text + lastPart);
    }

    /// <summary>
    /// The edits as <see cref="SourceText.WithChanges(IEnumerable{TextChange})"/> takes them, or null if two of them contradict.
    /// </summary>
    public IReadOnlyList<TextChange>? ToChanges()
    {
        var result = new List<TextChange>();
        foreach (var change in _changes.OrderBy(c => c.Span.Start).ThenBy(c => c.Span.Length == 0 ? 0 : 1))
        {
            if (result.Count > 0 && result[result.Count - 1] is var last)
            {
                if (change.Span.IsEmpty && last.Span == change.Span)
                {
                    var joined = new StringBuilder(last.NewText).Append(change.NewText).ToString();
                    result[result.Count - 1] = new TextChange(last.Span, joined);
                    continue;
                }

                if (change.Span.Start < last.Span.End)
                    return null;
            }

            result.Add(change);
        }

        return result;
    }

    // Two findings on one client ask for the same replacement.
    private void Add(TextChange change)
    {
        if (!_changes.Contains(change))
            _changes.Add(change);
    }
}
