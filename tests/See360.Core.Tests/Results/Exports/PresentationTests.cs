using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;
using See360.Core.Results.Exports;
using See360.Core.Results.Views;
using See360.Core.Texts;
using A = DocumentFormat.OpenXml.Drawing;

namespace See360.Core.Tests.Results.Exports;

public class PresentationTests
{
    private static readonly int[] _sizes = [0, 1, 6, 120, 700];

    [Fact]
    public void Presentation_OfAnyAnswers_IsValidAndItsChartsCanBeEdited() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => ValidAsync(seed).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(12));

    private static async Task ValidAsync(int seed)
    {
        var bank = await new ExportBank(seed, _sizes[seed % _sizes.Length], seed % 3 == 0 ? "A & <B>\u0001 \u00AD \"C\" =1+1" : "Nord").OpenAsync();
        var slice = ExportBank.All(seed % 5 == 0 ? "unit0" : null, seed % 5 == 0 ? "institute" : null, seed % 7 == 0 ? "2026-Q1" : null);

        using var document = Open(await bank.WriteAsync(ExportFormat.Pptx, slice, ExportBank.Reader(seed % 2 == 0 ? Language.De : Language.En)));

        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"));
        foreach (var chart in Slides(document).SelectMany(s => s.ChartParts))
        {
            using var stream = chart.EmbeddedPackagePart!.GetStream();
            using var book = SpreadsheetDocument.Open(stream, false);
            Assert.Empty(new OpenXmlValidator().Validate(book));
        }
    }

    [Fact]
    public async Task Slides_WithAnswers_HaveChartsAndNoPicture()
    {
        using var document = Open(await (await new ExportBank(31, 700).OpenAsync()).WriteAsync(ExportFormat.Pptx));

        var slides = Slides(document);

        Assert.True(slides.Sum(s => s.ChartParts.Count()) >= 6);
        Assert.All(slides, s => Assert.Empty(s.ImageParts));
        Assert.Contains(slides, s => s.Slide!.Descendants<A.Table>().Any());
    }

    [Fact]
    public async Task Slides_OfABankThatSends_HaveTheActivityIndexWithItsParts()
    {
        using var document = Open(await (await new ExportBank(31, 700).OpenAsync()).WriteAsync(ExportFormat.Pptx));

        var slide = Assert.Single(Slides(document), s => s.Slide!.InnerText.Contains("Activity Index:", StringComparison.Ordinal));

        Assert.Contains("Berater mit Einladungen: 4 von 6", slide.Slide!.InnerText, StringComparison.Ordinal);
        Assert.Contains("Rücklaufquote: 28 von 40 (Ziel 35 %)", slide.Slide.InnerText, StringComparison.Ordinal);
        Assert.Contains("Nicht bekannt: Versendete von geplanten Einladungen", slide.Slide.InnerText, StringComparison.Ordinal);
        Assert.Contains("nie für eine Person", slide.NotesSlidePart!.NotesSlide!.InnerText, StringComparison.Ordinal);
        Assert.Single(slide.ChartParts);
    }

    [Fact]
    public async Task Slides_AllOfThem_HaveTitleNotesDateAndNumber()
    {
        using var document = Open(await (await new ExportBank(31, 700).OpenAsync()).WriteAsync(ExportFormat.Pptx));

        foreach (var slide in Slides(document))
        {
            var first = slide.Slide!.CommonSlideData!.ShapeTree!.Elements<DocumentFormat.OpenXml.Presentation.Shape>().First();
            Assert.Contains(first.Descendants<PlaceholderShape>().Single().Type!.Value, new[] { PlaceholderValues.Title, PlaceholderValues.CenteredTitle });
            Assert.Contains("Antwortbögen", slide.NotesSlidePart!.NotesSlide!.InnerText, StringComparison.Ordinal);
            Assert.Contains("22. November 2026", slide.Slide.InnerText, StringComparison.Ordinal);
            Assert.All(slide.Slide.Descendants<GraphicFrame>(), f => Assert.NotEmpty(f.NonVisualGraphicFrameProperties!.NonVisualDrawingProperties!.Description!.Value!));
        }

        Assert.All(Slides(document).Skip(1), s => Assert.Contains(s.Slide!.Descendants<PlaceholderShape>(), p => p.Type?.Value == PlaceholderValues.SlideNumber));
    }

    /// <summary>In the chart and in the workbook behind it.</summary>
    [Fact]
    public async Task Chart_OfTheFactors_HoldsTheNumbersOfTheView()
    {
        var bank = await new ExportBank(31, 700).OpenAsync();
        var factors = (await bank.ViewAsync(ResultViews.Overview)).Factors;
        using var document = Open(await bank.WriteAsync(ExportFormat.Pptx));

        var charts = Slides(document).SelectMany(s => s.ChartParts).Where(c => c.ChartSpace!.Descendants<BarChart>().Any()).ToList();

        var chart = Assert.Single(charts, c => c.ChartSpace!.Descendants<ErrorBars>().Any() && Categories(c).SequenceEqual(factors.Select(f => OfficeText.Clean(f.Name))));
        Assert.Equal(factors.Select(f => f.Figure.Value), Values(chart));
        using var stream = chart.EmbeddedPackagePart!.GetStream();
        using var book = SpreadsheetDocument.Open(stream, false);
        var cells = book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>();
        Assert.Equal(factors.Select(f => f.Figure.Value), cells.Where(c => c.CellReference!.Value!.StartsWith('B') && c.CellReference != "B1").Select(c => (double?)double.Parse(c.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Presentation_WithoutAnswers_SaysSo()
    {
        using var document = Open(await (await new ExportBank(32, 0).OpenAsync()).WriteAsync(ExportFormat.Pptx));

        Assert.Contains(Slides(document), s => s.Slide!.InnerText.Contains("Noch keine Antworten", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Theme_HasTheInstitutesNameAndColour()
    {
        using var document = Open(await (await new ExportBank(33, 20).OpenAsync()).WriteAsync(ExportFormat.Pptx));

        var theme = document.PresentationPart!.SlideMasterParts.Single().ThemePart!.Theme!;

        Assert.Equal("Nord", theme.Name!.Value);
        Assert.Equal("C8102E", theme.Descendants<A.Accent1Color>().Single().RgbColorModelHex!.Val!.Value);
        Assert.All(theme.Descendants<A.LatinFont>(), f => Assert.Equal("Arial", f.Typeface!.Value));
    }

    private static PresentationDocument Open(byte[] bytes) => PresentationDocument.Open(new MemoryStream(bytes), false);

    private static List<SlidePart> Slides(PresentationDocument document) =>
        [.. document.PresentationPart!.Presentation!.SlideIdList!.Elements<SlideId>().Select(id => (SlidePart)document.PresentationPart.GetPartById(id.RelationshipId!.Value!))];

    private static IEnumerable<string> Categories(ChartPart chart) =>
        chart.ChartSpace!.Descendants<BarChartSeries>().First().Descendants<CategoryAxisData>().Single().Descendants<StringPoint>().Select(p => p.NumericValue!.Text);

    private static IEnumerable<double?> Values(ChartPart chart) =>
        chart.ChartSpace!.Descendants<BarChartSeries>().First().Descendants<DocumentFormat.OpenXml.Drawing.Charts.Values>().Single().Descendants<NumericPoint>()
            .Select(p => (double?)double.Parse(p.NumericValue!.Text, System.Globalization.CultureInfo.InvariantCulture));
}
