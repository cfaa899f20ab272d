using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Surveys;

namespace See360.Core.Retention;

/// <summary>What a run knows: whose data, which day it is, and how much may still be done in this call.</summary>
internal sealed class RetentionContext(Institute bank, IReadOnlyDictionary<SurveyId, Survey> surveys, DateOnly today, int budget)
{
    private readonly Dictionary<RetentionItem, int> _counts = [];

    public Institute Bank => bank;

    public RetentionPeriods Periods => RetentionRules.Periods(bank);

    public IEnumerable<Survey> Surveys => surveys.Values;

    public DateOnly Today => today;

    /// <summary>Records that may still be looked at.</summary>
    public int Left { get; private set; } = budget;

    public void Spend(int records) => Left -= records;

    public Survey? Survey(SurveyId? id) => id is { } known ? surveys.GetValueOrDefault(known) : null;

    public DateOnly? DueOn(Participant participant, DateTimeOffset importedAt) =>
        RetentionRules.ParticipantDueOn(participant, importedAt, Survey(participant.Cycle?.Survey ?? participant.Survey), bank);

    public void Count(RetentionItem item, int count)
    {
        if (count > 0)
        {
            _counts[item] = _counts.GetValueOrDefault(item) + count;
        }
    }

    /// <summary>What was deleted since it was last asked.</summary>
    public Dictionary<RetentionItem, int> TakeCounts()
    {
        var taken = new Dictionary<RetentionItem, int>(_counts);
        _counts.Clear();
        return taken;
    }

    public static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other ?? one : one;
}
