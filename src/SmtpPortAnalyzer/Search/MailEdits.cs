using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

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
                if (((after & Subjects.TwentyFive) != 0 && s_twentyFive.Of(SourceWords.InText(code.ToString())) != Subjects.None)
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

    /// <summary>Whether the footprint may be another after the edit, apart from the bodies that it follows.</summary>
    public static bool Matter(EditedFile edit, LookedUp lookedUp)
    {
        foreach (var (word, hash, kind) in lookedUp.Words)
        {
            if (!edit.OldWords.Contain(hash) && !edit.Words.Contain(hash))
                continue;

            var matters = kind switch
            {
                LookUpKind.Name => edit.Mentions(word),
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

    /// <summary>Creations by <c>new(…)</c> in the files that have it.</summary>
    Maker,

    /// <summary>The files that have it.</summary>
    Word,
}

/// <summary>The words of a footprint, with their hash codes.</summary>
internal sealed class LookedUp(Footprint footprint)
{
    public IReadOnlyList<(string Word, int Hash, LookUpKind Kind)> Words { get; } =
        footprint.Names.Select(name => (name, SourceWords.Hash(name), LookUpKind.Name))
            .Concat(footprint.Makers.Select(type => (type, SourceWords.Hash(type), LookUpKind.Maker)))
            .Concat(footprint.Words.Select(word => (word, SourceWords.Hash(word), LookUpKind.Word)))
            .ToList();
}
