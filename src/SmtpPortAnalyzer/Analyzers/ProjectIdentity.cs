using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Catalog;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>
/// What two compilations have in common that differ in their source files alone: name, options, references, and the files of the user's own
/// APIs. A referenced project counts as the same while it is the same compilation, which is held weakly.
/// </summary>
internal sealed class ProjectIdentity
{
    private readonly string? _assembly;
    private readonly CompilationOptions _options;
    private readonly ImmutableArray<object> _references;
    private readonly ImmutableArray<SourceText> _apis;
    private readonly bool _hasFiles;

    private ProjectIdentity(Compilation compilation, ImmutableArray<SourceText> apis, bool hasFiles)
    {
        _assembly = compilation.AssemblyName;

        // Which rules are on in which file is asked when a finding is reported.
        _options = compilation.Options.WithSyntaxTreeOptionsProvider(null);
        _references = compilation.ExternalReferences.Select(Held).ToImmutableArray();
        _apis = apis;
        _hasFiles = hasFiles;
    }

    public static ProjectIdentity Read(
        Compilation compilation, ImmutableArray<AdditionalText> files, CancellationToken cancellationToken) =>
        new(
            compilation,
            files.Where(file => UserRow.IsFile(file.Path)).Select(file => file.GetText(cancellationToken)).OfType<SourceText>()
                .ToImmutableArray(),
            !files.IsEmpty);

    public bool IsSameAs(ProjectIdentity other) =>
        _assembly == other._assembly
        && _hasFiles == other._hasFiles
        && _references.Length == other._references.Length
        && _references.Zip(other._references, AreSame).All(isSame => isSame)
        && _apis.Length == other._apis.Length
        && _apis.Zip(other._apis, (one, two) => ReferenceEquals(one, two) || one.ContentEquals(two)).All(isSame => isSame)
        && _options.Equals(other._options);

    private static object Held(MetadataReference reference) => reference is CompilationReference { Compilation: var compilation }
        ? new ReferencedProject(new(compilation), reference.Properties)
        : reference;

    private static bool AreSame(object one, object two) => (one, two) switch
    {
        (ReferencedProject first, ReferencedProject second) => first.Properties.Equals(second.Properties)
            && first.Compilation.TryGetTarget(out var compilation) && second.Compilation.TryGetTarget(out var same)
            && ReferenceEquals(compilation, same),
        _ => ReferenceEquals(one, two),
    };

    private sealed record ReferencedProject(WeakReference<Compilation> Compilation, MetadataReferenceProperties Properties);
}
