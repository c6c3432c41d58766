using System.Threading;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>
/// The searches of one project, one after the other. Several may ask at once: for one compilation, of which an editor runs several
/// analyses, or for two that follow one another. One searches, and the others wait, each as long as its own request lives.
/// </summary>
internal sealed class ProjectSearches(ProjectIdentity identity)
{
    private KeptSearch? _last;

    public ProjectIdentity Identity => identity;

    /// <summary>What is known of the references that its compilations have in common.</summary>
    public ReferencedTypes References { get; } = new();

    /// <summary>Held by the request that searches.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>The last search that came to its end.</summary>
    public KeptSearch? Last
    {
        get => Volatile.Read(ref _last);
        set => Volatile.Write(ref _last, value);
    }
}
