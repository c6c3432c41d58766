using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.CodeFixes.Relay;

/// <summary>Where the relay's address and login come from. Each answer is an expression for one place, or null where it cannot be read there.</summary>
internal abstract class RelaySource
{
    /// <summary>The default port of mail submission (RFC 6409).</summary>
    public const string SubmissionPort = "587";

    /// <summary>Whether it has a host, a user name and a password, or a port only.</summary>
    public virtual bool HasLogin => true;

    /// <summary>Whether user name and password are expressions of a line each.</summary>
    public virtual bool SpansLines(RelayEdit edit) => HasLogin && edit.Frameworks.HasThrowExpressions;

    /// <summary>The relay's port, 587 unless the settings say otherwise.</summary>
    public abstract string? Port(RelayEdit edit, SyntaxNode place);

    /// <summary>The relay's host, to be followed by the host that the code names today.</summary>
    public virtual string? HostOr(RelayEdit edit, SyntaxNode place) => Read(edit, place, "Host") is { } value ? value + " ?? " : null;

    public string? Host(RelayEdit edit, SyntaxNode place) => Required(edit, place, "Host");

    public string? UserName(RelayEdit edit, SyntaxNode place) => Required(edit, place, "UserName");

    public string? Password(RelayEdit edit, SyntaxNode place) => Required(edit, place, "Password");

    /// <summary>Reads one setting; the expression is null at run time where it is missing.</summary>
    protected abstract string? Read(RelayEdit edit, SyntaxNode place, string name);

    protected abstract string Key(string name);

    // Before C# 7 there is no throw expression: a missing setting then comes up as the relay's refusal.
    protected virtual string? Required(RelayEdit edit, SyntaxNode place, string name)
    {
        if (Read(edit, place, name) is not { } value || !edit.Frameworks.HasThrowExpressions)
            return Read(edit, place, name);

        var exception = edit.Names.At(place.SpanStart, "System", "InvalidOperationException");
        return value + " ?? throw new " + exception + "(\"" + Key(name) + " is not set.\")";
    }
}

/// <summary>Port 587 and nothing else.</summary>
internal sealed class SubmissionPortOnly : RelaySource
{
    public override bool HasLogin => false;

    public override string Port(RelayEdit edit, SyntaxNode place) => SubmissionPort;

    protected override string? Read(RelayEdit edit, SyntaxNode place, string name) => null;

    protected override string Key(string name) => name;
}
