using System.Globalization;
using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Surveys;
using See360.Core.Texts;
using See360.Core.Tokens;
using See360.Testing;
using Xunit.Abstractions;

namespace See360.Core.Tests.Cycles;

/// <summary>What a cycle asks of the record store: the figures of docs/performance.md.</summary>
public class OperationsTests(ITestOutputHelper output)
{
    private const int Customers = 200;
    private const int Answers = 80;
    private const int Advisors = 10;

    private readonly CountingStore _store = new(new InMemoryRecordStore());

    [Fact]
    public async Task Cycle_TwoHundredCustomers_WritesStayWithinTheirLimits()
    {
        var bench = await OpenAsync(_store);
        var customers = new List<Participant>();
        for (var n = 1; n <= Customers; n++)
        {
            customers.Add(await bench.Bank.AddWaitingAsync(n, advisor: 1 + (n % Advisors)));
        }

        await bench.StartAsync();
        var steps = await TurnsAsync(bench);
        bench.Clock.Advance(TimeSpan.FromDays(2));
        var answers = new Dictionary<string, StoreOperations>();
        foreach (var customer in customers.Take(Answers))
        {
            await AnswerAsync(bench, customer, answers);
        }

        bench.Clock.Advance(TimeSpan.FromDays(5));
        foreach (var (kind, counted) in await TurnsAsync(bench))
        {
            steps[kind] = steps.GetValueOrDefault(kind) + counted;
        }

        var mails = bench.Mailer.Sent.CountBy(m => m.Subject.Split(' ')[0]).ToDictionary();
        Assert.Equal((Customers, Customers - Answers, Advisors), (mails["invitation"], mails["reminder"], mails["newsletter"]));
        var answer = answers.Values.Aggregate((a, b) => a + b);
        Report("invitation", steps[CycleStepKind.Invite], Customers);
        Report("reminder", steps[CycleStepKind.Remind], Customers - Answers);
        Report("newsletter", steps[CycleStepKind.Newsletter], Advisors);
        foreach (var (step, counted) in answers.Append(new("answer, all of it", answer)))
        {
            Report(step, counted, Answers);
        }

        // Two contacts (number, address), participant, place in the stock, and the ledger before and after the mail: six
        // records, and now and then the cycle. People share requests; how many depends on which mails end together.
        var invitation = steps[CycleStepKind.Invite];
        Assert.InRange(invitation.Writes, 6 * Customers, (6 * Customers) + 8);
        Assert.InRange(invitation.Batches, 0, 2 * Customers);
        Assert.InRange(steps[CycleStepKind.Remind].Writes, 0, (2 * (Customers - Answers)) + 4);
        Assert.InRange(steps[CycleStepKind.Newsletter].Writes, 0, (2 * Advisors) + 4);
        Assert.Equal((3 * Answers, 3 * Answers), (answer.Writes, answer.Batches));
    }

