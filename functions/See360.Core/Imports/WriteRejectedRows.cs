using See360.Core.Imports.Reading;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Texts;

namespace See360.Core.Imports;

/// <summary>The rows that were not accepted, as they stood in the file, with the reason beside them: to be corrected
/// and imported again as they are. The reason's column is ignored then.</summary>
public sealed class WriteRejectedRows(ImportRecords imports, ParticipantRecords participants)
{
    public const string ReasonColumn = "Grund";

    /// <returns>How many rows were written; null, and nothing written, if there is no such import.</returns>
    public async Task<int?> RunAsync(InstituteId institute, BatchId batch, Language language, Stream output, CancellationToken cancel = default)
    {
        if (await imports.ReadAsync(institute, batch, cancel) is not { } import)
        {
            return null;
        }

        var headers = import.Value.Headers ?? [];
        var reason = headers.ToList().FindIndex(h => TextFolding.Fold(h) == TextFolding.Fold(ReasonColumn));
        await using var csv = new CsvOutput(output);
        await csv.WriteAsync(WithoutReason(headers).Append(ReasonColumn), cancel);
        var written = 0;
        await foreach (var row in participants.Participants.RangeAsync(ParticipantRecords.Partition(institute, batch), RowRange.All, cancel))
        {
            if (row.Value.Raw is { } raw && row.Value.State is not (ParticipantState.Ready or ParticipantState.Invited or ParticipantState.Withdrawn))
            {
                await csv.WriteAsync(WithoutReason(ToWidth(raw, headers.Count)).Append(ReasonText(row.Value, language)), cancel);
                written++;
            }
        }

        return written;

        IEnumerable<string> WithoutReason(IReadOnlyList<string> cells) => cells.Where((_, i) => i != reason);
    }

    private static string ReasonText(Participant row, Language language) =>
        $"{ReasonTexts.States[row.State].In(language)}: {ReasonTexts.Of(row.Reason).In(language)}";

    /// <summary>A ragged row gets the header's width: missing fields empty, surplus ones together in the last.</summary>
    private static IReadOnlyList<string> ToWidth(IReadOnlyList<string> raw, int columns) =>
        raw.Count == columns || columns == 0 ? raw
        : raw.Count < columns ? [.. raw, .. Enumerable.Repeat("", columns - raw.Count)]
        : [.. raw.Take(columns - 1), string.Join(';', raw.Skip(columns - 1))];
}
