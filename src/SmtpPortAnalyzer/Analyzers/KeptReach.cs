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
        foreach (var body in footprint.Bodies.Concat(footprint.Initializers).Where(node => isOwn(node.SyntaxTree)))
            Of(body).Nodes.Add(body);
        foreach (var length in footprint.Lengths.Where(length => isOwn(length.Body.SyntaxTree)))
            Of(length.Body).Lengths.Add(length);
    }

    private KeptReach(KeptReach other, Dictionary<SyntaxTree, Read> byTree)
    {
        _lookedUp = other._lookedUp;
        _byTree = byTree;
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

    /// <summary>The same after edits that do not touch it.</summary>
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
                moved.Nodes.Add(edit.Nodes.Find(node, edit.New)!);
            foreach (var length in read.Lengths)
                moved.Lengths.Add((edit.Nodes.Find(length.Body, edit.New)!, length.Length));
        }

        return new KeptReach(this, byTree);
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
        public List<SyntaxNode> Nodes { get; } = new();

        public List<(SyntaxNode Body, int Length)> Lengths { get; } = new();
    }
}
