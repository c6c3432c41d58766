using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.Search;

/// <summary>
/// Two versions of a file that declare the same: only code inside of bodies differs, so that every name in every other body still means
/// what it meant.
/// </summary>
internal sealed class EditedFile
{
    private readonly List<EditedPart> _parts = new();
    private HashSet<string>? _names;
    private bool? _hasUnnamedCreations;

    private EditedFile(SyntaxTree old, SyntaxTree edited, SourceWords oldWords, SourceWords words)
    {
        Old = old;
        New = edited;
        OldWords = oldWords;
        Words = words;
        Nodes = new NodeMap();
    }

    public SyntaxTree Old { get; }

    public SyntaxTree New { get; }

    public SourceWords OldWords { get; }

    public SourceWords Words { get; }

    /// <summary>The members in whose code something differs.</summary>
    public IReadOnlyList<EditedPart> Parts => _parts;

    /// <summary>Finds nodes of the old version in the new one.</summary>
    public NodeMap Nodes { get; }

    /// <summary>
    /// Whether one of the versions has code that depends on symbols of the preprocessor: where it stands is not in the tokens, so that
    /// comparing them does not show that it has moved.
    /// </summary>
    public bool HasConditions { get; private init; }

    /// <summary>Null where more than code inside of bodies differs.</summary>
    public static EditedFile? Compare(SyntaxTree old, SyntaxTree edited, CancellationToken cancellationToken)
    {
        if (old.FilePath != edited.FilePath || !old.Options.Equals(edited.Options)
            || old.GetRoot(cancellationToken) is not CompilationUnitSyntax before
            || edited.GetRoot(cancellationToken) is not CompilationUnitSyntax after)
        {
            return null;
        }

        var file = new EditedFile(
            old, edited, SourceWords.InFile(old, cancellationToken), SourceWords.InFile(edited, cancellationToken))
        {
            HasConditions = IsConditional(before) || IsConditional(after),
        };
        return file.CompareUnits(before, after) ? file : null;
    }

    /// <summary>Whether the node of the old version stands in a part that differs, or has one in it.</summary>
    public bool Touches(SyntaxNode node)
    {
        foreach (var part in _parts)
        {
            if (part.Touches(node))
                return true;
        }

        return false;
    }

    /// <summary>Whether a part that differs has the name, in either version.</summary>
    public bool Mentions(string name)
    {
        _names ??= new HashSet<string>(_parts.SelectMany(part => part.Nodes()).OfType<SimpleNameSyntax>()
            .Select(mention => mention.Identifier.ValueText));
        return _names.Contains(name);
    }

    /// <summary>Whether a part that differs may mention something in this way, in either version.</summary>
    public bool Mentions(MentionKind kind, string name) => kind == MentionKind.UnnamedCreation ? HasUnnamedCreations : Mentions(name);

    /// <summary>Whether a part that differs makes something without naming its type, in either version.</summary>
    public bool HasUnnamedCreations =>
        _hasUnnamedCreations ??= _parts.Any(part => part.Nodes().Any(References.IsUnnamedCreation));

    /// <summary>Whether the word is in one of the versions alone.</summary>
    public bool Flips(int word) => OldWords.Contain(word) != Words.Contain(word);

    private static bool IsConditional(CompilationUnitSyntax unit)
    {
        if (!unit.ContainsDirectives)
            return false;

        for (var directive = unit.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (directive is BranchingDirectiveTriviaSyntax or EndIfDirectiveTriviaSyntax or DefineDirectiveTriviaSyntax
                or UndefDirectiveTriviaSyntax)
            {
                return true;
            }
        }

        return false;
    }

