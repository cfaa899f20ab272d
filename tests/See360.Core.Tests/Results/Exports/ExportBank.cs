using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Results;
using See360.Core.Results.Exports;
using See360.Core.Results.Facts;
using See360.Core.Results.Released;
using See360.Core.Results.Slices;
using See360.Core.Results.Views;
using See360.Core.Surveys;
using See360.Core.Tests.Results.Facts;
using See360.Core.Texts;
using See360.Core.Users;
using See360.Testing;

namespace See360.Core.Tests.Results.Exports;

/// <summary>A bank with random answers to surveys of every kind of question, the last survey confidential; and its documents.</summary>
internal sealed class ExportBank : IResultTables
{
    public const string Manager = "vm@musterbank.example";
    public const string Head = "head@musterbank.example";

    private static readonly InstituteId _id = InstituteId.Parse("musterbank");

    private readonly InMemoryRecordStore _store = new();
    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private readonly RandomSheets _sheets;
    private readonly string _name;

    /// <param name="emptySheets">So many more, without an answer.</param>
    /// <param name="name">What everything that somebody names is called: units, segments, surveys.</param>
    public ExportBank(int seed, int sheets = 200, string name = "Nord", int emptySheets = 0)
    {
        (_sheets, _name) = (new RandomSheets(seed, surveys: 3, sheets), name);
        for (var n = 0; n < _sheets.Versions.Count; n++)
        {
            var version = _sheets.Versions[n];
            _sheets.Versions[n] = version with { Questions = [.. version.Questions.Select(q => q with { Text = new LocalizedText($"{q.Id}?", $"{q.Id}?") })] };
        }

        for (var n = 0; n < _sheets.Responses.Count; n++)
        {
            var response = _sheets.Responses[n];
            _sheets.Responses[n] = response with { Segment = response.Segment.Length > 0 ? name : "", Channel = response.Channel == "Video" ? name : "" };
        }

        Table = Read(emptySheets);
        Records = new ExportRecords(_store);
        var show = new ShowResults(this, new OrganisationCharts(new InstituteRecords(_store), new OrganisationRecords(_store), _clock), new ParticipantRecords(_store), _clock);
        Export = new ExportResults(show, Records, _clock);
        Show = show;
    }

    public ResultTable Table { get; }

    public ExportRecords Records { get; }

    public ExportResults Export { get; }

    public ShowResults Show { get; }

    public async Task<ExportBank> OpenAsync()
    {
        var bank = Institute.With(_id, 7, _name);
        await new InstituteRecords(_store).Institutes.InsertAsync(InstituteRecords.Partition, _id.ToString(), bank);
        foreach (var unit in new Unit[] { new("top", _name, null, null), new("unit0", _name, "top", Head), new("unit1", $"{_name} 1", "top", null), new("unit2", $"{_name} 2", "unit0", null) })
        {
            await new OrganisationRecords(_store).Units.InsertAsync(OrganisationRecords.Partition(_id), OrganisationRecords.UnitRow(unit.Number), unit);
        }

        foreach (var n in Enumerable.Range(0, 6))
        {
            var advisor = new Employee($"advisor{n}", n + 1, Salutation.Frau, "", "Jana", "Berg", "", "unit0", "", "Kundenbetreuer");
            await new OrganisationRecords(_store).Employees.InsertAsync(OrganisationRecords.Partition(_id), OrganisationRecords.EmployeeRow(advisor.UserName), advisor);
        }

        return this;
    }

    public static ResultReader Reader(Language language = Language.De, string user = Manager, Role role = Role.SalesManagement) => new(_id, user, [role], language);

    public async Task<byte[]> WriteAsync(ExportFormat format, Slice? slice = null, ResultReader? reader = null)
    {
        using var bytes = new MemoryStream();
        await using var output = new AsynchronousStream(bytes);
        var document = await Export.ExecuteAsync(reader ?? Reader(), slice ?? All(), format);
        await document!.WriteAsync(output, CancellationToken.None);
        return bytes.ToArray();
    }

