using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Azure;
using SmtpPortAnalyzer.Connections.Keys;
using SmtpPortAnalyzer.Options;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.Rules;

/// <summary>
/// A rule: its descriptor, and a judgement for each kind of thing that it judges. Judgements are functions of what they are given; they
/// keep nothing.
/// </summary>
internal sealed class Rule(DiagnosticDescriptor descriptor)
{
    public DiagnosticDescriptor Descriptor { get; } = descriptor;

    /// <summary>Judges a connection that a mail library makes.</summary>
    public Func<TracedConnection, IEnumerable<Finding>>? OfConnection { get; init; }

    /// <summary>Judges a bare socket.</summary>
    public Func<TracedConnection, IEnumerable<Finding>>? OfSocket { get; init; }

    /// <summary>Judges what reaches a login.</summary>
    public Func<TracedLogin, IEnumerable<Finding>>? OfLogin { get; init; }

    /// <summary>Judges a member of a settings type that starts with 25, and the expression that says so.</summary>
    public Func<ISymbol, SyntaxNode, IEnumerable<Finding>>? OfSettingsType { get; init; }

    /// <summary>What it finds in a setting that code gives by its key.</summary>
    public Func<DeclaredSetting, IEnumerable<Finding>>? OfDeclaredSetting { get; init; }

    /// <summary>Whether a port 25 in a settings file is to be reported.</summary>
    public Func<SmtpSetting, SmtpOptions, bool>? OfFile { get; init; }

    /// <summary>Whether the password of an SMTP login in a settings file is to be reported.</summary>
    public Func<PasswordSetting, SmtpOptions, bool>? OfPasswordInFile { get; init; }

    /// <summary>What the findings of a whole compilation say of one another; null where nothing.</summary>
    public Func<IReadOnlyList<Finding>, IEnumerable<Finding>>? Together { get; init; }

    /// <summary>Whether it is Azure's block of port 25 that makes it a finding.</summary>
    public bool IsAboutBlock { get; init; }

    /// <summary>What is reported in its place where Azure is not known to block port 25; null where nothing is.</summary>
    public Rule? WhereNotKnown { get; init; }

    /// <summary>Whether it is silent where another rule about the block has a finding at the same place.</summary>
    public bool GivesWay { get; init; }

    /// <summary>As what its findings are reported in that situation; null where they are not.</summary>
    public DiagnosticDescriptor? ReportedAs(AzureSituation azure) => azure.Targeting switch
    {
        AzureTargeting.No => null,
        AzureTargeting.Yes when !IsAboutBlock || azure.IsKnownBlocked => Descriptor,
        _ => WhereNotKnown?.Descriptor,
    };
}
