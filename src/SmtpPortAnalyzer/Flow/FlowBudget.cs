namespace SmtpPortAnalyzer.Flow;

/// <summary>
/// How much a body may cost. States that a block keeps apart are followed one by one, so that a long body with many of them gets fewer for
/// the rest.
/// </summary>
internal sealed class FlowBudget
{
    /// <summary>Six independent choices in a row, all of which matter.</summary>
    private const int Plenty = 64;

    private const int Few = 16;

    /// <summary>Operations, each counted once for every state in which it is evaluated.</summary>
    private const int Operations = 20_000;

    private int _left = Operations;

    /// <summary>How many states a block keeps apart.</summary>
    public int MaxStates => _left > 0 ? Plenty : Few;

    /// <summary>How many ways with a value that is looked for a block keeps apart when it has joined the others.</summary>
    public int MaxSought => _left > 0 ? Few : 0;

    public void Spend(int operations) => _left -= operations;
}
