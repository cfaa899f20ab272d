using See360.Core.Cycles;
using See360.Core.Participants;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Tests.Cycles;

public class CyclePlannerTests
{
    private static readonly DateTimeOffset _start = new(2026, 11, 9, 7, 0, 0, TimeSpan.Zero);

    private static readonly Survey _survey = new(
        SurveyId.Parse("beratung"), 1, SurveyKind.EventBased, new LocalizedText("B", "A"), [], 1, new SurveyRules(), ConfidentialityMode.Personal, true, "set");

    private static readonly Cycle _fresh = new(new CycleId(new IsoWeek(2026, 46), _survey.Id), _start, [new Wave(1, _start, "")]);

    [Fact]
    public void Plan_FreshCycle_Invites() =>
        Assert.Equal(new CycleStep(CycleStepKind.Invite, 1), CyclePlanner.Plan(_fresh, _survey, _start).Do);

    [Fact]
    public void Plan_EveryStepDoneWhenDue_GoesThroughTheWeekInOrderAndEnds()
    {
        var seen = new List<(CycleStepKind Kind, double Day)>();
        var cycle = _fresh;
        var now = _start;
        while (CyclePlanner.Plan(cycle, _survey, now) is var plan && (plan.Do ?? (object?)plan.LookAgainAt) is not null)
        {
            if (plan.Do is null)
            {
                now = plan.LookAgainAt!.Value;
                continue;
            }

            seen.Add((plan.Do.Kind, (now - _start).TotalDays));
            cycle = CyclePlanner.Done(cycle, plan.Do, now);
        }

        Assert.Equal(
            [
                (CycleStepKind.Invite, 0), (CycleStepKind.AskSelfImages, 0), (CycleStepKind.Remind, 7), (CycleStepKind.Newsletter, 7),
                (CycleStepKind.Newsletter, 14), (CycleStepKind.Newsletter, 21), (CycleStepKind.Newsletter, 28), (CycleStepKind.Close, 28),
            ],
            seen);
        Assert.NotNull(cycle.ClosedAt);
    }

    [Fact]
    public void Plan_Paused_DoesNothingAndNeverWakesByItself() =>
        Assert.Equal(new CyclePlan(null, null), CyclePlanner.Plan(_fresh with { PausedAt = _start }, _survey, _start.AddDays(90)));

    [Fact]
    public void Plan_DeferredMails_AreRetriedBeforeTheReminderIsDue()
    {
        var cycle = _fresh with { Waves = [_fresh.Waves[0] with { InvitedAt = _start, SelfImagesAskedAt = _start }], NextRetryAt = _start.AddMinutes(5) };

        Assert.Equal(_start.AddMinutes(5), CyclePlanner.Plan(cycle, _survey, _start).LookAgainAt);
        Assert.Equal(CycleStepKind.Retry, CyclePlanner.Plan(cycle, _survey, _start.AddMinutes(5)).Do!.Kind);
    }

    [Fact]
    public void Plan_ReminderWouldComeAfterTheLinkExpires_IsLeftOut()
    {
        var survey = _survey with { Rules = new SurveyRules(Reminders: 3, ReminderGapDays: 7, TokenLifeDays: 14) };
        var cycle = _fresh with { Waves = [_fresh.Waves[0] with { InvitedAt = _start, SelfImagesAskedAt = _start, RemindersDone = 1 }], NewsletterAt = _start.AddDays(13) };

        Assert.Equal(CycleStepKind.Close, CyclePlanner.Plan(cycle, survey, _start.AddDays(14)).Do!.Kind);
    }

    [Theory]
    [InlineData(2026, 3, 29, 0, 30)] // The night in which 02:30 does not exist.
    [InlineData(2026, 10, 25, 0, 30)] // The night in which 02:30 exists twice.
    public void StartOf_NightOfTheClockChange_IsOneInstant(int year, int month, int day, int hour, int minute)
    {
        var institute = Institutes.Institute.With(Institutes.InstituteId.Parse("musterstadt"), 1, "M") with { SendDay = DayOfWeek.Sunday, SendAt = new TimeOnly(2, 30) };
        var expected = new DateTimeOffset(year, month, day, hour, minute, 0, TimeSpan.Zero);

        var start = SendWeek.StartOf(institute, IsoWeek.Of(new DateOnly(year, month, day)));

        Assert.InRange(start, expected, expected.AddHours(1));
        Assert.Equal(start, SendWeek.LastStart(institute, start).At);
        Assert.Equal(start.AddDays(-7).Date, SendWeek.LastStart(institute, start.AddTicks(-1)).At.Date);
    }
}
