using See360.Core.Results.Slices;
using See360.Core.Results.Views;

namespace See360.Core.Results.Exports;

/// <summary>The results of a slice as a document: what the pages show, through the same door; and a line in the log that it was taken along.</summary>
public sealed class ExportResults(ShowResults show, ExportRecords records, TimeProvider clock)
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Presentation = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    private const string Csv = "text/csv; charset=utf-8";
    private const int MostOfAMillisecond = 1_000;

    /// <returns>Null if he may not see that, or may not take it along.</returns>
    /// <exception cref="BadInput">The slice names what does not exist.</exception>
    /// <exception cref="RuleBroken">More answers than the document can hold.</exception>
    public async Task<ResultDocument?> ExecuteAsync(ResultReader reader, Slice slice, ExportFormat format, CancellationToken cancel = default)
    {
        if ((await show.ExecuteAsync(reader, slice, ResultReport.View, cancel: cancel))?.Value is not { Sliced.Scope.MayExport: true } report)
        {
            return null;
        }

        var answers = FlatTable.Of(report.Sliced);
        if (format == ExportFormat.Xlsx && Math.Max(answers.Count, report.AllComments.Count) > FlatTable.MostRowsOfASheet)
        {
            throw new RuleBroken("export-too-large", ExportTexts.TooManyRows);
        }

        // Before the first byte leaves: a document that was broken off was taken along in part.
        await LogAsync(reader, new ExportEntry(clock.GetUtcNow(), reader.UserName, format, slice.ToString(), answers.Count), cancel);
        var name = DocumentName.Of(report, format);
        return format switch
        {
            ExportFormat.Xlsx => new ResultDocument(name, Workbook, (output, c) => WriteWorkbook.RunAsync(report, answers, output, c)),
            ExportFormat.Pptx => new ResultDocument(name, Presentation, (output, c) => WritePresentation.RunAsync(report, output, c)),
            _ => new ResultDocument(name, Csv, (output, c) => WriteAnswersCsv.RunAsync(answers, output, c)),
        };
    }

    private async Task LogAsync(ResultReader reader, ExportEntry entry, CancellationToken cancel)
    {
        for (var number = 0; number < MostOfAMillisecond; number++)
        {
            if (await records.Exports.InsertAsync(ExportRecords.Partition(reader.Institute), ExportRecords.Row(entry.At, number), entry, cancel))
            {
                return;
            }
        }

        throw new InvalidOperationException("There is no place for another export of this millisecond.");
    }
}
