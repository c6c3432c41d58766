using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Connections.Keys;

/// <summary>Something that settings give a connection's port, or a login's password, through.</summary>
/// <param name="Source">A <see cref="AbstractValueKind.Setting"/>, or a property whose type may be bound to a section.</param>
/// <param name="Host">The host on the same way; null where none was given.</param>
internal sealed record SettingRead(AbstractValue Source, ValueSet? Host)
{
    /// <summary>The expression that hands the port to the connection, or over a call; null where no connection is known.</summary>
    public SyntaxNode? Place { get; init; }
}

/// <summary>A key that decides the port of a connection, or the password of a login.</summary>
/// <param name="Key">Where it is looked up.</param>
/// <param name="HostKeys">Where the same connection looks up its host.</param>
/// <param name="IsLocal">Whether the code itself says that the host is the machine or its network.</param>
internal sealed record SettingLink(SettingKey Key, ImmutableArray<SettingKey> HostKeys, bool IsLocal)
{
    /// <summary>Whether the code itself says a host that is none of these.</summary>
    public bool IsNamed { get; init; }
}
