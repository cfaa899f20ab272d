using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using See360.Core.Cycles;
using See360.Core.Imports;
using See360.Core.Institutes;
using See360.Core.Mail;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Retention;
using See360.Core.Storage;
using See360.Core.Surveys;
using See360.Core.Tests.Cycles;
using See360.Core.Texts;
using See360.Core.Tokens;
using See360.Testing;

namespace See360.Core.Tests.Retention;

/// <summary>A small bank that lives as banks do: exports come in, mails leave, bounce and are answered, people wish for a call and object. All
/// that is personal of customer n holds the mark <c>zqNNNNNx</c>, so that a forgotten place is found wherever it is.</summary>
internal sealed class RetentionBench
{
    /// <summary>Whose export has no invitation: it is invalid, or was never taken over.</summary>
    private readonly Dictionary<int, (DateTimeOffset At, int LifeDays)> _never = [];
    private readonly ConcurrentDictionary<int, DateTimeOffset> _invited = [];
    private int _person;

    public RetentionBench(IRecordStore? store = null)
    {
        Mailer.Answer = mail => Sent(mail);
        Cycles = new CycleBench(new DateTimeOffset(2022, 1, 3, 7, 0, 0, TimeSpan.Zero), store ?? new MarkedStore(), Mailer);
    }

    public RecordingMailer Mailer { get; } = new();

    public CycleBench Cycles { get; }

    public FakeClock Clock => Cycles.Clock;

    public InstituteId Id => Cycles.Bank.Id;

    public Task<Institute> BankAsync() => Cycles.Get<InstituteRecords>().GetAsync(Id);

    public async Task<RetentionBench> OpenAsync()
    {
        await Cycles.Bank.OpenAsync();
        foreach (var survey in (Survey[])[Survey("Beratung", 1, SurveyKind.EventBased, new SurveyRules(QuarantineDays: 0)), Survey("Bestand", 2, SurveyKind.Strategic, new SurveyRules(WeeklyDose: 1, QuarantineDays: 0))])
        {
            await Cycles.Bank.Surveys.Surveys.InsertAsync(SurveyRecords.Partition(Id), survey.Id.ToString(), survey);
            await Cycles.Bank.Surveys.Versions.InsertAsync(SurveyRecords.VersionPartition(Id, survey.Id), SurveyRecords.VersionRow(1), Version(survey.Id));
        }

        await Cycles.Bank.AddAdvisorAsync(1);
        await Cycles.Bank.AddAdvisorAsync(2);
        return this;
    }

    public static string Advisor(int n) => $"berater{n}@sparkasse-musterstadt.example";

    /// <summary>The export of a week: who can be invited, and one row that can't; now and then a file that nobody takes over, one that is
    /// taken back, and a stock.</summary>
    public async Task ImportAsync(int week)
    {
        await ReadAsync("Beratung", 3, invalid: 1, confirm: true);
        if (week % 9 == 4)
        {
            await ReadAsync("Beratung", 2, invalid: 0, confirm: false);
        }

        if (week % 11 == 5)
        {
            await ReadAsync("Beratung", 2, invalid: 1, confirm: true, undo: true);
        }

        if (week % 26 == 1)
        {
            await ReadAsync("Bestand", 20, invalid: 1, confirm: true);
        }
    }

