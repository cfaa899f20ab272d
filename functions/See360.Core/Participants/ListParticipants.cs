using System.Globalization;
using See360.Core.Callbacks;
using See360.Core.Imports;
using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Responses;
using See360.Core.Storage;
using See360.Core.Surveys;

namespace See360.Core.Participants;

/// <summary>Everybody from the imports, the newest import first and each in the order of its file, part by part. Reads
/// the batches of the weeks asked for, never an institute's whole life.</summary>
public sealed class ListParticipants(
    ImportRecords imports, ParticipantRecords participants, ResponseRecords responses, OrganisationRecords organisation, SurveyRecords surveys,
    InstituteRecords institutes, CallbackRecords callbacks, TimeProvider time)
{
    /// <summary>How far back a list without a week goes.</summary>
    public const int Weeks = 26;

    private const int Take = 50;
    private const int MostLookedAt = 20_000;

    /// <param name="after">The last participant of the part before; null for the first part.</param>
    public async Task<ParticipantPart> RunAsync(
        InstituteId institute, ParticipantFilter filter, ParticipantId? after = null, CancellationToken cancel = default)
    {
        var names = await ParticipantNames.ReadAsync(institute, organisation, surveys, cancel);
        var wishes = filter.WishesCall ? (await callbacks.OfAYearAsync(institute, time.GetUtcNow(), cancel)).Where(c => c.Done is null).Select(c => c.Participant).ToHashSet() : null;
        var found = new List<ParticipantSummary>();
        var looked = 0;
        foreach (var batch in await BatchesAsync(institute, filter, after, cancel))
        {
            var from = batch == after?.Batch ? (after.Value.Number + 1).ToString("D7", CultureInfo.InvariantCulture) : null;
            await foreach (var row in participants.Participants.RangeAsync(ParticipantRecords.Partition(institute, batch), new RowRange(from), cancel))
            {
                looked += filter.Answered ? 10 : 1;
                if (filter.Fits(row.Value) && wishes?.Contains(row.Value.Id) != false && await SummaryAsync(institute, row.Value, names, filter, cancel) is { } summary)
                {
                    found.Add(summary);
                }

                if (found.Count == Take || looked >= MostLookedAt)
                {
                    return new ParticipantPart(found, row.Value.Id);
                }
            }
        }

        return new ParticipantPart(found, null);
    }

    /// <summary>Confirmed (or undone) imports, newest first, from where the last part ended.</summary>
    private async Task<List<BatchId>> BatchesAsync(InstituteId institute, ParticipantFilter filter, ParticipantId? after, CancellationToken cancel)
    {
        var bank = await institutes.GetAsync(institute, cancel);
        var oldest = filter.Week ?? IsoWeek.Of(time.GetUtcNow(), bank.TimeZone).Plus(1 - Weeks);
        var range = filter.Week is null ? new RowRange(oldest.ToString()) : RowRange.Prefix(oldest + "-i");
        return
        [
            .. (await imports.Imports.ListAsync(ImportRecords.Partition(institute), range, cancel))
                .Where(i => i.State is ImportState.Confirmed or ImportState.Undone)
                .Select(i => i.Id)
                .Where(id => after is null || string.CompareOrdinal(id.ToString(), after.Value.Batch.ToString()) <= 0)
                .Reverse(),
        ];
    }

    private async Task<ParticipantSummary?> SummaryAsync(
        InstituteId institute, Participant participant, ParticipantNames names, ParticipantFilter filter, CancellationToken cancel)
    {
        var survey = names.Survey(participant);
        Response? response = null;
        var objected = false;
        if (participant.Cycle is { } cycle)
        {
            var partition = ResponseRecords.Partition(institute, cycle, participant.Kind);
            response = (await responses.Responses.ReadAsync(partition, participant.Id.ToString(), cancel))?.Value;
            objected = response?.CompletedAt is null && await responses.Objections.ReadAsync(partition, participant.Id.ToString(), cancel) is not null;
        }

        var answer = AnswerStates.Of(participant, survey, response, objected, time.GetUtcNow());
        return filter.Answered && answer != AnswerState.Answered
            ? null
            : new ParticipantSummary(participant, answer, names.Person(participant.Advisor), survey);
    }
}

/// <param name="Next">Where the next part begins; null: this was the last one. A part may hold few or none and still
/// have a next one: long files are looked through piece by piece.</param>
public sealed record ParticipantPart(IReadOnlyList<ParticipantSummary> Items, ParticipantId? Next);

public sealed record ParticipantSummary(Participant Participant, AnswerState? Answer, string AdvisorName, Survey? Survey);
