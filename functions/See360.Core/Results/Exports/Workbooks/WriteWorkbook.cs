using See360.Core.Texts;

namespace See360.Core.Results.Exports;

/// <summary>The workbook of a slice: answers, figures, comments, explanation. Written as the answers are read.</summary>
internal static class WriteWorkbook
{
    private const double HeaderHeight = 92;

    private static readonly LocalizedText _answers = new("Antworten", "Answers");

    public static Task RunAsync(ResultReport report, FlatTable answers, Stream output, CancellationToken cancel)
    {
        var language = report.Sliced.Language;
        return WorkbookPackage.WriteAsync(
            output,
            [
                (_answers.In(language), (xml, first) => AnswersAsync(xml, first, answers, cancel)),
                (MeasureSheet.Name.In(language), (xml, first) => MeasureSheet.WriteAsync(xml, first, MeasureLines.Of(report, language), language, cancel)),
                (CommentSheet.Name.In(language), (xml, first) => CommentSheet.WriteAsync(xml, first, report.Sliced, report.AllComments, cancel)),
                (ExplanationSheet.Name.In(language), (xml, first) => ExplanationSheet.WriteAsync(xml, first, report, answers, report.Sliced.Now, cancel)),
            ],
            report.Sliced.Now,
            cancel);
    }

    private static async Task AnswersAsync(SheetXml xml, bool first, FlatTable table, CancellationToken cancel)
    {
        var columns = table.Columns;
        xml.Begin(columns.Select(c => c.Width), first);
        xml.BeginRow(HeaderHeight);
        for (var n = 0; n < columns.Count; n++)
        {
            xml.Cell(n, FlatCell.Of(columns[n].Header, CellForm.Header));
        }

        await xml.EndRowAsync(cancel);
        foreach (var row in table.Rows())
        {
            xml.BeginRow();
            for (var n = 0; n < columns.Count; n++)
            {
                xml.Cell(n, columns[n].Read(row));
            }

            await xml.EndRowAsync(cancel);
        }

        await xml.EndAsync(columns.Count, cancel);
    }
}
