using See360.Core.Results.Facts;
using See360.Core.Surveys;

namespace See360.Benchmarks.Results;

/// <summary>What the pages ask, put to the columns.</summary>
internal sealed class ResultsQueries
{
    private readonly FactTable _table;
    private readonly Grouping<string> _grid = new(GridOf);
    private readonly Grouping<string> _scores = new(c => c.Asked.Question.Kind is QuestionKind.Nps or QuestionKind.Csat or QuestionKind.Fcr ? [c.Asked.Question.Id] : []);
    private readonly Grouping<string> _single = new(c => [c.Asked.Question.Id]);
    private readonly Grouping<string> _factors = new(c => c.Asked.Question.Factor is { } factor ? [$"{(int)factor}"] : []);
    private readonly int[] _byUnit;
    private readonly int[] _byAdvisor;

    public ResultsQueries(ResultsScale scale)
    {
        _table = scale.Table;
        _byUnit = [.. Enumerable.Range(0, ushort.MaxValue + 1).Select(code => code is > 0 and <= ResultsScale.Units ? code - 1 : -1)];
        _byAdvisor = [.. Enumerable.Range(0, ushort.MaxValue + 1).Select(code => code is > 0 and <= ResultsScale.Advisors ? code - 1 : -1)];
        var (lastYear, end) = (ResultsScale.Month(48), ResultsScale.Month(60));
        All =
        [
            ("grid", "field × factor over everything, with sums", () => Lines(FactPass.Run(_table, new FactFilter(), _grid))),
            ("scores", "NPS, CSAT, FCR over everything", () => Lines(FactPass.Run(_table, new FactFilter(), _scores))),
            ("trend", "NPS, CSAT, FCR by month", () => Parts(FactSplit.ByPeriod(_table, new FactFilter(), _scores, [.. Enumerable.Range(0, 61).Select(ResultsScale.Month)]))),
            ("units", "NPS, CSAT, FCR by unit", () => Parts(FactSplit.ByUnit(_table, new FactFilter(), _scores, _byUnit, ResultsScale.Units))),
            ("advisors", "factors by advisor, last year", () => Parts(FactSplit.ByAdvisor(_table, new FactFilter(From: lastYear, To: end), _factors, _byAdvisor, ResultsScale.Advisors))),
            ("questions", "each question of one survey", () => Lines(FactPass.Run(_table, new FactFilter(Surveys: new HashSet<SurveyId> { SurveyId.Parse("survey0") }), _single))),
            ("slice", "field × factor of five units and a segment, last year", () => Lines(FactPass.Run(_table, Slice(scale) with { From = lastYear, To = end }, _grid))),
            ("advisor", "field × factor of one advisor", () => Lines(FactPass.Run(_table, new FactFilter(Advisors: scale.Names.Advisors.Where(a => a.StartsWith("advisor042", StringComparison.Ordinal))), _grid))),
        ];
    }

    /// <summary>Name, what it asks, and the numbers, ordered, one group a line.</summary>
    public IReadOnlyList<(string Name, string What, Func<IReadOnlyList<string>> Run)> All { get; }

    private static FactFilter Slice(ResultsScale scale) => new(
        Units: scale.Names.Units.Where(u => string.CompareOrdinal(u, "05") < 0 && u.Length > 0), Segments: scale.Names.Segments.Where(s => s == "Private Banking"));

    private static IEnumerable<string> GridOf(FactColumn column)
    {
        if (column.Asked.Question is { Kind: QuestionKind.Rating, Field: { } field, Factor: { } factor })
        {
            yield return $"{(int)field}/{(int)factor}";
            yield return $"{(int)field}/";
            yield return $"/{(int)factor}";
            yield return "/";
        }
    }

    private static List<string> Lines(FactCount<string> count) =>
        [.. count.Groups.Select(g => Line(g.Key, g.Tally)).Order(StringComparer.Ordinal).Prepend($"sheets {count.Sheets}")];

    private static List<string> Parts(IReadOnlyList<FactCount<string>> parts) => [.. parts.SelectMany((p, n) => Lines(p).Select(line => $"{n} {line}"))];

    private static string Line(string key, Tally tally) => $"{key} {string.Join(',', tally.Counts.Skip(1).Take(12))} {tally.Sums.Customers},{tally.Sums.Sum},{tally.Sums.SumSquares},{tally.Sums.SumProducts},{tally.Sums.CountSquares}";
}
