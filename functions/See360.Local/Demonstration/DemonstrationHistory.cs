using See360.Core;
using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Storage;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Local.Demonstration;

/// <summary>Two years of closed cycles before the ten weeks that the demonstration lives through: what is left of them once personal data have been deleted,
/// so that there is something to compare with.</summary>
internal sealed class DemonstrationHistory(IServiceProvider services, Institute bank)
{
    public const int Weeks = 104;

    private const int Seed = 361;
    private const int InvitedAWeek = 45;
    private const int CallersAWeek = 30;
    private const int AskedForMaturity = 50;
    private const int WeeksBetweenMaturity = 26;

    private readonly DemonstrationAnswers _answers = new(Seed);
    private readonly Dictionary<string, Employee> _people = [];
    private readonly Dictionary<SurveyId, SurveyVersion> _versions = [];
    private IReadOnlyList<Survey> _surveys = [];

    /// <param name="present">The week in which the demonstration's past ends.</param>
    public async Task RunAsync(IsoWeek present, CancellationToken cancel = default)
    {
        foreach (var person in await Get<OrganisationRecords>().Employees.ListAsync(OrganisationRecords.Partition(bank.Id), cancel: cancel))
        {
            _people[person.UserName] = person;
        }

        _surveys = await Get<SurveyRecords>().AllAsync(bank.Id, cancel);
        foreach (var survey in _surveys)
        {
            _versions[survey.Id] = (await Get<SurveyRecords>().VersionAsync(bank.Id, survey.Id, survey.Version, cancel))!;
        }

        var talks = Enumerable.Range(0, DemonstrationExports.Weeks).SelectMany(back => DemonstrationExports.Talks(present, back)).ToList();
        var cycles = Enumerable.Range(DemonstrationExports.Weeks, Weeks).SelectMany(back => Cycles(present.Plus(-back), back, talks));
        await Parallel.ForEachAsync(cycles, cancel, async (cycle, stop) => await WriteAsync(cycle, stop));
    }

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    private IEnumerable<Past> Cycles(IsoWeek week, int back, List<DemonstrationTalk> talks)
    {
        var dice = _answers.Dice($"{week}");
        var invited = new List<Asked>();
        for (var n = 0; n < InvitedAWeek; n++)
        {
            var talk = talks[dice.Next(talks.Count)];
            if (SurveyNames.Find(_surveys, talk.Survey) is { } survey && _people.TryGetValue(talk.Advisor, out var advisor))
            {
                invited.Add(new Asked(survey.Id, advisor, talk.Segment, dice.Next(5) == 0 ? "Video" : "Filiale"));
            }
        }

        var people = _people.Values.Where(p => p.Specialism.Length > 0).OrderBy(p => p.UserName, StringComparer.Ordinal).ToList();
        invited.AddRange(Enumerable.Range(0, CallersAWeek).Select(_ =>
            new Asked(DemonstrationSurveys.Service, people[dice.Next(6)], "Privatkunden", dice.Next(3) == 0 ? "Chat" : "Telefon")));
        if (back % WeeksBetweenMaturity == 0)
        {
            invited.AddRange(Enumerable.Range(0, AskedForMaturity).Select(n => new Asked(DemonstrationSurveys.Maturity, people[n % people.Count], "", "")));
        }

        var number = 0;
        return [.. invited.GroupBy(i => i.Survey).Select(survey => new Past(
            new CycleId(week, survey.Key), back, [.. survey.Select(s => (s, new ParticipantId(new BatchId(week, BatchKind.Import, 1), ++number)))]))];
    }

    private async Task WriteAsync(Past past, CancellationToken cancel)
    {
        var start = SendWeek.StartOf(bank, past.Id.Week);
        var (answered, funnel) = (new List<Response>(), new Funnel());
        foreach (var (asked, id) in past.Asked)
        {
            var dice = _answers.Dice($"{id} {asked.Survey}");
            var (will, patience) = (dice.NextDouble(), dice.NextDouble());
            funnel.Add(asked.Advisor.UserName, bounced: will > 0.985, opened: will < 0.55, answered: will < 0.36);
            if (will < 0.36)
            {
                answered.Add(Response(past, asked, id, start.AddDays(Math.Min(26, -4 * Math.Log(1 - patience)))));
            }
        }

        foreach (var batch in answered.Chunk(100))
        {
            await Get<ResponseRecords>().Responses.WriteAsync(
                ResponseRecords.Partition(bank.Id, past.Id), [.. batch.Select(r => Table<Response>.Insert(r.Participant.ToString(), r))], cancel);
        }

        var done = start.AddMinutes(5);
        await Get<CycleRecords>().Cycles.InsertAsync(CycleRecords.Partition(bank.Id), past.Id.ToString(), new Cycle(
            past.Id, start, [new Wave(1, start, "", done, done, 1, past.Asked.Count, funnel.Bounced)], ClosedAt: start.AddDays(29), Totals: funnel.Totals()), cancel);
    }

    private Response Response(Past past, Asked asked, ParticipantId id, DateTimeOffset at)
    {
        var version = _versions[asked.Survey];
        var trend = -0.25 * past.Back / Weeks;
        return new Response(
            id, ParticipantKind.Customer, past.Id, version.Number, Language.De, asked.Advisor.UserName, asked.Advisor.Unit, asked.Segment, asked.Channel,
            _answers.OfCustomer($"{id}", asked.Advisor, version, trend), 1, at.AddMinutes(-6), at, at);
    }

    private sealed record Asked(SurveyId Survey, Employee Advisor, string Segment, string Channel);

    private sealed record Past(CycleId Id, int Back, IReadOnlyList<(Asked Asked, ParticipantId Id)> Asked);

    private sealed class Funnel
    {
        private readonly Dictionary<string, AdvisorReturn> _byAdvisor = [];
        private int _opened;

        public int Bounced => _byAdvisor.Values.Sum(r => r.Bounced);

        public void Add(string advisor, bool bounced, bool opened, bool answered)
        {
            var known = _byAdvisor.GetValueOrDefault(advisor) ?? new AdvisorReturn(0, 0, 0, 0, 0, 0);
            var (hit, seen) = (answered ? 1 : 0, opened ? 1 : 0);
            _byAdvisor[advisor] = new AdvisorReturn(
                known.Invited + 1, known.Bounced + (bounced ? 1 : 0), known.Answered + hit, known.Opened + seen, known.Started + hit, 0);
            _opened += seen;
        }

        public CycleTotals Totals()
        {
            var (invited, answered) = (_byAdvisor.Values.Sum(r => r.Invited), _byAdvisor.Values.Sum(r => r.Answered));
            return new CycleTotals(invited, invited - Bounced, Bounced, _opened, answered, answered, 0, _byAdvisor);
        }
    }
}
