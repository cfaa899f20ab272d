using See360.Core.Results.Statistics;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Results;

/// <summary>The figures of an advisor's page, of what may be shown and nothing else. Surveys are consolidated
/// (*konsolidiert*) by pooling their answers.</summary>
internal sealed class OwnFigures
{
    private const int LeastForStrength = 5;

    private readonly ShownAnswer[] _answers;
    private readonly FactAnswer[] _self;
    private readonly int _missing;

    /// <param name="shown">By survey.</param>
    /// <param name="self">The advisor's answers to the self-images of these surveys.</param>
    public OwnFigures(IReadOnlyList<Disclosed> shown, IEnumerable<FactAnswer> self)
    {
        _answers = [.. Consolidated(shown)];
        _missing = shown.Any(s => s.Customers > 0) ? 0 : shown.Select(s => s.Missing).Where(m => m > 0).DefaultIfEmpty(0).Min();
        Scale = ScoreLines.MainScale(_answers.Select(a => a.Answer).Where(IsRating));
        _self = [.. self.Where(a => IsRating(a) && a.Question.Scale == Scale)];
        OtherScales = [.. shown.Where(s => s.Answers.Any(a => IsRating(a.Answer) && a.Answer.Question.Scale != Scale)).Select(s => s.Survey)];
    }

    public ScoreScale Scale { get; }

    /// <summary>Surveys with ratings that are not in the means.</summary>
    public IReadOnlyList<Survey> OtherScales { get; }

    public Figure Nps() => Figure.Of(NetPromoterScore.Of(Pooled(QuestionKind.Nps, 0, 10)), _missing);

    public Figure Csat() => Figure.Of(Share.Csat(Pooled(QuestionKind.Csat, 1, 5)), _missing);

    public Figure Satisfaction() => Figure.Of(Mean.Of(Pooled(QuestionKind.Csat, 1, 5)), _missing);

    public Figure Fcr() => Figure.Of(Share.Fcr(Chosen(FixedChoices.Yes), Chosen(FixedChoices.No)), _missing);

    public int FcrUnknown() => Chosen(FixedChoices.Unknown);

    public IReadOnlyList<ScoreLine> Factors(Language language) => ScoreLines.Factors(Ratings(), _self, Scale, language, _missing);

    public IReadOnlyList<ScoreLine> Fields(Language language) => ScoreLines.Fields(Ratings(), _self, Scale, language, _missing);

    /// <summary>The factors themselves are compared, so only those with enough answers to say so.</summary>
    public static IReadOnlyList<Strength> Strengths(IEnumerable<ScoreLine> factors, ScoreScale scale) =>
    [
        .. factors
            .Where(f => f.Figure.N >= LeastForStrength && f.Figure.Value > (scale.Min + scale.Max) / 2.0)
            .OrderByDescending(f => f.Figure.Value).ThenByDescending(f => f.Figure.N)
            .Take(3)
            .Select(f => new Strength(f.Id, f.Name, f.Figure)),
    ];

    private static IEnumerable<ShownAnswer> Consolidated(IReadOnlyList<Disclosed> shown)
    {
        var before = 0;
        foreach (var survey in shown)
        {
            var most = -1;
            foreach (var answer in survey.Answers)
            {
                most = Math.Max(most, answer.Customer);
                yield return answer with { Customer = before + answer.Customer };
            }

            before += most + 1;
        }
    }

    private ShownAnswer[] Ratings() => [.. _answers.Where(a => IsRating(a.Answer) && a.Answer.Question.Scale == Scale)];

    private static bool IsRating(FactAnswer answer) => answer.Question.Question.Kind == QuestionKind.Rating;

    private Distribution Pooled(QuestionKind kind, int min, int max) => Distribution.Of(
        min, max, _answers.Where(a => a.Answer.Question.Question.Kind == kind && a.Answer.Score is not null).Select(a => a.Answer.Score!.Value));

    private int Chosen(string choice) => _answers.Count(a => a.Answer.Question.Question.Kind == QuestionKind.Fcr && a.Answer.Choice == choice);
}
