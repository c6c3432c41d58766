using System.Diagnostics;

namespace SmtpPortAnalyzer.Benchmarks.Measuring;

/// <summary>Runs that may take too long, with the stack that a compiler's threads have.</summary>
internal static class Limited
{
    private const int StackSize = 1 << 20;
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(5);

    /// <summary>The result, or null where the run had to be cancelled, since it took more than its share of processor time.</summary>
    public static T? Run<T>(Func<CancellationToken, T> run, TimeSpan limit)
        where T : class
    {
        using var source = new CancellationTokenSource();
        T? result = null;
        Exception? thrown = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = run(source.Token);
                }
                catch (OperationCanceledException)
                {
                }
                catch (Exception error)
                {
                    thrown = error;
                }
            },
            StackSize)
        { IsBackground = true };
        var (cpu, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        thread.Start();
        while (!thread.Join(s_tick))
        {
            // By the processor, not by the clock: other programs run as well. A run that waits for something for ever ends by the clock.
            if (Environment.CpuUsage.TotalTime - cpu < limit && watch.Elapsed < 10 * limit)
                continue;

            source.Cancel();
            if (!thread.Join(s_grace))
                throw new InvalidOperationException($"The run does not heed cancellation: it went on for {s_grace.TotalSeconds} s.");
        }

        return thrown is null ? result : throw new InvalidOperationException("The run failed.", thrown);
    }
}
