using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using See360.Azure.Cycles;
using See360.Core.Cycles;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Surveys;
using See360.Testing;
using static See360.Azure.Tests.Cycles.HistoryEvent;

namespace See360.Azure.Tests.Cycles;

/// <summary>The orchestrator on a context that replays, with the real turns behind it.</summary>
public sealed class DurableCycleTests
{
    private readonly FakeClock _clock = new();
    private readonly RecordingMailer _mailer = new();
    private readonly TestBank _bank;
    private readonly ServiceProvider _services;

    public DurableCycleTests()
        : this(new InMemoryRecordStore())
    {
    }

    private DurableCycleTests(IRecordStore store)
    {
        _bank = new TestBank(store, _clock);
        _services = new ServiceCollection()
            .AddCoreOn(store, _clock, _mailer)
            .AddSingleton(MailSamples.Templates)
            .BuildServiceProvider();
    }

    [Fact]
    public async Task Cycle_OfAWholeLife_InvitesRemindsAndEnds()
    {
        var input = await OpenAsync(customers: 120);

        var life = await LiveAsync(input);

        Assert.Equal(120, _mailer.Sent.Count(m => m.Headers.Any(h => h.Value == "invitation")));
        Assert.Equal(120, _mailer.Sent.Count(m => m.Headers.Any(h => h.Value == "reminder1")));
        Assert.Equal(240, _mailer.HandedOver);
        Assert.True(life.HasEnded);
        Assert.All(life.Runs, run => Assert.InRange(run.History.Count, 0, 4 * DurableCycle.MostTurns));
    }

    [Fact]
    public async Task Replay_OfEveryPrefixOfEveryHistory_DoesTheSame()
    {
        var life = await LiveAsync(await OpenAsync(customers: 60));

        foreach (var run in life.Runs)
        {
            for (var n = 0; n <= run.History.Count; n++)
            {
                var context = Context(run.Input, run.StartedAt);
                _ = context.Replay(Orchestrator, [.. run.History.Take(n)]);
                Assert.Equal(run.ActionsAfter[n], context.Actions);
            }
        }
    }

    [Fact]
    public async Task Crash_AfterAnyTurn_TheTurnIsTakenAgainAndNobodyGetsTwoMails()
    {
        var turns = (await LiveAsync(await OpenAsync(customers: 60))).Turns;
        for (var crash = 1; crash <= turns; crash++)
        {
            var again = new DurableCycleTests();

            var life = await again.LiveAsync(await again.OpenAsync(customers: 60), lostTurn: crash);

            Assert.True(life.HasEnded);
            Assert.Equal(120, again._mailer.HandedOver);
            Assert.Equal(120, again._mailer.Sent.DistinctBy(m => m.Id).Count());
        }
    }

    [Fact]
    public async Task Wait_APersonActs_TheCycleLooksAgainAtOnce()
    {
        var input = await OpenAsync(customers: 1);
        var run = new Run(input, _clock.GetUtcNow().UtcDateTime);
        var context = await StepUntilItWaitsAsync(run);
        Assert.True(context.Timer!.Value.At - _clock.GetUtcNow().UtcDateTime <= DurableCycle.LongestWait);

        run.History.Add(new EventRaised(DurableCycle.Woken, _clock.GetUtcNow().UtcDateTime));
        context = Context(run.Input, run.StartedAt);
        var end = context.Replay(Orchestrator, run.History);

        Assert.True(end.IsCompletedSuccessfully);
        Assert.Contains(context.Actions, a => a.EndsWith("cancelled", StringComparison.Ordinal));
        Assert.NotNull(context.ContinuedWith);
        Assert.Null(JsonSerializer.Deserialize<CycleInput>(context.ContinuedWith)!.From!.Step);
    }

    [Fact]
    public async Task Wait_APersonActsDuringATurn_TheCycleLooksAgainAfterIt()
    {
        var input = await OpenAsync(customers: 1);
        var now = _clock.GetUtcNow().UtcDateTime;
        var context = Context(input, now);
        var later = JsonSerializer.Serialize(new Turn(TurnState.Beginning, More: false, _clock.GetUtcNow().AddDays(2)));

        var end = context.Replay(Orchestrator, [new EventRaised(DurableCycle.Woken, now), new ActivityDone(0, later)]);

        Assert.True(end.IsCompletedSuccessfully);
        Assert.NotNull(context.ContinuedWith);
        Assert.Empty(context.Unheard);
    }

    [Fact]
    public async Task Crash_InTheMidstOfATurn_IsTakenUpAndNobodyGetsTwoMails()
    {
        for (var at = 1; ; at++)
        {
            Assert.True(at < 200, "The cycle writes too often.");
            var dying = new DyingStore(at);
            var again = new DurableCycleTests(dying);
            var handed = new ConcurrentDictionary<string, int>();
            again._mailer.Answer = mail =>
            {
                // What may have left before is not handed over as if it were new.
                Assert.True(handed.AddOrUpdate(mail.Id, 1, (_, times) => times + 1) == 1 || mail.IsAgain);
                return null;
            };
            var input = await again.OpenAsync(customers: 12);
            dying.Arm();

            var life = await again.LiveAsync(input);

            Assert.True(life.HasEnded);
            Assert.Equal(24, again._mailer.Sent.Count);
            if (!dying.HasDied)
            {
                Assert.True(at > 10, "The cycle did not write as often as it must.");
                return;
            }
        }
    }

