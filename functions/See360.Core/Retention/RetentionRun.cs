namespace See360.Core.Retention;

/// <summary>What a run deletes, in the order of the report.</summary>
public enum RetentionItem
{
    /// <summary>Persons whose data were blanked.</summary>
    Participants,

    /// <summary>Wishes for a call.</summary>
    Callbacks,

    /// <summary>Uploaded exports.</summary>
    Sources,

    /// <summary>What a host keeps beside the stores: mails in the outbox, files in drop folders.</summary>
    Copies,

    /// <summary>Answer sheets.</summary>
    Answers,

    /// <summary>That somebody has opened a survey.</summary>
    Openings,

    /// <summary>Keyed hashes by which the link of an erased person could object.</summary>
    Links,

    /// <summary>Entries of the contact log.</summary>
    Mails,

    /// <summary>Keyed hashes by which a conversation is recognised that was imported before.</summary>
    Conversations,

    /// <summary>Records of when a number or address was last asked; objections and bounces stay.</summary>
    Contacts,

    /// <summary>Entries for the funnel that somebody has objected; the objection itself stays.</summary>
    Objections,

    /// <summary>Entries that results were taken along.</summary>
    Exports,
}

/// <summary>A run that has deleted something. Numbers only. Partition: institute; row: <see cref="RetentionRecords.RunRow"/>.</summary>
/// <param name="FromWeek">The oldest send or import week of what was deleted.</param>
/// <param name="ToWeek">The youngest.</param>
public sealed record RetentionRun(
    DateTimeOffset At, DateTimeOffset LastAt, IsoWeek FromWeek, IsoWeek ToWeek, IReadOnlyDictionary<RetentionItem, int> Counts)
{
    public static RetentionRun Add(RetentionRun? before, DateTimeOffset startedAt, DateTimeOffset now, IsoWeek week, IReadOnlyDictionary<RetentionItem, int> more)
    {
        var counts = new Dictionary<RetentionItem, int>(before?.Counts ?? new Dictionary<RetentionItem, int>());
        foreach (var (item, count) in more)
        {
            counts[item] = counts.GetValueOrDefault(item) + count;
        }

        return new RetentionRun(
            startedAt, now, before is null || week < before.FromWeek ? week : before.FromWeek, before is null || week > before.ToWeek ? week : before.ToWeek, counts);
    }
}
