using System.Runtime.Intrinsics;
using See360.Core.Results.Statistics;

namespace See360.Core.Results.Facts;

/// <summary>The sums of one group of columns, by part. The six of a part lie in one vector, so that a sheet is one addition; they are carried over before they
/// outgrow it.</summary>
internal sealed class PartSums
{
    /// <summary>Vectors that are made beforehand; they fit the cache.</summary>
    private const int MostKnown = 512;

    /// <summary>So many scores of 10 fit a byte.</summary>
    private const int MostMembers = 25;

    private readonly int[] _members;
    private readonly int _width;
    private readonly int _most;
    private readonly Vector256<int>[] _known;
    private readonly Vector256<int>[] _totals;
    private readonly CustomerSums[] _sums;
    private int _pending;

    /// <param name="members">The columns.</param>
    /// <param name="highest">The highest score.</param>
    public PartSums(int[] members, int highest, int parts)
    {
        (_members, _totals, _sums) = (members, new Vector256<int>[parts], new CustomerSums[parts]);
        var sum = members.Length * highest;
        _most = int.MaxValue / (sum * sum);
        _width = sum + 1;
        _known = new Vector256<int>[(members.Length + 1) * _width <= MostKnown ? (members.Length + 1) * _width : 0];
        for (var i = 0; i < _known.Length; i++)
        {
            _known[i] = Of(i / _width, i % _width);
        }
    }

    /// <param name="start">The first sheet; where a vector can be read.</param>
    /// <param name="parts">Of each sheet from <paramref name="start"/> on.</param>
    public void Add(byte[][] columns, int start, ReadOnlySpan<int> parts)
    {
        for (var from = 0; from < parts.Length;)
        {
            // Whole vectors, so that the next slice begins where one can be read.
            var room = (_most - _pending) / ColumnKernels.Width * ColumnKernels.Width;
            if (room == 0)
            {
                Carry();
                continue;
            }

            var length = Math.Min(parts.Length - from, room);
            AddSlice(columns, start + from, parts.Slice(from, length));
            (from, _pending) = (from + length, _pending + length);
        }
    }

    public CustomerSums Of(int part)
    {
        Carry();
        return _sums[part];
    }

    private void AddSlice(byte[][] columns, int start, ReadOnlySpan<int> parts)
    {
        Span<byte> counts = stackalloc byte[ColumnKernels.Width];
        Span<byte> scores = stackalloc byte[ColumnKernels.Width];
        var fits = _members.Length <= MostMembers;
        for (var row = 0; row < parts.Length; row += ColumnKernels.Width)
        {
            if (fits)
            {
                AddUp(columns, start + row, counts, scores);
            }

            var rows = Math.Min(ColumnKernels.Width, parts.Length - row);
            for (var n = 0; n < rows; n++)
            {
                var (count, sum) = fits ? (counts[n], scores[n]) : AddUp(columns, start + row + n);
                _totals[parts[row + n]] += _known.Length > 0 ? _known[(count * _width) + sum] : Of(count, sum);
            }
        }
    }

    /// <summary>Answers and sum of scores of 32 sheets; columns are padded to that.</summary>
    private void AddUp(byte[][] columns, int row, Span<byte> counts, Span<byte> scores)
    {
        var (count, sum) = (Vector256<byte>.Zero, Vector256<byte>.Zero);
        foreach (var member in _members)
        {
            var codes = Vector256.LoadUnsafe(ref columns[member][row]);
            var answered = Vector256.GreaterThanOrEqual(codes, Vector256.Create(AnswerCode.First));

            // True is 255, which is -1.
            count -= answered;
            sum += (codes - Vector256.Create(AnswerCode.First)) & answered;
        }

        count.CopyTo(counts);
        sum.CopyTo(scores);
    }

    private (int Count, int Sum) AddUp(byte[][] columns, int row)
    {
        var (count, sum) = (0, 0);
        foreach (var member in _members)
        {
            var code = columns[member][row];
            var answers = code >= AnswerCode.First ? 1 : 0;
            (count, sum) = (count + answers, sum + (AnswerCode.Score(code) * answers));
        }

        return (count, sum);
    }

    private static Vector256<int> Of(int count, int sum) => Vector256.Create(Math.Min(count, 1), count, sum, sum * sum, sum * count, count * count, 0, 0);

    private void Carry()
    {
        if (_pending == 0)
        {
            return;
        }

        for (var part = 0; part < _sums.Length; part++)
        {
            var total = _totals[part];
            _sums[part] += new CustomerSums(total[0], total[1], total[2], total[3], total[4], total[5]);
        }

        Array.Clear(_totals);
        _pending = 0;
    }
}
