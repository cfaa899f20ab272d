using See360.Core.Cycles;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Results;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Tests.Results;

public sealed class FunnelTests
{
    private static readonly DateTimeOffset s_at = new(2026, 11, 9, 7, 0, 0, TimeSpan.Zero);
    private static readonly CycleId s_cycle = new(IsoWeek.Parse("2026-W46"), SurveyId.Parse("beratung"));

    [Fact]
    public void Of_NothingSent_IsAllZero() => AssertFunnel((0, 0, 0, 0, 0, 0, 0), Funnel.Of([], [], [], []));

    [Fact]
    public void Of_EveryKindOfEnd_CountsEachPersonOnce()
    {
        var totals = Funnel.Of(
            [
                Invitation(1, SendState.Sent), Invitation(2, SendState.Sent), Invitation(3, SendState.Sent), Invitation(4, SendState.Sent),
                Invitation(5, SendState.Failed), Invitation(6, SendState.Sent) with { BouncedAt = s_at },
                Invitation(7, SendState.Skipped), Invitation(8, SendState.Claimed), Invitation(9, SendState.Deferred),
                Invitation(1, SendState.Sent) with { Kind = SendKind.Reminder1 },
            ],
            [Sheet(1, completed: true), Sheet(2, completed: false)],
            [new Opening(Id(1), s_at), new Opening(Id(3), s_at)],
            [new Objection(Id(4), s_at)]);

        AssertFunnel((6, 4, 2, 3, 2, 1, 1), totals);
        Assert.Equal(new AdvisorReturn(6, 2, 1, 3, 2, 1), totals.ByAdvisor![""]);
    }

    [Fact]
    public void Of_AnsweredAlthoughBounced_HasArrived() => AssertFunnel(
        (1, 1, 0, 1, 1, 1, 0), Funnel.Of([Invitation(1, SendState.Sent) with { BouncedAt = s_at }], [Sheet(1, completed: true)], [], []));

    [Fact]
    public void Of_AnsweredAlthoughNeverMarkedAsSent_HasArrived() => AssertFunnel(
        (1, 1, 0, 1, 1, 1, 0), Funnel.Of([Invitation(1, SendState.Claimed)], [Sheet(1, completed: true)], [], []));

    [Fact]
    public void Of_SelfImagesAndTests_AreNotCounted() => AssertFunnel(
        (1, 1, 0, 0, 0, 0, 0),
        Funnel.Of(
            [Invitation(1, SendState.Sent), Invitation(2, SendState.Sent) with { Kind = SendKind.SelfImage }],
            [Sheet(1, completed: true) with { Kind = ParticipantKind.Test }, Sheet(2, completed: true) with { Kind = ParticipantKind.SelfImage }],
            [], []));

    [Fact]
    public void Of_TwoAdvisors_AreCountedApart()
    {
        var totals = Funnel.Of(
            [Invitation(1, SendState.Sent) with { Advisor = "a" }, Invitation(2, SendState.Failed) with { Advisor = "b" }],
            [Sheet(1, completed: true)], [], []);

        Assert.Equal(new AdvisorReturn(1, 0, 1, 1, 1, 0), totals.ByAdvisor!["a"]);
        Assert.Equal(new AdvisorReturn(1, 1, 0, 0, 0, 0), totals.ByAdvisor["b"]);
    }

    private static void AssertFunnel((int, int, int, int, int, int, int) expected, CycleTotals t) =>
        Assert.Equal(expected, (t.Invited, t.Delivered, t.Bounced, t.Opened, t.Started, t.Answered, t.Declined));

    private static ParticipantId Id(int number) => new(new BatchId(s_cycle.Week, BatchKind.Import, 1), number);

    private static Send Invitation(int number, SendState state) => new(SendKind.Invitation, Id(number), "", 1, "", state, s_at);

    private static Response Sheet(int number, bool completed) => new(
        Id(number), ParticipantKind.Customer, s_cycle, 1, Language.De, "", "", "", "", new Dictionary<string, Answer>(), 1, s_at, s_at,
        completed ? s_at : null);
}
