using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>
/// The searches that were made, for the next compilations of the same projects: an editor makes one for each key. What is kept hangs on
/// some of a project's syntax trees, and goes when they go. It holds trees and text, and neither a compilation nor a symbol.
/// </summary>
internal sealed class KeptSearches
{
    /// <summary>On how many trees a project's search hangs: as many files at once may change, and it is still found.</summary>
    private const int Anchors = 8;

    /// <summary>How many projects may share a tree, each with a search of its own.</summary>
    private const int MaxShared = 4;

    private readonly ConditionalWeakTable<SyntaxTree, List<ProjectSearches>> _ofTrees = new();

    public ProjectSearches For(Compilation compilation, ImmutableArray<AdditionalText> files, CancellationToken cancellationToken)
    {
        var identity = ProjectIdentity.Read(compilation, files, cancellationToken);
        var anchors = compilation.SyntaxTrees.Take(Anchors).ToList();
        lock (_ofTrees)
        {
            var project = anchors.Select(tree => Find(tree, identity)).FirstOrDefault(found => found is not null)
                ?? new ProjectSearches(identity);
            foreach (var tree in anchors)
                Hang(project, tree);
            return project;
        }
    }

    private ProjectSearches? Find(SyntaxTree tree, ProjectIdentity identity) =>
        _ofTrees.TryGetValue(tree, out var projects) ? projects.FirstOrDefault(project => project.Identity.IsSameAs(identity)) : null;

    private void Hang(ProjectSearches project, SyntaxTree tree)
    {
        var projects = _ofTrees.GetValue(tree, static _ => new List<ProjectSearches>());
        if (projects.Contains(project))
            return;

        if (projects.Count == MaxShared)
            projects.RemoveAt(0);
        projects.Add(project);
    }
}
