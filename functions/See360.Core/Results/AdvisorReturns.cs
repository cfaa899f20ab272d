using System.Buffers;
using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using See360.Core.Cycles;
using See360.Core.Results.Facts;

namespace See360.Core.Results;

/// <summary>What became of one cycle's mails, by advisor, in columns: over years an institute with many advisors has as many of these as answer sheets.
/// Never changes.</summary>
internal sealed class AdvisorReturns : IReadOnlyDictionary<string, AdvisorReturn>
{
    /// <summary>Invited, bounced, answered, opened, started, declined.</summary>
    public const int Steps = 6;

    /// <summary>The first of those that may not have been kept.</summary>
    private const int FirstUnsure = 3;

    private readonly TextCodes _names;
    private readonly ushort[] _advisors;

    /// <summary>Step after step, by advisor, the number plus one; 0: not kept. In two bytes if they all fit.</summary>
    private readonly ushort[]? _narrow;
    private readonly int[]? _wide;

    private AdvisorReturns(TextCodes names, ushort[] advisors, int[] numbers)
    {
        (_names, _advisors) = (names, advisors);
        if (numbers.AsSpan().ContainsAnyExceptInRange(0, ushort.MaxValue))
        {
            _wide = numbers;
        }
        else
        {
            _narrow = Array.ConvertAll(numbers, n => (ushort)n);
        }
    }

    /// <summary>Ascending numbers of their user names.</summary>
    public ReadOnlySpan<ushort> Advisors => _advisors;

    public int Count => _advisors.Length;

    public IEnumerable<string> Keys => _advisors.Select(_names.At);

    public IEnumerable<AdvisorReturn> Values => Enumerable.Range(0, Count).Select(Return);

    public AdvisorReturn this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException();

    /// <summary>The same object, if it is one with these names.</summary>
    public static AdvisorReturns Of(IReadOnlyDictionary<string, AdvisorReturn>? returns, TextCodes names)
    {
        if (returns is AdvisorReturns same && ReferenceEquals(same._names, names))
        {
            return same;
        }

        var found = new Builder();
        foreach (var (advisor, own) in returns ?? new Dictionary<string, AdvisorReturn>())
        {
            found.Add(names.Of(advisor), [own.Invited, own.Bounced, own.Answered, own.Opened ?? -1, own.Started ?? -1, own.Declined ?? -1]);
        }

        return found.Build(names);
    }

    public AdvisorReturn Return(int place) => new(
        Number(place, 0) ?? 0, Number(place, 1) ?? 0, Number(place, 2) ?? 0, Number(place, 3), Number(place, 4), Number(place, 5));

    /// <summary>Those of some advisors together; a number that was not kept of one of them is not known.</summary>
    /// <param name="wanted">Their numbers.</param>
    public AdvisorReturn Sum(CodeSet wanted)
    {
        Span<int> sums = stackalloc int[Steps];
        Sum(wanted, sums);
        return new AdvisorReturn(sums[0], sums[1], sums[2], Known(sums[3]), Known(sums[4]), Known(sums[5]));

        static int? Known(int sum) => sum < 0 ? null : sum;
    }

    /// <param name="wanted">Numbers of advisors.</param>
    /// <param name="sums">Becomes the sums of the first steps, as many as there is room for; -1: not known.</param>
    public void Sum(CodeSet wanted, Span<int> sums)
    {
        var rented = ArrayPool<ushort>.Shared.Rent(Count);
        var masks = rented.AsSpan(0, Count);
        var taken = 0;
        for (var place = 0; place < masks.Length; place++)
        {
            // Without a branch: who is wanted can't be foreseen.
            var one = wanted[_advisors[place]] ? 1 : 0;
            masks[place] = (ushort)-one;
            taken += one;
        }

        for (var step = 0; step < sums.Length; step++)
        {
            var (sum, unknown) = _narrow is not null ? ColumnKernels.SumOfTaken(Column(_narrow, step), masks) : Sum(Column(_wide!, step), masks);
            sums[step] = unknown > 0 ? -1 : sum - taken;
        }

        ArrayPool<ushort>.Shared.Return(rented);
    }

