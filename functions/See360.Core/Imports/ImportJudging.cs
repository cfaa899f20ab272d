using See360.Core.Contacts;
using See360.Core.Imports.Judging;
using See360.Core.Imports.Reading;
using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Surveys;

namespace See360.Core.Imports;

/// <summary>Runs a file's records through the judges and writes one participant for each, a hundred at a time, while
/// the next are being read. Holds a few hundred rows at once, however long the file is.</summary>
public sealed class ImportJudging(
    ImportRecords imports,
    ImportRowKeys rowKeys,
    ContactRecords contacts,
    ContactKeys contactKeys,
    OrganisationRecords organisation,
    SurveyRecords surveys,
    ParticipantRecords participants,
    TimeProvider time)
{
    /// <summary>Batches on their way to the store: enough that they share commits.</summary>
    private const int WritesAtOnce = 8;

    /// <param name="aliveAsync">Called after each batch.</param>
    public async Task<JudgedRows> RunAsync(
        Import import, OpenedSource source, Institute institute, Func<Task> aliveAsync, CancellationToken cancel = default)
    {
        var context = await ContextAsync(import, source, institute, cancel);
        var people = new KnownContacts(contacts, contactKeys, new UndoneClaims(imports, participants, institute.Id), institute.Id);
        var conversations = new KnownConversations(imports, rowKeys, institute.Id);
        var seen = new SeenInFile();
        var elsewhere = await ReadyElsewhere.ReadAsync(imports, participants, institute.Id, import.Id, cancel);
        var (twice, later) = (false, 0);
        var counts = new Dictionary<ParticipantState, int>();
        var writes = new Queue<Task>();
        try
        {
            await foreach (var rows in ChunksAsync(source.Rows, cancel))
            {
                var judged = await JudgeAsync(rows, context, people, conversations, seen, cancel);
                twice |= Warn(judged, elsewhere, context);
                later += judged.Count(p => p.State != ParticipantState.Ready && ConfirmImport.IsAccepted(p));
                foreach (var participant in judged)
                {
                    counts[participant.State] = counts.GetValueOrDefault(participant.State) + 1;
                }

                writes.Enqueue(Task.Run(() => WriteAsync(institute.Id, import.Id, judged, cancel), cancel));
                while (writes.Count >= WritesAtOnce)
                {
                    await writes.Dequeue();
                }

                await aliveAsync();
            }
        }
        finally
        {
            await Task.WhenAll(writes);
        }

        return new JudgedRows(counts, later, twice);
    }

    /// <summary>Whoever is ready in two imports gets one mail, unless the survey leaves nobody in peace.</summary>
    /// <returns>True if somebody is.</returns>
    private static bool Warn(Participant[] judged, ReadyElsewhere elsewhere, JudgeContext context)
    {
        var any = false;
        for (var i = 0; i < judged.Length; i++)
        {
            var row = judged[i];
            if (row.State == ParticipantState.Ready && elsewhere.Has(row) && context.Survey(row.Survey!.Value).Rules.QuarantineDays > 0)
            {
                judged[i] = row with { Warnings = [.. row.Warnings, WarningCodes.ReadyElsewhere] };
                any = true;
            }
        }

        return any;
    }

    private async Task<JudgeContext> ContextAsync(Import import, OpenedSource source, Institute institute, CancellationToken cancel) => new(
        import.Id, source.Places, institute, time.GetUtcNow(), import.Attestation,
        (await organisation.EmployeesAsync(institute.Id, cancel)).Values,
        await organisation.UnitsAsync(institute.Id, cancel),
        await surveys.AllAsync(institute.Id, cancel));

    private static async Task<Participant[]> JudgeAsync(
        List<SourceRow> rows, JudgeContext context, KnownContacts people, KnownConversations conversations, SeenInFile seen, CancellationToken cancel)
    {
        var judged = new Participant[rows.Count];
        for (var i = 0; i < judged.Length; i++)
        {
            judged[i] = RowJudgement.Judge(rows[i], context);
        }

        var facts = await people.OfAsync(judged, cancel);
        var known = await conversations.OfAsync(judged, cancel);
        for (var i = 0; i < judged.Length; i++)
        {
            judged[i] = ContactJudgement.Judge(
                judged[i], RowJudgement.Raw(rows[i]), new KnownFacts(facts[i].Number, facts[i].Address, known[i]), seen, context);
        }

        return judged;
    }

    private async Task WriteAsync(InstituteId institute, BatchId batch, Participant[] judged, CancellationToken cancel)
    {
        // More than one batch only of rejected rows with very long fields, which are kept as they stood in the file.
        foreach (var part in RecordBatch.Split(judged, p => Table<Participant>.Insert(p.Id.Row, p)))
        {
            var result = await participants.Participants.WriteAsync(ParticipantRecords.Partition(institute, batch), [.. part.Select(p => p.Change)], cancel);
            if (!result.Written)
            {
                throw new InvalidOperationException("A batch's number was given twice.");
            }
        }
    }

    private static async IAsyncEnumerable<List<SourceRow>> ChunksAsync(
        IAsyncEnumerable<SourceRow> rows, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        var chunk = new List<SourceRow>(IRecordStore.MaxBatch);
        await foreach (var row in rows.WithCancellation(cancel))
        {
            chunk.Add(row);
            if (chunk.Count == IRecordStore.MaxBatch)
            {
                yield return chunk;
                chunk = new List<SourceRow>(IRecordStore.MaxBatch);
            }
        }

        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }
}

/// <param name="Counts">Rows by state.</param>
/// <param name="Later">Of those in quarantine, how many are taken over all the same and wait until it is over.</param>
/// <param name="AnyElsewhere">Somebody is ready in another import of the week, too.</param>
public sealed record JudgedRows(Dictionary<ParticipantState, int> Counts, int Later, bool AnyElsewhere);
