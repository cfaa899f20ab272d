using System.Collections.Concurrent;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Storage;

namespace See360.Core.Imports;

/// <summary>How many rows of a week still wait for their advisor to be named: those for which no later import of the week,
/// taken over too, has a readable row of the same contact. Nothing is written for it, so that undoing the later import
/// brings the row back. The week's rows are read only if there is such a row and something came after it, and once for
/// each change of the week's imports.</summary>
public sealed class CountUnknownAdvisors(ParticipantRecords participants)
{
    private const int MostRemembered = 500;

    private readonly ConcurrentDictionary<InstituteId, (string Of, int Count)> _counted = new();

    /// <param name="ofWeek">The week's imports, oldest first.</param>
    public async Task<int> RunAsync(InstituteId institute, IEnumerable<Import> ofWeek, CancellationToken cancel = default)
    {
        var imports = ofWeek.Where(i => i.State == ImportState.Confirmed).ToList();
        imports.RemoveRange(0, Math.Max(0, imports.FindIndex(IsOpen)));
        if (imports.Sum(Rows) is var rows && (rows == 0 || imports.Count == 1))
        {
            return rows;
        }

        var of = string.Join(' ', imports.Select(i => $"{i.Id} {i.ConfirmedAt:O}"));
        if (_counted.TryGetValue(institute, out var known) && known.Of == of)
        {
            return known.Count;
        }

        var count = await CountAsync(institute, imports, cancel);
        if (_counted.Count >= MostRemembered)
        {
            _counted.Clear();
        }

        _counted[institute] = (of, count);
        return count;
    }

    private static bool IsOpen(Import import) => Rows(import) > 0;

    private static int Rows(Import import) => import.Counts.GetValueOrDefault(ParticipantState.AdvisorUnknown);

    private async Task<int> CountAsync(InstituteId institute, List<Import> imports, CancellationToken cancel)
    {
        var open = new Dictionary<string, int>();
        foreach (var import in imports.Where(i => open.Count > 0 || IsOpen(i)))
        {
            var own = new List<string>();
            await foreach (var row in participants.Participants.RangeAsync(ParticipantRecords.Partition(institute, import.Id), RowRange.All, cancel))
            {
                if (row.Value.State == ParticipantState.Invalid)
                {
                    continue;
                }

                var contact = ImportRowKeys.Contact(row.Value);
                open.Remove(contact);
                if (row.Value.State == ParticipantState.AdvisorUnknown)
                {
                    own.Add(contact);
                }
            }

            foreach (var contact in own)
            {
                open[contact] = open.GetValueOrDefault(contact) + 1;
            }
        }

        return open.Values.Sum();
    }
}
