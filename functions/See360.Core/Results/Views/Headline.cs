using See360.Core.Results.Facts;
using See360.Core.Results.Slices;
using See360.Core.Results.Statistics;
using See360.Core.Surveys;

namespace See360.Core.Results.Views;

/// <summary>What a pass has found of the sheets of one slice as a whole. Those of other sheets can be added: figures are computed of the
/// sums, never of figures.</summary>
internal sealed class Headline
{
    private readonly Tally _nps = new();
    private readonly Tally _csat = new();
    private readonly Tally _fcr = new();
    private readonly Dictionary<(SurveyId Survey, ScoreScale Scale), Tally> _surveys = [];
    private readonly Dictionary<ScoreScale, Tally> _narrowed = [];

    public int Sheets { get; private set; }

    public Distribution Nps => _nps.Distribution(new ScoreScale(0, 10));

    public Distribution Csat => _csat.Distribution(new ScoreScale(1, 5));

    public int Yes => Fcr(FixedChoices.Yes);

    public int No => Fcr(FixedChoices.No);

    public int Unknown => Fcr(FixedChoices.Unknown);

    /// <summary>The scale that most ratings are on; 1–5 if there are none.</summary>
    public ScoreScale Scale => _surveys
        .GroupBy(s => s.Key.Scale, s => s.Value.Sums.N + s.Value.CannotJudge)
        .Where(g => g.Sum() > 0)
        .OrderByDescending(g => g.Sum()).ThenBy(g => g.Key.Max)
        .Select(g => g.Key)
        .FirstOrDefault(new ScoreScale(1, 5));

    /// <summary>Of one pass. Field and factor narrow the ratings, and nothing else: NPS, CSAT and FCR are asked of the whole conversation.</summary>
    /// <param name="count">Of <see cref="MeasureKey.GroupingOf"/> the slice, or of a grouping that counts more.</param>
    public static Headline Of(FactCount<MeasureKey> count, Slice slice)
    {
        var (headline, narrowed) = (new Headline { Sheets = count.Sheets }, MeasureKey.Narrowed(slice));
        foreach (var (key, scale, tally) in count.Groups)
        {
            switch (key.What)
            {
                case Measured.Nps:
                    headline._nps.Add(tally);
                    break;
                case Measured.Csat:
                    headline._csat.Add(tally);
                    break;
                case Measured.Fcr:
                    headline._fcr.Add(tally);
                    break;
                case Measured.Ratings or Measured.Rating:
                    At(headline._surveys, (key.Survey!.Value, scale!.Value)).Add(tally);
                    break;
            }

            if (scale is { } of && (narrowed is { } wanted ? key == wanted : key.What == Measured.Ratings))
            {
                At(headline._narrowed, of).Add(tally);
            }
        }

        return headline;
    }

    /// <param name="times">1 for other sheets; −1 takes sheets away that are in it.</param>
    public void Add(Headline other, int times = 1)
    {
        Sheets += other.Sheets * times;
        _nps.Add(other._nps, times);
        _csat.Add(other._csat, times);
        _fcr.Add(other._fcr, times);
        foreach (var (key, tally) in other._surveys)
        {
            At(_surveys, key).Add(tally, times);
        }

        foreach (var (key, tally) in other._narrowed)
        {
            At(_narrowed, key).Add(tally, times);
        }
    }

    /// <summary>Everything but the part.</summary>
    public Headline Without(Headline part)
    {
        var rest = new Headline();
        rest.Add(this);
        rest.Add(part, -1);
        return rest;
    }

    /// <summary>The ratings that the slice asks for, on one scale.</summary>
    public Tally Ratings(ScoreScale scale) => _narrowed.GetValueOrDefault(scale) ?? new Tally();

    /// <summary>Surveys with ratings on another scale.</summary>
    public IEnumerable<SurveyId> SurveysNotOn(ScoreScale scale) => _surveys
        .Where(s => s.Key.Scale != scale && s.Value.Sums.N + s.Value.CannotJudge > 0)
        .Select(s => s.Key.Survey)
        .Distinct();

    private static Tally At<TKey>(Dictionary<TKey, Tally> tallies, TKey key)
        where TKey : notnull => tallies.TryGetValue(key, out var tally) ? tally : tallies[key] = new Tally();

    private int Fcr(string choice) => _fcr.Of(AnswerCode.OfFixed(QuestionKind.Fcr, choice));
}
