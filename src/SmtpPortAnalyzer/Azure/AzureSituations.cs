using System.Collections.Concurrent;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Options;

namespace SmtpPortAnalyzer.Azure;

/// <summary>
/// The <see cref="AzureSituation"/> of each source file of one compilation. Made at the start of the compilation, which pays for the evidence
/// once; a file then costs a lookup.
/// </summary>
internal sealed class AzureSituations
{
    private readonly Compilation _compilation;
    private readonly AzureEvidence _evidence;
    private readonly SmtpOptionsReader _options;
    private readonly ConcurrentDictionary<SmtpOptions, AzureSituation> _byOptions = new();

    public AzureSituations(Compilation compilation, AnalyzerConfigOptionsProvider provider)
    {
        _compilation = compilation;
        _options = new(provider);
        _evidence = AzureEvidence.Of(compilation, provider.GlobalOptions);
        OfProject = Of(_options.OfProject);
    }

    /// <summary>What holds for files that have no options of their own.</summary>
    public AzureSituation OfProject { get; }

    /// <summary>
    /// Whether no file can have findings, so that there is nothing to register. Looks at the files only where the project is out, since one of them may
    /// still be in by its <c>.editorconfig</c>.
    /// </summary>
    public bool AreAllSilent() =>
        OfProject.Targeting == AzureTargeting.No && _compilation.SyntaxTrees.All(tree => Of(tree).Targeting == AzureTargeting.No);

    public AzureSituation Of(SyntaxTree tree) => Of(OptionsOf(tree));

    public SmtpOptions OptionsOf(SyntaxTree tree) => _options.Of(tree);

    private AzureSituation Of(SmtpOptions options) => _byOptions.GetOrAdd(options, value => AzureSituation.Of(_evidence, value));
}
