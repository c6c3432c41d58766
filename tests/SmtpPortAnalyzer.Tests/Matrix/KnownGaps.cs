namespace SmtpPortAnalyzer.Tests.Matrix;

/// <summary>
/// Cells that the analyzer does not get right yet, way by way. A gap that is closed has to leave the list, or the test fails; <c>*</c> stands for all spellings
/// or all uses.
/// </summary>
internal static class KnownGaps
{
    public sealed record Gap(string Way, string Spelling, string Use, string Kind)
    {
        public bool Covers(string way, Case c) => Way == way && Spelling is "*" || Spelling == c.Spelling.Name
            ? Way == way && (Use is "*" || Use == c.Use.Title) && Kind == c.Kind
            : false;
    }

    public static IEnumerable<Gap> All => [];
}
