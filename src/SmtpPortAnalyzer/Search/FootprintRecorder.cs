using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.Search;

/// <summary>
/// Notes what a search looks at: the search as a whole, and each body that is followed for it what it needs itself. What is remembered is
/// noted again each time that it is asked for.
/// </summary>
internal sealed class FootprintRecorder
{
    private Footprint _search = new();
    private readonly Dictionary<SyntaxNode, Footprint> _bodies = new();
    private readonly Stack<Footprint> _current = new();

    /// <summary>What each body looked at itself; those that it asks are among its bodies.</summary>
    public IReadOnlyDictionary<SyntaxNode, Footprint> Bodies => _bodies;

    /// <summary>What the search looked at itself, apart from the bodies that it followed.</summary>
    public Footprint OfSearch => _search;

    private Footprint Current => _current.Count > 0 ? _current.Peek() : _search;

    public void Begin(SyntaxNode body)
    {
        if (!_bodies.TryGetValue(body, out var footprint))
            _bodies.Add(body, footprint = new Footprint());
        _current.Push(footprint);
    }

    public void End() => _current.Pop();

    /// <summary>The body was asked for what a caller learns of it.</summary>
    public void Call(SyntaxNode body) => Current.Bodies.Add(body);

    /// <summary>All that the body does was asked for.</summary>
    public void Follow(SyntaxNode body, bool isInContext)
    {
        var current = Current;
        current.Bodies.Add(body);
        (isInContext ? current.InContext : current.Whole).Add(body);
    }

    /// <summary>The body was asked what its code is like.</summary>
    public void ReadTraits(SyntaxNode body)
    {
        Current.Bodies.Add(body);
        Current.Traits.Add(body);
    }

    /// <summary>The same, and whether it is short enough to be followed.</summary>
    public void ReadTraits(SyntaxNode body, int length)
    {
        ReadTraits(body);
        Measure(body, length);
    }

    public void ReadInitializer(SyntaxNode field) => Current.Initializers.Add(field);

    public void Measure(SyntaxNode body, int length) => Current.Lengths.Add((body, length));

    public void LookUp(string name) => Current.Names.Add(name);

    /// <summary>The same, and what stands around each mention counts.</summary>
    public void ReadAround(string name) => Current.ReadNames.Add(name);

    public void LookUpMakers(string type) => Current.Makers.Add(type);

    public void LookForWord(string word) => Current.Words.Add(word);

    /// <summary>The search need not be made again: it would look at what it looked at before.</summary>
    public void Restore(Footprint search) => _search = search;

    /// <summary>All that the search and the bodies that it followed have looked at.</summary>
    public Footprint Whole()
    {
        var whole = OfBodies();
        whole.Add(_search);
        return whole;
    }

    /// <summary>All that the bodies that were followed have looked at.</summary>
    public Footprint OfBodies()
    {
        var all = new Footprint();
        foreach (var body in _bodies)
        {
            all.Bodies.Add(body.Key);
            all.Add(body.Value);
        }

        return all;
    }
}