    [Fact]
    public void Run_TurnsWithoutEnd_BeginsAnewBeforeTheHistoryGrows()
    {
        var (context, history) = (Context(new CycleInput("musterstadt", "2026-W46|beratung"), default), new List<HistoryEvent>());
        var more = JsonSerializer.Serialize(new Turn(new TurnState(new CycleStep(CycleStepKind.Invite, 1), "cursor"), More: true));
        for (var n = 0; n < DurableCycle.MostTurns; n++)
        {
            history.Add(new ActivityDone(n, more));
        }

        var end = context.Replay(Orchestrator, history);

        Assert.True(end.IsCompletedSuccessfully);
        Assert.Equal("cursor", JsonSerializer.Deserialize<CycleInput>(context.ContinuedWith!)!.From!.Cursor);
    }

    [Fact]
    public void Run_NothingToCome_EndsWithItsStatus()
    {
        var context = Context(new CycleInput("musterstadt", "2026-W46|beratung"), default);

        var end = context.Replay(Orchestrator, [new ActivityDone(0, JsonSerializer.Serialize(new Turn(TurnState.Beginning, More: false)))]);

        Assert.True(end.IsCompletedSuccessfully);
        Assert.Null(context.ContinuedWith);
        Assert.Equal(new CycleStatus(null, null), context.Status);
    }

    private static Task Orchestrator(TaskOrchestrationContext context) => new DurableCycle(context, "TakeTurn").RunAsync();

    private static ReplayingContext Context(CycleInput input, DateTime startedAt) => new(input.InstanceId, input, startedAt, NullLoggerFactory.Instance);

    private async Task<CycleInput> OpenAsync(int customers)
    {
        await _bank.OpenAsync();
        await _bank.AddSurveyAsync(rules: new SurveyRules(Reminders: 1, ReminderGapDays: 5));
        await _bank.AddAdvisorAsync();
        for (var n = 1; n <= customers; n++)
        {
            await _bank.AddWaitingAsync(n);
        }

        await _services.GetRequiredService<StartWeek>().RunAsync(_bank.Id, "romy");
        return CycleInput.Of(_bank.Id, new CycleId(_bank.Week, SurveyId.Parse("beratung")));
    }

    /// <summary>Plays the service: carries out what the orchestrator asks for, writes it down, and replays from the beginning.</summary>
    /// <param name="lostTurn">This turn is carried out, and the host dies before its result is written down.</param>
    private async Task<Life> LiveAsync(CycleInput input, int lostTurn = 0)
    {
        var life = new Life();
        var run = life.Begin(input, _clock.GetUtcNow().UtcDateTime);
        for (var episode = 0; episode < 1000; episode++)
        {
            var context = Context(run.Input, run.StartedAt);
            var end = context.Replay(Orchestrator, run.History);
            run.ActionsAfter.Add([.. context.Actions]);
            if (context.ContinuedWith is { } next)
            {
                run = life.Begin(JsonSerializer.Deserialize<CycleInput>(next)!, _clock.GetUtcNow().UtcDateTime);
            }
            else if (end.IsCompleted)
            {
                await end;
                life.HasEnded = true;
                return life;
            }
            else if (context.Activity is { } activity)
            {
                var turn = await RetriedAsync(activity.Input);
                if (++life.Turns == lostTurn)
                {
                    turn = await TakeAsync(activity.Input);
                }

                run.History.Add(new ActivityDone(activity.Task, JsonSerializer.Serialize(turn)));
            }
            else
            {
                var timer = context.Timer!.Value;
                _clock.Advance(timer.At - _clock.GetUtcNow().UtcDateTime);
                run.History.Add(new TimerFired(timer.Task, timer.At));
            }
        }

        return life;
    }

    private async Task<ReplayingContext> StepUntilItWaitsAsync(Run run)
    {
        while (true)
        {
            var context = Context(run.Input, run.StartedAt);
            _ = context.Replay(Orchestrator, run.History);
            if (context.Activity is not { } activity)
            {
                return context;
            }

            run.History.Add(new ActivityDone(activity.Task, JsonSerializer.Serialize(await TakeAsync(activity.Input))));
        }
    }

    /// <summary>As the service does it: a try that dies is followed by another one, of another worker.</summary>
    private async Task<Turn> RetriedAsync(string input)
    {
        while (true)
        {
            try
            {
                return await TakeAsync(input);
            }
            catch (Exception e) when (e is DeathException or AggregateException { InnerException: DeathException })
            {
                _clock.Advance(TimeSpan.FromSeconds(15));
            }
        }
    }

    private Task<Turn> TakeAsync(string input) => JsonSerializer.Deserialize<CycleInput>(input)!.TakeAsync(
        _services.GetRequiredService<CycleTurn>(), new CycleWorker(Guid.NewGuid().ToString("N"), IsAlone: false), CancellationToken.None);

    private sealed class Life
    {
        public List<Run> Runs { get; } = [];

        public int Turns { get; set; }

        public bool HasEnded { get; set; }

        public Run Begin(CycleInput input, DateTime at)
        {
            Runs.Add(new Run(input, at));
            return Runs[^1];
        }
    }

    /// <summary>From one beginning to the next.</summary>
    private sealed record Run(CycleInput Input, DateTime StartedAt)
    {
        public List<HistoryEvent> History { get; } = [];

        /// <summary>What had been asked for after so many events.</summary>
        public List<List<string>> ActionsAfter { get; } = [];
    }
}
