using See360.Core.Surveys;

namespace See360.Core.Cycles;

public enum CycleStepKind
{
    Invite,
    AskSelfImages,
    Retry,
    Remind,
    Newsletter,
    RetryNewsletters,
    Close,
}

/// <summary>Something that a cycle has to do.</summary>
/// <param name="Wave">The wave concerned; 0 where the step is about the whole cycle.</param>
/// <param name="Reminder">Of <see cref="CycleStepKind.Remind"/>: 1, 2 or 3.</param>
public sealed record CycleStep(CycleStepKind Kind, int Wave = 0, int Reminder = 0);

/// <param name="Do">What is due now, or null.</param>
/// <param name="LookAgainAt">When nothing is due now: when something will be; null if never again by itself.</param>
public sealed record CyclePlan(CycleStep? Do, DateTimeOffset? LookAgainAt);

/// <summary>Looks at a stored cycle and the time, and says what is to be done now and when to look again. Pure: the
/// same question always has the same answer, so that a durable orchestration can be replayed.</summary>
public static class CyclePlanner
{
    private static readonly TimeSpan _newsletterGap = TimeSpan.FromDays(7);

    /// <summary>The steps in the order in which they are preferred when several are due.</summary>
    private static readonly Func<Cycle, Survey, IEnumerable<(CycleStep Step, DateTimeOffset DueAt)>>[] _order =
        [Invitations, SelfImages, Retries, Reminders, Newsletters, NewsletterRetries, Closing];

    /// <summary>What goes on in a cycle that is paused or closed.</summary>
    private static readonly Func<Cycle, Survey, IEnumerable<(CycleStep Step, DateTimeOffset DueAt)>>[] _always = [NewsletterRetries];

    public static CyclePlan Plan(Cycle cycle, Survey survey, DateTimeOffset now)
    {
        DateTimeOffset? next = null;
        foreach (var steps in cycle.ClosedAt is not null || cycle.PausedAt is not null ? _always : _order)
        {
            foreach (var (step, dueAt) in steps(cycle, survey))
            {
                if (dueAt <= now)
                {
                    return new CyclePlan(step, null);
                }

                next = next is null || dueAt < next ? dueAt : next;
            }
        }

        return new CyclePlan(null, next);
    }

    /// <summary>The cycle after a step has been done in full.</summary>
    public static Cycle Done(Cycle cycle, CycleStep step, DateTimeOffset now) => step.Kind switch
    {
        CycleStepKind.Invite => ChangeWave(cycle, step.Wave, wave => wave with { InvitedAt = wave.InvitedAt ?? now }),
        CycleStepKind.AskSelfImages => ChangeWave(cycle, step.Wave, wave => wave with { SelfImagesAskedAt = wave.SelfImagesAskedAt ?? now }),
        CycleStepKind.Remind => ChangeWave(cycle, step.Wave, wave => wave with { RemindersDone = Math.Max(wave.RemindersDone, step.Reminder) }),
        CycleStepKind.Newsletter => cycle with { NewsletterAt = now },
        CycleStepKind.Close => cycle with { ClosedAt = cycle.ClosedAt ?? now },
        _ => cycle, // The retries set their next time themselves: only they know what is still deferred.
    };

    public static Cycle ChangeWave(Cycle cycle, int number, Func<Wave, Wave> change) =>
        cycle with { Waves = [.. cycle.Waves.Select(wave => wave.Number == number ? change(wave) : wave)] };

    private static IEnumerable<(CycleStep, DateTimeOffset)> Invitations(Cycle cycle, Survey survey) =>
        cycle.Waves.Where(wave => wave.InvitedAt is null).Select(wave => (new CycleStep(CycleStepKind.Invite, wave.Number), wave.StartedAt));

    private static IEnumerable<(CycleStep, DateTimeOffset)> SelfImages(Cycle cycle, Survey survey) =>
        survey.AsksSelfImage
            ? from wave in cycle.Waves
              where wave is { InvitedAt: not null, SelfImagesAskedAt: null }
              select (new CycleStep(CycleStepKind.AskSelfImages, wave.Number), wave.InvitedAt!.Value)
            : [];

    private static IEnumerable<(CycleStep, DateTimeOffset)> Retries(Cycle cycle, Survey survey) =>
        cycle.NextRetryAt is { } at ? [(new CycleStep(CycleStepKind.Retry), at)] : [];

    private static IEnumerable<(CycleStep, DateTimeOffset)> Reminders(Cycle cycle, Survey survey) =>
        from wave in cycle.Waves
        where wave.InvitedAt is not null && wave.RemindersDone < survey.Rules.Reminders
        let number = wave.RemindersDone + 1
        let days = survey.Rules.ReminderGapDays * number
        where days < survey.Rules.TokenLifeDays
        select (new CycleStep(CycleStepKind.Remind, wave.Number, number), wave.InvitedAt!.Value.AddDays(days));

    private static IEnumerable<(CycleStep, DateTimeOffset)> Newsletters(Cycle cycle, Survey survey) =>
        [(new CycleStep(CycleStepKind.Newsletter), (cycle.NewsletterAt ?? cycle.StartedAt) + _newsletterGap)];

    private static IEnumerable<(CycleStep, DateTimeOffset)> NewsletterRetries(Cycle cycle, Survey survey) =>
        cycle.NewsletterRetryAt is { } at ? [(new CycleStep(CycleStepKind.RetryNewsletters), at)] : [];

    private static IEnumerable<(CycleStep, DateTimeOffset)> Closing(Cycle cycle, Survey survey) =>
        cycle.Waves.All(wave => wave.InvitedAt is not null)
            ? [(new CycleStep(CycleStepKind.Close), cycle.Waves.Max(wave => wave.InvitedAt!.Value).AddDays(survey.Rules.TokenLifeDays))]
            : [];
}
