using System.Buffers;

namespace See360.Core.Results.Facts;

/// <summary>The sheets of a block that a filter takes: a range of rows, and unless it is all of them a mask over it (255 or 0).</summary>
internal readonly struct BlockSelection : IDisposable
{
    private readonly byte[]? _mask;

    private BlockSelection(FactBlock block, int start, int end, byte[]? mask, int count) =>
        (Block, Start, End, _mask, Count) = (block, start, end, mask, count);

    public FactBlock Block { get; }

    /// <summary>First row that a vector is read from: at or before the first that is taken.</summary>
    public int Start { get; }

    /// <summary>After the last row that a vector is read from; within the padded columns.</summary>
    public int End { get; }

    /// <summary>Sheets that are taken.</summary>
    public int Count { get; }

    /// <summary>Empty: every row between the bounds is taken.</summary>
    public ReadOnlySpan<byte> Mask => _mask;

    public static BlockSelection Of(FactBlock block, FactFilter filter)
    {
        if (!filter.Takes(block) || block.Count == 0 || block.Minutes[^1] < filter.From || block.Minutes[0] >= filter.To)
        {
            return new BlockSelection(block, 0, 0, null, 0);
        }

        var (first, last) = (FirstAt(block.Minutes, filter.From), FirstAt(block.Minutes, filter.To));
        if (first >= last)
        {
            return new BlockSelection(block, 0, 0, null, 0);
        }

        var marks = block.Marks.AsSpan(first, last - first);
        var alike = marks.IndexOfAnyExcept((byte)filter.Marks) < 0;
        if (alike && first == 0 && last == block.Count && filter is { Advisors: null, Units: null, Segments: null, Channels: null })
        {
            return new BlockSelection(block, 0, FactBlock.Padded(last), null, last);
        }

        var (start, end) = (first / ColumnKernels.Width * ColumnKernels.Width, FactBlock.Padded(last));
        var mask = ArrayPool<byte>.Shared.Rent(FactBlock.Padded(block.Count));
        mask.AsSpan(start, end - start).Clear();
        var taken = mask.AsSpan(first, last - first);
        if (alike)
        {
            taken.Fill(byte.MaxValue);
        }
        else
        {
            ColumnKernels.Equal(marks, (byte)filter.Marks, taken);
        }

        filter.Advisors?.Narrow(taken, block.Advisors.AsSpan(first, taken.Length));
        filter.Units?.Narrow(taken, block.Units.AsSpan(first, taken.Length));
        filter.Segments?.Narrow(taken, block.Segments.AsSpan(first, taken.Length));
        filter.Channels?.Narrow(taken, block.Channels.AsSpan(first, taken.Length));
        return new BlockSelection(block, start, end, mask, ColumnKernels.CountSet(taken));
    }

    public void Dispose()
    {
        if (_mask is not null)
        {
            ArrayPool<byte>.Shared.Return(_mask);
        }
    }

    /// <summary>The first row at or after a minute.</summary>
    private static int FirstAt(ReadOnlySpan<int> minutes, int minute)
    {
        var (low, high) = (0, minutes.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = minutes[middle] < minute ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
