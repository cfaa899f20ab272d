using See360.Core.Contacts;
using See360.Core.Participants;
using See360.Core.Storage;

namespace See360.Core.Responses;

/// <summary>
/// Objection under Art. 21(2) GDPR: one press stops every survey of the institute at once, because each mail looks at
/// the contact records when it is about to leave. The records are keyed hashes and outlive the person's data.
/// Possible at any time, also long after the link has expired.
/// </summary>
public sealed class ObjectToSurveys(
    SurveyLinks links, ContactRecords contacts, ContactKeys keys, ResponseRecords responses, ResponseFeed feed, TimeProvider clock)
{
    /// <remarks>The second time changes nothing.</remarks>
    /// <returns>False for an unknown link; also for one of which, years later, nothing says any more whose it was.</returns>
    public async Task<bool> ExecuteAsync(string token, CancellationToken cancel = default)
    {
        if (await links.FindAsync(token, cancel) is not { } link)
        {
            return false;
        }

        if (link.Participant.ErasedOn is not null && link.Participant.ContactRows is null && link.Participant.Kind == ParticipantKind.Customer)
        {
            return false;
        }

        // A test mail carries the link of the colleague who tries it; trying it must not stop his own surveys.
        if (link.Participant.Kind != ParticipantKind.Test)
        {
            await MarkAsync(link, cancel);
            await CountAsync(link, cancel);
        }

        return true;
    }

    /// <summary>Customer number and address lie in one partition, so both are marked or neither is.</summary>
    private async Task MarkAsync(SurveyLink link, CancellationToken cancel)
    {
        var partition = ContactRecords.Partition(link.Institute.Id);
        string[] rows = [.. SurveyLinks.ContactRows(keys, link.Institute.Id, link.Participant)];
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var changes = new List<RecordChange>();
            foreach (var row in rows)
            {
                var read = await contacts.Contacts.ReadAsync(partition, row, cancel);
                if (read is null)
                {
                    changes.Add(Table<Contact>.Insert(row, new Contact(ObjectedAt: clock.GetUtcNow())));
                }
                else if (read.Value.ObjectedAt is null)
                {
                    changes.Add(Table<Contact>.Replace(read, read.Value with { ObjectedAt = clock.GetUtcNow() }));
                }
            }

            if (changes.Count == 0)
            {
                return;
            }

            if ((await contacts.Contacts.WriteAsync(partition, changes, cancel)).Written)
            {
                feed.Announce(link.Institute.Id);
                return;
            }
        }
    }

    /// <summary>Only for the cycle's funnel; what stops mails has been written before.</summary>
    private async Task CountAsync(SurveyLink link, CancellationToken cancel)
    {
        if (link.Participant is { Kind: ParticipantKind.Customer, Cycle: not null })
        {
            await responses.Objections.UpdateAsync(
                link.ResponsePartition,
                link.ResponseRow,
                known => known ?? new Objection(link.Participant.Id, clock.GetUtcNow()),
                cancel);
        }
    }
}
