using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.Flow;

/// <summary>
/// The choices of one statement: a called body that ends in several ways is followed once for each of them, so that what belongs together
/// stays together. The statement is evaluated again until all combinations are through. Not thread-safe: one for each evaluator.
/// </summary>
internal sealed class FlowChoices
{
    /// <summary>So often a statement is evaluated; a call that would make it more often gives all of its ways together.</summary>
    private const int MaxRounds = 8;

    private readonly List<Choice> _made = new();

    /// <summary>How often the choices made so far let the statement be evaluated.</summary>
    private int _rounds = 1;

    /// <summary>A statement begins.</summary>
    public void Begin()
    {
        _made.Clear();
        _rounds = 1;
    }

    /// <summary>Which of several ways the call takes this time; null where they are too many to be followed one by one.</summary>
    public int? Choose(SyntaxNode call, int count)
    {
        foreach (var choice in _made)
        {
            if (choice.Call == call)
                return choice.Count == count ? choice.Taken : null;
        }

        if (_rounds * count > MaxRounds)
            return null;

        _made.Add(new Choice(call, count, 0));
        _rounds *= count;
        return 0;
    }

    /// <summary>Goes on to the next combination; false where all are through.</summary>
    public bool MoveNext()
    {
        while (_made.Count > 0)
        {
            var last = _made[_made.Count - 1];
            _made.RemoveAt(_made.Count - 1);
            if (last.Taken + 1 < last.Count)
            {
                _made.Add(last with { Taken = last.Taken + 1 });
                return true;
            }

            _rounds /= last.Count;
        }

        return false;
    }

    private readonly record struct Choice(SyntaxNode Call, int Count, int Taken);
}
