using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using See360.Core;

namespace See360.Local.Demonstration;

/// <summary>The demonstration bank's files: its organisation, and ten weekly exports whose dates are moved by whole
/// weeks so that the newest belongs to the present week.</summary>
internal static partial class DemonstrationExports
{
    public const int Weeks = 10;

    /// <summary>The week of the newest file as it is stored.</summary>
    private static readonly IsoWeek _newest = new(2026, 46);

    public static Stream Units() => Open("abteilungen.csv");

    public static Stream Employees() => Open("mitarbeiter.csv");

    /// <param name="present">The present week.</param>
    /// <param name="back">0: the export of the present week, up to 9.</param>
    public static (string FileName, Stream Content) Export(IsoWeek present, int back)
    {
        var stored = _newest.Plus(-back);
        var week = present.Plus(-back);
        var days = week.Monday.DayNumber - stored.Monday.DayNumber;
        using var source = Open($"geko-{stored.Year}-KW{stored.Week:D2}.csv");
        using var reader = new StreamReader(source, Encoding.Latin1);
        var text = Day().Replace(reader.ReadToEnd(), day =>
            DateOnly.ParseExact(day.Value, "dd.MM.yyyy", CultureInfo.InvariantCulture).AddDays(days).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture));
        return (
            string.Create(CultureInfo.InvariantCulture, $"geko-{week.Year}-KW{week.Week:D2}.csv"),
            new MemoryStream(Encoding.Latin1.GetBytes(text)));
    }

    /// <summary>Who talked with whom about what, of one export. Read as simply as these files are written; what banks send is read by the product.</summary>
    public static IReadOnlyList<DemonstrationTalk> Talks(IsoWeek present, int back)
    {
        using var reader = new StreamReader(Export(present, back).Content, Encoding.Latin1);
        var rows = reader.ReadToEnd().Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim('"').Split("\";\"")).ToList();
        var (advisor, survey, segment) = (rows[0].IndexOf("Berater"), rows[0].IndexOf("Umfrage"), rows[0].IndexOf("Segment"));
        return [.. rows.Skip(1).Select(row => new DemonstrationTalk(row[advisor], row[survey], row[segment]))];
    }

    private static Stream Open(string name) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream($"See360.Local.Demonstration.{name}")
        ?? throw new InvalidOperationException($"The demonstration's file {name} is not part of this build.");

    [GeneratedRegex(@"\b\d{2}\.\d{2}\.\d{4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Day();
}

/// <param name="Advisor">User name.</param>
internal sealed record DemonstrationTalk(string Advisor, string Survey, string Segment);
