using FsCheck;
using FsCheck.Fluent;
using See360.Core.Cycles;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Surveys;
using See360.Testing;

namespace See360.Core.Tests.Cycles;

/// <summary>A cycle is killed at every write and at every mail, and begun again: nobody gets two mails, nobody is
/// forgotten, and ledger, stock and participants agree.</summary>
public class CrashTests
{
    private const int Customers = 23;

    [Theory]
    [InlineData(SurveyKind.EventBased)]
    [InlineData(SurveyKind.Strategic)]
    public async Task Cycle_KilledAtEveryWrite_GoesOnWhereItWas(SurveyKind kind)
    {
        for (var at = 1; ; at++)
        {
            var dying = new DyingStore(at);
            if (!await SurvivesAsync(kind, dying, new RecordingMailer(), Customers))
            {
                Assert.True(at > 5, "The cycle did not write as often as it must.");
                return;
            }
        }
    }

    [Fact]
    public void Cycle_KilledAgainAndAgainAtRandom_GoesOnWhereItWas() =>
        Prop.ForAll(
            Gen.Choose(1, 12).ListOf(6).ToArbitrary(),
            Gen.Choose(1, Customers).ToArbitrary(),
            (deaths, mailDeath) =>
            {
                var left = mailDeath;
                var mailer = new RecordingMailer();
                mailer.After = _ =>
                {
                    if (--left == 0)
                    {
                        throw new DeathException();
                    }
                };
                SurvivesAsync(SurveyKind.EventBased, new DyingStore([.. deaths]), mailer, Customers).GetAwaiter().GetResult();
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public async Task Cycle_ChunksSideBySideKilledAtEveryWrite_GoesOnWhereItWas()
    {
        const int Several = 170; // A wave begins with one chunk of 50; the rest is three side by side.
        for (var at = 1; await SurvivesAsync(SurveyKind.EventBased, new DyingStore(at, at), new RecordingMailer(), Several); at++)
        {
            Assert.True(at < 200, "The cycle writes too often.");
        }
    }

    [Fact]
    public async Task Cycle_TwoWorkersAtOnce_NobodyGetsTwoMails()
    {
        var store = new InMemoryRecordStore();
        var mailer = new RecordingMailer();
        var bench = new CrashBench(store, mailer);
        await bench.FillAsync(SurveyKind.EventBased, 200);
        var cycle = (await bench.StartAsync()).Single();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Task.Run(() => bench.RunAsync(cycle, new CycleWorker($"worker{n}", IsAlone: false)))));

        // Workers that have met each other's claims all wait: what is left is done by the next to come.
        await bench.RunAsync(cycle, CycleWorker.Alone());
        Assert.Equal(200 + 1, mailer.HandedOver); // The customers and one self-image.
        await bench.AssertAgreesAsync(cycle, 200);
    }

    /// <returns>False if the store never had to die: the cycle was through before.</returns>
    private static async Task<bool> SurvivesAsync(SurveyKind kind, DyingStore store, RecordingMailer mailer, int customers)
    {
        var bench = new CrashBench(store, mailer);
        await bench.FillAsync(kind, customers);
        var cycle = (await bench.StartAsync()).Single();
        store.Arm();
        var died = false;
        while (true)
        {
            try
            {
                await bench.RunAsync(cycle, CycleWorker.Alone());
                break;
            }
            catch (DeathException)
            {
                died = true;
            }
            catch (AggregateException e) when (e.InnerException is DeathException)
            {
                died = true;
            }
        }

        store.Disarm();
        await bench.AssertAgreesAsync(cycle, customers);
        return died;
    }

    private sealed class CrashBench(IRecordStore store, RecordingMailer mailer)
    {
        private readonly CycleBench _bench = new(store: store, mailer: mailer);

        public async Task FillAsync(SurveyKind kind, int customers)
        {
            await _bench.Bank.OpenAsync();
            await _bench.Bank.AddSurveyAsync(kind: kind, rules: new SurveyRules(WeeklyDose: kind == SurveyKind.Strategic ? 1000 : null), asksSelfImage: true);
            await _bench.Bank.AddAdvisorAsync();
            for (var n = 1; n <= customers; n++)
            {
                await _bench.Bank.AddWaitingAsync(n);
            }
        }

        public Task<IReadOnlyList<CycleId>> StartAsync() => _bench.StartAsync();

        public Task<DateTimeOffset?> RunAsync(CycleId cycle, CycleWorker worker) => _bench.RunAsync(cycle, worker);

        public async Task AssertAgreesAsync(CycleId cycle, int customers)
        {
            var ledger = await _bench.LedgerAsync(cycle);
            Assert.Equal(customers, ledger.Count(s => s is { Kind: SendKind.Invitation, State: SendState.Sent }));
            Assert.Single(ledger, s => s is { Kind: SendKind.SelfImage, State: SendState.Sent });
            Assert.Equal(customers + 1, ledger.Count);
            Assert.Equal(customers, mailer.Sent.Where(m => m.Subject == "invitation").DistinctBy(m => m.To.Address).Count());
            Assert.Equal(customers + 1, mailer.Sent.Count);
            Assert.Empty(await _bench.WaitingAsync());
            Assert.NotNull((await _bench.CycleAsync(cycle)).Waves.Single().SelfImagesAskedAt);
            var persons = await _bench.Get<ParticipantRecords>().Participants
                .ListAsync(ParticipantRecords.Partition(_bench.Bank.Id, new BatchId(_bench.Bank.Week, BatchKind.Import, 1)));
            Assert.All(persons, p => Assert.Equal((ParticipantState.Invited, (CycleId?)cycle), (p.State, p.Cycle)));
        }
    }
}
