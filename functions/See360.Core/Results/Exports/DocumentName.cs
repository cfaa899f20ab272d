using System.Globalization;
using System.Text;

namespace See360.Core.Results.Exports;

/// <summary>What a document is called: institute, what is seen of it, day. No person's name: files are passed on.</summary>
internal static class DocumentName
{
    private const int Longest = 60;

    public static string Of(ResultReport report, ExportFormat format) => Of(
        report.Sliced.Chart.Institute.Name,
        report.Sliced switch
        {
            { IsOwn: true, Language: Texts.Language.En } => "own results",
            { IsOwn: true } => "eigene Ergebnisse",
            { IsPart: true } => report.Overview.Head.Title,
            _ => "",
        },
        report.Sliced.Today, format);

    public static string Of(string institute, string part, DateOnly day, ExportFormat format)
    {
        var name = string.Join('_', new[] { Plain(institute), Plain(part), day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }.Where(p => p.Length > 0));
        return $"{name}.{format.ToString().ToLowerInvariant()}";
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in text.Replace("ß", "ss", StringComparison.Ordinal).Replace("ä", "ae", StringComparison.OrdinalIgnoreCase)
            .Replace("ö", "oe", StringComparison.OrdinalIgnoreCase).Replace("ü", "ue", StringComparison.OrdinalIgnoreCase))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                plain.Append(c);
            }
            else if (plain.Length > 0 && plain[^1] != '-')
            {
                plain.Append('-');
            }
        }

        return plain.ToString(0, Math.Min(plain.Length, Longest)).Trim('-');
    }
}
