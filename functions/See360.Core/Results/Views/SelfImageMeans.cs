using See360.Core.Results.Facts;
using See360.Core.Results.Slices;
using See360.Core.Results.Statistics;

namespace See360.Core.Results.Views;

/// <summary>
/// Means of self-images, by the same groups as customers' answers: of each advisor the newest to each survey, completed before the slice's
/// end. Anybody sees his own; those of others only as a mean of five people or more (<see cref="SelfImageRelease"/>).
/// </summary>
internal sealed class SelfImageMeans
{
    private readonly Dictionary<(MeasureKey Key, ScoreScale Scale), CustomerSum> _sums = [];

    private readonly IReadOnlyList<SelfImageSheet> _sheets;

    private SelfImageMeans(IReadOnlyList<SelfImageSheet> sheets) => _sheets = sheets;

    /// <summary>Whose self-images are in it; 0: none is, or they are too few to be shown.</summary>
    public int Advisors { get; private init; }

    /// <summary>There are some, but too few.</summary>
    public bool TooFew { get; private init; }

    public static SelfImageMeans Of(Sliced sliced, Grouping<MeasureKey> grouping)
    {
        var sheets = Sheets(sliced);
        var advisors = sheets.Select(s => s.Advisor).Distinct().Count();
        if (advisors == 0 || !SelfImageRelease.IsShown(sliced))
        {
            return new SelfImageMeans([]) { TooFew = advisors > 0 };
        }

        var means = new SelfImageMeans(sheets) { Advisors = advisors };
        foreach (var sheet in sheets)
        {
            foreach (var (place, members) in grouping.Of(sheet.Block.Columns).Groups)
            {
                if (grouping.Key(place) is { Scale: { } scale, Key: var key })
                {
                    means.Add((key, scale), sheet, members);
                }
            }
        }

        return means;
    }

    /// <summary>The sheets that a slice means, whether or not they may be shown.</summary>
    public static IReadOnlyList<SelfImageSheet> Sheets(Sliced sliced)
    {
        var surveys = sliced.Surveys.Select(s => s.Id).ToHashSet();
        return SelfImageSheets.Newest(
            sliced.Table.Facts,
            s => surveys.Contains(s.Block.Survey) && sliced.Here.Advisors?.Invoke(s.Advisor) != false && (sliced.Slice.Version is not { } version || s.Block.Version == version),
            sliced.Here.Filter.To);
    }

    public double? Of(MeasureKey key, ScoreScale scale) => _sums.TryGetValue((key, scale), out var sum) && sum.Count > 0 ? (double)sum.Sum / sum.Count : null;

    /// <summary>Over whatever columns.</summary>
    public double? Of(Func<FactColumn, bool> wanted, ScoreScale scale)
    {
        var (count, sum) = (0, 0);
        foreach (var sheet in _sheets)
        {
            for (var column = 0; column < sheet.Block.Columns.Count; column++)
            {
                if (sheet.Block.Answers[column][sheet.Row] is >= AnswerCode.First and var code
                    && sheet.Block.Columns[column] is var asked && asked.Asked.Scale == scale && wanted(asked))
                {
                    (count, sum) = (count + 1, sum + AnswerCode.Score(code));
                }
            }
        }

        return count > 0 ? (double)sum / count : null;
    }

    /// <summary>Of everything that the slice asks for.</summary>
    public double? Of(Slice slice, ScoreScale scale)
    {
        if (MeasureKey.Narrowed(slice) is { } key)
        {
            return Of(key, scale);
        }

        var all = _sums.Where(s => s.Key.Key.What == Measured.Ratings && s.Key.Scale == scale).Select(s => s.Value).ToList();
        var count = all.Sum(s => s.Count);
        return count > 0 ? (double)all.Sum(s => s.Sum) / count : null;
    }

    private void Add((MeasureKey, ScoreScale) key, SelfImageSheet sheet, int[] members)
    {
        foreach (var member in members)
        {
            if (sheet.Block.Answers[member][sheet.Row] is >= AnswerCode.First and var code)
            {
                var sum = _sums.GetValueOrDefault(key);
                _sums[key] = new CustomerSum(sum.Count + 1, sum.Sum + AnswerCode.Score(code));
            }
        }
    }
}
