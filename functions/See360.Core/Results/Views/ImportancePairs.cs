using System.Runtime.InteropServices;
using See360.Core.Results.Facts;
using See360.Core.Results.Statistics;
using See360.Core.Surveys;

namespace See360.Core.Results.Views;

/// <summary>How often customers who rated a factor so were so satisfied overall: sheets of one version. Equal pairs are counted, and made fractions of
/// at the end: so no sum of fractions depends on the order of the sheets.</summary>
internal sealed class ImportancePairs
{
    /// <summary>Ratings of one factor that a customer gives: the first so many are looked at.</summary>
    private const int Most = 15;

    private const int Overalls = 11;

    private readonly int? _overall;
    private readonly IReadOnlyList<FactorPairs> _factors;
    private readonly List<int> _rows = [];

    private ImportancePairs(int? overall, IReadOnlyList<FactorPairs> factors) => (_overall, _factors) = (overall, factors);

    public static ImportancePairs Of(IReadOnlyList<FactColumn> columns, QuestionKind overall, ScoreScale scale, BusinessField? field)
    {
        var ratings = columns.Index().Where(c =>
            c.Item.Asked.Question is { Kind: QuestionKind.Rating, Factor: not null } question && c.Item.Asked.Scale == scale && (field is null || question.Field == field));
        var target = columns.Index().Where(c => c.Item.Asked.Question.Kind == overall).Select(c => (int?)c.Index).FirstOrDefault();
        return new ImportancePairs(
            target, [.. ratings.GroupBy(c => c.Item.Asked.Question.Factor!.Value, c => c.Index).Select(g => new FactorPairs(g.Key, [.. g.Take(Most)], scale.Max))]);
    }

    /// <summary>By factor.</summary>
    public static Dictionary<CompetitiveFactor, Correlation> Correlations(IEnumerable<ImportancePairs> versions)
    {
        var pairs = new Dictionary<CompetitiveFactor, SortedDictionary<(int Overall, int Count, int Sum), int>>();
        foreach (var factor in versions.SelectMany(v => v._factors))
        {
            factor.AddTo(pairs.TryGetValue(factor.Factor, out var known) ? known : pairs[factor.Factor] = []);
        }

        return pairs.ToDictionary(p => p.Key, p => Correlate(p.Value));
    }

    public void Add(SheetRun sheets)
    {
        if (_overall is not { } target)
        {
            return;
        }

        var overall = sheets.Answers[target];
        _rows.Clear();
        for (var row = sheets.Start; row < sheets.Last; row++)
        {
            if (overall[row] >= AnswerCode.First && sheets.Takes(row))
            {
                _rows.Add(row);
            }
        }

        foreach (var factor in _factors)
        {
            factor.Add(sheets.Answers, overall, CollectionsMarshal.AsSpan(_rows));
        }
    }

    private static Correlation Correlate(SortedDictionary<(int Overall, int Count, int Sum), int> pairs)
    {
        var correlation = default(Correlation);
        foreach (var ((overall, count, sum), times) in pairs)
        {
            correlation.Add((double)sum / count, overall, times);
        }

        return correlation;
    }

    private sealed class FactorPairs(CompetitiveFactor factor, int[] members, int highest)
    {
        private readonly int _sums = (members.Length * highest) + 1;
        private readonly int[] _times = new int[Overalls * (members.Length + 1) * ((members.Length * highest) + 1)];

        public CompetitiveFactor Factor => factor;

        public void Add(byte[][] columns, byte[] overall, ReadOnlySpan<int> rows)
        {
            if (members is [var only])
            {
                AddOne(columns[only], overall, rows);
            }
            else
            {
                AddSeveral(columns, overall, rows);
            }
        }

        public void AddTo(SortedDictionary<(int Overall, int Count, int Sum), int> pairs)
        {
            foreach (var (place, times) in _times.Index().Where(p => p.Item > 0))
            {
                var pair = (place / _sums / (members.Length + 1), place / _sums % (members.Length + 1), place % _sums);
                if (pair.Item2 > 0)
                {
                    pairs[pair] = pairs.GetValueOrDefault(pair) + times;
                }
            }
        }

        private void AddOne(byte[] ratings, byte[] overall, ReadOnlySpan<int> rows)
        {
            foreach (var row in rows)
            {
                if (ratings[row] is >= AnswerCode.First and var code)
                {
                    _times[Place(AnswerCode.Score(overall[row]), 1, AnswerCode.Score(code))]++;
                }
            }
        }

        private void AddSeveral(byte[][] columns, byte[] overall, ReadOnlySpan<int> rows)
        {
            foreach (var row in rows)
            {
                var (count, sum) = (0, 0);
                foreach (var member in members)
                {
                    var code = columns[member][row];
                    var answers = code >= AnswerCode.First ? 1 : 0;
                    (count, sum) = (count + answers, sum + (AnswerCode.Score(code) * answers));
                }

                // Nobody has 0 answers with a sum: that place is not looked at.
                _times[Place(AnswerCode.Score(overall[row]), count, sum)]++;
            }
        }

        private int Place(int overall, int count, int sum) => (((overall * (members.Length + 1)) + count) * _sums) + sum;
    }
}
