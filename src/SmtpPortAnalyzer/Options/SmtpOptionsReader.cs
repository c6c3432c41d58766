using System.Collections.Concurrent;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SmtpPortAnalyzer.Options;

/// <summary>
/// Reads the options of source files, once per file, and gives the same object for the same values. A file whose
/// <c>.editorconfig</c> says nothing of ours (nearly every file) shares the one object of the whole project.
/// </summary>
internal sealed class SmtpOptionsReader
{
    private readonly AnalyzerConfigOptionsProvider _provider;
    private readonly ConcurrentDictionary<SyntaxTree, SmtpOptions> _byTree = new();
    private readonly ConcurrentDictionary<SmtpOptions, SmtpOptions> _byValue = new();

    public SmtpOptionsReader(AnalyzerConfigOptionsProvider provider)
    {
        _provider = provider;
        OfProject = Share(SmtpOptions.Read(provider.GlobalOptions, provider.GlobalOptions));
    }

    /// <summary>The options that hold for every file that has none of its own.</summary>
    public SmtpOptions OfProject { get; }

    public SmtpOptions Of(SyntaxTree tree) => _byTree.GetOrAdd(tree, Read);

    /// <summary>What an <c>.editorconfig</c> says of a settings file, in a section that matches it; null where it says nothing.</summary>
    public SmtpOptions? Of(AdditionalText file) => Own(_provider.GetOptions(file));

    private SmtpOptions Read(SyntaxTree tree) => Own(_provider.GetOptions(tree)) ?? OfProject;

    private SmtpOptions? Own(AnalyzerConfigOptions options) =>
        SmtpOptionTable.All.Any(option => SmtpOption.Written(options, option.Key) is not null)
        ? Share(SmtpOptions.Read(options, _provider.GlobalOptions))
        : null;

    private SmtpOptions Share(SmtpOptions options) => _byValue.GetOrAdd(options, options);
}
