using SmtpPortAnalyzer.Common;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Common;

/// <summary>What is made once is made once, whoever asks and gives up meanwhile.</summary>
public class CancellableLazyTests
{
    [Fact]
    public async Task ConcurrentCallers_GetOneValue_ThatIsMadeOnce()
    {
        var made = 0;
        var lazy = new CancellableLazy<object>(_ =>
        {
            Interlocked.Increment(ref made);
            Thread.Sleep(50);
            return new object();
        });

        var values = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => lazy.Get(CancellationToken.None))));
        Assert.Equal(1, made);
        Assert.Single(values.Distinct());
    }

    [Fact]
    public void CancelledMaker_LeavesNothing_AndTheNextMakesIt()
    {
        using var cancelled = new CancellationTokenSource();
        var made = 0;
        var lazy = new CancellableLazy<int>(token =>
        {
            made++;
            if (made == 1)
                cancelled.Cancel();
            token.ThrowIfCancellationRequested();
            return made;
        });

        Assert.ThrowsAny<OperationCanceledException>(() => lazy.Get(cancelled.Token));
        Assert.Equal(2, lazy.Get(CancellationToken.None));
        Assert.Equal(2, lazy.Get(CancellationToken.None));
    }

    [Fact]
    public void FailedMaker_LeavesNothing()
    {
        var made = 0;
        var lazy = new CancellableLazy<int>(_ => ++made == 1 ? throw new InvalidOperationException() : made);
        Assert.Throws<InvalidOperationException>(() => lazy.Get(CancellationToken.None));
        Assert.Equal(2, lazy.Get(CancellationToken.None));
    }

    [Fact]
    public async Task CallerWhoWaits_MayGiveUp()
    {
        using var started = new ManualResetEventSlim();
        using var finish = new ManualResetEventSlim();
        using var cancellation = new CancellationTokenSource();
        var lazy = new CancellableLazy<int>(_ =>
        {
            started.Set();
            finish.Wait(CancellationToken.None);
            return 25;
        });

        var maker = Task.Run(() => lazy.Get(CancellationToken.None));
        started.Wait(CancellationToken.None);
        var waiter = Task.Run(() => lazy.Get(cancellation.Token));
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiter);
        Assert.False(maker.IsCompleted);

        finish.Set();
        Assert.Equal(25, await maker);
        Assert.Equal(25, lazy.Get(new CancellationToken(canceled: true)));
    }
}
