using See360.Core.Cycles;
using See360.Core.Participants;

namespace See360.Core.Results;

/// <summary>What the memory holds of one cycle. Replaced when the cycle is read again; changed in place by a single
/// answer, only under the memory's gate.</summary>
/// <param name="final">The cycle is closed: nothing of it changes any more.</param>
internal sealed class CycleSheet(Cycle cycle, string key, bool final)
{
    private readonly SortedList<string, Entry> _responses = new(StringComparer.Ordinal);
    private readonly List<Send> _sends = [];
    private readonly List<ParticipantId> _openings = [];
    private readonly List<ParticipantId> _objections = [];
    private ulong _otherMarks;
    private ResultFact[]? _facts;
    private CycleTotals? _totals = final ? cycle.Totals : null;

    public CycleId Id => cycle.Id;

    public string Key => key;

    public bool Final => final;

    /// <summary>Changes with whatever changes of the cycle.</summary>
    public ulong Mark { get; private set; }

    /// <summary>The same array until an answer changes.</summary>
    public ResultFact[] Facts() => _facts ??= [.. _responses.Values.Where(e => e.Fact is not null).Select(e => e.Fact!)];

    public IEnumerable<SelfImageAsk> Asks() => final ? [] : _sends
        .Where(s => s is { Kind: SendKind.SelfImage, State: SendState.Sent })
        .Select(s => new SelfImageAsk(Id, s.Participant, s.Advisor, s.DoneAt ?? s.ClaimedAt));

    public CycleState State()
    {
        _totals ??= Funnel.OfSheets(_sends.Where(s => s.Kind == SendKind.Invitation).Select(Funnel.Invitation.Of), _responses.Values.Select(e => e.Sheet), _openings, _objections);
        return new CycleState(Id, final, cycle.Waves.Count > 0 ? cycle.Waves.Max(w => w.StartedAt) : cycle.StartedAt, _totals);
    }

    /// <param name="sheet">Null: the answer sheet is gone.</param>
    public void Put(string row, Funnel.Sheet? sheet, ResultFact? fact, string version)
    {
        if (sheet is { } present)
        {
            _responses[row] = new Entry(present, fact, Results.Mark.Of("response", row, version));
        }
        else
        {
            _responses.Remove(row);
        }

        _totals = final ? cycle.Totals : null;
        Sum();
    }

    public void Fill(
        IEnumerable<(string Row, Funnel.Sheet Sheet, ResultFact? Fact, string Version)> responses,
        IEnumerable<Send> sends, IEnumerable<ParticipantId> openings, IEnumerable<ParticipantId> objections, ulong otherMarks)
    {
        foreach (var (row, sheet, fact, version) in responses)
        {
            _responses.Add(row, new Entry(sheet, fact, Results.Mark.Of("response", row, version)));
        }

        _sends.AddRange(sends);
        _openings.AddRange(openings);
        _objections.AddRange(objections);
        _otherMarks = otherMarks;
        Sum();
    }

    private void Sum()
    {
        _facts = null;
        Mark = _otherMarks;
        foreach (var entry in _responses.Values)
        {
            Mark += entry.Mark;
        }
    }

    private readonly record struct Entry(Funnel.Sheet Sheet, ResultFact? Fact, ulong Mark);
}
