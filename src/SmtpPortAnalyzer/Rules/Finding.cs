using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Connections.Keys;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Settings;

namespace SmtpPortAnalyzer.Rules;

/// <summary>Something in code to be reported, before it is known what the project's settings and Azure's policy make of it.</summary>
/// <param name="Place">The expression to report.</param>
/// <param name="Api">What the message names: the API, or the settings type.</param>
/// <param name="Library">The catalogue's name of the library; empty where no connection is known.</param>
/// <param name="Site">The connection, if one is known.</param>
/// <param name="Hosts">Where it connects to.</param>
internal sealed record Finding(SyntaxNode Place, string Api, string Library, SyntaxNode? Site, HostNames Hosts)
{
    /// <summary>Where the constant is declared, if that is another place.</summary>
    public SyntaxNode? Declaration { get; init; }

    /// <summary>Whether it is a default that the <c>mailSettings</c> of the configuration file come before.</summary>
    public bool IsBehindMailSettings { get; init; }

    /// <summary>The settings that the port comes from where they are there, if it is a fallback.</summary>
    public ImmutableArray<SettingRead> Settings { get; init; } = ImmutableArray<SettingRead>.Empty;

    /// <summary>The keys of <see cref="Settings"/>, where they have been worked out; default otherwise.</summary>
    public ImmutableArray<SettingKey> Keys { get; init; }

    /// <summary>Whether the port comes from settings where they are there.</summary>
    public bool IsBehindSettings => !Settings.IsEmpty || !Keys.IsDefault;

    /// <summary>What the fixes of encryption and login need to know.</summary>
    public RelayFacts? Facts { get; init; }

    /// <summary>What is proved of a password.</summary>
    public PasswordFacts? Password { get; init; }

    /// <summary>What is proved of the connection, for the fixes of a port.</summary>
    public ProvedFacts? Proved { get; init; }

    /// <summary>What the rule's message says besides, from <c>{4}</c> on.</summary>
    public ImmutableArray<object> Words { get; init; } = ImmutableArray<object>.Empty;

    /// <summary>A finding about the connection itself.</summary>
    public static Finding OnConnection(TracedConnection traced, SyntaxNode place, HostNames hosts)
    {
        var connection = traced.Connection;
        return new(place, connection.Api, connection.Library.Name, connection.Site, hosts);
    }

    /// <summary>
    /// Makes the diagnostic. All messages have the API as <c>{0}</c>, the host as <c>{1}</c>, the policy as <c>{2}</c> and what is said
    /// in brackets as <c>{3}</c>; then come the rule's own words.
    /// </summary>
    /// <param name="descriptor">As what it is reported.</param>
    /// <param name="policy">What Azure's policy says.</param>
    /// <param name="evidence">Why the project counts as Azure.</param>
    /// <param name="settings">What the settings files make of it.</param>
    /// <param name="isFixable">Whether the file can be edited; if not, nothing is told to the fixes, and then there is none.</param>
    public Diagnostic ToDiagnostic(
        DiagnosticDescriptor descriptor, string policy, string evidence, SettingsInFiles settings, bool isFixable)
    {
        var properties = new FindingProperties
        {
            Library = Library,
            Site = Site?.SyntaxTree == Place.SyntaxTree ? Site.Span : null,
            Relay = Facts,
            Password = Password,
            Settings = settings.Keys,
            Proved = Proved,
        };
        var words = MessageTail.Fit(
            descriptor, tail => new object[] { Api, Hosts.Words, policy, tail }.Concat(Words).ToArray(), settings.Words, evidence);
#pragma warning disable RS0030 // This is the one place where a finding in code becomes a diagnostic.
        return Diagnostic.Create(
            descriptor, Place.GetLocation(), Others().ToImmutableArray(), isFixable ? properties.ToBag() : null, words);
#pragma warning restore RS0030
    }

    private IEnumerable<Location> Others()
    {
        if (Declaration is not null)
            yield return Declaration.GetLocation();
        if (Site is not null && Site != Place)
            yield return Site.GetLocation();
    }
}

/// <summary>What the settings files say of what a finding falls back from.</summary>
/// <param name="Keys">The keys that come before a fallback.</param>
/// <param name="File">The file that sets them, in the environments that have it; null where none does.</param>
internal sealed record SettingsInFiles(ImmutableArray<SettingKey> Keys, FilePort? File)
{
    public static readonly SettingsInFiles None = new(ImmutableArray<SettingKey>.Empty, null);

    public string Words => File is null ? "" : "'" + File.File + "' sets it to " + File.Port.ToString(CultureInfo.InvariantCulture);
}
