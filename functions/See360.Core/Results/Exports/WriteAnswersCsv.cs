using System.Globalization;
using See360.Core.Imports;

namespace See360.Core.Results.Exports;

/// <summary>The flat table as CSV, written as it is read.</summary>
internal static class WriteAnswersCsv
{
    public static async Task RunAsync(FlatTable table, Stream output, CancellationToken cancel)
    {
        await using var csv = new CsvOutput(output);
        await csv.WriteAsync(table.Columns.Select(c => c.Header), cancel);
        var cells = new string[table.Columns.Count];
        foreach (var row in table.Rows())
        {
            for (var n = 0; n < cells.Length; n++)
            {
                cells[n] = Text(table.Columns[n].Read(row));
            }

            await csv.WriteAsync(cells, cancel);
        }
    }

    private static string Text(FlatCell cell) =>
        cell.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? cell.Number?.ToString(CultureInfo.InvariantCulture) ?? cell.Text ?? "";
}
