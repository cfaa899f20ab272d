using See360.Core.Callbacks;
using See360.Core.Contacts;
using See360.Core.Cycles;
using See360.Core.Imports;
using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Responses;
using See360.Core.Surveys;

namespace See360.Core.Participants;

/// <summary>Everything that is known of one participant but the answers: record, history, contact log.</summary>
public sealed class ShowParticipant(
    ParticipantRecords participants, ImportRecords imports, CycleRecords cycles, ResponseRecords responses, ContactRecords contacts, ContactKeys keys,
    OrganisationRecords organisation, SurveyRecords surveys, InstituteRecords institutes, CallbackRecords callbacks,
    TimeProvider time)
{
    private static readonly SendKind[] ToOnePerson =
        [SendKind.Invitation, SendKind.Reminder1, SendKind.Reminder2, SendKind.Reminder3, SendKind.SelfImage];

    /// <returns>Null if there is none, or none yet: its import is still a preview.</returns>
    public async Task<ParticipantFile?> RunAsync(InstituteId institute, ParticipantId id, CancellationToken cancel = default)
    {
        if (id.Batch.Kind != BatchKind.Import
            || (await imports.Imports.ReadAsync(ImportRecords.Partition(institute), id.Batch.ToString(), cancel))?.Value is not { } import
            || import.State is not (ImportState.Confirmed or ImportState.Undone)
            || (await participants.ReadAsync(institute, id, cancel))?.Value is not { } participant)
        {
            return null;
        }

        var names = await ParticipantNames.ReadAsync(institute, organisation, surveys, cancel);
        var (response, opening) = await AnswerAsync(institute, participant, cancel);
        var objectedAt = await ObjectedAtAsync(institute, participant, cancel);
        var sends = await SendsAsync(institute, participant, cancel);
        var survey = names.Survey(participant);
        var zone = TimeZoneInfo.FindSystemTimeZoneById((await institutes.GetAsync(institute, cancel)).TimeZone);
        var isConfidential = survey?.Confidentiality == ConfidentialityMode.Confidential;
        return new ParticipantFile(
            participant,
            AnswerStates.Of(participant, survey, response, objectedAt is not null, time.GetUtcNow()),
            names,
            import,
            AnswerStates.ExpiresAt(participant, survey),
            ParticipantHistory.Of(participant, import, names, opening, response, objectedAt, sends, await callbacks.FindAsync(institute, id, cancel), zone, isConfidential),
            sends);
    }

    private async Task<(Response? Response, Opening? Opening)> AnswerAsync(InstituteId institute, Participant participant, CancellationToken cancel)
    {
        if (participant.Cycle is not { } cycle)
        {
            return default;
        }

        var (partition, row) = (ResponseRecords.Partition(institute, cycle, participant.Kind), participant.Id.ToString());
        return (
            (await responses.Responses.ReadAsync(partition, row, cancel))?.Value,
            (await responses.Openings.ReadAsync(partition, row, cancel))?.Value);
    }

    /// <summary>An objection holds for the person, by whatever link it was made.</summary>
    private async Task<DateTimeOffset?> ObjectedAtAsync(InstituteId institute, Participant participant, CancellationToken cancel)
    {
        DateTimeOffset? first = null;
        foreach (var row in SurveyLinks.ContactRows(keys, institute, participant))
        {
            var at = (await contacts.Contacts.ReadAsync(ContactRecords.Partition(institute), row, cancel))?.Value.ObjectedAt;
            first = first is null || at < first ? at ?? first : first;
        }

        return first;
    }

    /// <summary>Each mail to this person, oldest first.</summary>
    private async Task<IReadOnlyList<Send>> SendsAsync(InstituteId institute, Participant participant, CancellationToken cancel)
    {
        var sends = new List<Send>();
        foreach (var kind in participant.Cycle is null ? [] : ToOnePerson)
        {
            var partition = CycleRecords.SendPartition(institute, participant.Cycle!.Value);
            if ((await cycles.Sends.ReadAsync(partition, CycleRecords.SendRow(kind, participant.Id), cancel))?.Value is { } send)
            {
                sends.Add(send);
            }
        }

        return [.. sends.OrderBy(s => s.ClaimedAt)];
    }
}

/// <param name="ExpiresAt">When the link expires; null before the invitation.</param>
public sealed record ParticipantFile(
    Participant Participant,
    AnswerState? Answer,
    ParticipantNames Names,
    Import Import,
    DateTimeOffset? ExpiresAt,
    IReadOnlyList<HistoryEntry> History,
    IReadOnlyList<Send> Sends);
