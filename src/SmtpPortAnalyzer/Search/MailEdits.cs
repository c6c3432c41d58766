using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.Search;

/// <summary>Whether an edit may change which bodies are followed for mail: where in doubt, it does.</summary>
internal static class MailEdits
{
    private static readonly SubjectWords s_twentyFive = SubjectWords.MakeTwentyFive();

    public static bool Matter(EditedFile edit, MailNames names, CancellationToken cancellationToken)
    {
        var (before, after) = (names.SubjectsIn(edit.OldWords), names.SubjectsIn(edit.Words));
        if (before != after)
            return true;

        foreach (var part in edit.Parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var code in part.Code())
            {
                if (((after & Subjects.TwentyFive) != 0 && HaveTwentyFive(new[] { code }))
                    || ((after & Subjects.Mail) != 0 && Mentions(code, names.Mail))
                    || ((after & Subjects.Clients) != 0 && Mentions(code, names.Clients))
                    || ((after & Subjects.Sockets) != 0 && Mentions(code, names.Sockets)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether other bodies of the file are about mail than before, or about sockets, or that cannot be told.</summary>
    public static bool ChangeBodies(EditedFile edit, MailNames names, CancellationToken cancellationToken)
    {
        var (before, after) = (names.SubjectsIn(edit.OldWords), names.SubjectsIn(edit.Words));
        cancellationToken.ThrowIfCancellationRequested();
        return before != after
            || ((after & Subjects.Sockets) != 0 && edit.Parts.Any(part => part.Code().Any(code => Mentions(code, names.Sockets))))
            || ((after & (Subjects.Mail | Subjects.Clients)) != 0 && !AreSame(edit, code => CodeBody.Mentioning(code, names.Mail)))
            || ((after & Subjects.Clients) != 0
                && (!AreSame(edit, code => CodeBody.Mentioning(code, names.Clients))
                    || !AreSame(edit, code => Naming(code, names.Clients)) || !AreSame(edit, code => Naming(code, names.Mail))));
    }

    /// <summary>Whether the code has a 25.</summary>
    public static bool HaveTwentyFive(IEnumerable<SyntaxNode> code) =>
        code.Any(node => s_twentyFive.Of(SourceWords.InText(node.ToString())) != Subjects.None);

    private static bool AreSame(EditedFile edit, System.Func<SyntaxNode, IEnumerable<SyntaxNode>> bodies) => edit.Parts.All(part =>
        new HashSet<SyntaxNode?>(EditedPart.CodeOf(part.Old).SelectMany(bodies).Select(body => edit.Nodes.Find(body, edit.New)))
            .SetEquals(EditedPart.CodeOf(part.New).SelectMany(bodies)));

    private static IEnumerable<SyntaxNode> Naming(SyntaxNode code, ISet<string> names) => code.DescendantNodesAndSelf()
        .OfType<SimpleNameSyntax>().Where(name => names.Contains(name.Identifier.ValueText))
        .Select(CodeBody.Enclosing).OfType<SyntaxNode>();

    /// <summary>Whether the footprint may be another after the edit, apart from the bodies that it follows.</summary>
    public static bool Matter(EditedFile edit, LookedUp lookedUp)
    {
        foreach (var (word, hash, kind) in lookedUp.Words)
        {
            if (!edit.OldWords.Contain(hash) && !edit.Words.Contain(hash))
                continue;

            var matters = kind switch
            {
                LookUpKind.Name or LookUpKind.ReadName => edit.Mentions(word),
                LookUpKind.Maker => edit.Flips(hash) || edit.HasUnnamedCreations,
                _ => edit.Flips(hash),
            };
            if (matters)
                return true;
        }

        return false;
    }

    private static bool Mentions(SyntaxNode code, ISet<string> names) => CodeBody.Mentioning(code, names).Any();
}

/// <summary>For what a word was looked up.</summary>
internal enum LookUpKind
{
    /// <summary>Its mentions as a name in bodies.</summary>
    Name,

    /// <summary>The code around these.</summary>
    ReadName,

    /// <summary>Creations by <c>new(…)</c> in the files that have it.</summary>
    Maker,

    /// <summary>The files that have it.</summary>
    Word,
}

/// <summary>The words of a footprint, with their hash codes.</summary>
internal sealed class LookedUp
{
    private HashSet<(string, int, LookUpKind)>? _all;

    public LookedUp(Footprint footprint)
        : this(footprint.Names.Select(name => (name, SourceWords.Hash(name), LookUpKind.Name))
            .Concat(footprint.ReadNames.Select(name => (name, SourceWords.Hash(name), LookUpKind.ReadName)))
            .Concat(footprint.Makers.Select(type => (type, SourceWords.Hash(type), LookUpKind.Maker)))
            .Concat(footprint.Words.Select(word => (word, SourceWords.Hash(word), LookUpKind.Word)))
            .ToList())
    {
    }

    private LookedUp(IReadOnlyList<(string, int, LookUpKind)> words) => Words = words;

    public IReadOnlyList<(string Word, int Hash, LookUpKind Kind)> Words { get; }

    /// <summary>These words and others.</summary>
    public LookedUp With(LookedUp other)
    {
        _all ??= new HashSet<(string, int, LookUpKind)>(Words);
        var more = other.Words.Where(word => !_all.Contains(word)).ToList();
        return more.Count == 0 ? this : new LookedUp(Words.Concat(more).ToList());
    }
}
