namespace SmtpPortAnalyzer.Flow.Slicing;

/// <summary>One statement of a graph, or one condition, as far as a slice asks for it.</summary>
internal readonly struct SliceStatement(int block, bool isSink, int[] targets, int[] sources)
{
    public int Block { get; } = block;

    /// <summary>Whether something in it goes where it matters.</summary>
    public bool IsSink { get; } = isSink;

    /// <summary>The variables that it writes, or the objects in which it writes.</summary>
    public int[] Targets { get; } = targets;

    public int[] Sources { get; } = sources;
}
