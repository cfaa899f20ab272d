using See360.Core.Participants;
using See360.Core.Responses;

namespace See360.Core.Results.Tables;

/// <summary>Answer sheets that this process knows to have changed and that no reader has read since. Nothing is ever forgotten: of a cycle with many
/// of them only the cycle is remembered.</summary>
internal sealed class SheetNews
{
    /// <summary>Of one cycle. More are cheaper to read together than one by one.</summary>
    private const int Most = 200;

    private readonly Lock _lock = new();
    private Dictionary<CycleId, HashSet<ParticipantId>?> _waiting = [];
    private long _count;

    /// <summary>Grows with each piece of news.</summary>
    public long Count => Volatile.Read(ref _count);

    public void Add(ResponseNews news)
    {
        if (news is not { Cycle: { } cycle, Participant: { } participant })
        {
            return;
        }

        lock (_lock)
        {
            Add(cycle, new HashSet<ParticipantId> { participant });
            Volatile.Write(ref _count, _count + 1);
        }
    }

    /// <summary>What is waiting, and the count that it makes complete; null stands for the whole cycle. Whoever takes it reads it, or puts it back.</summary>
    public (IReadOnlyDictionary<CycleId, HashSet<ParticipantId>?> News, long Count) Take()
    {
        lock (_lock)
        {
            var taken = _waiting;
            _waiting = [];
            return (taken, _count);
        }
    }

    public void PutBack(IReadOnlyDictionary<CycleId, HashSet<ParticipantId>?> news)
    {
        lock (_lock)
        {
            foreach (var (cycle, participants) in news)
            {
                Add(cycle, participants);
            }
        }
    }

    private void Add(CycleId cycle, IReadOnlySet<ParticipantId>? participants)
    {
        if (!_waiting.TryGetValue(cycle, out var known))
        {
            known = _waiting[cycle] = [];
        }

        if (known is not null && participants is not null)
        {
            known.UnionWith(participants);
        }

        if (participants is null || known?.Count > Most)
        {
            _waiting[cycle] = null;
        }
    }
}
