using System.Text;

namespace See360.Core.Imports.Reading;

/// <summary>Where the header stands in a text file, and what separates its fields.</summary>
/// <param name="Chars">Characters before the header line.</param>
/// <param name="Lines">Lines before the header line.</param>
/// <param name="Preamble">True if something other than blank lines and <c>sep=</c> stands before it.</param>
public sealed record FoundHeader(int Chars, int Lines, char Separator, bool Preamble);

/// <summary>Finds the header by what it says: the first line with enough known columns, under whichever separator
/// makes most of them known.</summary>
public static class HeaderSearch
{
    private const string Separators = ";,\t|";

    public static FoundHeader? Find(ReadOnlySpan<char> beginning, ColumnSet columns, IReadOnlyDictionary<string, string>? own)
    {
        char? declared = null;
        var preamble = false;
        var position = 0;
        for (var line = 0; line < 60 && position < beginning.Length; line++)
        {
            var rest = beginning[position..];
            var end = EndOfLine(rest);
            var text = rest[..end];
            if (IsSeparatorLine(text) is { } separator)
            {
                declared = separator;
            }
            else if (BestSeparator(text, declared, columns, own) is { } best)
            {
                return new FoundHeader(position, line, best, preamble);
            }
            else
            {
                preamble |= !text.IsWhiteSpace();
            }

            position += end + LineBreak(rest[end..]);
        }

        return null;
    }

    /// <summary>The fields of one line by RFC 4180; a line break can't be among them.</summary>
    public static List<string> Split(ReadOnlySpan<char> line, char separator)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (c == '"' && (quoted || IsBlank(field)))
            {
                quoted = !quoted;
            }
            else if (c == separator && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }

    private static char? BestSeparator(ReadOnlySpan<char> line, char? declared, ColumnSet columns, IReadOnlyDictionary<string, string>? own)
    {
        var (best, most) = ((char?)null, columns.EnoughForHeader - 1);
        foreach (var separator in declared is { } only ? only + Separators : Separators)
        {
            if (line.Contains(separator))
            {
                var known = columns.Match(Split(line, separator), own).Count(place => place >= 0);
                (best, most) = known > most ? (separator, known) : (best, most);
            }
        }

        return best;
    }

    /// <summary><c>sep=;</c> as spreadsheets write it.</summary>
    private static char? IsSeparatorLine(ReadOnlySpan<char> line)
    {
        line = line.Trim().Trim('"');
        return line.Length == 5 && line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? line[4]
            : line.Length == 4 && line.Equals("sep=", StringComparison.OrdinalIgnoreCase) ? '\t' : null;
    }

    private static bool IsBlank(StringBuilder field)
    {
        for (var i = 0; i < field.Length; i++)
        {
            if (field[i] != ' ')
            {
                return false;
            }
        }

        return true;
    }

    private static int EndOfLine(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny('\r', '\n');
        return end < 0 ? text.Length : end;
    }

    private static int LineBreak(ReadOnlySpan<char> text) => text switch
    {
        ['\r', '\n', ..] => 2,
        [_, ..] => 1,
        _ => 0,
    };
}
