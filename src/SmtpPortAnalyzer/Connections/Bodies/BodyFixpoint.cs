using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace SmtpPortAnalyzer.Connections.Bodies;

/// <summary>
/// Analyses bodies that ask for one another, each as few times as possible, so that what is found of a body depends neither on who asks
/// first nor on who asks next. A body that is asked while it is analysed (recursion) tells what is known of it so far, at first nothing;
/// what its askers make of that is provisional. Bodies that ask for one another, the strongly connected components of the calls (Tarjan),
/// are analysed again until none tells anything new, and only then are their facts final.
/// </summary>
/// <remarks>
/// Bodies wait for one another on the stack. Where <see cref="MaxDepth"/> of them do, the analysis is broken off and begun again from the
/// body that was asked last: what was under way is on <see cref="_path"/>, and each body comes to wait there once, so that a chain of
/// calls costs no more for each of them than a short one.
/// </remarks>
internal sealed class BodyFixpoint(Func<BodyContext, CancellationToken, BodyFacts> analyse)
{
    /// <summary>How many bodies may wait for one another on the stack.</summary>
    private const int MaxDepth = 16;

    /// <summary>How many times a component is gone through. Values have few alternatives, so that one of them is seldom new.</summary>
    private const int MaxRounds = 12;

    private readonly Dictionary<BodyContext, BodyFacts> _final = new();
    private readonly Dictionary<BodyContext, Entry> _provisional = new();

    /// <summary>The bodies under way, each asked by the one below.</summary>
    private readonly Stack<Entry> _path = new();

    /// <summary>
    /// The bodies that are done but for a recursion: they depend on one that is still under way. In the order in which they ended.
    /// </summary>
    private readonly List<Entry> _open = new();
    private int _depth;
    private int _count;
    private bool _isBrokenOff;

    /// <summary>The bodies whose facts are final, as they are called.</summary>
    public IEnumerable<(BodyContext Body, BodyFacts Facts)> Final => _final.Select(body => (body.Key, body.Value));

    /// <summary>Whether the facts of the body are final.</summary>
    public bool Knows(BodyContext body) => _final.ContainsKey(body);

    /// <summary>The facts of the body as far as they are known.</summary>
    public BodyFacts FactsOf(BodyContext body, CancellationToken cancellationToken)
    {
        if (_final.TryGetValue(body, out var facts))
            return facts;

        if (_path.Count == 0)
            return Solve(body, cancellationToken);

        // What is being broken off comes to nothing.
        if (_isBrokenOff)
            return BodyFacts.None;

        var asker = _path.Peek();
        if (_provisional.TryGetValue(body, out var entry))
        {
            asker.DependOn(entry.Index);
        }
        else
        {
            entry = Begin(body);
            _isBrokenOff = _depth >= MaxDepth;
            if (!_isBrokenOff)
                Run(cancellationToken);
            if (_isBrokenOff)
                return BodyFacts.None;
            if (_final.TryGetValue(body, out facts))
                return facts;
        }

        entry.IsAskedBy(asker);
        return entry.Facts;
    }

    private BodyFacts Solve(BodyContext body, CancellationToken cancellationToken)
    {
        try
        {
            Begin(body);
            while (_path.Count > 0)
            {
                _isBrokenOff = false;
                Run(cancellationToken);
            }

            return _final[body];
        }
        finally
        {
            // A cancelled analysis has found nothing out.
            _path.Clear();
            _open.Clear();
            _provisional.Clear();
            _isBrokenOff = false;
        }
    }

    private Entry Begin(BodyContext body)
    {
        var entry = new Entry(body, _count++, _open.Count);
        _provisional.Add(body, entry);
        _path.Push(entry);
        return entry;
    }

    /// <summary>Analyses the body at the end of the path; it stays there if that is broken off.</summary>
    private void Run(CancellationToken cancellationToken)
    {
        var entry = _path.Peek();
        if (!Analyse(entry, cancellationToken) || (entry.IsFirstOfComponent && !Settle(entry, cancellationToken)))
            return;

        _path.Pop();
        if (entry.IsFirstOfComponent)
        {
            for (var i = entry.Start; i < _open.Count; i++)
                Close(_open[i]);
            _open.RemoveRange(entry.Start, _open.Count - entry.Start);
            Close(entry);
            return;
        }

        if (!entry.IsOpen)
            _open.Add(entry);
        entry.IsOpen = true;
        _path.Peek().DependOn(entry.Lowest);
    }

