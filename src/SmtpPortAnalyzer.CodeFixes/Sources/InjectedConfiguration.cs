using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.CodeFixes.Actions;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.CodeFixes.Pipeline;

namespace SmtpPortAnalyzer.CodeFixes.Sources;

/// <summary>Brings the application's configuration within reach: an <c>IConfiguration</c> through the constructor.</summary>
internal static class InjectedConfiguration
{
    private const string Namespace = "Microsoft.Extensions.Configuration";

    public static async Task<PreparedDocument?> PrepareAsync(
        Document document, FixPlace place, RelayPreferences preferences, CancellationToken cancellationToken)
    {
        if (await FixTarget.ReadAsync(document, place, cancellationToken).ConfigureAwait(false) is not { Site: { } site } finding
            || finding.Model.Compilation.GetTypesByMetadataName(Namespace + ".IConfiguration").IsEmpty
            || ConfigurationReach.ExpressionAt(site, finding.Model, cancellationToken) is not null
            || await ConstructorParameter.TypeAtAsync(finding, site, cancellationToken).ConfigureAwait(false) is not { } type)
            return null;

        var frameworks = await TargetFrameworks.ReadAsync(document, cancellationToken).ConfigureAwait(false);
        if (!frameworks.Know(Namespace + ".IConfiguration"))
            return null;

        var names = new TypeNames(finding.Model, finding.Root);
        var interfaceName = names.At(type.SpanStart, Namespace, "IConfiguration");
        var parameter = new ConstructorParameter(interfaceName, interfaceName, "configuration", "");
        return parameter.Prepare(finding, type, names, frameworks);
    }
}