    private async Task ReadAsync(string survey, int good, int invalid, bool confirm, bool undo = false)
    {
        var (csv, now) = (new StringBuilder("Kundennummer;Anrede;Titel;Vorname;Nachname;E-Mail;Gesprächsdatum;Berater;Umfrage;Rechtsgrundlage;Einwilligungsdatum\r\n"), Clock.GetUtcNow());
        for (var i = 0; i < good + invalid; i++)
        {
            var mark = MarkedStore.Mark(++_person);
            var day = survey == "Bestand" ? "" : now.AddDays(-3).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
            var address = i < good ? $"{mark}@kunde.example" : $"{mark} ohne Adresse";
            csv.Append(CultureInfo.InvariantCulture, $"{mark};Frau;Dr.;Vor{mark};Nach{mark};{address};{day};{Advisor(1 + (i % 2))};{survey};Einwilligung;{now:dd.MM.yyyy}\r\n");
            if (i >= good || !confirm || undo)
            {
                _never[_person] = (now, 28);
            }
        }

        var upload = new ImportUpload(Id, "export.csv", new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString())), "lea.vertrieb", new Attestation("lea.vertrieb", now));
        var read = await Cycles.Get<ReadImport>().RunAsync(upload);
        if (confirm)
        {
            await Cycles.Get<ConfirmImport>().RunAsync(Id, read.Import.Id, "lea.vertrieb");
        }

        if (undo)
        {
            await Cycles.Get<UndoImport>().RunAsync(Id, read.Import.Id);
        }
    }

    /// <summary>What the hosts do on Mondays; and on Wednesdays the customers answer. On other days nothing is due.</summary>
    public async Task DayAsync(int day)
    {
        if (day % 7 is not (0 or 2))
        {
            return;
        }

        if (day % 7 == 0)
        {
            await ImportAsync(day / 7);
        }

        var bank = await BankAsync();
        await Cycles.Get<StartDueWeek>().RunAsync(bank);
        foreach (var cycle in await Cycles.Get<OpenCycles>().ListAsync(bank))
        {
            await Cycles.RunAsync(cycle.Id);
        }

        if (day % 7 == 2)
        {
            await AnswerAsync(bank, day / 7);
        }
    }

    public async Task RetainAsync()
    {
        var bank = await BankAsync();
        while (!await Cycles.Get<ApplyRetention>().RunAsync(bank))
        {
        }
    }

    /// <summary>The first of the week's invited answers and wishes a call, the second opens and now and then objects.</summary>
    private async Task AnswerAsync(Institute bank, int week)
    {
        var invited = new List<Participant>();
        foreach (var import in await Cycles.Get<ImportRecords>().OfWeekAsync(Id, Cycles.Bank.Week))
        {
            await foreach (var row in Cycles.Get<ParticipantRecords>().Participants.RangeAsync(ParticipantRecords.Partition(Id, import.Id)))
            {
                if (row.Value is { State: ParticipantState.Invited } person)
                {
                    invited.Add(person);
                }
            }
        }

        foreach (var (person, i) in invited.Select((p, i) => (p, i)))
        {
            var token = Cycles.Get<SurveyTokens>().Create(bank.Number, person.Id);
            if (i is 0 or 1)
            {
                await Cycles.Get<RecordOpening>().ExecuteAsync(token);
            }

            if (i == 0)
            {
                var answers = new Dictionary<string, Answer?> { ["nps"] = new(Score: week % 11), ["praise"] = new(Text: "Sehr gut beraten.") };
                await Cycles.Get<CompleteResponse>().ExecuteAsync(token, new AnswerInput(0, answers, Language.De));
                await Cycles.Get<RequestCallback>().ExecuteAsync(token, "+49 30 5550100", $"Bitte an {person.LastName}");
            }
            else if (i == 1 && week % 4 == 2)
            {
                await Cycles.Get<ObjectToSurveys>().ExecuteAsync(token);
            }
        }
    }

    private MailOutcome? Sent(MailMessage mail)
    {
        if (mail.Subject == "invitation" && MarkedStore.In(mail.To.Address) is [var person])
        {
            _invited.TryAdd(person, Clock.GetUtcNow());
            return person % 7 == 3 ? new MailOutcome.Refused("550", $"<{mail.To.Address}> unknown", RecipientIsBad: true) : null;
        }

        return null;
    }

    /// <summary>Whose period is over: 90 days after the link has expired and the day on which that was; who still waits in the stock is not among them.</summary>
    public bool IsOver(int person)
    {
        var (from, life) = _invited.TryGetValue(person, out var at) ? (at, 28) : _never.TryGetValue(person, out var never) ? never : (DateTimeOffset.MaxValue, 0);
        return from < DateTimeOffset.MaxValue && from.AddDays(life + 90 + 1) <= Clock.GetUtcNow();
    }

    /// <summary>Whose invitation may be looked at for sure: nothing of them may be gone yet.</summary>
    public bool IsKept(int person) => _invited.TryGetValue(person, out var at) && at.AddDays(28 + 90) > Clock.GetUtcNow();

    /// <summary>Everybody of whom anything lies in a file, or in a record as the store has noted it.</summary>
    public async Task<HashSet<int>> FoundAsync()
    {
        var found = new HashSet<int>(((MarkedStore)Cycles.Store).People);
        var files = Cycles.Get<IFileStore>();
        await foreach (var name in files.ListAsync(""))
        {
            using var reader = new StreamReader((await files.OpenAsync(name))!);
            found.UnionWith(MarkedStore.In(name + " " + await reader.ReadToEndAsync()));
        }

        return found;
    }

    public static async IAsyncEnumerable<(string Table, string Partition, StoredRecord Record)> EverythingAsync(IRecordStore store)
    {
        foreach (var table in RecordTables.All)
        {
            await foreach (var partition in ((IRecordPartitions)store).PartitionsAsync(table, ""))
            {
                await foreach (var record in store.RangeAsync(table, partition, RowRange.All))
                {
                    yield return (table, partition, record);
                }
            }
        }
    }

    private Survey Survey(string name, int number, SurveyKind kind, SurveyRules rules) => new(
        SurveyId.Parse(name.ToLowerInvariant()), number, kind, new LocalizedText(name, name), [name], 1, rules, ConfidentialityMode.Personal, kind == SurveyKind.EventBased,
        name, Clock.GetUtcNow(), "test");

    private static SurveyVersion Version(SurveyId survey) => new(
        survey, 1, DateTimeOffset.UnixEpoch, new RatingScale(1, 5, new LocalizedText("-", "-"), new LocalizedText("+", "+")),
        new LocalizedText("Guten Tag", "Hello"), new LocalizedText("Danke", "Thank you"),
        [new Question("nps", QuestionKind.Nps, new LocalizedText("NPS", "NPS")), new Question("praise", QuestionKind.FreeText, new LocalizedText("Lob", "Praise"))]);
}
