using System.Globalization;

namespace See360.Core.Imports.Reading;

/// <summary>Cells that a spreadsheet would take for a formula. What we write gets an apostrophe in front, and what we
/// read loses it again, so that text that went out comes back as it was. The one rule for everything that See360 writes
/// for a spreadsheet.</summary>
public static class CsvCells
{
    public static string Neutralise(string cell) => IsActive(cell) ? "'" + cell : cell;

    public static string Restore(string cell) => cell is ['\'', ..] && IsActive(cell) ? cell[1..] : cell;

    /// <summary>An apostrophe in front changes nothing here, so that one is taken away if, and only if, one was put there.</summary>
    private static bool IsActive(ReadOnlySpan<char> cell)
    {
        foreach (var c in cell)
        {
            if (BeginsFormula(c))
            {
                return true;
            }

            if (!IsSkipped(c))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The signs in their full and small widths, too: spreadsheets set to East Asian languages take them for the same.</summary>
    private static bool BeginsFormula(char c) => c is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n'
        or '＝' or '＋' or '－' or '＠' or '﹦' or '﹢' or '﹣' or '﹫';

    /// <summary>What a spreadsheet may drop, and nobody sees, before the first sign: spaces, controls, byte order marks,
    /// zero-width characters and marks of the writing direction.</summary>
    private static bool IsSkipped(char c) => c == '\''
        || char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark;
}
