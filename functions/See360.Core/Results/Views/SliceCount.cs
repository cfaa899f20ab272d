using See360.Core.Results.Facts;
using See360.Core.Results.Slices;
using See360.Core.Results.Statistics;
using See360.Core.Surveys;

namespace See360.Core.Results.Views;

/// <summary>What is counted of a slice and of what it is compared with, in one pass each, with the scale that both are shown on.</summary>
internal sealed class SliceCount
{
    private readonly Dictionary<(MeasureKey, ScoreScale?), Tally> _here;
    private readonly Dictionary<(MeasureKey, ScoreScale?), Tally>? _there;
    private readonly Sliced _sliced;

    private SliceCount(Sliced sliced, Grouping<MeasureKey> grouping)
    {
        _sliced = sliced;
        var here = FactPass.Run(sliced.Table.Facts, sliced.Here.Filter, grouping);
        (_here, Here) = (Groups(here), Headline.Of(here, sliced.Slice));
        Scale = Here.Scale;
        if (ComparedCount.Of(sliced, grouping, here) is { } there)
        {
            (_there, There) = (Groups(there), Headline.Of(there, sliced.Slice));
        }

        Missing = Here.Sheets > 0 ? 0 : Withheld(sliced).Select(w => w.Missing).DefaultIfEmpty(0).Min();
        SelfImages = SelfImageMeans.Of(sliced, grouping);
    }

    public Headline Here { get; }

    /// <summary>Null: nothing is compared.</summary>
    public Headline? There { get; }

    public ScoreScale Scale { get; }

    /// <summary>Answers that are wanting before a confidential survey shows something; 0: something is shown, or nothing is withheld.</summary>
    public int Missing { get; }

    /// <summary>Those in the lines.</summary>
    public SelfImageMeans SelfImages { get; }

    public static SliceCount Of(Sliced sliced, Grouping<MeasureKey>? grouping = null) => new(sliced, grouping ?? MeasureKey.GroupingOf(sliced.Slice));

    /// <summary>Surveys of which nothing is shown yet: to anybody, or to the advisor who looks at himself.</summary>
    public static IEnumerable<(SurveyId Survey, int Missing)> Withheld(Sliced sliced) => sliced.Table.Withheld
        .Where(w => sliced.Surveys.Any(s => s.Id == w.Survey))
        .Select(w => (w.Survey, sliced.Slice.Advisor is { } own && w.ByAdvisor.TryGetValue(own, out var missing) ? missing : w.Missing))
        .Where(w => w.Item2 > 0);

    public Figure Figure(Measure measure) => Results.Figure.Of(measure, Missing);

    public Tally? At(MeasureKey key) => _here.GetValueOrDefault((key, Scale));

    /// <returns>Null if nothing at all was said.</returns>
    public ResultLine? Line(MeasureKey key, string id, string name, bool? personal) => Line(id, name, personal, At(key), ThereAt(key), SelfImages.Of(key, Scale));

    public ResultLine? Line(string id, string name, bool? personal, Tally? here, Tally? there, double? self)
    {
        if ((here is null || here.Sums.N + here.CannotJudge == 0) && (there is null || there.Sums.N == 0) && self is null)
        {
            return null;
        }

        var (tally, mean) = (here ?? new Tally(), here?.Mean(Scale) ?? Measure.Nothing);
        var gap = SelfImageGap.Of(self, mean);
        return new ResultLine(
            id, name, personal, Figure(mean), mean.N > 0 ? tally.Distribution(Scale).Counts : [], checked((int)tally.CannotJudge), self, gap?.Gap, gap?.Marked ?? false,
            There is null ? null : Results.Figure.Of(there?.Mean(Scale) ?? Measure.Nothing), DiffOf(here, there));
    }

    public Diff? DiffOf(Tally? here, Tally? there) =>
        here is null || there is null ? null : Diff.Of(Difference.OfMeans(here.Sums, there.Sums, Scale.Min, Scale.Max));

    public Tally? ThereAt(MeasureKey key) => _there?.GetValueOrDefault((key, Scale));

    /// <summary>Everything that the slice asks for, in one line.</summary>
    public ResultLine Total(string id, string name)
    {
        var here = Here.Ratings(Scale);
        var self = SelfImages.Of(_sliced.Slice, Scale);
        return Line(id, name, null, here, There?.Ratings(Scale), self) ?? new ResultLine(
            id, name, null, Figure(Measure.Nothing), [], 0, null, null, false, There is null ? null : Results.Figure.Of(Measure.Nothing), null);
    }

    private static Dictionary<(MeasureKey, ScoreScale?), Tally> Groups(FactCount<MeasureKey> count) =>
        count.Groups.ToDictionary(g => (g.Key, g.Scale), g => g.Tally);
}
