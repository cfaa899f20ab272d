using System.Globalization;
using See360.Core.Institutes;
using See360.Core.Storage;

namespace See360.Core.Results.Exports;

public sealed class ExportRecords(IRecordStore store)
{
    /// <summary>What was taken along. Partition: institute; row: <see cref="Row"/>. Never changed; kept as long as logs are.</summary>
    public Table<ExportEntry> Exports { get; } = new(store, "exports");

    public static string Partition(InstituteId institute) => institute.ToString();

    /// <summary>The newest first.</summary>
    /// <param name="number">Tells those of one millisecond apart; null: the first row of that moment.</param>
    public static string Row(DateTimeOffset at, int? number = null) =>
        (9_999_999_999_999 - at.ToUnixTimeMilliseconds()).ToString("D13", CultureInfo.InvariantCulture)
        + (number is { } n ? "|" + n.ToString("D4", CultureInfo.InvariantCulture) : "");

    /// <summary>Whether it looks like a row with its number.</summary>
    internal static bool IsRow(string text) =>
        text.Split('|') is [{ Length: 13 } moment, { Length: 4 } number] && moment.All(char.IsAsciiDigit) && number.All(char.IsAsciiDigit);
}

/// <summary>That somebody has taken results along.</summary>
/// <param name="By">User name.</param>
/// <param name="Slice">As it stands in an address; empty: the usual one.</param>
/// <param name="Sheets">Answer sheets that the document rests on.</param>
public sealed record ExportEntry(DateTimeOffset At, string By, ExportFormat Format, string Slice, int Sheets);
