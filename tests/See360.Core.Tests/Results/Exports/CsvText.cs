using System.Text;

namespace See360.Core.Tests.Results.Exports;

/// <summary>Reads CSV back, as simply as can be: all fields are quoted, rows end with CRLF.</summary>
internal static class CsvText
{
    public static List<string[]> Read(byte[] bytes)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        Assert.Equal('\uFEFF', text[0]);
        var (rows, row, cell, quoted) = (new List<string[]>(), new List<string>(), new StringBuilder(), false);
        for (var n = 1; n < text.Length; n++)
        {
            if (text[n] == '"' && quoted && n + 1 < text.Length && text[n + 1] == '"')
            {
                cell.Append(text[++n]);
            }
            else if (text[n] == '"')
            {
                quoted = !quoted;
            }
            else if (quoted)
            {
                cell.Append(text[n]);
            }
            else if (text[n] == ';' || text[n] == '\n')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (text[n] == '\n')
                {
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
        }

        return rows;
    }
}
