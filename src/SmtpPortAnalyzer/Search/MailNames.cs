using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Catalog;

namespace SmtpPortAnalyzer.Search;

/// <summary>Which files speak of the catalogue, and under which names: its own, aliases, and types that derive from them.</summary>
internal sealed class MailNames
{
    private readonly HashSet<string> _mail;
    private readonly HashSet<string> _sockets;
    private readonly HashSet<string> _clients = new();
    private readonly Dictionary<SyntaxTree, Subjects> _subjects = new();
    private readonly SubjectWords _words = new();
    private readonly SubjectWords _clientWords = new();

    private MailNames(SmtpSymbols symbols)
    {
        _mail = new HashSet<string>(symbols.MailNames.Types);
        _sockets = new HashSet<string>(symbols.SocketNames.Types);
    }

    /// <summary>The names that make a body in a file about mail worth a look.</summary>
    public ISet<string> Mail => _mail;

    /// <summary>The names that make a body in a file about sockets worth a look.</summary>
    public ISet<string> Sockets => _sockets;

    /// <summary>Members of this compilation that hold or return what <see cref="Mail"/> names, and that other files see.</summary>
    public ISet<string> Clients => _clients;

    public static MailNames Find(Compilation compilation, SmtpSymbols symbols, CancellationToken cancellationToken)
    {
        var names = new MailNames(symbols);
        names.Search(compilation, cancellationToken);
        names.SearchClients(compilation, cancellationToken);
        names._mail.UnionWith(symbols.MailNames.Members);
        names._sockets.UnionWith(symbols.SocketNames.Members);
        return names;
    }

    private MailNames(MailNames other)
    {
        (_mail, _sockets, _clients) = (other._mail, other._sockets, other._clients);
        (_words, _clientWords) = (other._words, other._clientWords);
        _subjects = new Dictionary<SyntaxTree, Subjects>(other._subjects);
    }

    /// <summary>
    /// The names after code inside of bodies was edited: they are the same, since they come from declarations. What a file is about may
    /// have changed.
    /// </summary>
    public MailNames After(IEnumerable<EditedFile> edits)
    {
        var names = new MailNames(this);
        foreach (var edit in edits)
        {
            names._subjects.Remove(edit.Old);
            if (SubjectsIn(edit.Words) is var subjects and not Subjects.None)
                names._subjects[edit.New] = subjects;
        }

        return names;
    }

    /// <summary>What a file with these words is about.</summary>
    public Subjects SubjectsIn(SourceWords words)
    {
        var subjects = _words.Of(words);
        return (subjects & Subjects.Mail) == 0 ? subjects | _clientWords.Of(words) : subjects;
    }

    /// <summary>Whether any file is about sockets.</summary>
    public bool KnowSockets => _subjects.Values.Any(subjects => (subjects & Subjects.Sockets) != 0);

    /// <summary>What the file is about.</summary>
    public Subjects Of(SyntaxTree tree) => _subjects.TryGetValue(tree, out var subjects) ? subjects : Subjects.None;

    private void Search(Compilation compilation, CancellationToken cancellationToken)
    {
        var wording = new SubjectWords();
        wording.Add(_mail, Subjects.Mail);
        wording.Add(_sockets, Subjects.Sockets);
        wording.AddTwentyFive();
        while (!wording.IsEmpty)
        {
            _words.Add(wording);
            var moreMail = new HashSet<string>();
            var moreSockets = new HashSet<string>();
            foreach (var tree in compilation.SyntaxTrees)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var found = wording.Of(SourceWords.InFile(tree, cancellationToken));
                if (found == Subjects.None)
                    continue;

                _subjects[tree] = Of(tree) | found;
                if ((found & Subjects.Mail) != 0)
                    AddNames(tree.GetRoot(cancellationToken), _mail, moreMail);
                if ((found & Subjects.Sockets) != 0)
                    AddNames(tree.GetRoot(cancellationToken), _sockets, moreSockets);
            }

            // Another name for a mail type may stand in files that know no other.
            _mail.UnionWith(moreMail);
            _sockets.UnionWith(moreSockets);
            wording = new SubjectWords();
            wording.Add(moreMail, Subjects.Mail);
            wording.Add(moreSockets, Subjects.Sockets);
        }
    }

    private void SearchClients(Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            if ((Of(tree) & Subjects.Mail) != 0)
                _clients.UnionWith(ClientMembers.NamesIn(tree.GetRoot(cancellationToken), _mail));
        }

        if (_clients.Count == 0)
            return;

        _clientWords.Add(_clients, Subjects.Clients);
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if ((Of(tree) & Subjects.Mail) == 0
                && _clientWords.Of(SourceWords.InFile(tree, cancellationToken)) is var found and not Subjects.None)
            {
                _subjects[tree] = Of(tree) | found;
            }
        }
    }

    private static void AddNames(SyntaxNode root, HashSet<string> names, HashSet<string> more)
    {
        // Types may derive from one another in any order: go on until nothing is new.
        for (var count = -1; count != more.Count;)
        {
            count = more.Count;
            foreach (var node in Declarations.FindIn(root))
            {
                switch (node)
                {
                    case UsingDirectiveSyntax { Alias: { } alias, Name: { } target } when names.Contains(LastName(target)):
                        Add(alias.Name.Identifier.ValueText);
                        break;
                    case TypeDeclarationSyntax { BaseList: { } bases } type when bases.Types.Any(b => IsKnown(LastName(b.Type))):
                        Add(type.Identifier.ValueText);
                        break;
                }
            }
        }

        bool IsKnown(string name) => names.Contains(name) || more.Contains(name);

        void Add(string name)
        {
            if (!names.Contains(name))
                more.Add(name);
        }
    }

    private static string LastName(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
