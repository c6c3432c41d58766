using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>The footprint of a search, by files.</summary>
internal sealed class KeptReach
{
    public static readonly KeptReach Nothing = new(new Footprint(), _ => false);

    private readonly LookedUp _lookedUp;
    private readonly Dictionary<SyntaxTree, Read> _byTree;

    /// <param name="footprint">What was looked at.</param>
    /// <param name="isOwn">
    /// Whether a file is of the program: those of a referenced project, at hand in an editor, go with its compilation.
    /// </param>
    public KeptReach(Footprint footprint, Func<SyntaxTree, bool> isOwn)
    {
        _lookedUp = footprint.LookedUp;
        _byTree = new Dictionary<SyntaxTree, Read>();
        Add(footprint, isOwn);
    }

    private KeptReach(LookedUp lookedUp, Dictionary<SyntaxTree, Read> byTree) => (_lookedUp, _byTree) = (lookedUp, byTree);

    /// <summary>Whether the body was followed, or a field asked for its initializer.</summary>
    public bool Contains(SyntaxNode node) => _byTree.TryGetValue(node.SyntaxTree, out var read) && read.Nodes.Contains(node);

    /// <summary>
    /// The same with what bodies that were followed again have looked at. What they do not ask any more stays: that costs a look.
    /// </summary>
    public KeptReach With(Footprint footprint, Func<SyntaxTree, bool> isOwn)
    {
        var reach = new KeptReach(_lookedUp.With(footprint.LookedUp), new Dictionary<SyntaxTree, Read>(_byTree));
        foreach (var file in _byTree.Keys.Where(footprint.IsIn))
            reach._byTree[file] = new Read(_byTree[file]);
        reach.Add(footprint, isOwn);
        return reach;
    }

    private void Add(Footprint footprint, Func<SyntaxTree, bool> isOwn)
    {
        foreach (var body in footprint.Bodies.Concat(footprint.Initializers).Where(node => isOwn(node.SyntaxTree)))
            Of(body).Nodes.Add(body);
        foreach (var length in footprint.Lengths.Where(length => isOwn(length.Body.SyntaxTree)))
            Of(length.Body).Lengths.Add(length);
    }

    /// <summary>Whether the edit changes something that was looked at.</summary>
    public bool IsTouchedBy(EditedFile edit)
    {
        if (MailEdits.Matter(edit, _lookedUp))
            return true;

        return _byTree.TryGetValue(edit.Old, out var read)
            && (edit.HasConditions
                || read.Nodes.Any(node => FootprintMove.IsTouched(node, edit))
                || read.Lengths.Any(length => FootprintMove.IsResized(length.Body, length.Length, edit)));
    }

    /// <summary>The same after edits, as far as what was looked at is still there.</summary>
    public KeptReach After(ImmutableArray<EditedFile> edits)
    {
        if (!edits.Any(edit => _byTree.ContainsKey(edit.Old)))
            return this;

        var byTree = new Dictionary<SyntaxTree, Read>(_byTree);
        foreach (var edit in edits)
        {
            if (!byTree.TryGetValue(edit.Old, out var read))
                continue;

            byTree.Remove(edit.Old);
            var moved = byTree[edit.New] = new Read();
            foreach (var node in read.Nodes)
            {
                if (edit.Nodes.Find(node, edit.New) is { } there)
                    moved.Nodes.Add(there);
            }

            foreach (var (body, length) in read.Lengths)
            {
                if (edit.Nodes.Find(body, edit.New) is { } there)
                    moved.Lengths.Add((there, length));
            }
        }

        return new KeptReach(_lookedUp, byTree);
    }

    private Read Of(SyntaxNode node)
    {
        if (!_byTree.TryGetValue(node.SyntaxTree, out var read))
            _byTree.Add(node.SyntaxTree, read = new Read());
        return read;
    }

    /// <summary>What was looked at in one file.</summary>
    private sealed class Read
    {
        public Read() => (Nodes, Lengths) = (new(), new());

        public Read(Read other) => (Nodes, Lengths) = (new(other.Nodes), new(other.Lengths));

        public HashSet<SyntaxNode> Nodes { get; }

        public HashSet<(SyntaxNode Body, int Length)> Lengths { get; }
    }
}
