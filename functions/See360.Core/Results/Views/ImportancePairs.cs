using See360.Core.Results.Facts;
using See360.Core.Results.Statistics;
using See360.Core.Surveys;

namespace See360.Core.Results.Views;

/// <summary>What customers who answered a factor's ratings answered to overall satisfaction: sums over sheets of one version. They are whole numbers,
/// apart by how many of the ratings somebody answered, and become means at the end: so nothing depends on the order of the sheets.</summary>
internal sealed class ImportancePairs : ISheetCounter
{
    /// <summary>Ratings of one factor that a customer gives: the first so many are looked at.</summary>
    private const int Most = 15;

    private readonly int? _overall;
    private readonly IReadOnlyList<(CompetitiveFactor Factor, int[] Members, PairSums[] ByAnswers)> _factors;
    private readonly HashSet<int> _wanted;

    private ImportancePairs(int? overall, IReadOnlyList<(CompetitiveFactor Factor, int[] Members, PairSums[] ByAnswers)> factors)
    {
        (_overall, _factors) = (overall, factors);
        _wanted = [.. factors.SelectMany(f => f.Members), .. overall is { } column ? [column] : Array.Empty<int>()];
    }

    public static ImportancePairs Of(IReadOnlyList<FactColumn> columns, QuestionKind overall, ScoreScale scale, BusinessField? field)
    {
        var ratings = columns.Index().Where(c =>
            c.Item.Asked.Question is { Kind: QuestionKind.Rating, Factor: not null } question && c.Item.Asked.Scale == scale && (field is null || question.Field == field));
        var target = columns.Index().Where(c => c.Item.Asked.Question.Kind == overall).Select(c => (int?)c.Index).FirstOrDefault();
        var factors = ratings.GroupBy(c => c.Item.Asked.Question.Factor!.Value, c => c.Index).Select(g => (Factor: g.Key, Members: g.Take(Most).ToArray()));
        return new ImportancePairs(target, [.. factors.Select(f => (f.Factor, f.Members, new PairSums[f.Members.Length]))]);
    }

    /// <summary>By factor.</summary>
    public static Dictionary<CompetitiveFactor, Correlation> Correlations(IEnumerable<ImportancePairs> versions) => versions
        .SelectMany(v => v._factors)
        .GroupBy(f => f.Factor, f => f.ByAnswers)
        .ToDictionary(f => f.Key, Correlate);

    public bool Wants(int column) => _wanted.Contains(column);

    public void Add(SheetRun sheets)
    {
        if (_overall is not { } other)
        {
            return;
        }

        foreach (var (_, members, byAnswers) in _factors)
        {
            for (var answers = 1; answers <= members.Length; answers++)
            {
                byAnswers[answers - 1] += ColumnKernels.Pairs(sheets.Answers, members, other, answers, sheets.Mask, sheets.Start, sheets.End);
            }
        }
    }

    private static Correlation Correlate(IEnumerable<PairSums[]> versions)
    {
        var sums = new PairSums[Most];
        foreach (var (place, sum) in versions.SelectMany(v => v.Index()))
        {
            sums[place] += sum;
        }

        var correlation = default(Correlation);
        foreach (var (place, sum) in sums.Index())
        {
            correlation.Add(sum, place + 1);
        }

        return correlation;
    }
}
