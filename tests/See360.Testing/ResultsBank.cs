using See360.Core;
using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Storage;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Testing;

/// <summary>A bank with surveys, cycles and answers, written as the product writes them: what tests of results start from.</summary>
public sealed class ResultsBank(IRecordStore store, TimeProvider clock, string institute = "musterbank")
{
    private readonly Dictionary<BatchId, int> _numbers = [];

    public InstituteId Id { get; } = InstituteId.Parse(institute);

    public CycleRecords Cycles { get; } = new(store);

    public ResponseRecords Responses { get; } = new(store);

    public SurveyRecords Surveys { get; } = new(store);

    public ParticipantRecords Participants { get; } = new(store);

    public const string Jana = "jana.berg@musterbank.example";
    public const string Timo = "timo.klee@musterbank.example";

    /// <summary>The questions of every survey here: two ratings of one factor, one of another, NPS, CSAT, FCR, praise
    /// and improvement.</summary>
    public static IReadOnlyList<Question> Questions { get; } =
    [
        Rating("contact", BusinessField.Financing, CompetitiveFactor.ContactFrequency),
        Rating("contact-again", BusinessField.Payments, CompetitiveFactor.ContactFrequency),
        Rating("advice", BusinessField.Financing, CompetitiveFactor.AdviceQuality),
        new("nps", QuestionKind.Nps, Text("NPS")),
        new("csat", QuestionKind.Csat, Text("CSAT")),
        new("fcr", QuestionKind.Fcr, Text("FCR")),
        new("praise", QuestionKind.FreeText, Text("Lob")),
        new("improve", QuestionKind.FreeText, Text("Besser")),
    ];

    public async Task<ResultsBank> OpenAsync(int number = 7)
    {
        var bank = Institute.With(Id, number, "Musterbank");
        await new InstituteRecords(store).Institutes.InsertAsync(InstituteRecords.Partition, Id.ToString(), bank);
        await HireAsync(Jana, 1, "Jana", "Berg");
        await HireAsync(Timo, 2, "Timo", "Klee");
        return this;
    }

    public Task HireAsync(string userName, int number, string first, string last, string unit = "111", string role = "") =>
        new OrganisationRecords(store).Employees.InsertAsync(OrganisationRecords.Partition(Id), OrganisationRecords.EmployeeRow(userName),
            new Employee(userName, number, number % 2 == 1 ? Salutation.Frau : Salutation.Herr, "", first, last, "", unit, "", "", Role: role));

    public Task UnitAsync(string number, string name, string? parent = null, string? head = null) =>
        new OrganisationRecords(store).Units.InsertAsync(
            OrganisationRecords.Partition(Id), OrganisationRecords.UnitRow(number), new Unit(number, name, parent, head));

    public async Task<SurveyId> SurveyAsync(
        string name = "beratung", int number = 1, ConfidentialityMode mode = ConfidentialityMode.Personal, bool selfImage = false, RatingScale? scale = null)
    {
        var id = SurveyId.Parse(name);
        scale ??= new RatingScale(1, 5, Text("gar nicht gut"), Text("sehr gut"));
        await Surveys.Versions.InsertAsync(SurveyRecords.VersionPartition(Id, id), SurveyRecords.VersionRow(1),
            new SurveyVersion(id, 1, clock.GetUtcNow(), scale, Text(""), Text(""), Questions));
        await Surveys.Surveys.InsertAsync(SurveyRecords.Partition(Id), name,
            new Survey(id, number, SurveyKind.EventBased, Text(name), [name], 1, new SurveyRules(), mode, selfImage, "set", clock.GetUtcNow(), "vm"));
        return id;
    }

    /// <summary>A cycle that was started on its week's Monday.</summary>
    public async Task<CycleId> CycleAsync(SurveyId survey, IsoWeek week, bool closed = false)
    {
        var id = new CycleId(week, survey);
        var at = new DateTimeOffset(week.Monday.ToDateTime(new TimeOnly(7, 0)), TimeSpan.Zero);
        await Cycles.Cycles.InsertAsync(CycleRecords.Partition(Id), id.ToString(), new Cycle(id, at, [new Wave(1, at, "", at, at)]));
        if (closed)
        {
            await CloseAsync(id, new CycleTotals(0, 0, 0, 0, 0, 0, 0));
        }

        return id;
    }

    public Task CloseAsync(CycleId cycle, CycleTotals totals) => Cycles.Cycles.UpdateAsync(
        CycleRecords.Partition(Id), cycle.ToString(), c => c! with { ClosedAt = clock.GetUtcNow(), Totals = totals });

