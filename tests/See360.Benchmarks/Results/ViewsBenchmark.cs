using System.Globalization;
using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Results;
using See360.Core.Results.Facts;
using See360.Core.Results.Slices;
using See360.Core.Results.Views;
using See360.Core.Surveys;
using See360.Core.Texts;
using See360.Core.Users;

namespace See360.Benchmarks.Results;

/// <summary>What each page of results costs, warm, from the resolved address to the finished answer.</summary>
public sealed class ViewsBenchmark : IBenchmark
{
    public string Name => "views";

    public string Summary => "each page's data over [--sheets 1000000] answer sheets of 20 questions, five slices each, [--times 100] times one after the other; [--view NAME]";

    public Task RunAsync(Arguments arguments)
    {
        var (sheets, times) = (arguments.Number("sheets", 1_000_000), arguments.Number("times", 100));
        var scale = new ResultsScale(sheets);
        var (table, chart) = (Table(scale), Chart());
        SliceParameters[] slices =
        [
            new(), new(Period: "all"), new(Period: "all", Unit: "03", Compare: "institute"), new(Segment: "Private Banking", Compare: "previous"),
            new(Period: "all", Field: "financing", Channel: "Video"),
        ];
        var worst = 0.0;
        foreach (var (name, show) in Views().Where(v => v.Item1.StartsWith(arguments.Text("view", ""), StringComparison.Ordinal)))
        {
            var lines = new List<string>();
            foreach (var slice in slices)
            {
                var (latencies, processor) = Figures.Repeat(() => show(See(table, chart, slice)), times);
                worst = Math.Max(worst, Figures.Milliseconds(latencies, 0.99));
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{Figures.Milliseconds(latencies, 0.5):N1}/{Figures.Milliseconds(latencies, 0.99):N1}/{processor:N1}"));
            }

            Figures.Print(name, $"ms p50/p99/of processors: {string.Join("  ", lines)}");
        }

        Figures.Row("data of the slowest page and slice, warm, p99", "50 ms", string.Create(CultureInfo.InvariantCulture, $"{worst:N1} ms"));
        return Task.CompletedTask;
    }

    private static IEnumerable<(string, Func<Sliced, object>)> Views() =>
    [
        ("overview", s => Overview.Of(s, [])), ("grid", Grid.Of), ("organisation", OrganisationRows.Of), ("questions", Questions.Of),
        ("trend by week", s => Trend.Of(s, TrendStep.Week)), ("trend, rolling", s => Trend.Of(s, TrendStep.Rolling)), ("loyalty", Loyalty.Of),
        ("self-image", SelfImages.Of), ("management", Management.Of), ("return", SliceReturn.Of), ("maturity", Maturity.Of),
    ];

    private static Sliced See(ResultTable table, OrganisationChart chart, SliceParameters slice) => SliceResolution.Resolve(
        table, chart, new ResultReader(chart.Institute.Id, "vm@bank.example", [Role.SalesManagement], Language.De), Slice.Parse(slice),
        new DateTimeOffset(2026, 10, 31, 12, 0, 0, TimeSpan.Zero))!;

    private static ResultTable Table(ResultsScale scale)
    {
        var names = new LocalizedText("Umfrage", "Survey");
        return new ResultTable(
            "1", scale.Table,
            [.. scale.Versions.Select((v, n) => new Survey(v.Survey, n + 1, SurveyKind.EventBased, names, [], 1, new SurveyRules(), ConfidentialityMode.Personal, false, "set"))],
            [.. scale.Table.Blocks.Select(b => Cycle(scale, b))], [], []);
    }

    private static CycleState Cycle(ResultsScale scale, FactBlock block)
    {
        var (week, totals) = (FactTime.Week(block.Weeks[0]), scale.TotalsOf(block));
        return new CycleState(
            new CycleId(week, block.Survey), true, new DateTimeOffset(week.Monday, new TimeOnly(8, 0), TimeSpan.Zero),
            totals with { ByAdvisor = AdvisorReturns.Of(totals.ByAdvisor, scale.Names.Advisors) });
    }

    /// <summary>A tree of three levels.</summary>
    private static OrganisationChart Chart()
    {
        var units = Enumerable.Range(0, ResultsScale.Units)
            .Select(n => new Unit($"{n:D2}", $"Filiale {n}", n == 0 ? null : n < 8 ? "00" : $"{1 + (n % 7):D2}", null)).ToDictionary(u => u.Number);
        var people = Enumerable.Range(0, ResultsScale.Advisors)
            .Select(n => new Employee($"advisor{n:D3}@bank.example", n + 1, Salutation.Frau, "", "Jana", "Berg", "", $"{n % ResultsScale.Units:D2}", "", "Kundenbetreuer"))
            .ToDictionary(e => e.UserName);
        return new OrganisationChart(Institute.With(InstituteId.Parse("musterbank"), 1, "Musterbank"), units, people, "1");
    }
}
