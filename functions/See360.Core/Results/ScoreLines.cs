using System.Text.Json;
using See360.Core.Results.Statistics;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Results;

/// <summary>Means by factor and by field, of rating questions on one scale.</summary>
internal static class ScoreLines
{
    public static IReadOnlyList<ScoreLine> Factors(
        IReadOnlyList<ShownAnswer> ratings, IReadOnlyList<FactAnswer> self, ScoreScale scale, Language language, int missing) =>
    [
        .. FactorTexts.All.Select(factor => Line(
            factor.ToString(), FactorTexts.Of(factor).In(language), FactorTexts.IsPersonDependent(factor),
            ratings, self, q => q.Factor == factor, scale, missing)).OfType<ScoreLine>(),
    ];

    public static IReadOnlyList<ScoreLine> Fields(
        IReadOnlyList<ShownAnswer> ratings, IReadOnlyList<FactAnswer> self, ScoreScale scale, Language language, int missing) =>
    [
        .. FieldTexts.All.Select(field => Line(
            field.ToString(), FieldTexts.Of(field).In(language), null, ratings, self, q => q.Field == field, scale, missing)).OfType<ScoreLine>(),
    ];

    /// <summary>The scale that most ratings are on; 1–5 if there are none.</summary>
    public static ScoreScale MainScale(IEnumerable<FactAnswer> ratings) => ratings
        .GroupBy(r => r.Question.Scale!.Value)
        .OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Max)
        .Select(g => g.Key)
        .FirstOrDefault(new ScoreScale(1, 5));

    private static ScoreLine? Line(
        string id, string name, bool? personal, IReadOnlyList<ShownAnswer> ratings, IReadOnlyList<FactAnswer> self,
        Func<Question, bool> belongs, ScoreScale scale, int missing)
    {
        var distribution = new Distribution(scale.Min, scale.Max);
        var customers = new Dictionary<int, CustomerSum>();
        var cannotJudge = 0;
        foreach (var (customer, answer) in ratings)
        {
            if (!belongs(answer.Question.Question))
            {
                continue;
            }

            if (answer.Score is { } score)
            {
                distribution.Add(score);
                var sum = customers.GetValueOrDefault(customer);
                customers[customer] = new CustomerSum(sum.Count + 1, sum.Sum + score);
            }
            else
            {
                cannotJudge++;
            }
        }

        int[] own = [.. self.Where(a => a.Score is not null && belongs(a.Question.Question)).Select(a => a.Score!.Value)];
        if (distribution.Total == 0 && cannotJudge == 0 && own.Length == 0)
        {
            return null;
        }

        var mean = Mean.Of(customers.Values, scale.Min, scale.Max);
        double? ownMean = own.Length > 0 ? own.Average() : null;
        var gap = SelfImageGap.Of(ownMean, mean);
        return new ScoreLine(
            JsonNamingPolicy.CamelCase.ConvertName(id), name, personal, Figure.Of(mean, missing),
            distribution.Total > 0 ? distribution.Counts : [], cannotJudge, ownMean, gap?.Gap, gap?.Marked ?? false);
    }
}
