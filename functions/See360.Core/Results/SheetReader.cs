using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Storage;
using See360.Core.Surveys;

namespace See360.Core.Results;

/// <summary>Reads cycles from the store: always a whole partition or a single record, never across weeks.</summary>
internal sealed class SheetReader(CycleRecords cycles, ResponseRecords responses)
{
    public delegate ValueTask<IReadOnlyDictionary<string, AskedQuestion>> Questions(SurveyId survey, int version, CancellationToken cancel);

    public async Task<List<Versioned<Cycle>>> CyclesAsync(InstituteId institute, IsoWeek from, CancellationToken cancel)
    {
        var found = new List<Versioned<Cycle>>();
        await foreach (var cycle in cycles.SinceAsync(institute, from, cancel))
        {
            found.Add(cycle);
        }

        return found;
    }

    /// <summary>The cycle's record was read before, so what is read now of one that was closed is final. Of a closed
    /// cycle the ledger is not read: its totals are stored.</summary>
    public async Task<CycleSheet> ReadAsync(
        InstituteId institute, Versioned<Cycle> cycle, Questions questions, FactReader facts, CancellationToken cancel)
    {
        var final = cycle.Value.ClosedAt is not null;
        var sheet = new CycleSheet(cycle.Value, cycle.Row, final);
        var partition = ResponseRecords.Partition(institute, cycle.Value.Id);
        var answers = new List<(string, Funnel.Sheet, ResultFact?, string)>();
        await foreach (var response in responses.Responses.RangeAsync(partition, cancel: cancel))
        {
            answers.Add((response.Row, SheetOf(response.Value), await FactAsync(cycle.Value.Id, response.Value, questions, facts, cancel), response.Version));
        }

        var (sends, openings, objections, mark) = (new List<Send>(), new List<ParticipantId>(), new List<ParticipantId>(), Mark.Of("cycle", cycle.Row, cycle.Version));
        if (!final || cycle.Value.Totals is null)
        {
            mark += await ReadSendsAsync(CycleRecords.SendPartition(institute, cycle.Value.Id), sends, cancel);
            await foreach (var opening in responses.Openings.RangeAsync(partition, cancel: cancel))
            {
                openings.Add(opening.Value.Participant);
                mark += Mark.Of("opening", opening.Row, opening.Version);
            }

            await foreach (var objection in responses.Objections.RangeAsync(partition, cancel: cancel))
            {
                objections.Add(objection.Value.Participant);
                mark += Mark.Of("objection", objection.Row, objection.Version);
            }
        }

        sheet.Fill(answers, sends, openings, objections, mark);
        return sheet;
    }

    /// <summary>Takes one answer sheet up as it is stored now.</summary>
    public async Task UpdateAsync(
        InstituteId institute, CycleSheet sheet, ParticipantId participant, Questions questions, FactReader facts, CancellationToken cancel)
    {
        var row = participant.ToString();
        if (await responses.Responses.ReadAsync(ResponseRecords.Partition(institute, sheet.Id), row, cancel) is { } read)
        {
            sheet.Put(row, SheetOf(read.Value), await FactAsync(sheet.Id, read.Value, questions, facts, cancel), read.Version);
        }
        else
        {
            sheet.Put(row, null, null, "");
        }
    }

    private async Task<ulong> ReadSendsAsync(string partition, List<Send> sends, CancellationToken cancel)
    {
        var mark = 0UL;
        foreach (var kind in new[] { SendKind.Invitation, SendKind.SelfImage })
        {
            await foreach (var send in cycles.Sends.RangeAsync(partition, RowRange.Prefix($"{kind}|"), cancel))
            {
                sends.Add(send.Value);
                mark += Mark.Of("send", send.Row, send.Version);
            }
        }

        return mark;
    }

    private static Funnel.Sheet SheetOf(Response response) => new(response.Participant, response.Kind, response.CompletedAt is not null);

    private static async ValueTask<ResultFact?> FactAsync(
        CycleId cycle, Response response, Questions questions, FactReader facts, CancellationToken cancel)
    {
        var asked = await questions(cycle.Survey, response.Version, cancel);
        lock (facts)
        {
            return facts.Read(response, asked);
        }
    }
}
