using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.Search;

/// <summary>
/// What something was found out from, beside the declarations of the program: the code that was read, and the words that were looked for in
/// all files. As long as none of that changes, it holds. It consists of syntax and text, so that it can outlive a compilation.
/// </summary>
internal sealed class Footprint
{
    private LookedUp? _lookedUp;
    private HashSet<SyntaxTree>? _files;

    /// <summary>The bodies that were followed.</summary>
    public HashSet<SyntaxNode> Bodies { get; } = new();

    /// <summary>Those of them of which all was asked, and not only what a caller learns.</summary>
    public HashSet<SyntaxNode> Whole { get; } = new();

    /// <summary>Those of them that were followed for a call with constants.</summary>
    public HashSet<SyntaxNode> InContext { get; } = new();

    /// <summary>
    /// Those of them of which it counts what their code is like: where it asks for a parameter, a call with constants is followed.
    /// </summary>
    public HashSet<SyntaxNode> Traits { get; } = new();

    /// <summary>Fields that were asked whether they have an initializer, and which: it is no part of their declaration.</summary>
    public HashSet<SyntaxNode> Initializers { get; } = new();

    /// <summary>Bodies of which it counts whether they are short, with how long they may be.</summary>
    public HashSet<(SyntaxNode Body, int Length)> Lengths { get; } = new();

    /// <summary>Names of which all mentions in bodies were looked up.</summary>
    public HashSet<string> Names { get; } = new();

    /// <summary>Names of which the code around each mention was read, and not only which body it stands in.</summary>
    public HashSet<string> ReadNames { get; } = new();

    /// <summary>Names of types whose creations by <c>new(…)</c> were looked up, in the files that have the name.</summary>
    public HashSet<string> Makers { get; } = new();

    /// <summary>Words of which it counts in which files they are, be it in a comment.</summary>
    public HashSet<string> Words { get; } = new();

    /// <summary>The words; asked for when the footprint is complete.</summary>
    public LookedUp LookedUp => _lookedUp ??= new LookedUp(this);

    /// <summary>Whether something in the file was looked at; asked when the footprint is complete.</summary>
    public bool IsIn(SyntaxTree file)
    {
        if (_files is null)
        {
            var files = new HashSet<SyntaxTree>();
            foreach (var body in Bodies)
                files.Add(body.SyntaxTree);
            foreach (var field in Initializers)
                files.Add(field.SyntaxTree);
            foreach (var (body, _) in Lengths)
                files.Add(body.SyntaxTree);
            _files = files;
        }

        return _files.Contains(file);
    }

    /// <summary>The same words, and nothing that is in files.</summary>
    public Footprint WithoutNodes()
    {
        var words = new Footprint();
        words.Names.UnionWith(Names);
        words.ReadNames.UnionWith(ReadNames);
        words.Makers.UnionWith(Makers);
        words.Words.UnionWith(Words);
        return words;
    }

    public void Add(Footprint other)
    {
        Bodies.UnionWith(other.Bodies);
        Whole.UnionWith(other.Whole);
        InContext.UnionWith(other.InContext);
        Traits.UnionWith(other.Traits);
        Initializers.UnionWith(other.Initializers);
        Lengths.UnionWith(other.Lengths);
        Names.UnionWith(other.Names);
        ReadNames.UnionWith(other.ReadNames);
        Makers.UnionWith(other.Makers);
        Words.UnionWith(other.Words);
    }
}
