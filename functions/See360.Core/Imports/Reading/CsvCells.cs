namespace See360.Core.Imports.Reading;

/// <summary>Cells that a spreadsheet would take for a formula. What we write gets an apostrophe in front, and what we
/// read loses it again, so that text that went out comes back as it was.</summary>
public static class CsvCells
{
    public static string Neutralise(string cell) => IsActive(cell.AsSpan().TrimStart('\'')) ? "'" + cell : cell;

    public static string Restore(string cell) => cell is ['\'', ..] && IsActive(cell.AsSpan().TrimStart('\'')) ? cell[1..] : cell;

    private static bool IsActive(ReadOnlySpan<char> cell) => cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
}
