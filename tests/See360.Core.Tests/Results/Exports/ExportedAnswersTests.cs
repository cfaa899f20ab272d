using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using See360.Core.Results.Exports;
using See360.Core.Results.Slices;
using See360.Core.Results.Views;
using See360.Core.Surveys;
using See360.Core.Texts;
using See360.Core.Users;

namespace See360.Core.Tests.Results.Exports;

public class ExportedAnswersTests
{
    [Fact]
    public void Csv_AnyAnswers_HasARowForEachSheetOfTheView() => Prop.ForAll(Seeds(), seed => RowsAsync(seed).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    private static async Task RowsAsync(int seed)
    {
        var bank = await new ExportBank(seed, seed % 150).OpenAsync();
        var slice = ExportBank.All(seed % 3 == 0 ? "unit0" : null);

        var rows = CsvText.Read(await bank.WriteAsync(ExportFormat.Csv, slice));

        Assert.Equal((await bank.ViewAsync(ResultViews.Overview, slice)).Head.Sheets, rows.Count - 1);
        Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
        var days = rows.Skip(1).Select(r => r[0]).ToList();
        Assert.Equal(days.Order(StringComparer.Ordinal), days);
    }

    /// <summary>By hand: the mean of a cell is the mean of its questions' columns.</summary>
    [Fact]
    public async Task Csv_ReadBack_RecomputesFiveCellsOfTheGridExactly()
    {
        var bank = await new ExportBank(12, 600).OpenAsync();
        var grid = await bank.ViewAsync(ResultViews.Grid);
        var cells = grid.Cells.Where(c => c.Figure.N > 0).Take(5).ToList();
        Assert.Equal(5, cells.Count);
        foreach (var cell in cells)
        {
            var narrowed = Slice.Parse(new SliceParameters(Period: "all", Field: cell.Field, Factor: cell.Factor));
            var rows = CsvText.Read(await bank.WriteAsync(ExportFormat.Csv, narrowed));
            var columns = RatingColumns(bank, rows[0], grid.Head.Scale, cell);

            var answers = rows.Skip(1)
                .SelectMany(row => columns.Select(column => row[column]))
                .Where(text => text.Length > 0 && char.IsAsciiDigit(text[0]))
                .Select(text => int.Parse(text, CultureInfo.InvariantCulture))
                .ToList();

            Assert.Equal((cell.Figure.N, cell.Figure.Value), (answers.Count, (double)answers.Sum() / answers.Count));
        }
    }

    [Fact]
    public async Task Csv_HeadOfAUnit_NamesNoUnitThatIsNotHis()
    {
        var bank = await new ExportBank(3).OpenAsync();

        var rows = CsvText.Read(await bank.WriteAsync(ExportFormat.Csv, reader: ExportBank.Reader(user: ExportBank.Head, role: Role.Head)));

        var unit = Array.IndexOf(rows[0], "OE-Nummer");
        Assert.Equal(["", "unit0", "unit2"], rows.Skip(1).Select(r => r[unit]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Csv_ConfidentialSurvey_IsMarkedAndHasNeitherSegmentNorPerson()
    {
        var bank = await new ExportBank(8, 1500).OpenAsync();

        var rows = CsvText.Read(await bank.WriteAsync(ExportFormat.Csv));

        var (mode, segment, survey) = (Array.IndexOf(rows[0], "Vertraulichkeit"), Array.IndexOf(rows[0], "Segment"), Array.IndexOf(rows[0], "Umfrage"));
        Assert.DoesNotContain("Berater", rows[0]);
        Assert.Contains(rows, r => r[survey] == "Nord 3");
        Assert.All(rows.Skip(1), r => Assert.Equal(r[survey] == "Nord 3" ? "gebündelt" : "", r[mode]));
        Assert.All(rows.Skip(1).Where(r => r[survey] == "Nord 3"), r => Assert.Equal("", r[segment]));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+49")]
    [InlineData("@SUM(A1)")]
    [InlineData("-cmd|' /C calc'!A0")]
    [InlineData("\t=HYPERLINK(\"x\")")]
    [InlineData("\u200B=1")]
    [InlineData("＝1+1")]
    public async Task Csv_FormulaInANameOrSegment_IsNeutralised(string formula)
    {
        var bank = await new ExportBank(4, 60, formula).OpenAsync();

        var rows = CsvText.Read(await bank.WriteAsync(ExportFormat.Csv));

        Assert.Contains(rows.SelectMany(r => r), cell => cell == "'" + formula);
        Assert.DoesNotContain(rows.SelectMany(r => r), cell => Core.Imports.Reading.CsvCells.Neutralise(cell) != cell && cell[0] != '\'');
    }

    [Fact]
    public async Task Execute_WhoMayNotTakeAlong_GetsNothingAndNothingIsLogged()
    {
        var bank = await new ExportBank(4, 20).OpenAsync();

        var advisor = await bank.Export.ExecuteAsync(ExportBank.Reader(user: "advisor1", role: Role.Advisor), ExportBank.All(), ExportFormat.Csv);
        var otherUnit = await bank.Export.ExecuteAsync(ExportBank.Reader(user: ExportBank.Head, role: Role.Head), ExportBank.All("unit1"), ExportFormat.Csv);

        Assert.Equal((null, null), (advisor, otherUnit));
        Assert.Empty((await new ListExports(bank.Records).RunAsync(ExportBank.Reader().Institute)).Items);
    }

    [Fact]
    public async Task Execute_SeveralAtOnce_AreAllLogged()
    {
        var bank = await new ExportBank(4, 20).OpenAsync();

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => bank.Export.ExecuteAsync(ExportBank.Reader(Language.En), ExportBank.All("unit0"), ExportFormat.Xlsx)));

        var entries = (await new ListExports(bank.Records).RunAsync(ExportBank.Reader().Institute)).Items;
        Assert.Equal(5, entries.Count);
        Assert.All(entries, e => Assert.Equal((ExportBank.Manager, ExportFormat.Xlsx, "period=all&unit=unit0"), (e.By, e.Format, e.Slice)));
    }

    /// <summary>Columns of rating questions on the scale: those that are left are of one cell.</summary>
    private static List<int> RatingColumns(ExportBank bank, string[] header, See360.Core.Results.ScoreScale scale, GridCell cell)
    {
        var texts = bank.Table.Facts.Blocks.SelectMany(b => b.Columns)
            .Where(c => c.Asked.Question is { Kind: QuestionKind.Rating, Field: { } field, Factor: { } factor } && Slice.Id(field) == cell.Field && Slice.Id(factor) == cell.Factor && c.Asked.Scale == scale)
            .Select(c => c.Asked.Question.Text.De).ToHashSet();
        return [.. Enumerable.Range(0, header.Length).Where(n => texts.Any(t => header[n] == t || header[n].StartsWith($"{t} ({scale.Min}–{scale.Max})", StringComparison.Ordinal)))];
    }

    [Fact]
    public async Task Csv_Headers_AreAllDifferent()
    {
        var header = CsvText.Read(await (await new ExportBank(12, 600).OpenAsync()).WriteAsync(ExportFormat.Csv))[0];

        Assert.Equal(header.Length, header.Distinct().Count());
    }

    private static Arbitrary<int> Seeds() => Gen.Choose(0, int.MaxValue).ToArbitrary();
}
