using See360.Core.Participants;
using See360.Core.Results.Facts;
using See360.Core.Results.Tables;

namespace See360.Core.Results.Segments;

/// <summary>The comments of some cycles, as they lie in a file of their own: who counts does not read them.</summary>
internal static class CommentsFile
{
    public static byte[] Write(IReadOnlyList<FoldedCycle> cycles)
    {
        var (bytes, plans, texts) = (new SegmentBytes(), new PlanTable(), new Dictionary<string, int>());
        foreach (var (cycle, comment) in cycles.SelectMany(c => c.Comments.Select(comment => (c, comment))))
        {
            plans.Place(comment.Survey, comment.Version, ColumnsOf(cycle, comment));
            Array.ForEach([comment.Question.Id, comment.Advisor, comment.Unit, comment.Segment, comment.Channel], t => texts.TryAdd(t, texts.Count));
        }

        plans.Write(bytes);
        bytes.Number(texts.Count);
        foreach (var text in texts.Keys)
        {
            bytes.Text(text);
        }

        bytes.Number(cycles.Count);
        foreach (var cycle in cycles)
        {
            bytes.Text(cycle.Id.ToString());
            bytes.Number(cycle.Comments.Length);
            foreach (var comment in cycle.Comments)
            {
                bytes.Number(plans.Place(comment.Survey, comment.Version, []));
                Array.ForEach([comment.Question.Id, comment.Advisor, comment.Unit, comment.Segment, comment.Channel], t => bytes.Number(texts[t]));
                bytes.Number(comment.Minutes);
                bytes.Byte((byte)comment.Marks);
                bytes.Mark(FactTime.Of(comment.Giver!.Value));
                bytes.Number(comment.Nps ?? -1);
                bytes.Text(comment.Text);
            }
        }

        return bytes.Compressed();
    }

    /// <exception cref="SegmentDamagedException">Something of it can't be as it was written.</exception>
    public static async Task<IReadOnlyDictionary<CycleId, TableComment[]>> ReadAsync(byte[] file, SheetPlans plans, CancellationToken cancel)
    {
        var bytes = SegmentBytes.Decompressed(file);
        var found = await PlanTable.PlansAsync(Plans(bytes), plans, cancel);
        return Read(bytes, found);
    }

    private static IReadOnlyList<FactColumn> ColumnsOf(FoldedCycle cycle, TableComment comment) => cycle.Blocks.All.First(b => b.Version == comment.Version).Columns;

    private static PlanTable.PlanKey[] Plans(byte[] bytes)
    {
        var reader = new SegmentReader(bytes);
        return PlanTable.Read(ref reader);
    }

    private static Dictionary<CycleId, TableComment[]> Read(byte[] bytes, SheetPlan[] plans)
    {
        var reader = new SegmentReader(bytes);
        PlanTable.Read(ref reader);
        var texts = reader.Texts();
        var cycles = new Dictionary<CycleId, TableComment[]>();
        for (var left = reader.Count(bytesEach: 8); left > 0; left--)
        {
            if (!CycleId.TryParse(reader.Text(), out var id))
            {
                throw new SegmentDamagedException("no cycle");
            }

            var comments = new TableComment[reader.Count(bytesEach: 40)];
            for (var i = 0; i < comments.Length; i++)
            {
                comments[i] = Comment(ref reader, id, plans, texts);
            }

            if (!cycles.TryAdd(id, comments))
            {
                throw new SegmentDamagedException("a cycle twice");
            }
        }

        reader.End();
        return cycles;
    }

    private static TableComment Comment(ref SegmentReader reader, CycleId cycle, SheetPlan[] plans, string[] texts)
    {
        var plan = At(plans, reader.Number());
        var question = At(texts, reader.Number());
        var (advisor, unit, segment, channel) = (At(texts, reader.Number()), At(texts, reader.Number()), At(texts, reader.Number()), At(texts, reader.Number()));
        var (minutes, marks, giver, nps, text) = (reader.Number(), (SheetMarks)reader.Byte(), FactTime.Participant(reader.Mark()), reader.Number(), reader.Text());
        return new TableComment(
            cycle.Survey == plan.Survey ? plan.Survey : throw new SegmentDamagedException("another survey"),
            plan.Version, plan.Texts.FirstOrDefault(q => q.Id == question) ?? throw new SegmentDamagedException("an unknown question"),
            text, advisor, unit, segment, channel, minutes, marks, giver, nps >= 0 ? nps : null);
    }

    private static T At<T>(T[] list, int place) => place >= 0 && place < list.Length ? list[place] : throw new SegmentDamagedException("an unknown text");
}
