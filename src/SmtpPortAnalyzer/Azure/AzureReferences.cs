using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Options;

namespace SmtpPortAnalyzer.Azure;

/// <summary>
/// Evidence that the compiler has by itself. Only what makes no sense elsewhere counts, since references include transitive packages:
/// every application with Entity Framework Core for SQL Server has <c>Azure.Identity</c> among them, every MSTest project
/// <c>Microsoft.ApplicationInsights</c>.
/// </summary>
internal static class AzureReferences
{
    private static readonly ImmutableArray<(string Assembly, AzureHosting Service)> s_hosts = ImmutableArray.Create(
        ("Microsoft.Azure.Functions.Worker", AzureHosting.Functions),
        // Functions that run in the host's process have it as well: neither has port 25 outside a virtual network.
        ("Microsoft.Azure.WebJobs", AzureHosting.AppService),
        ("Microsoft.WindowsAzure.ServiceRuntime", AzureHosting.CloudServices));

    private static readonly ImmutableArray<(string Type, AzureHosting Service)> s_hostTypes = ImmutableArray.Create(
        ("Microsoft.Azure.Functions.Worker.FunctionAttribute", AzureHosting.Functions),
        ("Microsoft.Azure.WebJobs.FunctionNameAttribute", AzureHosting.Functions),
        ("Microsoft.WindowsAzure.ServiceRuntime.RoleEntryPoint", AzureHosting.CloudServices));

    private static readonly string[] s_appService =
    {
        "Microsoft.AspNetCore.AzureAppServicesIntegration",
        "Microsoft.AspNetCore.AzureAppServices.HostingStartup",
        "Microsoft.Extensions.Logging.AzureAppServices",
    };

    /// <summary>The first strong sign of Azure among the references, with the service that it belongs to, or null.</summary>
    public static (string Name, AzureHosting Service)? Find(Compilation compilation)
    {
        var names = new HashSet<string>(
            compilation.ReferencedAssemblyNames.Select(assembly => assembly.Name), StringComparer.OrdinalIgnoreCase);

        foreach (var (host, service) in s_hosts)
        {
            if (names.Where(name => IsOrExtends(name, host)).OrderBy(name => name, StringComparer.Ordinal).FirstOrDefault() is { } found)
                return (found, service);
        }

        if (!IsAspNetCoreAll(names) && s_appService.FirstOrDefault(names.Contains) is { } package)
            return (package, AzureHosting.AppService);

        var types = new ReferencedTypes().In(compilation);
        foreach (var (type, service) in s_hostTypes)
        {
            if (types.Find(type) is not null)
                return (type, service);
        }

        return null;
    }

    private static bool IsOrExtends(string name, string host) =>
        name.StartsWith(host, StringComparison.OrdinalIgnoreCase) && (name.Length == host.Length || name[host.Length] == '.');

    /// <summary>
    /// The metapackage of ASP.NET Core 2.0 brought the App Service packages to every application, and this one with them.
    /// </summary>
    private static bool IsAspNetCoreAll(HashSet<string> names) =>
        names.Contains("Microsoft.Extensions.Configuration.AzureKeyVault") && s_appService.All(names.Contains);
}
