using System;
using System.Threading;

namespace SmtpPortAnalyzer.Common;

/// <summary>
/// A value that the first caller makes, once. Callers that come meanwhile wait for it, each as long as its own token allows. A maker that
/// is cancelled, or fails, leaves nothing behind, and the next caller makes the value anew.
/// </summary>
/// <param name="make">Makes the value; must not ask for it.</param>
internal sealed class CancellableLazy<T>(Func<CancellationToken, T> make)
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private Box? _made;

    public T Get(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _made) is { } known)
            return known.Value;

        _gate.Wait(cancellationToken);
        try
        {
            var made = _made ?? new Box(make(cancellationToken));
            Volatile.Write(ref _made, made);
            return made.Value;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>One reference, so that a reader on another thread sees all of the value or nothing.</summary>
    private sealed class Box(T value)
    {
        public T Value { get; } = value;
    }
}
