using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.CodeFixes.Relay;

/// <summary>Brings the application's configuration within reach: an <c>IConfiguration</c> through the constructor.</summary>
internal static class InjectedConfiguration
{
    private const string Namespace = "Microsoft.Extensions.Configuration";

    public static async Task<PreparedDocument?> PrepareAsync(
        Document document, FindingPlace place, RelayPreferences preferences, CancellationToken cancellationToken)
    {
        if (await Finding.ReadAsync(document, place, cancellationToken).ConfigureAwait(false) is not { Site: { } site } finding
            || finding.Model.Compilation.GetTypesByMetadataName(Namespace + ".IConfiguration").IsEmpty
            || ConfigurationReach.At(site, finding.Model, cancellationToken) is not null
            || await ConstructorParameter.TypeAtAsync(finding, site, cancellationToken).ConfigureAwait(false) is not { } type)
            return null;

        var frameworks = await TargetFrameworks.OfAsync(document, cancellationToken).ConfigureAwait(false);
        if (!frameworks.Know(Namespace + ".IConfiguration"))
            return null;

        var names = new TypeNames(finding.Model, finding.Root);
        var interfaceName = names.At(type.SpanStart, Namespace, "IConfiguration");
        var parameter = new ConstructorParameter(interfaceName, interfaceName, "configuration", "");
        return parameter.Prepare(finding, type, names, frameworks);
    }
}
