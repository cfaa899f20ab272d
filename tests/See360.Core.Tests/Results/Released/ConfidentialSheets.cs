using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Results.Facts;
using See360.Core.Results.Released;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Tests.Results.Released;

/// <summary>Answer sheets to a confidential survey over the turn of a year, in two versions of it.</summary>
internal sealed class ConfidentialSheets
{
    public static readonly IsoWeek FirstWeek = new(2025, 40);

    private static readonly LocalizedText s_text = new("?", "?");

    public ConfidentialSheets(int version2From = int.MaxValue)
    {
        Version2From = version2From;
        Versions = [Version(1), Version(2)];
    }

    public int Version2From { get; }

    public IReadOnlyList<SurveyVersion> Versions { get; }

    public List<Response> Responses { get; } = [];

    public static ConfidentialSheets Random(int seed, int customers, int weeks)
    {
        var random = new Random(seed);
        var sheets = new ConfidentialSheets(version2From: random.Next(weeks));
        for (var n = 0; n < customers; n++)
        {
            var advisor = random.Next(6);
            sheets.Add(random.Next(weeks), $"advisor{advisor}", $"unit{advisor % 3}", sheets.Answers(random));
        }

        return sheets;
    }

    public void Add(int week, string advisor, string unit, Dictionary<string, Answer> answers)
    {
        var of = FirstWeek.Plus(week);
        var at = new DateTimeOffset(of.Monday, new TimeOnly(9, 0), TimeSpan.Zero).AddDays(Responses.Count % 20);
        Responses.Add(new Response(
            new ParticipantId(new BatchId(of, BatchKind.Import, 1), Responses.Count + 1), ParticipantKind.Customer, new CycleId(of, Versions[0].Survey),
            week < Version2From ? 1 : 2, Language.De, advisor, unit, "Private Banking", "Filiale", answers, 1, at, at, at));
    }

    /// <summary>The same with other answers to one question.</summary>
    public ConfidentialSheets With(string question, params (int Customer, Answer Answer)[] given)
    {
        var other = new ConfidentialSheets(Version2From);
        other.Responses.AddRange(Responses.Select((r, n) => given.Any(g => g.Customer == n)
            ? r with { Answers = new Dictionary<string, Answer>(r.Answers) { [question] = given.First(g => g.Customer == n).Answer } }
            : r));
        return other;
    }

    /// <summary>What may be counted once the cycles of so many weeks are closed.</summary>
    public FactTable ReleasedAfter(int weeks) => ReleasedAfter(weeks, out _);

    public FactTable ReleasedAfter(int weeks, out ReleasedSheets released)
    {
        var names = new FactNames();
        released = ReleasedBatches.Of(
            Responses
                .Where(r => r.Cycle.Week < FirstWeek.Plus(weeks))
                .GroupBy(r => (r.Cycle.Week, r.Version))
                .Select(cycle => Block(Versions[cycle.Key.Version - 1], cycle, names)),
            names, firstYear: 2025);
        return new FactTable(names, released.Blocks);
    }

    public Dictionary<string, Answer> Answers(Random random)
    {
        var answers = new Dictionary<string, Answer>();
        foreach (var question in Versions[0].Questions.Where(_ => random.Next(3) > 0))
        {
            answers[question.Id] = random.Next(6) == 0 && question.Kind == QuestionKind.Rating ? new Answer(CannotJudge: true) : Some(question.Id, random);
        }

        return answers;
    }

    /// <summary>Any score or choice that counts.</summary>
    public static Answer Some(string question, Random random) => question switch
    {
        "fcr" => new Answer(Choices: [random.Next(2) == 0 ? FixedChoices.Yes : FixedChoices.No]),
        "nps" => new Answer(random.Next(11)),
        _ => new Answer(random.Next(1, 6)),
    };

    private static FactBlock Block(SurveyVersion version, IEnumerable<Response> responses, FactNames names)
    {
        var builder = new FactBlockBuilder(version.Survey, version.Number, FactBlockBuilder.ColumnsOf(version), names);
        foreach (var response in responses)
        {
            builder.Add(response);
        }

        return builder.Build();
    }

    private static SurveyVersion Version(int number) => new(
        SurveyId.Parse("confidential"), number, default, new RatingScale(1, 5, s_text, s_text), s_text, s_text,
        [
            new("nps", QuestionKind.Nps, s_text),
            new("fcr", QuestionKind.Fcr, s_text),
            new("rating1", QuestionKind.Rating, s_text, Factor: CompetitiveFactor.AdviceQuality),
            new("rating2", QuestionKind.Rating, s_text, Factor: CompetitiveFactor.AdviceQuality),
        ]);
}
