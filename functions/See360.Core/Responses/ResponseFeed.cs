using System.Collections.Concurrent;
using See360.Core.Institutes;

namespace See360.Core.Responses;

/// <summary>Tells the pages of this process that an institute has something new: an answer, a wish for a call, an
/// objection. A hint only; what is true stands in the store.</summary>
public sealed class ResponseFeed(TimeProvider clock)
{
    private readonly ConcurrentDictionary<InstituteId, long> _news = new();
    private readonly long _start = clock.GetUtcNow().UtcTicks;

    public event Action<InstituteId>? Arrived;

    /// <summary>Grows with every piece of news, also over restarts: good as a part of an ETag.</summary>
    public long Stamp(InstituteId institute) => _start + _news.GetValueOrDefault(institute);

    public void Announce(InstituteId institute)
    {
        _news.AddOrUpdate(institute, 1, (_, count) => count + 1);
        Arrived?.Invoke(institute);
    }
}
