using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Results;
using See360.Core.Results.Facts;
using See360.Core.Results.Slices;
using See360.Core.Surveys;
using See360.Core.Tests.Results.Facts;
using See360.Core.Texts;
using See360.Core.Users;

namespace See360.Core.Tests.Results.Views;

/// <summary>Random sheets of a bank with units: unit0 over unit1 (over unit2) and unit3, advisors 0 to 8 in them by turns.</summary>
internal sealed class ViewWorld
{
    public const string Manager = "vm@bank.example";

    private readonly RandomSheets _sheets;

    public ViewWorld(int seed, int sheets = 400)
    {
        _sheets = new RandomSheets(seed, sheets: sheets);
        Table = new ResultTable(
            "v1", _sheets.Table(r => r.Cycle.Week.Week / 5),
            [.. _sheets.Versions.GroupBy(v => v.Survey).Select((g, n) => Survey(g.Key, n + 1, g.Max(v => v.Number)))], [], [], []);
    }

    public ResultTable Table { get; set; }

    public DateTimeOffset Now { get; } = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<SurveyVersion> Versions => _sheets.Versions;

    public static OrganisationChart Chart { get; } = new(
        Institute.With(InstituteId.Parse("musterbank"), 1, "Musterbank"),
        new[] { new Unit("unit0", "Bank", null, null), new Unit("unit1", "Nord", "unit0", "head@bank.example"), new Unit("unit2", "Hafen", "unit1", null), new Unit("unit3", "Süd", "unit0", null) }
            .ToDictionary(u => u.Number),
        Enumerable.Range(0, 9).Select(n => new Employee($"advisor{n}", n + 1, Salutation.Frau, "", "Jana", $"Berg{n}", "", $"unit{n % 4}", "", "Kundenbetreuer"))
            .Append(new Employee("head@bank.example", 77, Salutation.Frau, "", "Hanna", "Haupt", "", "unit1", "", ""))
            .ToDictionary(e => e.UserName),
        "c1");

    public static Survey Survey(SurveyId id, int number, int version, ConfidentialityMode mode = ConfidentialityMode.Personal, bool selfImage = false) => new(
        id, number, SurveyKind.EventBased, new LocalizedText($"{id}", $"{id}"), [], version, new SurveyRules(), mode, selfImage, "set", default, "vm");

    public Sliced? See(Slice slice, string userName = Manager, params Role[] roles) => SliceResolution.Resolve(
        Table, Chart, new ResultReader(Chart.Institute.Id, userName, roles.Length > 0 ? roles : [Role.SalesManagement], Language.De), slice, Now);

    public Sliced See(SliceParameters slice, string userName = Manager, params Role[] roles) => See(Slice.Parse(slice), userName, roles)!;

    /// <summary>The same question put to the sheets, one by one.</summary>
    public List<Response> Sheets(Sliced sliced, SlicePart? part = null)
    {
        var (slice, period) = (sliced.Slice, (part ?? sliced.Here).Period);
        var rest = part is not null && slice.Compare == Comparison.Institute;
        return
        [
            .. _sheets.Responses.Where(r => r is { CompletedAt: { } at, Kind: ParticipantKind.Customer, ByInterviewer: not true }
                && period.Holds(at)
                && (slice.Surveys.Count == 0 || slice.Surveys.Contains(r.Cycle.Survey))
                && (slice.Advisor is null || (r.Advisor == slice.Advisor) != rest)
                && (slice.Unit is null || slice.Advisor is not null || Chart.Subtree(slice.Unit).Contains(r.Unit) != rest)
                && (slice.Segment is null || r.Segment == slice.Segment)
                && (slice.Channel is null || r.Channel == slice.Channel)
                && (slice.Version is null || r.Version == slice.Version)),
        ];
    }

    /// <summary>Scores of rating questions on one scale, each with its question; one list a sheet.</summary>
    public IEnumerable<List<(Question Question, int Score)>> Ratings(IEnumerable<Response> sheets, ScoreScale scale) => sheets.Select(sheet =>
    {
        var version = Versions.Single(v => v.Survey == sheet.Cycle.Survey && v.Number == sheet.Version);
        return (version.RatingScale.Min, version.RatingScale.Max) == (scale.Min, scale.Max)
            ? version.Questions.Where(q => q.Kind == QuestionKind.Rating && sheet.Answers.GetValueOrDefault(q.Id)?.Score is not null)
                .Select(q => (q, sheet.Answers[q.Id].Score!.Value)).ToList()
            : [];
    });

    public static SliceParameters Random(Random random)
    {
        string? Some(int oneIn, string text) => random.Next(oneIn) == 0 ? text : null;
        var unit = Some(2, $"unit{1 + random.Next(3)}");
        return new SliceParameters(
            Some(3, "survey0"), new[] { null, "all", "6m", "2026-Q2", "2026-03-01..2026-05-17" }[random.Next(5)], unit, null,
            Some(4, "Private Banking"), Some(4, "Video"), Some(3, "financing"), Some(4, "initiative"), null,
            random.Next(3) == 0 && unit is not null ? "institute" : null);
    }
}
