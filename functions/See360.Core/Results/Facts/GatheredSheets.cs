using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace See360.Core.Results.Facts;

/// <summary>
/// Few sheets of many blocks of one version, copied side by side. Of a unit among sixty each vector would hold one sheet or none, and of a
/// week's block it is not worth to begin a loop.
/// </summary>
internal sealed class GatheredSheets
{
    /// <summary>Columns of that length stay in the processor's second cache.</summary>
    private const int Capacity = 4096;

    /// <summary>Those that nobody uses, by the number of columns: a page by week wants hundreds, and each is larger than an answer.</summary>
    private static readonly ConcurrentDictionary<int, ConcurrentBag<GatheredSheets>> _spare = [];

    private readonly byte[][] _answers;
    private readonly ushort[] _advisors = new ushort[Capacity];
    private readonly ushort[] _units = new ushort[Capacity];
    private readonly int[] _places = new int[Capacity];
    private int _count;

    private GatheredSheets(int columns) => _answers = [.. Enumerable.Range(0, columns).Select(_ => new byte[Capacity])];

    /// <summary>An empty one, until it is given back.</summary>
    public static GatheredSheets Take(int columns) =>
        _spare.TryGetValue(columns, out var spare) && spare.TryTake(out var sheets) ? sheets : new GatheredSheets(columns);

    public void GiveBack() => _spare.GetOrAdd(_answers.Length, _ => []).Add(this);

    /// <param name="counter">What counts them, now or later; the same until this is given back.</param>
    /// <param name="selection">With a mask.</param>
    public void Add(ISheetCounter counter, BlockSelection selection)
    {
        var block = selection.Block;
        var mask = selection.Mask[..selection.End];
        for (var next = selection.Start; next < mask.Length;)
        {
            if (_count + ColumnKernels.Width > Capacity)
            {
                CountIn(counter);
            }

            (var found, next) = ColumnKernels.Places(mask, next, _places.AsSpan(0, Capacity - _count));
            var places = _places.AsSpan(0, found);
            for (var column = 0; column < _answers.Length; column++)
            {
                if (counter.Wants(column))
                {
                    Gather(block.Answers[column], places, _answers[column].AsSpan(_count));
                }
            }

            Gather(block.Advisors, places, _advisors.AsSpan(_count));
            Gather(block.Units, places, _units.AsSpan(_count));
            _count += found;
        }
    }

    /// <summary>Counts what has been gathered since it was last called.</summary>
    public void CountIn(ISheetCounter counter)
    {
        foreach (var column in _answers)
        {
            column.AsSpan(_count..FactBlock.Padded(_count)).Fill(AnswerCode.None);
        }

        counter.Add(new SheetRun(_answers, _advisors, _units, _count));
        _count = 0;
    }

    /// <param name="places">Ascending, as a mask's are.</param>
    /// <exception cref="ArgumentOutOfRangeException">The last place is beyond <paramref name="from"/>.</exception>
    private static void Gather<T>(T[] from, ReadOnlySpan<int> places, Span<T> to)
    {
        if (places.IsEmpty)
        {
            return;
        }

        // A page gathers millions: bounds are asked for once, at the highest place.
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)places[^1], (uint)from.Length, nameof(places));
        ref var first = ref MemoryMarshal.GetArrayDataReference(from);
        to = to[..places.Length];
        for (var i = 0; i < places.Length; i++)
        {
            to[i] = Unsafe.Add(ref first, places[i]);
        }
    }
}
