using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Actions;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.CodeFixes.Sources;

namespace SmtpPortAnalyzer.CodeFixes.Pipeline;

/// <summary>A fix in the making: what it is about, where its settings come from, and the edits so far.</summary>
internal sealed class RelayEdit(FixTarget finding, EditRequest request, IReadOnlyList<ExpressionSyntax> hosts)
{
    public FixTarget Finding { get; } = finding;

    /// <summary>The finding's file.</summary>
    public FileContext File => Finding.File;

    public TargetFrameworks Frameworks { get; } = request.Frameworks;

    public RelayPreferences Preferences => Finding.Fix.Preferences;

    public RelaySource Source { get; } = request.Action.Source(finding.CancellationToken);

    /// <summary>Where the connection's host comes from today.</summary>
    public IReadOnlyList<ExpressionSyntax> Hosts { get; } = hosts;

    public CancellationToken CancellationToken => Finding.CancellationToken;

    public SourceEdits Edits { get; } = new();

    public TypeNames Names { get; } = new(finding.File, request.Frameworks);

    public Layout Layout { get; } = new(finding.Text, finding.Root);

    /// <summary>A service that is about to come into reach, where the edit is a plan only.</summary>
    public InjectedService? Injected { get; } = request.Injected;

    /// <summary>The uses of the field in which the password stands that the finding is about.</summary>
    public IReadOnlyList<ExpressionSyntax> PasswordUses { get; init; } = [];

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
