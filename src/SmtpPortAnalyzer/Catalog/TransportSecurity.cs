using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog;

/// <summary>How a connection is encrypted.</summary>
internal enum TransportSecurity
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By STARTTLS if the server offers it, in the clear otherwise.</summary>
    WhenAvailable,

    /// <summary>By STARTTLS, or not at all.</summary>
    StartTls,

    /// <summary>From the first byte on.</summary>
    Implicit,

    /// <summary>From the first byte on port 465, <see cref="WhenAvailable"/> on any other.</summary>
    ByPort,
}

/// <summary>A property or parameter that chooses the encryption. A value that it does not list says nothing.</summary>
/// <param name="Name">As the library declares it.</param>
/// <param name="Modes">By the number of the enumeration's value; 0 and 1 stand for <c>false</c> and <c>true</c>.</param>
internal sealed record SecurityMember(string Name, ImmutableDictionary<int, TransportSecurity> Modes)
{
    public bool IsFlag { get; private init; }

    public static SecurityMember OfFlag(string name, TransportSecurity whenFalse, TransportSecurity whenTrue) =>
        new(name, ImmutableDictionary<int, TransportSecurity>.Empty.Add(0, whenFalse).Add(1, whenTrue)) { IsFlag = true };

    public static SecurityMember OfEnum(string name, params (int Value, TransportSecurity Mode)[] values)
    {
        var modes = ImmutableDictionary.CreateBuilder<int, TransportSecurity>();
        foreach (var (value, mode) in values)
            modes.Add(value, mode);
        return new(name, modes.ToImmutable());
    }
}

/// <summary>What a row says of encryption.</summary>
internal sealed record SmtpSecurity
{
    /// <summary>
    /// Properties and parameters; the first of them that is given, and not null, decides. A constructor's parameter is the property of that
    /// name.
    /// </summary>
    public ImmutableArray<SecurityMember> Members { get; init; } = ImmutableArray<SecurityMember>.Empty;

    /// <summary>What holds where none is given; null where that is not known for sure.</summary>
    public TransportSecurity? Default { get; init; }
}

/// <summary>What a row says of the login.</summary>
internal sealed record SmtpLogin
{
    /// <summary>
    /// Properties and parameters, any of which gives a login unless it is null, false, zero or empty. A constructor's parameter is the
    /// property of that name.
    /// </summary>
    public ImmutableArray<string> Members { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Those among them that take the password as text.</summary>
    public ImmutableArray<string> Passwords { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Methods of the client that log in once it is connected.</summary>
    public ImmutableArray<string> Methods { get; init; } = ImmutableArray<string>.Empty;
}
