namespace SmtpPortAnalyzer.Tests.Matrix;

/// <summary>Cells of one way that the analyzer does not get right yet. Once all that it covers is right, it has to leave the list, or a test fails.</summary>
/// <param name="Way">The way that they go.</param>
/// <param name="Kind">Red, silent or overwritten.</param>
/// <param name="Spelling">The spelling; null for all.</param>
/// <param name="IsOfUri">Whether only uses that take a URI are meant.</param>
internal sealed record KnownGap(string Way, string Kind, string? Spelling = null, bool IsOfUri = false)
{
    public static IEnumerable<KnownGap> All =>
    [
        // A port in a URI that comes from elsewhere.
        .. CallWays.All.Concat(MemberWays.All)
            .Where(way => way.Name is not ("overwritten by out" or "const field" or "const local"))
            .Select(way => new KnownGap(way.Name, Case.Red, IsOfUri: true)),

        // A constant that only run time fills in, put into the text of a URI; string.Format is not followed.
        .. Matrix.Way.All.Select(way => new KnownGap(way.Name, Case.Red, "static readonly", IsOfUri: true)),
        .. Matrix.Way.All.Select(way => new KnownGap(way.Name, Case.Red, "new Uri of string.Format")),

        // Missed.
        new("base(…) of a primary constructor", Case.Red),
        new("delegate of a method", Case.Red),
        new("parameter of a lambda", Case.Red),
        new("record, deconstructed", Case.Red),
        new("returned by a local function", Case.Red),

        // Wrong: the 25 never reaches the connection.
        new("field from constructor", Case.Overwritten),
        new("ref local", Case.Overwritten),
        new("tuple", Case.Overwritten),

        // Reported where the first constant is used, not where the connection uses the second one.
        new("get-only property", Case.Red, "static readonly"),
        new("readonly field", Case.Red, "static readonly"),
        new("static get-only property", Case.Red, "static readonly"),
        new("static readonly field", Case.Red, "static readonly"),
        new("static holder", Case.Red, "static readonly"),
    ];

    public bool Covers(Case c) => Kind == c.Kind && (Spelling is null || Spelling == c.Spelling.Name) && (!IsOfUri || c.IsOfUri);
}
