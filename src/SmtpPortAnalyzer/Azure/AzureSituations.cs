using System;
using System.Collections.Concurrent;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Options;

namespace SmtpPortAnalyzer.Azure;

/// <summary>
/// The <see cref="AzureSituation"/> of each source file of one compilation. Made at the start of the compilation, which pays for the
/// evidence once; a file then costs a lookup.
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
        _evidence = AzureEvidence.Collect(compilation, provider.GlobalOptions);
        OfProject = Of(_options.OfProject);
    }

    /// <summary>What holds for files that have no options of their own.</summary>
    public AzureSituation OfProject { get; }

    /// <summary>
    /// Whether no file can have findings, so that there is nothing to register. Looks at the files only where the project is out, since one
    /// of them may still be in by its <c>.editorconfig</c>.
    /// </summary>
    public bool AreAllSilent() =>
        OfProject.Targeting == AzureTargeting.No && _compilation.SyntaxTrees.All(tree => Of(tree).Targeting == AzureTargeting.No);

    public AzureSituation Of(SyntaxTree tree) => Of(OptionsOf(tree));

    public SmtpOptions OptionsOf(SyntaxTree tree) => _options.Of(tree);

    public AzureSituation Of(AdditionalText file) => Of(OptionsOf(file));

    /// <summary>
    /// The options of a settings file. They are written for C# files as a rule, <c>[*.cs]</c>: a settings file of which nothing is said
    /// goes with the source files beside it.
    /// </summary>
    public SmtpOptions OptionsOf(AdditionalText file) => _options.Of(file) ?? Beside(file);

    private SmtpOptions Beside(AdditionalText file)
    {
        var nearest = _options.OfProject;
        var longest = -1;
        foreach (var tree in _compilation.SyntaxTrees)
        {
            var common = CommonLength(tree.FilePath, file.Path);
            if (common > longest)
                (nearest, longest) = (OptionsOf(tree), common);
        }

        return nearest;
    }

    private static int CommonLength(string one, string other)
    {
        var length = 0;
        while (length < one.Length && length < other.Length && one[length] == other[length])
            length++;

        // Names of files that begin alike say nothing.
        return one.LastIndexOfAny(s_separators, Math.Max(length - 1, 0)) + 1;
    }

    private static readonly char[] s_separators = { '/', '\\' };

    private AzureSituation Of(SmtpOptions options) => _byOptions.GetOrAdd(options, value => AzureSituation.Decide(_evidence, value));
}
