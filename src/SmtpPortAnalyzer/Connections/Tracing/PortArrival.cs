using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Tracing;

/// <summary>How a port came to be what it is.</summary>
internal enum PortOrigin
{
    /// <summary>The code says so.</summary>
    Explicit,

    /// <summary>Nothing is written.</summary>
    Default,

    /// <summary>It stands in for a setting that is missing.</summary>
    Fallback,

    /// <summary>A settings file says so that the program is deployed with.</summary>
    Setting,
}

/// <summary>One known port that reaches a connection, at the place where it is to be found and mended.</summary>
/// <param name="Connection">The connection that it reaches.</param>
/// <param name="Origin">How it came to be.</param>
/// <param name="Port">0-65535.</param>
/// <param name="Place">The expression that hands it to the connection, or over a call, or the fallback itself.</param>
/// <param name="Host">The host on the same way, in the terms of the place; null where none was given.</param>
/// <param name="Constant">The constant with the place where it is declared.</param>
internal sealed record PortArrival(
    SmtpConnection Connection, PortOrigin Origin, int Port, SyntaxNode Place, ValueSet? Host, AbstractValue Constant)
{
    /// <summary>Whether the place is in the very body that connects, so that the connection has its one finding there.</summary>
    public bool IsDirect { get; init; }

    /// <summary>Whether it is a constant in a variable that a setting overwrites where it is there, and so only stands in for it.</summary>
    public bool IsPreset => Origin == PortOrigin.Explicit && IsDirect && Fallback.IsPreset(Constant, Place);

    /// <summary>Whether it is the value of a field that is never set, so that it stands in for nothing.</summary>
    public bool IsFixed { get; init; }
}
