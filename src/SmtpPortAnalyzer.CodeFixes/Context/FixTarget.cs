using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Rules;

namespace SmtpPortAnalyzer.CodeFixes.Context;

/// <summary>A finding as a fix needs it: where it was reported, and the connection that it is about.</summary>
internal sealed class FixTarget
{
    private FixTarget(FileContext file, SyntaxNode root, SourceText text, FixPlace place)
    {
        File = file;
        Root = root;
        Text = text;
        Place = place;
    }

    /// <summary>What all actions of the light bulb share; its document is the finding's.</summary>
    public FixContext Fix => File.Fix;

    public FileContext File { get; }

    public Document Document => Fix.Document;

    public SyntaxNode Root { get; }

    public SourceText Text { get; }

    public SemanticModel Model => File.Model;

    public CancellationToken CancellationToken => Fix.CancellationToken;

    public FixPlace Place { get; }

    /// <summary>What the finding underlines: the port expression, or the connection where no port is written.</summary>
    public SyntaxNode Node => Root.FindNode(Place.Span, getInnermostNodeForTie: true);

    /// <summary>
    /// The connection in this file: an object creation, a <c>Connect</c> call or an assignment to a port. Null where it lies elsewhere.
    /// </summary>
    public SyntaxNode? Site => Place.Site is { } span && Root.FullSpan.Contains(span) ? SiteIn(Root, span) : null;

    /// <summary>The connection that <paramref name="span"/> covers exactly.</summary>
    public static SyntaxNode? SiteIn(SyntaxNode root, TextSpan span) =>
        root.FindNode(span, getInnermostNodeForTie: true).AncestorsAndSelf().TakeWhile(node => node.Span == span).FirstOrDefault(
            node => node is BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax or AssignmentExpressionSyntax);

    /// <summary>The connection in this file; else the one in another file, which says whether a port alone is enough.</summary>
    public async Task<(SyntaxNode? Site, FileContext File)> ConnectionAsync()
    {
        if (Site is { } site)
            return (site, File);

        foreach (var (path, span) in Place.Elsewhere)
        {
            var tree = Model.Compilation.SyntaxTrees.FirstOrDefault(t => t.FilePath == path);
            if (tree is not null && tree.Length >= span.End && SiteIn(tree.GetRoot(CancellationToken), span) is { } other
                && Document.Project.GetDocument(tree) is { } document && await Fix.FileAsync(document).ConfigureAwait(false) is { } file)
                return (other, file);
        }

        return (null, File);
    }

    public static async Task<FixTarget?> ReadAsync(FixContext fix, FixPlace place)
    {
        var root = await fix.Document.GetSyntaxRootAsync(fix.CancellationToken).ConfigureAwait(false);
        var text = await fix.Document.GetTextAsync(fix.CancellationToken).ConfigureAwait(false);
        return root is not null && root.FullSpan.Contains(place.Span) && await fix.FileAsync(fix.Document).ConfigureAwait(false) is { } file
            ? new FixTarget(file, root, text, place)
            : null;
    }
}

/// <summary>Where a finding lies, in positions of the current text.</summary>
/// <param name="Library">The catalogue's name of the mail library.</param>
/// <param name="Span">What the finding underlines.</param>
/// <param name="Site">The connection in the same file.</param>
/// <param name="Elsewhere">Places in other files of the compilation that the finding names.</param>
internal sealed record FixPlace(string Library, TextSpan Span, TextSpan? Site, ImmutableArray<(string Path, TextSpan Span)> Elsewhere)
{
    /// <summary>The ID of the rule.</summary>
    public string Rule { get; init; } = "";

    /// <summary>What SMTP005 and SMTP006 say of the connection.</summary>
    public RelayFacts? Relay { get; init; }

    /// <summary>What SMTP007 says of the password.</summary>
    public PasswordFacts? Password { get; init; }

    /// <summary>What SMTP001 to SMTP003 say of the connection, as it was when it was reported.</summary>
    public ProvedFacts? Proved { get; init; }

    /// <summary>Whether it is about encryption, login or password, and not about a port 25.</summary>
    public bool IsAboutRelay => Rule is RuleIds.WrongSecurity or RuleIds.NoLogin or RuleIds.LiteralPassword;

    /// <summary>The keys of the settings that come before it.</summary>
    public ImmutableArray<SettingKey> Settings { get; init; } = ImmutableArray<SettingKey>.Empty;

    public static FixPlace? Read(Diagnostic diagnostic)
    {
        if (FindingProperties.From(diagnostic) is not { } properties)
            return null;

        var elsewhere = diagnostic.AdditionalLocations.Where(l =>
            l.SourceTree is not null && l.SourceTree != diagnostic.Location.SourceTree);
        return new FixPlace(
            properties.Library, diagnostic.Location.SourceSpan, properties.Site,
            elsewhere.Select(l => (l.SourceTree!.FilePath, l.SourceSpan)).ToImmutableArray())
        {
            Rule = diagnostic.Id,
            Relay = properties.Relay,
            Password = properties.Password,
            Settings = properties.Settings,
            Proved = properties.Proved,
        };
    }

    /// <summary>The same place after edits of the file, or null where an edit has replaced what the finding was about.</summary>
    public FixPlace? After(IReadOnlyList<TextChange> changes)
    {
        if (Moved(Span, changes) is not { } span)
            return null;

        return Site is { } site
            ? Moved(site, changes) is { } moved ? this with { Span = span, Site = moved } : null
            : this with { Span = span };
    }

    /// <summary>The same place after edits of another file that it names.</summary>
    public FixPlace AfterElsewhere(string path, IReadOnlyList<TextChange> changes) => this with
    {
        Elsewhere = Elsewhere.Select(e => e.Path == path ? (e.Path, Moved(e.Span, changes)) : (e.Path, e.Span))
            .Where(e => e.Item2 is not null).Select(e => (e.Path, e.Item2!.Value)).ToImmutableArray(),
    };

    private static TextSpan? Moved(TextSpan span, IReadOnlyList<TextChange> changes)
    {
        int start = span.Start, end = span.End;
        foreach (var change in changes)
        {
            var delta = (change.NewText?.Length ?? 0) - change.Span.Length;
            if (change.Span.End <= span.Start)
                (start, end) = (start + delta, end + delta);
            else if (change.Span.Start >= span.End)
                continue;
            else if (span.Contains(change.Span) && span != change.Span)
                end += delta;
            else
                return null;
        }

        return TextSpan.FromBounds(start, end);
    }
}