    private bool CompareUnits(CompilationUnitSyntax old, CompilationUnitSyntax edited)
    {
        if (!AreSame(old.Externs, edited.Externs) || !AreSame(old.Usings, edited.Usings)
            || !AreSame(old.AttributeLists, edited.AttributeLists))
        {
            return false;
        }

        var (oldCode, code) = (Statements(old), Statements(edited));
        if (oldCode.Count > 0 != code.Count > 0)
            return false;

        var isSame = oldCode.Count == code.Count;
        for (var i = 0; isSame && i < code.Count; i++)
            isSame = oldCode[i].IsIncrementallyIdenticalTo(code[i]) || SyntaxFactory.AreEquivalent(oldCode[i], code[i]);
        if (!isSame)
            _parts.Add(new EditedPart(old, edited));

        return CompareMembers(
            old.Members.Where(member => member is not GlobalStatementSyntax).ToList(),
            edited.Members.Where(member => member is not GlobalStatementSyntax).ToList());
    }

    private bool CompareMembers(IReadOnlyList<MemberDeclarationSyntax> old, IReadOnlyList<MemberDeclarationSyntax> edited)
    {
        if (old.Count != edited.Count)
            return false;

        for (var i = 0; i < old.Count; i++)
        {
            var (before, after) = (old[i], edited[i]);
            if (before.IsIncrementallyIdenticalTo(after))
                continue;
            if (!SyntaxFactory.AreEquivalent(before, after, topLevel: true))
                return false;
            if (SyntaxFactory.AreEquivalent(before, after))
                continue;

            switch (before, after)
            {
                case (BaseNamespaceDeclarationSyntax one, BaseNamespaceDeclarationSyntax other):
                    if (!CompareMembers(one.Members, other.Members))
                        return false;
                    break;
                case (TypeDeclarationSyntax one, TypeDeclarationSyntax other):
                    if (!CompareMembers(one.Members, other.Members))
                        return false;
                    break;
                default:
                    _parts.Add(new EditedPart(before, after));
                    break;
            }
        }

        return true;
    }

    private static List<GlobalStatementSyntax> Statements(CompilationUnitSyntax unit) =>
        unit.Members.OfType<GlobalStatementSyntax>().ToList();

    private static bool AreSame<T>(SyntaxList<T> old, SyntaxList<T> edited)
        where T : SyntaxNode => SyntaxFactory.AreEquivalent(old, edited);
}

/// <summary>A member in whose code two versions of a file differ; the file itself, for its top-level statements.</summary>
internal readonly record struct EditedPart(SyntaxNode Old, SyntaxNode New)
{
    /// <summary>Whether the node of the old version is in it, or has it inside.</summary>
    public bool Touches(SyntaxNode node)
    {
        if (Old is not CompilationUnitSyntax)
            return node is not CompilationUnitSyntax && Old.SyntaxTree == node.SyntaxTree
                && (Old.FullSpan.Contains(node.FullSpan) || node.FullSpan.Contains(Old.FullSpan));

        return node == Old || (node.SyntaxTree == Old.SyntaxTree && node.FirstAncestorOrSelf<GlobalStatementSyntax>() is not null);
    }

    /// <summary>The nodes of both versions.</summary>
    public IEnumerable<SyntaxNode> Nodes() => NodesOf(Old).Concat(NodesOf(New));

    /// <summary>The code of both versions.</summary>
    public IEnumerable<SyntaxNode> Code() => CodeOf(Old).Concat(CodeOf(New));

    /// <summary>The code of the new version.</summary>
    public IEnumerable<SyntaxNode> NewCode() => CodeOf(New);

    /// <summary>Whether a node of the old version stands in it.</summary>
    public bool Contains(SyntaxNode node) =>
        node.SyntaxTree == Old.SyntaxTree && CodeOf(Old).Any(code => code.FullSpan.Contains(node.FullSpan));

    private static IEnumerable<SyntaxNode> NodesOf(SyntaxNode part) => CodeOf(part).SelectMany(code => code.DescendantNodesAndSelf());

    public static IEnumerable<SyntaxNode> CodeOf(SyntaxNode part) =>
        part is CompilationUnitSyntax unit ? unit.Members.OfType<GlobalStatementSyntax>() : new[] { part };
}
