using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Catalog;

namespace SmtpPortAnalyzer.CodeFixes.SettingsFiles;

/// <summary>
/// What <c>"UseSsl": true</c> in a settings file means. To a library whose switch is STARTTLS it is that; where the program knows a library
/// that has both, the same word may mean TLS from the first byte, and only a name that says STARTTLS is turned on.
/// </summary>
internal static class SwitchMeaning
{
    public static async Task<bool> IsStartTlsAsync(Project project, CancellationToken cancellationToken) =>
        await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is { } compilation
        && !SmtpCatalog.Libraries.Any(library =>
            library.Fix is CallsFix calls && compilation.GetTypeByMetadataName(calls.EncryptionType) is not null);
}
