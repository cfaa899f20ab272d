using System.Text;

namespace See360.Core.Results.Exports;

/// <summary>The workbook behind a chart: categories in the first column, then a column for each series, then those of its bounds.</summary>
internal static class ChartBook
{
    private const string SheetName = "Daten";
    private const double FirstWidth = 40;
    private const double Width = 14;

    public static string Name(int series) => Cell(series + 1, 1);

    public static string Categories(ChartData chart) => Column(chart, 0);

    public static string Values(ChartData chart, int series) => Column(chart, series + 1);

    /// <summary>How far the interval reaches above the value.</summary>
    public static string Above(ChartData chart, int series) => Column(chart, 1 + chart.Series.Count + (2 * series));

    public static string Below(ChartData chart, int series) => Column(chart, 2 + chart.Series.Count + (2 * series));

    public static async Task<byte[]> WriteAsync(ChartData chart, DateTimeOffset at, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await WorkbookPackage.WriteAsync(bytes, [(SheetName, (xml, first) => RowsAsync(xml, first, chart, cancel))], at, cancel);
        return bytes.ToArray();
    }

    private static async Task RowsAsync(SheetXml xml, bool first, ChartData chart, CancellationToken cancel)
    {
        xml.Begin(Enumerable.Range(0, 1 + (3 * chart.Series.Count)).Select(n => n == 0 ? FirstWidth : Width), first);
        xml.BeginRow();
        for (var n = 0; n < chart.Series.Count; n++)
        {
            var series = chart.Series[n];
            xml.Cell(n + 1, FlatCell.Of(series.Name, CellForm.Header));
        }

        for (var n = 0; n < chart.Series.Count; n++)
        {
            if (chart.Series[n].Bounds)
            {
                xml.Cell(1 + chart.Series.Count + (2 * n), FlatCell.Of($"{chart.Series[n].Name} +", CellForm.Header));
                xml.Cell(2 + chart.Series.Count + (2 * n), FlatCell.Of($"{chart.Series[n].Name} −", CellForm.Header));
            }
        }

        await xml.EndRowAsync(cancel);
        for (var row = 0; row < chart.Categories.Count; row++)
        {
            xml.BeginRow();
            xml.Cell(0, FlatCell.Of(chart.Categories[row]));
            for (var n = 0; n < chart.Series.Count; n++)
            {
                xml.Cell(n + 1, FlatCell.Of(chart.Series[n].Figures[row]?.Value));
            }

            for (var n = 0; n < chart.Series.Count; n++)
            {
                if (chart.Series[n].Bounds && chart.Series[n].Figures[row] is { Value: { } value } figure)
                {
                    xml.Cell(1 + chart.Series.Count + (2 * n), FlatCell.Of(figure.High - value));
                    xml.Cell(2 + chart.Series.Count + (2 * n), FlatCell.Of(value - figure.Low));
                }
            }

            await xml.EndRowAsync(cancel);
        }

        await xml.EndAsync(0, cancel);
    }

    private static string Column(ChartData chart, int column)
    {
        var name = Encoding.ASCII.GetString(CellNames.Column(column));
        return $"{SheetName}!${name}$2:${name}${chart.Categories.Count + 1}";
    }

    private static string Cell(int column, int row) => $"{SheetName}!${Encoding.ASCII.GetString(CellNames.Column(column))}${row}";
}
