using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
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
    public T? Choose<T>(SyntaxNode call, ImmutableArray<T> ways)
        where T : class
    {
        if (ways.Length == 1)
            return ways[0];

        // A statement may evaluate a call again: it has gone one way, whatever that has changed.
        foreach (var choice in _made)
        {
            if (choice.Call == call)
                return ways.FirstOrDefault(way => ReferenceEquals(way, choice.Ways[choice.Taken]));
        }

        if (_rounds * ways.Length > MaxRounds)
            return null;

        _made.Add(new Choice(call, ImmutableArray<object>.CastUp(ways), 0));
        _rounds *= ways.Length;
        return ways[0];
    }

    /// <summary>Goes on to the next combination; false where all are through.</summary>
    public bool MoveNext()
    {
        while (_made.Count > 0)
        {
            var last = _made[_made.Count - 1];
            _made.RemoveAt(_made.Count - 1);
            if (last.Taken + 1 < last.Ways.Length)
            {
                _made.Add(last with { Taken = last.Taken + 1 });
                return true;
            }

            _rounds /= last.Ways.Length;
        }

        return false;
    }

    private readonly record struct Choice(SyntaxNode Call, ImmutableArray<object> Ways, int Taken);
}