    /// <summary>A customer who has got the invitation.</summary>
    public async Task<ParticipantId> InviteAsync(CycleId cycle, string advisor = Jana, string lastName = "Stengel")
    {
        var id = Next(cycle.Week, BatchKind.Import, 1);
        await InsertAsync(id, ParticipantKind.Customer, cycle, advisor, lastName);
        await SendAsync(new Send(SendKind.Invitation, id, "", 1, advisor, SendState.Sent, clock.GetUtcNow(), clock.GetUtcNow()), cycle);
        return id;
    }

    /// <summary>Asks an advisor for the self-image.</summary>
    public async Task<ParticipantId> AskSelfImageAsync(CycleId cycle, int surveyNumber = 1, string advisor = Jana, int employee = 1)
    {
        var id = new ParticipantId(new BatchId(cycle.Week, BatchKind.SelfImage, surveyNumber), employee);
        await InsertAsync(id, ParticipantKind.SelfImage, cycle, advisor, "Berg");
        await SendAsync(new Send(SendKind.SelfImage, id, "", 1, advisor, SendState.Sent, clock.GetUtcNow(), clock.GetUtcNow()), cycle);
        return id;
    }

    public Task SendAsync(Send send, CycleId cycle) =>
        Cycles.Sends.UpdateAsync(CycleRecords.SendPartition(Id, cycle), CycleRecords.SendRow(send.Kind, send.Participant), _ => send);

    /// <summary>Invites a customer who completes at once.</summary>
    public async Task<ParticipantId> AnsweredAsync(
        CycleId cycle, IReadOnlyDictionary<string, Answer> answers, string advisor = Jana, string lastName = "Stengel", string unit = "111")
    {
        var id = await InviteAsync(cycle, advisor, lastName);
        await AnswerAsync(cycle, id, answers, advisor, unit: unit);
        return id;
    }

    /// <summary>Stores an answer sheet, complete or (<paramref name="completed"/> false) as a draft.</summary>
    public Task AnswerAsync(
        CycleId cycle, ParticipantId participant, IReadOnlyDictionary<string, Answer> answers, string advisor = Jana,
        ParticipantKind? kind = null, bool completed = true, bool? byInterviewer = null, DateTimeOffset? at = null,
        string unit = "111")
    {
        var when = at ?? clock.GetUtcNow();
        return Responses.Responses.UpdateAsync(ResponseRecords.Partition(Id, cycle), participant.ToString(), known => new Response(
            participant, kind ?? (participant.Batch.Kind == BatchKind.SelfImage ? ParticipantKind.SelfImage : ParticipantKind.Customer),
            cycle, 1, Language.De, advisor, unit, "", "", answers, (known?.Revision ?? 0) + 1, known?.StartedAt ?? when, when,
            completed ? known?.CompletedAt ?? when : null, ByInterviewer: byInterviewer));
    }

    public static Dictionary<string, Answer> Scores(int? contact = null, int? contactAgain = null, int? advice = null, int? nps = null, int? csat = null)
    {
        var answers = new Dictionary<string, Answer>();
        foreach (var (id, score) in new[] { ("contact", contact), ("contact-again", contactAgain), ("advice", advice), ("nps", nps), ("csat", csat) })
        {
            if (score is not null)
            {
                answers[id] = new Answer(Score: score);
            }
        }

        return answers;
    }

    private Task InsertAsync(ParticipantId id, ParticipantKind kind, CycleId cycle, string advisor, string lastName) =>
        Participants.Participants.InsertAsync(ParticipantRecords.Partition(Id, id.Batch), id.Row, new Participant(
            id, kind, "", Salutation.Herr, "", "Hans", lastName, $"{id}@kunden.example", Language.De, null, advisor, "111", cycle.Survey, "", "",
            LegalBasis.None, ParticipantState.Invited, "", [], null, cycle, clock.GetUtcNow()));

    private ParticipantId Next(IsoWeek week, BatchKind kind, int batch)
    {
        var id = new BatchId(week, kind, batch);
        return new ParticipantId(id, _numbers[id] = _numbers.GetValueOrDefault(id) + 1);
    }

    private static Question Rating(string id, BusinessField field, CompetitiveFactor factor) =>
        new(id, QuestionKind.Rating, Text(id), Field: field, Factor: factor, SelfText: Text(id));

    private static LocalizedText Text(string text) => new(text, text);
}
