using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Storage;

namespace See360.Core.Imports.Judging;

/// <summary>Who is ready in another import of the same week: by Kundennummer and by address, as the quarantine asks.</summary>
public sealed class ReadyElsewhere
{
    /// <summary>A stock of that size waits for its doses over months, and reading it would take longer than the file itself.</summary>
    private const int MostRows = 20_000;

    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    private ReadyElsewhere()
    {
    }

    public static async Task<ReadyElsewhere> ReadAsync(
        ImportRecords imports, ParticipantRecords participants, InstituteId institute, BatchId reading, CancellationToken cancel)
    {
        var ready = new ReadyElsewhere();
        foreach (var import in await imports.OfWeekAsync(institute, reading.Week, cancel))
        {
            if (import.Id != reading && import.State is ImportState.Preview or ImportState.Confirmed
                && import.Rows <= MostRows && import.Counts.GetValueOrDefault(ParticipantState.Ready) > 0)
            {
                await foreach (var row in participants.Participants.RangeAsync(ParticipantRecords.Partition(institute, import.Id), RowRange.All, cancel))
                {
                    ready.Add(row.Value);
                }
            }
        }

        return ready;
    }

    public bool Has(Participant participant) =>
        _known.Count > 0 && (_known.Contains(Address(participant)) || (participant.CustomerNumber.Length > 0 && _known.Contains(Number(participant))));

    private void Add(Participant participant)
    {
        if (participant.State != ParticipantState.Ready)
        {
            return;
        }

        _known.Add(Address(participant));
        if (participant.CustomerNumber.Length > 0)
        {
            _known.Add(Number(participant));
        }
    }

    private static string Address(Participant participant) => "a" + participant.Email;

    private static string Number(Participant participant) => "n" + participant.CustomerNumber;
}
