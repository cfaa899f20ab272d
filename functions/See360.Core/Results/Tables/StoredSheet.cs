using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Results.Facts;
using See360.Core.Storage;

namespace See360.Core.Results.Tables;

/// <summary>One answer sheet as it was read.</summary>
/// <param name="Record">The version of its record: the same one need not be read again.</param>
/// <param name="Funnel">What the funnel needs of it.</param>
/// <param name="Fact">Null for what no result may count: a draft, or a test.</param>
/// <param name="Comments">Of customers, in the order of the questions; an advisor's own words are no comments.</param>
/// <param name="Mark">Fingerprint of what counts of it, the same in every process.</param>
internal sealed record StoredSheet(
    string Record, SheetPlan Plan, Funnel.Sheet Funnel, FactBlockBuilder.Sheet? Fact, TableComment[] Comments, ulong Mark)
{
    /// <returns>Null: it has to be read as a <see cref="Response"/>, of which the version is wanted first.</returns>
    public static StoredSheet? Of(StoredRecord record, CycleId cycle, SheetPlans plans, FactNames names)
    {
        var json = new SheetJson(record.Body.Span, cycle.Survey, plans, names);
        if (!ParticipantId.TryParse(record.Row, out var participant) || !json.TryRead() || json.Plan is not { } plan)
        {
            return null;
        }

        var funnel = new Funnel.Sheet(participant, json.Kind, json.Completed);
        return json.Completed && json.Kind != ParticipantKind.Test
            ? Of(record.Version, plan, funnel, json.Sheet(FactTime.Of(cycle.Week), FactTime.Of(participant)), json.Texts, names)
            : new StoredSheet(record.Version, plan, funnel, null, [], 0);
    }

    public static StoredSheet Of(string record, Response response, SheetPlan plan, FactNames names)
    {
        var funnel = new Funnel.Sheet(response.Participant, response.Kind, response.CompletedAt is not null);
        return FactBlockBuilder.Read(response, plan.Columns, names) is { } fact
            ? Of(record, plan, funnel, fact, [.. plan.Texts.Select(q => response.Answers.GetValueOrDefault(q.Id)?.Text)], names)
            : new StoredSheet(record, plan, funnel, null, [], 0);
    }

    /// <param name="texts">By question in words; null or blank: nothing was written.</param>
    private static StoredSheet Of(string record, SheetPlan plan, Funnel.Sheet funnel, FactBlockBuilder.Sheet fact, string?[] texts, FactNames names)
    {
        var mark = MarkOf(plan, fact, names);
        List<TableComment>? comments = null;
        for (var i = 0; i < texts.Length; i++)
        {
            if (funnel.Kind == ParticipantKind.Customer && !string.IsNullOrWhiteSpace(texts[i]))
            {
                var comment = Comment(plan, i, texts[i]!.Trim(), fact, names);
                (comments ??= []).Add(comment);
                mark = Results.Mark.Add(Results.Mark.Add(mark, i), comment.Text);
            }
        }

        return new StoredSheet(record, plan, funnel, fact, comments is null ? [] : [.. comments], Results.Mark.End(mark));
    }

    private static TableComment Comment(SheetPlan plan, int question, string text, FactBlockBuilder.Sheet fact, FactNames names) => new(
        plan.Survey, plan.Version, plan.Texts[question], text,
        names.Advisors.At(fact.Advisor), names.Units.At(fact.Unit), names.Segments.At(fact.Segment), names.Channels.At(fact.Channel),
        fact.Minutes, fact.Marks, FactTime.Participant(fact.Participant),
        plan.Nps >= 0 && fact.Codes[plan.Nps] >= AnswerCode.First ? AnswerCode.Score(fact.Codes[plan.Nps]) : null);

    private static ulong MarkOf(SheetPlan plan, FactBlockBuilder.Sheet fact, FactNames names)
    {
        var mark = Results.Mark.Add(Results.Mark.Add(Results.Mark.Begin, (long)fact.Participant), fact.Minutes);
        mark = Results.Mark.Add(Results.Mark.Add(mark, plan.Version), (long)fact.Marks);
        mark = Results.Mark.Add(Results.Mark.Add(mark, (long)names.Advisors.MarkAt(fact.Advisor)), (long)names.Units.MarkAt(fact.Unit));
        mark = Results.Mark.Add(Results.Mark.Add(mark, (long)names.Segments.MarkAt(fact.Segment)), (long)names.Channels.MarkAt(fact.Channel));
        return Results.Mark.Add(mark, fact.Codes);
    }
}
