using System.Collections.Generic;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;

namespace SmtpPortAnalyzer.CodeFixes.Sources;

/// <summary>What an edit may use.</summary>
/// <param name="Source">Where the settings come from.</param>
/// <param name="Frameworks">What every project that compiles the file can do.</param>
/// <param name="Injected">A service that is about to come into reach, where the edit is a plan only.</param>
internal sealed record EditMeans(RelaySource Source, TargetFrameworks Frameworks, InjectedService? Injected);

/// <summary>A fix in the making: what it is about, where its settings come from, and the edits so far.</summary>
internal sealed class RelayEdit(FixTarget finding, EditMeans means, IReadOnlyList<ExpressionSyntax> hosts)
    : FileEdit(finding, means.Frameworks)
{
    public RelayPreferences Preferences => Finding.Fix.Preferences;

    public RelaySource Source { get; } = means.Source;

    /// <summary>Where the connection's host comes from today.</summary>
    public IReadOnlyList<ExpressionSyntax> Hosts { get; } = hosts;

    /// <summary>A service that is about to come into reach, where the edit is a plan only.</summary>
    public InjectedService? Injected { get; } = means.Injected;

    /// <summary>The uses of the field in which the password stands that the finding is about.</summary>
    public IReadOnlyList<ExpressionSyntax> PasswordUses { get; set; } = [];

    /// <summary>
    /// What the finding says is wrong, as the connection reads it today: its ports, or what it logs in with. It is no source.
    /// </summary>
    public IReadOnlyList<ExpressionSyntax> Wrong { get; set; } = [];

    /// <summary>Whether a user name in the code stays: it is no secret.</summary>
    public bool KeepsUserName { get; set; }

    /// <summary>Whether what logs in takes no null, so that a setting that may be missing is demanded.</summary>
    public bool DemandsLogin { get; set; }

    /// <summary>Whether the connection is to start with TLS, and not with STARTTLS.</summary>
    public bool StartsWithTls { get; set; }

    /// <summary>Whether the port still comes from where it came from, so that it may be set to that of TLS from the first byte.</summary>
    public bool KeepsPort { get; set; }

    /// <summary>
    /// The user name that stood in the code, if the settings take its place: it is no secret, and the settings file can have it.
    /// </summary>
    public string? UserName { get; set; }

    /// <summary>The same of the host.</summary>
    public string? Host { get; set; }
}
