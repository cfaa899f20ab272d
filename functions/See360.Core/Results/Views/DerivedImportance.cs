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
    private readonly Dictionary<CompetitiveFactor, Correlation> _factors;

    private DerivedImportance(QuestionKind overall, Dictionary<CompetitiveFactor, Correlation> factors) => (Overall, _factors) = (overall, factors);

    /// <summary>Which question stands for overall satisfaction.</summary>
    public QuestionKind Overall { get; }

    /// <param name="count">Of the slice.</param>
    public static DerivedImportance Of(Sliced sliced, SliceCount count)
    {
        var personal = sliced.Surveys.Where(s => s.Confidentiality == ConfidentialityMode.Personal).Select(s => s.Id).ToHashSet();
        var filter = sliced.Here.Filter with { Surveys = personal };
        var asked = personal.Count == sliced.Surveys.Count
            ? count.Here
            : Headline.Of(FactPass.Run(sliced.Table.Facts, filter, MeasureKey.Loyalty), Slice.Everything);
        var overall = asked.Csat.Total > 0 ? QuestionKind.Csat : QuestionKind.Nps;
        var found = FactScan.Run(sliced.Table.Facts, filter, columns => ImportancePairs.Of(columns, overall, count.Scale, sliced.Slice.Field));
        return new DerivedImportance(overall, ImportancePairs.Correlations(found));
    }

    public Measure Of(CompetitiveFactor factor) => _factors.GetValueOrDefault(factor).Measured();
}
