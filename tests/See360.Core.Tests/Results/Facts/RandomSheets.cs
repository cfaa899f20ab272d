using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Results.Facts;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Tests.Results.Facts;

/// <summary>Surveys with every kind of measured question, and answer sheets to them, from a seed.</summary>
internal sealed class RandomSheets
{
    private static readonly LocalizedText _text = new("?", "?");
    private static readonly (int Min, int Max)[] _scales = [(1, 5), (1, 6), (1, 7), (0, 10)];

    private readonly Random _random;

    public RandomSheets(int seed, int surveys = 3, int sheets = 400)
    {
        _random = new Random(seed);
        for (var n = 0; n < surveys; n++)
        {
            Versions.Add(Version(SurveyId.Parse($"survey{n}"), 1));
        }

        Versions.Add(Version(Versions[0].Survey, 2));
        for (var n = 1; n <= sheets; n++)
        {
            Responses.Add(Sheet(n));
        }
    }

    public List<SurveyVersion> Versions { get; } = [];

    public List<Response> Responses { get; } = [];

    public FactNames Names { get; } = new();

    /// <param name="cut">Blocks are cut where this changes.</param>
    public FactTable Table(Func<Response, int> cut) => new(Names,
    [
        .. Versions.SelectMany(version => Responses
            .Where(r => r.Cycle.Survey == version.Survey && r.Version == version.Number)
            .GroupBy(cut)
            .Select(part => Block(version, part))),
    ]);

    private FactBlock Block(SurveyVersion version, IEnumerable<Response> responses)
    {
        var builder = new FactBlockBuilder(version.Survey, version.Number, FactBlockBuilder.ColumnsOf(version), Names);
        foreach (var response in responses)
        {
            builder.Add(response);
        }

        return builder.Build();
    }

    private SurveyVersion Version(SurveyId survey, int number)
    {
        var (min, max) = _scales[_random.Next(_scales.Length)];
        var questions = new List<Question>
        {
            new("nps", QuestionKind.Nps, _text),
            new("csat", QuestionKind.Csat, _text),
            new("fcr", QuestionKind.Fcr, _text),
            new("level", QuestionKind.Level, _text),
            new("text", QuestionKind.FreeText, _text),
            new("many", QuestionKind.MultipleChoice, _text, Choices: [new("a", _text), new("b", _text), new("c", _text)]),
        };
        for (var n = 0; n < 1 + _random.Next(30); n++)
        {
            questions.Add(new Question(
                $"rating{n}", QuestionKind.Rating, _text, Field: Some<BusinessField>(), Factor: Some<CompetitiveFactor>()));
        }

        return new SurveyVersion(survey, number, default, new RatingScale(min, max, _text, _text), _text, _text, questions);
    }

    private T? Some<T>()
        where T : struct, Enum => _random.Next(5) == 0 ? null : Enum.GetValues<T>()[_random.Next(3)];

    private Response Sheet(int n)
    {
        var version = Versions[_random.Next(Versions.Count)];
        var week = new IsoWeek(2026, 1).Plus(_random.Next(40));
        var answers = new Dictionary<string, Answer>();
        foreach (var question in version.Questions.Where(_ => _random.Next(4) > 0))
        {
            answers[question.Id] = AnswerTo(question, version);
        }

        var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(_random.Next(400_000));
        return new Response(
            new ParticipantId(new BatchId(week, BatchKind.Import, 1), n), (ParticipantKind)Math.Max(0, _random.Next(12) - 9), new CycleId(week, version.Survey),
            version.Number, Language.De, $"advisor{_random.Next(9)}", $"unit{_random.Next(4)}", _random.Next(2) == 0 ? "" : "Private Banking",
            _random.Next(3) == 0 ? "Video" : "Filiale", answers, 1, at, at, _random.Next(10) == 0 ? null : at, ByInterviewer: _random.Next(20) == 0 ? true : null);
    }

    private Answer AnswerTo(Question question, SurveyVersion version)
    {
        if (_random.Next(8) == 0 && question.Kind == QuestionKind.Rating)
        {
            return new Answer(CannotJudge: true);
        }

        if (question.Kind == QuestionKind.MultipleChoice)
        {
            return new Answer(Choices: [.. question.Choices!.Where(_ => _random.Next(2) == 0).Select(c => c.Id)]);
        }

        if (See360.Core.Surveys.Scores.Of(question.Kind, version.RatingScale) is { } scale)
        {
            int Score() => _random.Next(scale.Min, scale.Max + 1);
            return question.Kind == QuestionKind.Level ? new Answer(Score(), Desired: Score()) : new Answer(Score());
        }

        return question.Kind == QuestionKind.FreeText
            ? new Answer(Text: "Vielen Dank")
            : new Answer(Choices: [FixedChoices.For(question)[_random.Next(3)].Id]);
    }
}