    public async Task<T> ViewAsync<T>(ResultView<T> view, Slice? slice = null)
        where T : class => (await Show.ExecuteAsync(Reader(), slice ?? All(), view))!.Value!;

    public static Slice All(string? unit = null, string? compare = null, string? period = null) => Slice.Parse(new SliceParameters(Unit: unit, Compare: compare, Period: period ?? "all"));

    public Task<ResultTable> ReadAsync(InstituteId institute, CancellationToken cancel = default) => Task.FromResult(Table);

    public Task<IReadOnlyList<TableComment>> CommentsAsync(InstituteId institute, ResultTable table, CancellationToken cancel = default) =>
        Task.FromResult<IReadOnlyList<TableComment>>(
        [
            .. _sheets.Versions.Take(2).Select(v => Comment(v, "praise", $"{_name} war sehr freundlich.", "unit1", daysAgo: 40, nps: 10)),
            Comment(_sheets.Versions[0], "improve", "=SUMME(A1:A9) Wartezeit", "unit0", daysAgo: 10, nps: 3),
            Comment(_sheets.Versions[2], "improve", "Vertraulich gesagt", "unit0", daysAgo: 30, nps: null),
        ]);

    /// <summary>Four of six advisors sent ten mails each, of which seven were answered.</summary>
    private static CycleState Sent(SurveyId survey) => new(
        new CycleId(new IsoWeek(2026, 42), survey), true, new DateTimeOffset(2026, 10, 12, 8, 0, 0, TimeSpan.Zero),
        new CycleTotals(40, 40, 0, 30, 29, 28, 0, Enumerable.Range(0, 4).ToDictionary(n => $"advisor{n}", _ => new AdvisorReturn(10, 0, 7, 8, 7, 0))));

    private TableComment Comment(SurveyVersion version, string question, string text, string unit, int daysAgo, int? nps) => new(
        version.Survey, version.Number, version.Questions.First(q => q.Kind == QuestionKind.FreeText) with { Id = question }, text, "advisor1", unit, "", "",
        FactTime.Of(_clock.GetUtcNow().AddDays(-daysAgo)), SheetMarks.Customer, Nps: nps);

    private ResultTable Read(int emptySheets)
    {
        var facts = _sheets.Table(r => r.Cycle.Week.Week / 8);
        var confidential = _sheets.Versions[2].Survey;
        var released = ReleasedBatches.Of(facts.Blocks.Where(b => b.Survey == confidential), facts.Names, 2026);
        var empty = new FactBlock(_sheets.Versions[0].Survey, 1, FactBlockBuilder.ColumnsOf(_sheets.Versions[0]), emptySheets);
        Array.Fill(empty.Minutes, FactTime.Of(_clock.GetUtcNow().AddDays(-10)));
        var surveys = _sheets.Versions.GroupBy(v => v.Survey).Select((v, n) => new Survey(
            v.Key, n + 1, SurveyKind.EventBased, new LocalizedText($"{_name} {n + 1}", $"{_name} {n + 1}"), [], v.Max(x => x.Number), new SurveyRules(),
            v.Key == confidential ? ConfidentialityMode.Confidential : ConfidentialityMode.Personal, true, "set"));
        return new ResultTable(
            "1", new FactTable(facts.Names, [.. facts.Blocks.Where(b => b.Survey != confidential), .. released.Blocks, empty]), [.. surveys], [Sent(_sheets.Versions[0].Survey)], [],
            [new WithheldSurvey(confidential, released.Blocks.Count > 0 ? 0 : 3, released.Missing)]);
    }

    /// <summary>As the body of an HTTP answer: synchronous writes are an error.</summary>
    private sealed class AsynchronousStream(Stream inner) : MemoryStream
    {
        public override bool CanSeek => false;

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => inner.WriteAsync(buffer, offset, count, cancellationToken);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => inner.WriteAsync(buffer, cancellationToken);
    }
}
