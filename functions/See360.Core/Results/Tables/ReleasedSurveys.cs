using See360.Core.Results.Facts;
using See360.Core.Results.Released;
using See360.Core.Surveys;

namespace See360.Core.Results.Tables;

/// <summary>What is released of an institute's confidential surveys, kept until a further cycle is final. What is not released leaves the memory by no
/// other way.</summary>
internal sealed class ReleasedSurveys
{
    private readonly Dictionary<SurveyId, Kept> _kept = [];

    /// <param name="cycles">All of the institute, oldest first.</param>
    /// <param name="firstYear">As in <see cref="ReleasedBatches.Of"/>.</param>
    public ReleasedSheets Of(SurveyId survey, IEnumerable<CycleFacts> cycles, FactNames names, int firstYear)
    {
        var final = Final(survey, cycles).ToList();
        var mark = Mark.Text(final.Select(c => c.Blocks.Mark).Append((ulong)firstYear));
        if (!_kept.TryGetValue(survey, out var kept) || kept.Mark != mark || kept.Names != names)
        {
            kept = _kept[survey] = new Kept(mark, names, ReleasedBatches.Of(final.SelectMany(c => c.Blocks.Customers), names, firstYear));
        }

        return kept.Sheets;
    }

    public static WithheldSurvey? Withheld(SurveyId survey, ReleasedSheets sheets) => (sheets.Blocks.Count, sheets.Missing.Count) switch
    {
        (0, 0) => new WithheldSurvey(survey, ReleasedBatches.Least, sheets.Missing),
        (0, _) => new WithheldSurvey(survey, sheets.Missing.Values.Min(), sheets.Missing),
        (_, 0) => null,
        _ => new WithheldSurvey(survey, 0, sheets.Missing),
    };

    /// <summary>Cycles of which nobody can change an answer any more, so that those to come are all behind them.</summary>
    public static IEnumerable<CycleFacts> Final(SurveyId survey, IEnumerable<CycleFacts> cycles) => cycles.Where(c => c.Id.Survey == survey).TakeWhile(c => c.Final);

    private sealed record Kept(string Mark, FactNames Names, ReleasedSheets Sheets);
}
