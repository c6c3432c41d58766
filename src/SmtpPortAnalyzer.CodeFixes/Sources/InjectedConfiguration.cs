using System.Threading.Tasks;
using SmtpPortAnalyzer.CodeFixes.Actions;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.CodeFixes.Pipeline;

namespace SmtpPortAnalyzer.CodeFixes.Sources;

/// <summary>Brings the application's configuration within reach: an <c>IConfiguration</c> through the constructor.</summary>
internal static class InjectedConfiguration
{
    private const string Namespace = "Microsoft.Extensions.Configuration";

    public static async Task<PreparedDocument?> PrepareAsync(FixContext fix, FixPlace place)
    {
        if (await FixTarget.ReadAsync(fix, place).ConfigureAwait(false) is not { Site: { } site } finding
            || finding.Model.Compilation.GetTypesByMetadataName(Namespace + ".IConfiguration").IsEmpty
            || ConfigurationReach.ExpressionAt(site, finding.File) is not null
            || await ConstructorParameter.TypeAtAsync(finding, site).ConfigureAwait(false) is not { } type)
            return null;

        var frameworks = await TargetFrameworks.ReadAsync(fix.Document, fix.CancellationToken).ConfigureAwait(false);
        if (!frameworks.Know(Namespace + ".IConfiguration"))
            return null;

        var names = new TypeNames(finding.Model, finding.Root);
        var interfaceName = names.At(type.SpanStart, Namespace, "IConfiguration");
        var parameter = new ConstructorParameter(interfaceName, interfaceName, "configuration", "");
        return parameter.Prepare(finding, type, names, frameworks);
    }
}
