using System.Collections.Concurrent;
using See360.Core.Institutes;
using See360.Core.Participants;

namespace See360.Core.Responses;

/// <summary>Tells the pages of this process that an institute has something new: an answer, a wish for a call, an
/// objection. A hint only; what is true stands in the store.</summary>
public sealed class ResponseFeed(TimeProvider clock)
{
    private readonly ConcurrentDictionary<InstituteId, long> _news = new();
    private readonly long _start = clock.GetUtcNow().UtcTicks;

    public event Action<ResponseNews>? Arrived;

    /// <summary>Grows with every piece of news of this process. No part of an ETag: other instances have news of their own.</summary>
    public long Stamp(InstituteId institute) => _start + _news.GetValueOrDefault(institute);

    /// <summary>Only after the write has returned: who hears it reads the store.</summary>
    public void Announce(InstituteId institute) => Announce(new ResponseNews(institute));

    /// <summary>Of an answer sheet, so that only this one record needs to be read again.</summary>
    public void Announce(ResponseNews news)
    {
        _news.AddOrUpdate(news.Institute, 1, (_, count) => count + 1);
        Arrived?.Invoke(news);
    }
}

/// <param name="Cycle">With <paramref name="Participant"/>: the answer sheet that was completed, changed or erased;
/// null: something else.</param>
public sealed record ResponseNews(InstituteId Institute, CycleId? Cycle = null, ParticipantId? Participant = null);
