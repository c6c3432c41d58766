namespace SmtpPortAnalyzer.Tests.Matrix;

/// <summary>One way that a port travels to the connection.</summary>
/// <param name="Name">What a failure calls it.</param>
/// <param name="Code">Members of the case's class; <c>#</c> is the number of the case, for names.</param>
internal sealed record Way(string Name, Func<Case, string> Code)
{
    /// <summary>The same with the value overwritten on every path by another one before it reaches the connection.</summary>
    public Func<Case, string>? Overwritten { get; init; }

    /// <summary>Types beside the class of the case.</summary>
    public Func<Case, string> Types { get; init; } = _ => "";

    /// <summary>
    /// Whether a finding may lie anywhere in the expression: "the returned 25" of <c>return int.Parse("25")</c> is the call as well as the
    /// text.
    /// </summary>
    public bool IsAnywhereInside { get; init; }

    /// <summary>Which spellings can go that way.</summary>
    public Func<Spelling, bool> Takes { get; init; } = _ => true;

    public static IEnumerable<Way> All => [.. LocalWays.All, .. CallWays.All, .. MemberWays.All];

    /// <summary>A method with the statements in it.</summary>
    public static string Method(string statements) => $"void M#(bool flag, string[] names) {{ {statements} }}";
}
