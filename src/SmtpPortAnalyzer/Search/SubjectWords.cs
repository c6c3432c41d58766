using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.Search;

/// <summary>What a file says, as far as its words tell.</summary>
[Flags]
internal enum Subjects
{
    None = 0,
    Mail = 1,
    Sockets = 2,

    /// <summary>The number 25, in any usual spelling.</summary>
    TwentyFive = 4,

    /// <summary>Members that hold or return a mail client, whose type the file does not name.</summary>
    Clients = 8,
}

/// <summary>Words to look for in files, and what each of them says that the file is about.</summary>
internal sealed class SubjectWords
{
    private static readonly string[] s_spellings = Spellings();

    /// <summary>What it costs to look for one word in a file, against going on to the file's next.</summary>
    private const int SearchSteps = 4;

    private readonly Dictionary<int, Subjects> _words = new();

    public bool IsEmpty => _words.Count == 0;

    public void Add(IEnumerable<string> words, Subjects subject)
    {
        foreach (var word in words)
        {
            var hash = SourceWords.Hash(word);
            _words[hash] = _words.TryGetValue(hash, out var others) ? others | subject : subject;
        }
    }

    public void Add(SubjectWords others)
    {
        foreach (var word in others._words)
            _words[word.Key] = _words.TryGetValue(word.Key, out var known) ? known | word.Value : word.Value;
    }

    /// <summary>The spellings of 25 alone.</summary>
    public static SubjectWords MakeTwentyFive()
    {
        var words = new SubjectWords();
        words.AddTwentyFive();
        return words;
    }

    public void AddTwentyFive() => Add(s_spellings, Subjects.TwentyFive);

    /// <summary>What a text with these words is about.</summary>
    public Subjects Of(SourceWords words)
    {
        var found = Subjects.None;
        if (_words.Count * SearchSteps < words.Hashes.Length)
        {
            foreach (var word in _words)
                found |= words.Contain(word.Key) ? word.Value : Subjects.None;
            return found;
        }

        foreach (var hash in words.Hashes)
        {
            if (_words.TryGetValue(hash, out var subject))
                found |= subject;
        }

        return found;
    }

    /// <summary>Where in the text the words are, in UTF-16 units.</summary>
    public IReadOnlyList<int> Places(SourceText text)
    {
        var places = new List<int>();
        SourceWords.Read(text, new PlaceReader(_words, places));
        return places;
    }

    private static string[] Spellings()
    {
        var spellings = new List<string>();
        foreach (var suffix in new[] { "", "u", "U", "l", "L", "ul", "uL", "Ul", "UL", "lu", "lU", "Lu", "LU" })
        {
            foreach (var number in new[] { "25", "0x19", "0X19", "0b11001", "0B11001", "0b0001_1001", "0b00011001" })
                spellings.Add(number + suffix);
        }

        return spellings.ToArray();
    }

    private readonly struct PlaceReader(Dictionary<int, Subjects> words, List<int> places) : IWordReader
    {
        public void Word(int hash, int start)
        {
            if (words.ContainsKey(hash))
                places.Add(start);
        }
    }
}
