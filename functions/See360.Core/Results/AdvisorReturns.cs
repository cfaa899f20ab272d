using System.Collections;
using System.Diagnostics.CodeAnalysis;
using See360.Core.Cycles;
using See360.Core.Results.Facts;

namespace See360.Core.Results;

/// <summary>What became of one cycle's mails, by advisor, in columns: over years an institute with many advisors has as many of these as answer sheets.
/// Never changes.</summary>
internal sealed class AdvisorReturns : IReadOnlyDictionary<string, AdvisorReturn>
{
    private const int Steps = 6;

    private readonly TextCodes _names;
    private readonly ushort[] _advisors;

    /// <summary>By advisor the six numbers plus one; 0: not kept. In two bytes if they all fit.</summary>
    private readonly ushort[]? _narrow;
    private readonly int[]? _wide;

    private AdvisorReturns(TextCodes names, ushort[] advisors, int[] numbers)
    {
        (_names, _advisors) = (names, advisors);
        if (numbers.All(n => n <= ushort.MaxValue))
        {
            _narrow = Array.ConvertAll(numbers, n => (ushort)n);
        }
        else
        {
            _wide = numbers;
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

        // More names than there are numbers for share one.
        var known = (returns ?? new Dictionary<string, AdvisorReturn>()).GroupBy(r => names.Of(r.Key), r => r.Value).OrderBy(g => g.Key).ToList();
        return new AdvisorReturns(names, [.. known.Select(g => g.Key)], [.. known.SelectMany(g => Numbers([.. g]))]);
    }

    public int Invited(int place) => Number(place, 0) ?? 0;

    public int Bounced(int place) => Number(place, 1) ?? 0;

    public int Answered(int place) => Number(place, 2) ?? 0;

    public AdvisorReturn Return(int place) => new(Invited(place), Bounced(place), Answered(place), Number(place, 3), Number(place, 4), Number(place, 5));

    /// <summary>Those of some advisors together; a number that was not kept of one of them is not known.</summary>
    /// <param name="wanted">Their numbers.</param>
    public AdvisorReturn Sum(CodeSet wanted)
    {
        Span<int> sums = stackalloc int[Steps];
        for (var place = 0; place < _advisors.Length; place++)
        {
            if (!wanted[_advisors[place]])
            {
                continue;
            }

            for (var step = 0; step < Steps; step++)
            {
                sums[step] = Number(place, step) is { } number && sums[step] >= 0 ? sums[step] + number : -1;
            }
        }

        return new AdvisorReturn(sums[0], sums[1], sums[2], Known(sums[3]), Known(sums[4]), Known(sums[5]));

        static int? Known(int sum) => sum < 0 ? null : sum;
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

    private int? Number(int place, int step) => (_narrow is not null ? _narrow[(place * Steps) + step] : _wide![(place * Steps) + step]) is > 0 and var number ? number - 1 : null;

    private static IEnumerable<int> Numbers(List<AdvisorReturn> of)
    {
        yield return 1 + of.Sum(r => r.Invited);
        yield return 1 + of.Sum(r => r.Bounced);
        yield return 1 + of.Sum(r => r.Answered);
        foreach (var step in (Func<AdvisorReturn, int?>[])[r => r.Opened, r => r.Started, r => r.Declined])
        {
            yield return of.All(r => step(r) is not null) ? 1 + of.Sum(r => step(r)!.Value) : 0;
        }
    }
}
