using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.Azure;

/// <summary>
/// Evidence that the compiler has by itself. Only what makes no sense elsewhere counts, since references include transitive packages:
/// every application with Entity Framework Core for SQL Server has <c>Azure.Identity</c> among them, every MSTest project
/// <c>Microsoft.ApplicationInsights</c>.
/// </summary>
internal static class AzureReferences
{
    private static readonly string[] s_hosts =
    {
        "Microsoft.Azure.Functions.Worker", "Microsoft.Azure.WebJobs", "Microsoft.WindowsAzure.ServiceRuntime",
    };

    private static readonly string[] s_hostTypes =
    {
        "Microsoft.Azure.Functions.Worker.FunctionAttribute",
        "Microsoft.Azure.WebJobs.FunctionNameAttribute",
        "Microsoft.WindowsAzure.ServiceRuntime.RoleEntryPoint",
    };

    private static readonly string[] s_appService =
    {
        "Microsoft.AspNetCore.AzureAppServicesIntegration",
        "Microsoft.AspNetCore.AzureAppServices.HostingStartup",
        "Microsoft.Extensions.Logging.AzureAppServices",
    };

    /// <summary>The first strong sign of Azure among the references, or null.</summary>
    public static string? Find(Compilation compilation)
    {
        var names = new HashSet<string>(
            compilation.ReferencedAssemblyNames.Select(assembly => assembly.Name), StringComparer.OrdinalIgnoreCase);

        return s_hosts.Select(host =>
            names.Where(name => IsOrExtends(name, host)).OrderBy(name => name, StringComparer.Ordinal).FirstOrDefault())
                .FirstOrDefault(name => name is not null)
            ?? (IsAspNetCoreAll(names) ? null : s_appService.FirstOrDefault(names.Contains))
            ?? s_hostTypes.FirstOrDefault(type => IsKnown(compilation, type));
    }

    private static bool IsOrExtends(string name, string host) =>
        name.StartsWith(host, StringComparison.OrdinalIgnoreCase) && (name.Length == host.Length || name[host.Length] == '.');

    /// <summary>
    /// The metapackage of ASP.NET Core 2.0 brought the App Service packages to every application, and this one with them.
    /// </summary>
    private static bool IsAspNetCoreAll(HashSet<string> names) =>
        names.Contains("Microsoft.Extensions.Configuration.AzureKeyVault") && s_appService.All(names.Contains);

#pragma warning disable RS0030 // once per compilation, and the types need not be in the catalogue of mail APIs
    private static bool IsKnown(Compilation compilation, string type) => compilation.GetTypeByMetadataName(type) is not null;
#pragma warning restore RS0030
}