    /// <param name="sums">By the number of the advisor's name: invited, bounced, answered; added to.</param>
    public void AddTo(Span<(int Invited, int Bounced, int Answered)> sums)
    {
        if (_narrow is not null)
        {
            AddTo(Column(_narrow, 0), Column(_narrow, 1), Column(_narrow, 2), sums);
        }
        else
        {
            AddTo(Column(_wide!, 0), Column(_wide!, 1), Column(_wide!, 2), sums);
        }
    }

    /// <summary>A fingerprint of all of it, the same in every process.</summary>
    /// <param name="begin">Of whose mails these are.</param>
    public ulong MarkOf(ulong begin)
    {
        var sum = 0UL;
        for (var place = 0; place < Count; place++)
        {
            var mark = Mark.Add(begin, (long)_names.MarkAt(_advisors[place]));
            for (var step = 0; step < Steps; step++)
            {
                mark = Mark.Add(mark, Number(place, step) ?? -1);
            }

            sum += Mark.End(mark);
        }

        return sum;
    }

    public bool ContainsKey(string key) => Place(key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out AdvisorReturn value)
    {
        var place = Place(key);
        value = place >= 0 ? Return(place) : null;
        return place >= 0;
    }

    public IEnumerator<KeyValuePair<string, AdvisorReturn>> GetEnumerator() =>
        Enumerable.Range(0, Count).Select(place => KeyValuePair.Create(_names.At(_advisors[place]), Return(place))).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Place(string key) => Array.FindIndex(_advisors, code => _names.At(code) == key);

    private int? Number(int place, int step) =>
        (_narrow is not null ? Column(_narrow, step)[place] : Column(_wide!, step)[place]) is > 0 and var number ? number - 1 : null;

    private ReadOnlySpan<T> Column<T>(T[] numbers, int step) => numbers.AsSpan(step * Count, Count);

    /// <summary>As <see cref="ColumnKernels.SumOfTaken"/>, of numbers that do not fit two bytes.</summary>
    private static (int Sum, int Zeros) Sum(ReadOnlySpan<int> numbers, ReadOnlySpan<ushort> masks)
    {
        var (sum, zeros) = (0, 0);
        for (var place = 0; place < numbers.Length; place++)
        {
            if (masks[place] != 0)
            {
                sum += numbers[place];
                zeros += numbers[place] == 0 ? 1 : 0;
            }
        }

        return (sum, zeros);
    }

    private void AddTo<T>(ReadOnlySpan<T> invited, ReadOnlySpan<T> bounced, ReadOnlySpan<T> answered, Span<(int Invited, int Bounced, int Answered)> sums)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (var place = 0; place < _advisors.Length; place++)
        {
            ref var sum = ref sums[_advisors[place]];
            sum.Invited += int.CreateTruncating(invited[place]) - 1;
            sum.Bounced += int.CreateTruncating(bounced[place]) - 1;
            sum.Answered += int.CreateTruncating(answered[place]) - 1;
        }
    }

    /// <summary>Takes them one after the other, in any order.</summary>
    internal sealed class Builder
    {
        private readonly List<ushort> _advisors = [];
        private readonly List<int> _numbers = [];

        /// <param name="advisor">The number of the user name. More names than there are numbers for share one.</param>
        /// <param name="steps">The six numbers; below 0: not kept, which the first three always are.</param>
        public void Add(ushort advisor, ReadOnlySpan<int> steps)
        {
            _advisors.Add(advisor);
            _numbers.AddRange(steps);
        }

        public AdvisorReturns Build(TextCodes names)
        {
            var order = Enumerable.Range(0, _advisors.Count).ToArray();
            Array.Sort(_advisors.ToArray(), order);
            ushort[] advisors = [.. _advisors.Distinct().Order()];
            var numbers = new int[Steps * advisors.Length];
            var place = -1;
            foreach (var from in order)
            {
                var another = place < 0 || advisors[place] != _advisors[from];
                place += another ? 1 : 0;
                for (var step = 0; step < Steps; step++)
                {
                    ref var number = ref numbers[(step * advisors.Length) + place];
                    var own = _numbers[(from * Steps) + step];
                    number = step >= FirstUnsure && (own < 0 || (!another && number == 0)) ? 0 : another ? own + 1 : number + own;
                }
            }

            return new AdvisorReturns(names, advisors, numbers);
        }
    }
}
