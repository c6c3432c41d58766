using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.CodeFixes.Context;

/// <summary>
/// What all actions of a light bulb share: the options of the file, searches of the solution, each made once and only if an action asks for
/// it, and the token of the host that waits for the answer. Nothing in it changes but what the searches have found.
/// </summary>
internal sealed class FixContext
{
    private FixContext(Document document, RelayPreferences preferences, SolutionSearches searches, CancellationToken cancellationToken)
    {
        Document = document;
        Preferences = preferences;
        Searches = searches;
        CancellationToken = cancellationToken;
    }

    /// <summary>The file of the finding.</summary>
    public Document Document { get; }

    public RelayPreferences Preferences { get; }

    /// <summary>Searches of the solution that <see cref="Document"/> belongs to.</summary>
    public SolutionSearches Searches { get; }

    public CancellationToken CancellationToken { get; }

    public static Task<FixContext> ReadAsync(Document document, CancellationToken cancellationToken) =>
        ReadAsync(document, new SolutionSearches(document.Project.Solution), cancellationToken);

    /// <summary>The same with searches of the solution that others have begun.</summary>
    public static async Task<FixContext> ReadAsync(Document document, SolutionSearches searches, CancellationToken cancellationToken) =>
        new(document, await RelayPreferences.ReadAsync(document, cancellationToken).ConfigureAwait(false), searches, cancellationToken);

    /// <summary>A file of the solution; null where it is not compiled.</summary>
    public async Task<FileContext?> FileAsync(Document document) =>
        await Searches.ModelAsync(this, document).ConfigureAwait(false) is { } model ? new FileContext(document, model, this) : null;

    /// <summary>What every project that compiles <see cref="Document"/> can do.</summary>
    public Task<TargetFrameworks> FrameworksAsync() => Searches.FrameworksAsync(this);

    /// <summary>The same for a connection that has settings of its own.</summary>
    public FixContext With(RelayPreferences preferences) => new(Document, preferences, Searches, CancellationToken);

    /// <summary>The same with another token: an action is computed long after it was offered.</summary>
    public FixContext With(CancellationToken cancellationToken) => new(Document, Preferences, Searches, cancellationToken);

    /// <summary>The same for a file of the same solution, or of one that a fix has changed: there, everything is searched anew.</summary>
    public FixContext In(Document document) => document == Document ? this : new(
        document,
        Preferences,
        document.Project.Solution == Searches.Solution ? Searches : new SolutionSearches(document.Project.Solution),
        CancellationToken);
}
