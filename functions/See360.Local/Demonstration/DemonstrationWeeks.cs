using See360.Core;
using See360.Core.Cycles;
using See360.Core.Imports;
using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Surveys;
using See360.Core.Texts;
using See360.Core.Tokens;

namespace See360.Local.Demonstration;

/// <summary>Ten weeks of a bank's life through the product's own use cases: import, send, remind, answer. The last
/// export is left waiting for the user.</summary>
internal sealed class DemonstrationWeeks(IServiceProvider services, DemonstrationClock clock)
{
    private const int Seed = 360;
    private const double AnswerRate = 0.35;

    /// <summary>The advisor that visitors sign in as: more of these customers answer, so that there is something to see.</summary>
    private const double AnswerRateOfAdvisor = 0.75;

    private readonly DemonstrationAnswers _answers = new(Seed);
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, int Order)> _events = new();
    private readonly CycleWorker _worker = CycleWorker.Alone();
    private Institute _bank = null!;

    public async Task RunAsync(Institute bank, DateTimeOffset now, Action<string> progress, CancellationToken cancel = default)
    {
        _bank = bank;
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
        await Get<StartDueWeek>().RunAsync(_bank.Id, cancel);
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
                    Plan(send, (await Get<ParticipantRecords>().ReadAsync(_bank.Id, send.Participant, cancel))!.Value, cancel);
                }
            }
        }
    }

    private void Plan(Send send, Participant person, CancellationToken cancel)
    {
        var id = send.Participant;
        // From names that stay the same in whatever week the demonstration is made.
        var dice = _answers.Dice($"{person.CustomerNumber} {person.Survey} {person.Advisor} when");
        var rate = person.Advisor == DemonstrationPeople.Advisor ? AnswerRateOfAdvisor : AnswerRate;
        var (will, patience) = (dice.NextDouble(), dice.NextDouble());
        var token = Get<SurveyTokens>().Create(_bank.Number, id);
        if (send.Kind == SendKind.SelfImage)
        {
            if (will < 0.8)
            {
                At(send.DoneAt!.Value.AddHours(2 + (60 * patience)), () => AnswerAsync(id, token, cancel));
            }

            return;
        }

        // Two thirds answer in the first days, the others after the reminder.
        var days = dice.NextDouble() < 0.66 ? -1.3 * Math.Log(1 - patience) : 7.1 - (1.6 * Math.Log(1 - patience));
        var when = send.DoneAt!.Value.AddDays(Math.Min(days, 26));
        switch (will)
        {
            case var _ when will < rate:
                At(when.AddMinutes(-6), () => Get<RecordOpening>().ExecuteAsync(token, cancel));
                At(when, () => AnswerAsync(id, token, cancel));
                break;
            case var _ when will < rate + 0.04:
                At(when.AddMinutes(-2), () => Get<RecordOpening>().ExecuteAsync(token, cancel));
                At(when, () => BreakOffAsync(id, token, cancel));
                break;
            case var _ when will < rate + 0.16:
                At(when, () => Get<RecordOpening>().ExecuteAsync(token, cancel));
                break;
            case var _ when will < rate + 0.172:
                At(when, () => Get<ObjectToSurveys>().ExecuteAsync(token, cancel));
                break;
        }
    }

    private void At(DateTimeOffset at, Func<Task> act) => _events.Enqueue(act, (at, _events.Count));

    /// <summary>Answers the first questions and puts the telephone away.</summary>
    private async Task BreakOffAsync(ParticipantId id, string token, CancellationToken cancel)
    {
        var (person, answers) = await AnswersOfAsync(id, cancel);
        var some = 1 + _answers.Dice($"{person.CustomerNumber} break-off").Next(4);
        await Get<SaveAnswers>().ExecuteAsync(token, Input(answers.Take(some)), cancel);
    }

    private async Task AnswerAsync(ParticipantId id, string token, CancellationToken cancel)
    {
        var (person, answers) = await AnswersOfAsync(id, cancel);
        var sheet = await Get<CompleteResponse>().ExecuteAsync(token, Input(answers), cancel);
        if (sheet.Sheet is not null && person.Kind == ParticipantKind.Customer && _answers.Dice($"{person.CustomerNumber} callback").NextDouble() < 0.03)
        {
            var notes = DemonstrationComments.CallbackNotes;
            await Get<RequestCallback>().ExecuteAsync(token, "+49 30 5550199", notes[id.Number % notes.Count], cancel);
        }
    }

    private static AnswerInput Input(IEnumerable<KeyValuePair<string, Answer>> answers) =>
        new(0, answers.ToDictionary(a => a.Key, a => (Answer?)a.Value), Language.De);

    private async Task<(Participant Person, Dictionary<string, Answer> Answers)> AnswersOfAsync(ParticipantId id, CancellationToken cancel)
    {
        var person = (await Get<ParticipantRecords>().ReadAsync(_bank.Id, id, cancel))!.Value;
        var survey = (await Get<SurveyRecords>().FindAsync(_bank.Id, person.Survey!.Value, cancel))!;
        var version = (await Get<SurveyRecords>().VersionAsync(_bank.Id, survey.Id, survey.Version, cancel))!;
        if (person.Kind == ParticipantKind.SelfImage)
        {
            return (person, _answers.OfAdvisor(person, version));
        }

        var advisor = (await Get<OrganisationRecords>().EmployeeAsync(_bank.Id, person.Advisor, cancel))!;
        return (person, _answers.OfCustomer(person, advisor, version));
    }
}
