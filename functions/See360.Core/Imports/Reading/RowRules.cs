using System.Text;
using See360.Core.Texts;

namespace See360.Core.Imports.Reading;

/// <summary>Which records of a table are rows of data, and in what shape. The same for CSV and xlsx.</summary>
public static class RowRules
{
    private static readonly HashSet<string> TotalWords =
        ["summe", "gesamt", "gesamtsumme", "gesamtanzahl", "total", "anzahl", "anzahldatensatze", "anzahlzeilen", "ende", "datensatze", "sum", "count"];

    public static bool IsBlank(string[] fields)
    {
        foreach (var field in fields)
        {
            if (!string.IsNullOrWhiteSpace(field))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"Summe";"17": a word for a total and at most a few figures. Only counts at the end of a file.</summary>
    public static bool LooksLikeTotal(string[] fields)
    {
        var filled = 0;
        foreach (var field in fields)
        {
            if (string.IsNullOrWhiteSpace(field))
            {
                continue;
            }

            filled++;
            if (filled == 1 ? field.Length > 40 || !StartsWithTotalWord(field) : filled > 3 || !field.Any(char.IsAsciiDigit) || field.Any(char.IsLetter))
            {
                return false;
            }
        }

        return filled > 0;
    }

    /// <summary>Empty fields behind the last column come from a closing separator and are no error.</summary>
    public static (string[] Fields, RowShape Shape) Fit(string[] fields, int columns)
    {
        if (fields.Length < columns)
        {
            return (fields, RowShape.TooFewFields);
        }

        var end = fields.Length;
        while (end > columns && string.IsNullOrWhiteSpace(fields[end - 1]))
        {
            end--;
        }

        return end == columns ? (end == fields.Length ? fields : fields[..end], RowShape.Fits) : (fields, RowShape.TooManyFields);
    }

    /// <summary>Composed characters throughout, so that two spellings of "ü" are one; what is no text
    /// stays as it is and is refused later. Below U+0300 there is nothing to compose.</summary>
    public static string Compose(string field) =>
        field.AsSpan().IndexOfAnyExceptInRange('\0', '\u02FF') < 0 || !TextForm.IsWellFormed(field) || field.IsNormalized(NormalizationForm.FormC) ? field : field.Normalize(NormalizationForm.FormC);

    private static bool StartsWithTotalWord(string field)
    {
        var word = TextFolding.Fold(field.AsSpan().TrimStart().ToString());
        return TotalWords.Contains(word) || TotalWords.Contains(word.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'));
    }
}
