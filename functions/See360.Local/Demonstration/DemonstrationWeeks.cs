using See360.Core;
using See360.Core.Cycles;
using See360.Core.Imports;
using See360.Core.Institutes;
using See360.Core.Participants;

namespace See360.Local.Demonstration;

/// <summary>Ten weeks of a bank's life through the product's own use cases: import, send, remind, answer. The last
/// export is left waiting for the user.</summary>
internal sealed class DemonstrationWeeks(IServiceProvider services, DemonstrationClock clock)
{
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, int Order)> _events = new();
    private readonly CycleWorker _worker = CycleWorker.Alone();
    private Institute _bank = null!;
    private DemonstrationRespondents _people = null!;

    public async Task RunAsync(Institute bank, DateTimeOffset now, Action<string> progress, CancellationToken cancel = default)
    {
        _bank = bank;
        _people = new DemonstrationRespondents(services, bank, now, At);
        var present = IsoWeek.Of(now, bank.TimeZone);
        for (var back = DemonstrationExports.Weeks - 1; back >= 1; back--)
        {
            var week = present.Plus(-back);
            progress($"KW {week.Week:D2}");
            var start = SendWeek.StartOf(bank, week);
            await LiveUntilAsync(start.AddMinutes(-30), cancel);
            await ImportAsync(present, back, cancel);
            await LiveUntilAsync(start, cancel);
            await RunCyclesAsync(cancel);
            await PlanAnswersAsync(week, cancel);
        }

        await LiveUntilAsync(now, cancel);
        await RunCyclesAsync(cancel);
        await ImportAsync(present, 0, cancel);

        // This week is the visitor's to send: its automatic start counts as done.
        var start0 = SendWeek.LastStart(bank, now).Week;
        foreach (var week in new[] { start0, present }.Distinct())
        {
            await Get<CycleRecords>().WeekStarts.InsertAsync(CycleRecords.Partition(bank.Id), week.ToString(), new WeekStart(now), cancel);
        }
    }

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    private async Task ImportAsync(IsoWeek present, int back, CancellationToken cancel)
    {
        var (name, content) = DemonstrationExports.Export(present, back);
        await using (content)
        {
            var read = await Get<ReadImport>().RunAsync(
                new ImportUpload(_bank.Id, name, content, DemonstrationPeople.SalesManagement, new Attestation(DemonstrationPeople.SalesManagement, clock.Now)), cancel);
            await Get<ConfirmImport>().RunAsync(_bank.Id, read.Import.Id, DemonstrationPeople.SalesManagement, cancel);
        }
    }

    /// <summary>Lets days pass: each morning the cycles run, in between customers do what they do.</summary>
    private async Task LiveUntilAsync(DateTimeOffset until, CancellationToken cancel)
    {
        while (clock.Now < until)
        {
            var morning = NextMorning(clock.Now);
            var stop = morning < until ? morning : until;
            while (_events.TryPeek(out var act, out var due) && due.At <= stop)
            {
                _events.Dequeue();
                clock.MoveTo(due.At);
                await act();
            }

            clock.MoveTo(stop);
            if (stop == morning)
            {
                await RunCyclesAsync(cancel);
            }
        }
    }

    private static DateTimeOffset NextMorning(DateTimeOffset now)
    {
        var morning = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddHours(7).AddMinutes(5);
        return morning > now ? morning : morning.AddDays(1);
    }

    private async Task RunCyclesAsync(CancellationToken cancel)
    {
        await Get<StartDueWeek>().RunAsync(await Get<InstituteRecords>().GetAsync(_bank.Id, cancel), cancel);
        var open = new List<CycleId>();
        await foreach (var cycle in Get<CycleRecords>().SinceAsync(_bank.Id, IsoWeek.Of(clock.Now, _bank.TimeZone).Plus(-15), cancel))
        {
            if (cycle.Value.ClosedAt is null)
            {
                open.Add(cycle.Value.Id);
            }
        }

        foreach (var cycle in open)
        {
            await Get<CycleLoop>().RunAsync(_bank.Id, cycle, _worker, cancel);
        }
    }

    /// <summary>Decides for everybody who was invited this week whether and when they answer.</summary>
    private async Task PlanAnswersAsync(IsoWeek week, CancellationToken cancel)
    {
        await foreach (var cycle in Get<CycleRecords>().SinceAsync(_bank.Id, week, cancel))
        {
            var ledger = CycleRecords.SendPartition(_bank.Id, cycle.Value.Id);
            foreach (var send in await Get<CycleRecords>().Sends.ListAsync(ledger, cancel: cancel))
            {
                if (send.State == SendState.Sent && send.Kind is SendKind.Invitation or SendKind.SelfImage)
                {
                    _people.Plan(send, (await Get<ParticipantRecords>().ReadAsync(_bank.Id, send.Participant, cancel))!.Value, cancel);
                }
            }
        }
    }

    private void At(DateTimeOffset at, Func<Task> act) => _events.Enqueue(act, (at, _events.Count));
}
