using See360.Core.Participants;
using See360.Core.Results.Facts;
using See360.Core.Results.Tables;

namespace See360.Core.Results.Segments;

/// <summary>A closed cycle as it is folded.</summary>
internal sealed record FoldedCycle(CycleId Id, CycleBlocks Blocks, TableComment[] Comments);

/// <summary>The codes of some cycles, as they lie in a file: versions and texts once, then block by block and column by column.</summary>
internal static class FactsFile
{
    /// <summary>Of a sheet, besides its answers: four codes, marks, minutes, participant.</summary>
    private const int SheetBytes = (4 * sizeof(ushort)) + sizeof(byte) + sizeof(int) + sizeof(ulong);

    public static byte[] Write(IReadOnlyList<FoldedCycle> cycles, FactNames names)
    {
        var (bytes, plans) = (new SegmentBytes(), new PlanTable());
        var (advisors, units, segments, channels) = (new LocalCodes(), new LocalCodes(), new LocalCodes(), new LocalCodes());
        foreach (var block in cycles.SelectMany(c => c.Blocks.All))
        {
            plans.Place(block.Survey, block.Version, block.Columns);
            advisors.Add(block.Advisors);
            units.Add(block.Units);
            segments.Add(block.Segments);
            channels.Add(block.Channels);
        }

        plans.Write(bytes);
        advisors.Write(bytes, names.Advisors);
        units.Write(bytes, names.Units);
        segments.Write(bytes, names.Segments);
        channels.Write(bytes, names.Channels);
        bytes.Number(cycles.Count);
        foreach (var cycle in cycles)
        {
            bytes.Text(cycle.Id.ToString());
            bytes.Mark(cycle.Blocks.Mark);
            bytes.Number(cycle.Blocks.Customers.Count);
            bytes.Number(cycle.Blocks.SelfImages.Count);
            foreach (var block in cycle.Blocks.All)
            {
                bytes.Number(plans.Place(block.Survey, block.Version, block.Columns));
                bytes.Number(block.Count);
                bytes.Values<ushort>(advisors.Of(block.Advisors));
                bytes.Values<ushort>(units.Of(block.Units));
                bytes.Values<ushort>(segments.Of(block.Segments));
                bytes.Values<ushort>(channels.Of(block.Channels));
                bytes.Values<byte>(block.Marks);
                bytes.Values<int>(block.Minutes);
                bytes.Values<ulong>(block.Participants);
                foreach (var column in block.Answers)
                {
                    bytes.Values<byte>(column.AsSpan(0, block.Count));
                }
            }
        }

        return bytes.Compressed();
    }

    /// <exception cref="SegmentDamagedException">Something of it can't be as it was written.</exception>
    public static async Task<IReadOnlyDictionary<CycleId, CycleBlocks>> ReadAsync(byte[] file, SheetPlans plans, FactNames names, CancellationToken cancel)
    {
        var bytes = SegmentBytes.Decompressed(file);
        var found = await PlanTable.PlansAsync(Plans(bytes), plans, cancel);
        return Read(bytes, found, names);
    }

    private static PlanTable.PlanKey[] Plans(byte[] bytes)
    {
        var reader = new SegmentReader(bytes);
        return PlanTable.Read(ref reader);
    }

    private static Dictionary<CycleId, CycleBlocks> Read(byte[] bytes, SheetPlan[] plans, FactNames names)
    {
        var reader = new SegmentReader(bytes);
        PlanTable.Read(ref reader);
        var known = new KnownCodes(
            LocalCodes.Read(ref reader, names.Advisors), LocalCodes.Read(ref reader, names.Units),
            LocalCodes.Read(ref reader, names.Segments), LocalCodes.Read(ref reader, names.Channels));
        var cycles = new Dictionary<CycleId, CycleBlocks>();
        for (var left = reader.Count(bytesEach: 20); left > 0; left--)
        {
            if (!CycleId.TryParse(reader.Text(), out var id))
            {
                throw new SegmentDamagedException("no cycle");
            }

            var mark = reader.Mark();
            var (customers, selfImages) = (new FactBlock[reader.Count(bytesEach: 8)], new FactBlock[reader.Count(bytesEach: 8)]);
            foreach (var (blocks, selfImage) in new[] { (customers, false), (selfImages, true) })
            {
                for (var i = 0; i < blocks.Length; i++)
                {
                    blocks[i] = Block(ref reader, id, selfImage, plans, known);
                }
            }

            if (!cycles.TryAdd(id, new CycleBlocks(customers, selfImages, mark)))
            {
                throw new SegmentDamagedException("a cycle twice");
            }
        }

        reader.End();
        return cycles;
    }

    private static FactBlock Block(ref SegmentReader reader, CycleId cycle, bool selfImage, SheetPlan[] plans, KnownCodes known)
    {
        var place = reader.Number();
        var plan = place >= 0 && place < plans.Length && plans[place].Survey == cycle.Survey ? plans[place] : throw new SegmentDamagedException("another survey");
        var block = new FactBlock(plan.Survey, plan.Version, plan.Columns, reader.Count(SheetBytes + plan.Columns.Count));
        reader.Fill<ushort>(block.Advisors);
        reader.Fill<ushort>(block.Units);
        reader.Fill<ushort>(block.Segments);
        reader.Fill<ushort>(block.Channels);
        reader.Fill<byte>(block.Marks);
        reader.Fill<int>(block.Minutes);
        reader.Fill<ulong>(block.Participants);
        foreach (var column in block.Answers)
        {
            reader.Fill(column.AsSpan(0, block.Count));
        }

        LocalCodes.Translate(block.Advisors, known.Advisors);
        LocalCodes.Translate(block.Units, known.Units);
        LocalCodes.Translate(block.Segments, known.Segments);
        LocalCodes.Translate(block.Channels, known.Channels);
        block.Weeks.AsSpan().Fill(FactTime.Of(cycle.Week));
        Check(block, selfImage);
        return block;
    }

    private static void Check(FactBlock block, bool selfImage)
    {
        for (var row = 1; row < block.Count; row++)
        {
            if (block.Minutes[row] < block.Minutes[row - 1])
            {
                throw new SegmentDamagedException("not in order");
            }
        }

        foreach (var mark in block.Marks)
        {
            if (((SheetMarks)mark).HasFlag(SheetMarks.SelfImage) != selfImage || mark > (byte)(SheetMarks.SelfImage | SheetMarks.Interviewer))
            {
                throw new SegmentDamagedException("unknown marks");
            }
        }
    }

    /// <summary>By number in the file.</summary>
    private sealed record KnownCodes(ushort[] Advisors, ushort[] Units, ushort[] Segments, ushort[] Channels);
}
