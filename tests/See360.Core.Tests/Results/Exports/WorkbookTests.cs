using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;
using See360.Core.Results.Exports;
using See360.Core.Results.Views;
using See360.Core.Texts;
using See360.Core.Users;

namespace See360.Core.Tests.Results.Exports;

public class WorkbookTests
{
    private static readonly int[] _sizes = [0, 1, 6, 120, 700];

    [Fact]
    public void Workbook_OfAnyAnswers_IsValid() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => ValidAsync(seed).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    private static async Task ValidAsync(int seed)
    {
        var language = seed % 2 == 0 ? Language.De : Language.En;
        var bank = await new ExportBank(seed, _sizes[seed % _sizes.Length], seed % 3 == 0 ? "A & <B>\u0001 \u00AD_x0041_ \uD800" : "Nord").OpenAsync();
        var slice = ExportBank.All(seed % 5 == 0 ? "unit0" : null, seed % 5 == 0 ? "institute" : null, seed % 7 == 0 ? "2026-Q1" : null);

        using var document = Open(await bank.WriteAsync(ExportFormat.Xlsx, slice, ExportBank.Reader(language)));

        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath} {e.Description}"));
        Assert.Equal(language == Language.De ? ["Antworten", "Kennzahlen", "Kommentare", "Erläuterung"] : ["Answers", "Figures", "Comments", "Explanation"], Names(document));
    }

    [Fact]
    public async Task Answers_AreThoseOfTheCsv_WithRealNumbersAndDates()
    {
        var bank = await new ExportBank(21, 300).OpenAsync();
        using var document = Open(await bank.WriteAsync(ExportFormat.Xlsx));

        var rows = Rows(document, "Antworten");

        var csv = CsvText.Read(await bank.WriteAsync(ExportFormat.Csv));
        Assert.Equal(csv.Count, rows.Count);
        foreach (var (row, text) in rows.Skip(1).Zip(csv.Skip(1)))
        {
            Assert.Equal(DateOnly.ParseExact(text[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), DateOnly.FromDateTime(DateTime.FromOADate((double)row[0]!)));
            Assert.Equal(text.Skip(1), Enumerable.Range(1, text.Length - 1).Select(n => Convert.ToString(row.GetValueOrDefault(n), CultureInfo.InvariantCulture) ?? ""));
        }
    }

    [Fact]
    public async Task Answers_Sheet_HasAFilterAndAFrozenHeader()
    {
        var bank = await new ExportBank(22, 50).OpenAsync();
        using var document = Open(await bank.WriteAsync(ExportFormat.Xlsx));

        var sheet = Sheet(document, "Antworten");

        Assert.StartsWith("A1:", sheet.GetFirstChild<AutoFilter>()!.Reference!.Value, StringComparison.Ordinal);
        Assert.Equal(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State!.Value);
        Assert.All(sheet.Descendants<Column>(), c => Assert.True(c.Width!.Value >= 8));
    }

    [Theory]
    [InlineData(Language.De)]
    [InlineData(Language.En)]
    public async Task Figures_AreThoseOfTheViews(Language language)
    {
        var bank = await new ExportBank(23, 500).OpenAsync();
        var slice = ExportBank.All("unit0", "institute");
        using var document = Open(await bank.WriteAsync(ExportFormat.Xlsx, slice, ExportBank.Reader(language)));
        var rows = Rows(document, language == Language.De ? "Kennzahlen" : "Figures");
        var overview = await bank.ViewAsync(ResultViews.Overview, slice);
        var grid = await bank.ViewAsync(ResultViews.Grid, slice);

        var expected = new List<(int, double?, double?, double?)>();
        foreach (var figure in new[] { overview.Nps, overview.Csat, overview.Satisfaction, overview.Fcr, overview.Mean, overview.ResponseRate })
        {
            expected.Add((figure.N, figure.Value, figure.Low, figure.High));
        }

        expected.AddRange(overview.Factors.Concat(overview.Fields).Select(l => l.Figure).Concat(grid.Cells.Select(c => c.Figure)).Select(f => (f.N, f.Value, f.Low, f.High)));
        var written = rows.Skip(1).Where(r => Number(r, 3) is not null).Select(r => ((int)Number(r, 3)!.Value, Number(r, 4), Number(r, 5), Number(r, 6))).ToList();
        Assert.All(expected, figure => Assert.Contains(figure, written));
        Assert.Equal(Number(rows[1], 14), overview.Compared!.Nps.Diff!.Value);
    }

    [Fact]
    public async Task Figures_HoldTheActivityIndexWithItsPartsAndNoN()
    {
        var bank = await new ExportBank(28, 60).OpenAsync();
        using var document = Open(await bank.WriteAsync(ExportFormat.Xlsx));

        var rows = Rows(document, "Kennzahlen").Where(r => (string)r[0] == "Managementreport" && (string)r[2] == "Nord").ToList();

        var index = (await bank.ViewAsync(ResultViews.Management)).Index;
        Assert.Equal(["Activity Index", .. index.Parts.Select(p => $"Activity Index: {p.Name} ({p.Detail})")], rows.Select(r => (string)r[1]));
        Assert.Equal([index.Value, .. index.Parts.Select(p => (double?)p.Value)], rows.Select(r => Number(r, 4)));
        Assert.Contains(index.Parts, p => p is { Detail: "4 von 6", Value: > 0.66 and < 0.67 });
        Assert.All(rows, r => Assert.Null(Number(r, 3)));
    }

    [Fact]
    public async Task Comments_AreThoseOfThePageInItsOrder_AndNoFormulas()
    {
        var bank = await new ExportBank(26, 300).OpenAsync();
        using var document = Open(await bank.WriteAsync(ExportFormat.Xlsx));

        var rows = Rows(document, "Kommentare").Skip(1).ToList();

        var page = (await bank.ViewAsync(ResultViews.Comments(new CommentQuery()))).Comments;
        Assert.Equal(4, rows.Count);
        Assert.Equal(page.Select(c => (c.Praise ? "Lob" : "Verbesserung", c.Question, c.Unit, c.SurveyName)), rows.Select(r => (Text(r, 0), Text(r, 1), Text(r, 3), Text(r, 4))));
        Assert.Equal(page.Select(c => (c.On, (double?)c.Nps)), rows.Select(r => (Number(r, 5) is { } day ? DateOnly.FromDateTime(DateTime.FromOADate(day)) : (DateOnly?)null, Number(r, 6))));
        Assert.Equal(["Nord war sehr freundlich.", "Nord war sehr freundlich.", "'=SUMME(A1:A9) Wartezeit", "Vertraulich gesagt"], rows.Select(r => Text(r, 2)));
        Assert.Equal((null, null), (Number(rows[^1], 5), Number(rows[^1], 6)));

        static string Text(Dictionary<int, object> row, int column) => (string)row[column];
    }

    [Fact]
    public async Task Comments_OfAHead_AreThoseOfHisUnits()
    {
        var bank = await new ExportBank(27, 300).OpenAsync();
        using var document = Open(await bank.WriteAsync(ExportFormat.Xlsx, ExportBank.All("unit0"), ExportBank.Reader(user: ExportBank.Head, role: Role.Head)));

        Assert.Equal(["'=SUMME(A1:A9) Wartezeit", "Vertraulich gesagt"], Rows(document, "Kommentare").Skip(1).Select(r => r[2]));
    }

    [Fact]
    public async Task Workbook_OfMoreAnswersThanASheetHolds_IsRefusedAndNotLogged()
    {
        var bank = await new ExportBank(25, 0, emptySheets: FlatTable.MostRowsOfASheet + 1).OpenAsync();

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => bank.Export.ExecuteAsync(ExportBank.Reader(), ExportBank.All(), ExportFormat.Xlsx));

        Assert.Equal("export-too-large", refused.Code);
        Assert.Empty((await new ListExports(bank.Records).RunAsync(ExportBank.Reader().Institute)).Items);
    }

    [Fact]
    public async Task Explanation_NamesEachColumnOfTheAnswers()
    {
        var bank = await new ExportBank(24, 80).OpenAsync();
        using var document = Open(await bank.WriteAsync(ExportFormat.Xlsx));

        var explained = Rows(document, "Erläuterung").Select(r => r.GetValueOrDefault(0)).ToHashSet();

        Assert.All(Rows(document, "Antworten")[0].Values.Concat(Rows(document, "Kommentare")[0].Values), header => Assert.Contains(header, explained));
    }

    [Fact]
    public void AnyText_InACell_IsNoFormulaAndCanBeWritten() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>(), text =>
        {
            var safe = SharedTexts.Safe(text ?? "");

            Assert.True(safe is ['\'', ..] || safe == Core.Imports.Reading.CsvCells.Neutralise(safe));
            Assert.All(safe, c => Assert.True(char.IsSurrogate(c) || System.Xml.XmlConvert.IsXmlChar(c)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("a_x0041_b", "a_x005F_x0041_b")]
    [InlineData("_x00_", "_x00_")]
    [InlineData("Beratungs\u00ADqualität 😀", "Beratungsqualität 😀")]
    public void Text_InACell_IsSafe(string text, string expected) => Assert.Equal(expected, SharedTexts.Safe(text));

    [Fact]
    public void Text_WithHalvesOfCharacters_LosesThem() => Assert.Equal("abc", SharedTexts.Safe("a\u0000b" + '\uDC00' + "c"));

    private static SpreadsheetDocument Open(byte[] bytes) => SpreadsheetDocument.Open(new MemoryStream(bytes), false);

    private static List<string> Names(SpreadsheetDocument document) => [.. document.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(s => s.Name!.Value!)];

    private static Worksheet Sheet(SpreadsheetDocument document, string name)
    {
        var sheet = document.WorkbookPart!.Workbook!.Descendants<Sheet>().Single(s => s.Name == name);
        return ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet!;
    }

    /// <summary>By column: a number or a text.</summary>
    private static List<Dictionary<int, object>> Rows(SpreadsheetDocument document, string name)
    {
        var texts = document.WorkbookPart!.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>().Select(i => i.InnerText).ToList();
        return [.. Sheet(document, name).Descendants<Row>().Select(row => row.Elements<Cell>().Where(c => c.CellValue is not null).ToDictionary(
            c => Place(c.CellReference!.Value!),
            c => c.DataType?.Value == CellValues.SharedString ? texts[int.Parse(c.CellValue!.Text, CultureInfo.InvariantCulture)] : (object)double.Parse(c.CellValue!.Text, CultureInfo.InvariantCulture)))];
    }

    private static int Place(string reference) => reference.TakeWhile(char.IsAsciiLetter).Aggregate(0, (sum, c) => (sum * 26) + c - 'A' + 1) - 1;

    private static double? Number(Dictionary<int, object> row, int column) => row.TryGetValue(column, out var value) ? (double)value : null;
}