    private void Close(Entry entry)
    {
        _final[entry.Body] = entry.Result;
        _provisional.Remove(entry.Body);
    }

    private bool Analyse(Entry entry, CancellationToken cancellationToken)
    {
        var facts = BodyFacts.None;
        entry.IsOutdated = false;
        _depth++;
        try
        {
            facts = analyse(entry.Body, cancellationToken);
        }
        catch (InsufficientExecutionStackException)
        {
            // An expression nested this deeply was written by a program. If it is not the other bodies that fill the stack, nothing is
            // known of this one, and that is better than a crash.
            _isBrokenOff |= _depth > 1;
        }
        finally
        {
            _depth--;
        }

        if (_isBrokenOff)
            return false;

        entry.Find(facts);
        return true;
    }

    /// <summary>
    /// Analyses the component of the body at the end of the path until none of it tells anything new; false where that is broken off.
    /// </summary>
    private bool Settle(Entry first, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaxRounds && !first.IsGivenUp; round++)
        {
            if (!first.IsOutdated && _open.FindIndex(first.Start, entry => entry.IsOutdated) < 0)
                return true;

            for (var i = first.Start; i < _open.Count; i++)
            {
                if (_open[i].IsOutdated && !AnalyseAgain(_open[i], first, cancellationToken))
                    return false;
            }

            if (first.IsOutdated && !Analyse(first, cancellationToken))
                return false;
        }

        return GiveUp(first, cancellationToken);
    }

    private bool AnalyseAgain(Entry entry, Entry first, CancellationToken cancellationToken)
    {
        _path.Push(entry);
        if (!Analyse(entry, cancellationToken))
            return false;

        _path.Pop();
        first.DependOn(entry.Lowest);
        return true;
    }

    /// <summary>
    /// The component tells something new each time: what its bodies give one another is unknown, each of the others as much as the one
    /// that was asked first.
    /// </summary>
    private bool GiveUp(Entry first, CancellationToken cancellationToken)
    {
        for (var known = -1; known != _open.Count;)
        {
            known = _open.Count;
            first.GiveUp();
            for (var i = first.Start; i < known; i++)
                _open[i].GiveUp();
            for (var i = first.Start; i < known; i++)
            {
                if (!AnalyseAgain(_open[i], first, cancellationToken))
                    return false;
            }

            if (!Analyse(first, cancellationToken))
                return false;
        }

        return true;
    }

    /// <summary>A body whose facts are not final.</summary>
    /// <param name="body">The body.</param>
    /// <param name="index">Its number in the order in which bodies are asked for the first time.</param>
    /// <param name="start">Where in <see cref="_open"/> those begin that it asks.</param>
    private sealed class Entry(BodyContext body, int index, int start)
    {
        private readonly HashSet<Entry> _askers = new();

        public BodyContext Body => body;

        public int Index { get; } = index;

        public int Start => start;

        /// <summary>The lowest number among those that it depends on and that are not done.</summary>
        public int Lowest { get; private set; } = index;

        public bool IsFirstOfComponent => Lowest == Index;

        /// <summary>Whether it is among <see cref="_open"/>.</summary>
        public bool IsOpen { get; set; }

        /// <summary>Whether one that it asked tells something new since.</summary>
        public bool IsOutdated { get; set; }

        /// <summary>Whether it tells nothing to the others of its component.</summary>
        public bool IsGivenUp { get; private set; }

        /// <summary>What it tells.</summary>
        public BodyFacts Facts { get; private set; } = BodyFacts.None;

        /// <summary>What was found of it.</summary>
        public BodyFacts Result { get; private set; } = BodyFacts.None;

        public void DependOn(int other) => Lowest = Math.Min(Lowest, other);

        public void IsAskedBy(Entry other) => _askers.Add(other);

        public void Find(BodyFacts facts)
        {
            Result = facts;
            if (IsGivenUp)
                return;

            var isNews = !facts.TellsSameAs(Facts);
            Facts = facts;
            if (!isNews)
                return;

            foreach (var asker in _askers)
                asker.IsOutdated = true;
        }

        public void GiveUp()
        {
            IsGivenUp = true;
            Facts = BodyFacts.None;
        }
    }
}
