namespace See360.Core.Results.Facts;

/// <summary>Sheets of one version that lie side by side and are counted together: all rows of a range, or those that a mask takes.</summary>
internal readonly ref struct SheetRun
{
    public SheetRun(BlockSelection selection)
    {
        var block = selection.Block;
        (Answers, Advisors, Units) = (block.Answers, block.Advisors, block.Units);
        (Start, End, Last, Count) = (selection.Start, selection.End, Math.Min(selection.End, block.Count), selection.Count);
        Mask = selection.Mask;
        Whole = Count == block.Count ? block : null;
    }

    /// <summary>The first rows of columns that are padded.</summary>
    public SheetRun(byte[][] answers, ushort[] advisors, ushort[] units, int count)
    {
        (Answers, Advisors, Units) = (answers, advisors, units);
        (Start, End, Last, Count) = (0, FactBlock.Padded(count), count, count);
    }

    /// <summary>By column.</summary>
    public byte[][] Answers { get; }

    public ushort[] Advisors { get; }

    public ushort[] Units { get; }

    /// <summary>First row that a vector is read from.</summary>
    public int Start { get; }

    /// <summary>After the last row that a vector is read from; within the padded columns of answers.</summary>
    public int End { get; }

    /// <summary>After the last row that is a sheet.</summary>
    public int Last { get; }

    /// <summary>Sheets that are taken.</summary>
    public int Count { get; }

    /// <summary>The block of which these are all sheets; null: they are a part of one, or of several.</summary>
    public FactBlock? Whole { get; }

    /// <summary>By row, from 0 on; empty: every row between the bounds is taken.</summary>
    public ReadOnlySpan<byte> Mask { get; }

    public bool Takes(int row) => Mask.IsEmpty || Mask[row] != 0;
}

/// <summary>Counts sheets of one version.</summary>
internal interface ISheetCounter
{
    /// <summary>Of others it looks at nothing.</summary>
    bool Wants(int column);

    void Add(SheetRun sheets);
}
