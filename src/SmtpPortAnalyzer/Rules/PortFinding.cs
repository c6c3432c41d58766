using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Connections.Keys;
using SmtpPortAnalyzer.Connections.Tracing;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Settings;

namespace SmtpPortAnalyzer.Rules;

/// <summary>A port 25 to be reported, before it is known what the project's settings and Azure's policy make of it.</summary>
/// <param name="Origin">Which rule it is: explicit, default or fallback.</param>
/// <param name="Place">The expression to report.</param>
/// <param name="Api">What the message names: the API, or the settings type.</param>
/// <param name="Library">The catalogue's name of the library; empty where no connection is known.</param>
/// <param name="Site">The connection that it reaches, if one is known.</param>
/// <param name="Hosts">Where it connects to.</param>
/// <param name="Declaration">Where the constant is declared, if that is another place.</param>
internal sealed record PortFinding(
    PortOrigin Origin,
    SyntaxNode Place,
    string Api,
    string Library,
    SyntaxNode? Site,
    HostNames Hosts,
    SyntaxNode? Declaration)
{
    /// <summary>Whether it is a default that the <c>mailSettings</c> of the configuration file come before.</summary>
    public bool IsBehindMailSettings { get; init; }

    /// <summary>The settings that the port comes from where they are there, if it is a fallback.</summary>
    public ImmutableArray<SettingRead> Settings { get; init; } = ImmutableArray<SettingRead>.Empty;

    public DiagnosticDescriptor Descriptor => Origin switch
    {
        PortOrigin.Explicit => Descriptors.ExplicitPort25,
        PortOrigin.Default => Descriptors.DefaultPort25,
        _ => Descriptors.FallbackPort25,
    };

    /// <summary>
    /// Makes the diagnostic; <paramref name="descriptor"/> is the finding's own or, where Azure is not known to block, SMTP010.
    /// </summary>
    /// <param name="descriptor">Which rule it is in the end.</param>
    /// <param name="policy">What Azure's policy says.</param>
    /// <param name="evidence">Why the project counts as Azure.</param>
    /// <param name="settings">The keys that come before a fallback.</param>
    /// <param name="file">The file that sets them, in the environments that have it.</param>
    public Diagnostic ToDiagnostic(
        DiagnosticDescriptor descriptor, string policy, string evidence, ImmutableArray<SettingKey> settings, FilePort? file)
    {
        var properties = new FindingProperties
        {
            Library = Library,
            Site = Site?.SyntaxTree == Place.SyntaxTree ? Site.Span : null,
            Settings = settings,
        };
        var others = ImmutableArray.CreateBuilder<Location>(2);
        if (Declaration is not null)
            others.Add(Declaration.GetLocation());
        if (Site is not null && Site != Place)
            others.Add(Site.GetLocation());

        var said = file is null ? "" : "'" + file.File + "' sets it to " + file.Port.ToString(CultureInfo.InvariantCulture) + "; ";
#pragma warning disable RS0030 // This is the one place where a port finding becomes a diagnostic.
        return Diagnostic.Create(descriptor, Place.GetLocation(), others, properties.ToBag(), Api, Hosts.Words, policy, evidence, said);
#pragma warning restore RS0030
    }
}
