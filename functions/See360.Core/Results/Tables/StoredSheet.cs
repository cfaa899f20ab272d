using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Results.Facts;

namespace See360.Core.Results.Tables;

/// <summary>One answer sheet as it was read.</summary>
/// <param name="Record">The version of its record: the same one need not be read again.</param>
/// <param name="Funnel">What the funnel needs of it.</param>
/// <param name="Fact">Null for what no result may count: a draft, or a test.</param>
/// <param name="Comments">Of customers, in the order of the questions; an advisor's own words are no comments.</param>
/// <param name="Mark">Fingerprint of what counts of it, the same in every process.</param>
internal sealed record StoredSheet(
    string Record, SheetPlan Plan, Funnel.Sheet Funnel, FactBlockBuilder.Sheet? Fact, IReadOnlyList<TableComment> Comments, ulong Mark)
{
    public static StoredSheet Of(string record, Response response, SheetPlan plan, FactNames names)
    {
        var funnel = new Funnel.Sheet(response.Participant, response.Kind, response.CompletedAt is not null);
        return FactBlockBuilder.Read(response, plan.Columns, names) is { } fact
            ? Of(record, plan, funnel, fact, [.. plan.Texts.Select(q => response.Answers.GetValueOrDefault(q.Id)?.Text)], names)
            : new StoredSheet(record, plan, funnel, null, [], 0);
    }

    /// <param name="texts">By question in words; null or blank: nothing was written.</param>
    private static StoredSheet Of(string record, SheetPlan plan, Funnel.Sheet funnel, FactBlockBuilder.Sheet fact, IReadOnlyList<string?> texts, FactNames names)
    {
        var mark = MarkOf(plan, fact, names);
        var comments = new List<TableComment>();
        for (var i = 0; i < texts.Count; i++)
        {
            if (!string.IsNullOrWhiteSpace(texts[i]) && funnel.Kind == ParticipantKind.Customer)
            {
                comments.Add(Comment(plan, i, texts[i]!.Trim(), fact, names));
                mark = Results.Mark.Add(Results.Mark.Add(mark, i), comments[^1].Text);
            }
        }

        return new StoredSheet(record, plan, funnel, fact, comments.Count > 0 ? comments.ToArray() : [], Results.Mark.End(mark));
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
        mark = Results.Mark.Add(Results.Mark.Add(mark, names.Advisors.At(fact.Advisor)), names.Units.At(fact.Unit));
        mark = Results.Mark.Add(Results.Mark.Add(mark, names.Segments.At(fact.Segment)), names.Channels.At(fact.Channel));
        return Results.Mark.Add(mark, fact.Codes);
    }
}