    /// <summary>The requests of a wave that write, the cycle's own included. At best all mails end in one moment and share a mark; at
    /// worst each ends by itself. The target is four an invitation: it holds from three persons on, whatever happens.</summary>
    [Theory]
    [InlineData(1, 8), InlineData(2, 4.5), InlineData(3, 4), InlineData(5, 4), InlineData(10, 4), InlineData(45, 4)]
    public async Task Wave_OfAnySize_AsksForFewWrites(int persons, double limit)
    {
        var best = await WritesOfAWaveAsync(persons, apart: false);
        var worst = await WritesOfAWaveAsync(persons, apart: true);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {persons} | {best.Batches} | {(double)best.Batches / persons:0.##} | {worst.Batches} | {(double)worst.Batches / persons:0.##} | {worst.Writes} |"));
        Assert.InRange((double)best.Batches / persons, 0, limit);
        Assert.InRange((double)worst.Batches / persons, 0, limit);
    }

    /// <param name="apart">Each mail leaves when the one before it is marked.</param>
    private static async Task<StoreOperations> WritesOfAWaveAsync(int persons, bool apart)
    {
        using var marked = new SemaphoreSlim(0);
        var store = new CountingStore(new InMemoryRecordStore()) { AfterWrite = table => { if (table == "sends") { marked.Release(); } } };
        var mailer = new RecordingMailer { Hold = apart ? _ => marked.WaitAsync() : _ => Task.CompletedTask };
        var bench = await OpenAsync(store, mailer);
        for (var n = 1; n <= persons; n++)
        {
            await bench.Bank.AddWaitingAsync(n, advisor: 1 + (n % Advisors));
        }

        var before = store.Operations;
        await bench.SendAsync();
        Assert.Equal(persons, mailer.Sent.Count);
        return store.Operations - before;
    }

    /// <summary>Both far enough apart that no cycle of the past is open any more; and both so long in use that as many are
    /// open as ever are.</summary>
    [Theory]
    [InlineData(1, 60, 20)]
    [InlineData(20, 40, 0)]
    public async Task Week_OfAnOlderInstitute_CostsTheSame(int weeks, int moreWeeks, int pause)
    {
        var young = await WeekAfterAsync(weeks, pause);
        var old = await WeekAfterAsync(moreWeeks, pause);

        Assert.Equal(Lines(young), Lines(old));
        output.WriteLine($"a week after {weeks} or {moreWeeks} weeks: {old.Values.Aggregate((a, b) => a + b)}");
    }

    /// <summary>Without the number of requests that writes came in: marks that are ready at the same moment share one.</summary>
    private static string Lines(Dictionary<string, StoreOperations> byTable) => string.Join(
        '\n', byTable.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Key}: {t.Value with { Batches = 0 }}"));

    /// <returns>What a week of twenty invitations, answers, reminders and newsletters costs, by table.</returns>
    private static async Task<Dictionary<string, StoreOperations>> WeekAfterAsync(int weeks, int pause)
    {
        var store = new CountingStore(new InMemoryRecordStore());
        var bench = await OpenAsync(store);
        for (var week = 0; week < weeks; week++)
        {
            await WeekAsync(bench, first: week * 20);
        }

        for (var week = 0; week < pause; week++)
        {
            await RunDueAsync(bench);
            bench.Clock.Advance(TimeSpan.FromDays(7));
        }

        var before = store.ByTable;
        await WeekAsync(bench, first: 0);
        return store.ByTable.ToDictionary(t => t.Key, t => t.Value - before.GetValueOrDefault(t.Key));
    }

    /// <summary>From its start on, a look each day, as the hosts take it.</summary>
    private static async Task WeekAsync(CycleBench bench, int first)
    {
        var customers = new List<Participant>();
        for (var n = 1; n <= 20; n++)
        {
            var number = (first + n).ToString("D10", CultureInfo.InvariantCulture);
            customers.Add(await bench.Bank.AddWaitingAsync(n, advisor: 1 + (n % Advisors), customerNumber: number, email: $"kunde{number}@kunde.example"));
        }

        for (var day = 0; day < 7; day++)
        {
            await RunDueAsync(bench);
            if (day == 2)
            {
                foreach (var customer in customers.Take(8))
                {
                    await AnswerAsync(bench, customer, []);
                }
            }

            bench.Clock.Advance(TimeSpan.FromDays(1));
        }
    }

    private static async Task RunDueAsync(CycleBench bench)
    {
        var bank = await bench.Get<InstituteRecords>().GetAsync(bench.Bank.Id);
        await bench.Get<StartDueWeek>().RunAsync(bank);
        foreach (var cycle in await bench.Get<OpenCycles>().ListAsync(bank))
        {
            await bench.RunAsync(cycle.Id);
        }
    }

    /// <summary>As far as the cycle goes now.</summary>
    /// <returns>What each kind of step has cost, the planning before it included.</returns>
    private async Task<Dictionary<CycleStepKind, StoreOperations>> TurnsAsync(CycleBench bench)
    {
        var (steps, from, worker) = (new Dictionary<CycleStepKind, StoreOperations>(), TurnState.Beginning, CycleWorker.Alone());
        var week = bench.Get<CycleRecords>().SinceAsync(bench.Bank.Id, new IsoWeek(2026, 1));
        var cycle = (await week.SingleAsync()).Value.Id;
        while (true)
        {
            var before = _store.Operations;
            var turn = await bench.Get<CycleTurn>().TakeAsync(bench.Bank.Id, cycle, from, worker);
            if (!turn.More)
            {
                return steps;
            }

            var kind = turn.State.Step!.Kind;
            steps[kind] = steps.GetValueOrDefault(kind) + (_store.Operations - before);
            from = turn.State;
        }
    }

    /// <summary>The page is opened and touched, one question is answered and saved, and the survey completed.</summary>
    private static async Task AnswerAsync(CycleBench bench, Participant customer, Dictionary<string, StoreOperations> counted)
    {
        var token = bench.Get<SurveyTokens>().Create(1, customer.Id);
        var none = new AnswerInput(0, new Dictionary<string, Answer?>(), Language.De);
        var one = none with { Answers = new Dictionary<string, Answer?> { ["quality"] = new Answer(Score: 4) } };
        await CountedAsync("page", () => bench.Get<OpenSurvey>().ExecuteAsync(token));
        await CountedAsync("opening", () => bench.Get<RecordOpening>().ExecuteAsync(token));
        await CountedAsync("save", () => bench.Get<SaveAnswers>().ExecuteAsync(token, one));
        await CountedAsync("completion", () => bench.Get<CompleteResponse>().ExecuteAsync(token, none with { Revision = 1 }));

        async Task CountedAsync(string step, Func<Task> action)
        {
            var before = ((CountingStore)bench.Store).Operations;
            await action();
            counted[step] = counted.GetValueOrDefault(step) + (((CountingStore)bench.Store).Operations - before);
        }
    }

    private static async Task<CycleBench> OpenAsync(CountingStore store, RecordingMailer? mailer = null)
    {
        var bench = new CycleBench(store: store, mailer: mailer);
        await bench.Bank.OpenAsync();
        await bench.Bank.AddSurveyAsync();
        var version = new SurveyVersion(
            SurveyId.Parse("beratung"), 1, bench.Clock.GetUtcNow(), new RatingScale(1, 5, new LocalizedText("-", "-"), new LocalizedText("+", "+")),
            new LocalizedText("Guten Tag", "Hello"), new LocalizedText("Danke", "Thank you"),
            [new Question("quality", QuestionKind.Rating, new LocalizedText("Wie gut?", "How well?"), Required: true)]);
        await bench.Bank.Surveys.Versions.InsertAsync(SurveyRecords.VersionPartition(bench.Bank.Id, version.Survey), SurveyRecords.VersionRow(1), version);
        for (var n = 1; n <= Advisors; n++)
        {
            await bench.Bank.AddAdvisorAsync(n);
        }

        return bench;
    }

    private void Report(string what, StoreOperations counted, int times) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {what} | {(double)counted.Writes / times:0.##} | {(double)counted.Batches / times:0.##} | {(double)counted.Reads / times:0.##} | {(double)counted.Ranges / times:0.##} | {(double)counted.RangeRecords / times:0.##} |"));
}
