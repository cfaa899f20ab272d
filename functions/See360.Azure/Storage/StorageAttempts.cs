using System.Globalization;
using Azure;
using See360.Core.Storage;

namespace See360.Azure.Storage;

/// <param name="IsRepeated">An earlier try may have been carried out although its answer did not arrive.</param>
internal readonly record struct AttemptState(bool IsRepeated, CancellationToken Cancel);

/// <summary>Repeats what Table Storage did not take: throttled (429, 503), a fault of its own (500, 502, 504), no answer
/// (408, none at all, or one that breaks off), no token from the identity. Waits as long as it asks for (Retry-After), else twice as long each time. After the last try the
/// caller hears that the store is unavailable.</summary>
/// <remarks>Not the client's own retries, because a write must know whether it is a repetition.</remarks>
public sealed class StorageAttempts(TimeProvider time, int most = 6)
{
    private static readonly TimeSpan _first = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(10);

    /// <exception cref="StorageUnavailableException">No try has succeeded. A write may have been carried out nonetheless if
    /// its answers were lost each time.</exception>
    internal async Task<T> RunAsync<T>(Func<AttemptState, Task<T>> request, CancellationToken cancel)
    {
        for (var i = 1; ; i++)
        {
            try
            {
                return await request(new AttemptState(IsRepeated: i > 1, cancel));
            }
            catch (Exception e) when (PassingFaults.Is(e, cancel) && !cancel.IsCancellationRequested)
            {
                if (i == most)
                {
                    throw new StorageUnavailableException("Azure Storage did not take the request.", e);
                }

                await Task.Delay(Pause(i, e), time, cancel);
            }
        }
    }

    private static TimeSpan Pause(int tries, Exception e)
    {
        if ((e as RequestFailedException)?.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var text) == true
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return Shorter(TimeSpan.FromSeconds(seconds));
        }

        // Some tenths at random, so that many who were refused together do not come back together.
        return Shorter(_first * Math.Pow(2, tries - 1) * (0.8 + (0.4 * Random.Shared.NextDouble())));
    }

    private static TimeSpan Shorter(TimeSpan pause) => pause < _longest ? pause : _longest;
}
