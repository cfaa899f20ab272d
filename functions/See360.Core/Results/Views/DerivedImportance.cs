using System.Runtime.InteropServices;
using See360.Core.Results.Facts;
using See360.Core.Results.Slices;
using See360.Core.Results.Statistics;
using See360.Core.Surveys;

namespace See360.Core.Results.Views;

/// <summary>
/// How closely the rating of a factor goes with the overall satisfaction of the same customers: the correlation of each customer's mean of
/// the factor with what he answered to CSAT (or NPS, where no CSAT is asked). Derived, not asked for (D. R. Bacon, "A Comparison of
/// Approaches to Importance-Performance Analysis", International Journal of Market Research 45(1), 2003). Only surveys in personal mode: in
/// confidential ones nothing says which answers belong together.
/// </summary>
internal sealed class DerivedImportance
{
    private readonly Dictionary<CompetitiveFactor, int[]> _pairs = [];

    private DerivedImportance(QuestionKind overall) => Overall = overall;

    /// <summary>Which question stands for overall satisfaction.</summary>
    public QuestionKind Overall { get; }

    public static DerivedImportance Of(Sliced sliced, ScoreScale scale)
    {
        var personal = sliced.Surveys.Where(s => s.Confidentiality == ConfidentialityMode.Personal).Select(s => s.Id).ToHashSet();
        var filter = sliced.Here.Filter with { Surveys = personal };
        var asked = Headline.Of(FactPass.Run(sliced.Table.Facts, filter, MeasureKey.Loyalty), Slice.Everything);
        var found = new DerivedImportance(asked.Csat.Total > 0 ? QuestionKind.Csat : QuestionKind.Nps);
        BlockSelection.Walk(sliced.Table.Facts, filter, columns => Plan.Of(columns, found.Overall, scale, sliced.Slice.Field), found.Add);
        return found;
    }

    public Measure Of(CompetitiveFactor factor)
    {
        var correlation = default(Correlation);
        foreach (var (place, times) in (_pairs.GetValueOrDefault(factor) ?? []).Index().Where(p => p.Item > 0))
        {
            var (overall, count, sum) = (place / Place.Counts / Place.Sums, place / Place.Sums % Place.Counts, place % Place.Sums);
            if (count > 0)
            {
                correlation.Add((double)sum / count, overall, times);
            }
        }

        return correlation.Measured();
    }

    private void Add(Plan plan, BlockSelection selection)
    {
        if (plan.Overall is not { } target)
        {
            return;
        }

        var (columns, last) = (selection.Block.Answers, Math.Min(selection.End, selection.Block.Count));
        var mask = selection.Mask;
        var overall = columns[target];
        var rows = new List<int>(selection.Count);
        for (var row = selection.Start; row < last; row++)
        {
            if (overall[row] >= AnswerCode.First && (mask.IsEmpty || mask[row] != 0))
            {
                rows.Add(row);
            }
        }

        foreach (var (factor, members) in plan.Factors)
        {
            var pairs = _pairs.TryGetValue(factor, out var known) ? known : _pairs[factor] = new int[Place.All];
            if (members is [var only])
            {
                AddOne(columns[only], overall, rows, pairs);
            }
            else
            {
                AddSeveral(columns, members, overall, rows, pairs);
            }
        }
    }

    private static void AddOne(byte[] ratings, byte[] overall, List<int> rows, int[] pairs)
    {
        foreach (var row in CollectionsMarshal.AsSpan(rows))
        {
            if (ratings[row] is >= AnswerCode.First and var code)
            {
                pairs[Place.Of(AnswerCode.Score(overall[row]), 1, AnswerCode.Score(code))]++;
            }
        }
    }

    private static void AddSeveral(byte[][] columns, int[] members, byte[] overall, List<int> rows, int[] pairs)
    {
        foreach (var row in CollectionsMarshal.AsSpan(rows))
        {
            var (count, sum) = (0, 0);
            foreach (var member in members)
            {
                var code = columns[member][row];
                var answers = code >= AnswerCode.First ? 1 : 0;
                (count, sum) = (count + answers, sum + (AnswerCode.Score(code) * answers));
            }

            // Nobody has 0 answers with a sum: that place is not looked at.
            pairs[Place.Of(AnswerCode.Score(overall[row]), count, sum)]++;
        }
    }

    /// <summary>Where equal pairs are counted: so no sum of fractions depends on the order of the sheets.</summary>
    private static class Place
    {
        /// <summary>Ratings of one factor that a customer gives: the first so many are looked at.</summary>
        public const int Most = 15;

        public const int Counts = Most + 1;
        public const int Sums = (Most * 10) + 1;
        public const int All = 11 * Counts * Sums;

        public static int Of(int overall, int count, int sum) => (((overall * Counts) + count) * Sums) + sum;
    }

    /// <param name="Overall">Place of the column; null: the version does not ask it.</param>
    private sealed record Plan(int? Overall, IReadOnlyList<(CompetitiveFactor Factor, int[] Members)> Factors)
    {
        public static Plan Of(IReadOnlyList<FactColumn> columns, QuestionKind overall, ScoreScale scale, BusinessField? field)
        {
            var ratings = columns.Index().Where(c =>
                c.Item.Asked.Question is { Kind: QuestionKind.Rating, Factor: not null } question && c.Item.Asked.Scale == scale && (field is null || question.Field == field));
            var target = columns.Index().Where(c => c.Item.Asked.Question.Kind == overall).Select(c => (int?)c.Index).FirstOrDefault();
            return new Plan(target, [.. ratings.GroupBy(c => c.Item.Asked.Question.Factor!.Value, c => c.Index).Select(g => (g.Key, g.Take(Place.Most).ToArray()))]);
        }
    }
}
