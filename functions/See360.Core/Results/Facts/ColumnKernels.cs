using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using See360.Core.Results.Statistics;

namespace See360.Core.Results.Facts;

/// <summary>The loops over columns of answers, 32 sheets at a time. Lengths are multiples of <see cref="Width"/>; a mask has 255 for a
/// sheet that counts and 0 for others.</summary>
internal static class ColumnKernels
{
    public const int Width = 32;

    /// <summary>So many additions of 1 fit a byte.</summary>
    private const int FlushCounts = 255;

    /// <summary>Two products of bytes fit an int so often.</summary>
    private const int FlushProducts = 8192;

    /// <summary>How often each code occurs; those from <paramref name="lowest"/> to <paramref name="highest"/>, up to 3 more.</summary>
    /// <param name="mask">Empty: every sheet counts.</param>
    /// <param name="counts">By code; added to.</param>
    public static void Count(ReadOnlySpan<byte> codes, ReadOnlySpan<byte> mask, int lowest, int highest, Span<long> counts)
    {
        for (var first = lowest; first <= highest; first += 4)
        {
            CountFour(codes, mask.IsEmpty ? codes : mask, first, counts);
        }
    }

    /// <summary>How many bytes are not 0.</summary>
    public static int CountSet(ReadOnlySpan<byte> mask) => mask.Length - mask.Count((byte)0);

    /// <summary>255 where a byte has the value, and 0 elsewhere.</summary>
    /// <param name="mask">As long as <paramref name="bytes"/>; of any length.</param>
    public static void Equal(ReadOnlySpan<byte> bytes, byte value, Span<byte> mask)
    {
        var at = 0;
        for (; at <= bytes.Length - Width; at += Width)
        {
            Vector256.Equals(Vector256.Create(bytes.Slice(at, Width)), Vector256.Create(value)).CopyTo(mask[at..]);
        }

        for (; at < bytes.Length; at++)
        {
            mask[at] = bytes[at] == value ? byte.MaxValue : (byte)0;
        }
    }

    /// <summary>Takes away what has none of a few numbers, as far as whole vectors go.</summary>
    /// <returns>How far that was.</returns>
    public static int KeepAny(Span<byte> mask, ReadOnlySpan<ushort> codes, ReadOnlySpan<ushort> wanted)
    {
        var at = 0;
        for (; at <= mask.Length - Width; at += Width)
        {
            var (lower, upper) = (Vector256.Create(codes.Slice(at, Width / 2)), Vector256.Create(codes.Slice(at + (Width / 2), Width / 2)));
            var (keepLower, keepUpper) = (Vector256<ushort>.Zero, Vector256<ushort>.Zero);
            foreach (var code in wanted)
            {
                keepLower |= Vector256.Equals(lower, Vector256.Create(code));
                keepUpper |= Vector256.Equals(upper, Vector256.Create(code));
            }

            (Vector256.Narrow(keepLower, keepUpper) & Vector256.Create(mask.Slice(at, Width))).CopyTo(mask[at..]);
        }

        return at;
    }

    /// <summary>Where a mask is set, as far as there is room for a vector's length of places.</summary>
    /// <param name="from">A multiple of <see cref="Width"/>.</param>
    /// <returns>How many places there are, and where to go on: the mask's length at its end.</returns>
    public static (int Found, int Next) Places(ReadOnlySpan<byte> mask, int from, Span<int> places)
    {
        var found = 0;
        for (; from < mask.Length && found + Width <= places.Length; from += Width)
        {
            for (var bits = Vector256.Create(mask.Slice(from, Width)).ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
            {
                places[found++] = from + BitOperations.TrailingZeroCount(bits);
            }
        }

        return (found, from);
    }

    /// <summary>Adds up, over the sheets that have an answer in one of the columns, what a mean and its interval need: see
    /// <see cref="CustomerSums"/>.</summary>
    /// <param name="members">Which of the columns: scores; each highest one plus 1 add up to 255 at most.</param>
    public static CustomerSums Sums(byte[][] columns, int[] members, ReadOnlySpan<byte> mask, int start, int end)
    {
        var total = default(CustomerSums);
        for (var at = start; at < end; at += FlushProducts * Width)
        {
            total += SumsOfPart(columns, members, mask, at, Math.Min(end, at + (FlushProducts * Width)));
        }

        return total;
    }

    /// <summary>The same for any number of columns, one sheet at a time.</summary>
    public static CustomerSums SumsOfMany(byte[][] columns, int[] members, ReadOnlySpan<byte> mask, int start, int end)
    {
        var total = default(CustomerSums);
        for (var row = start; row < end; row++)
        {
            if (!mask.IsEmpty && mask[row] == 0)
            {
                continue;
            }

            var (count, sum) = (0L, 0L);
            foreach (var member in members)
            {
                var code = columns[member][row];
                if (code >= AnswerCode.First)
                {
                    (count, sum) = (count + 1, sum + AnswerCode.Score(code));
                }
            }

            total += count > 0 ? CustomerSums.Of(count, sum) : default;
        }

        return total;
    }

    /// <summary>Adds up, over the sheets that have an answer in one column and a certain number of answers in others, what their correlation
    /// needs.</summary>
    /// <param name="members">Which of the columns: scores; each highest one plus 1 add up to 255 at most.</param>
    /// <param name="other">The column beside them.</param>
    /// <param name="answers">So many of the members are answered; from 1.</param>
    public static PairSums Pairs(byte[][] columns, int[] members, int other, int answers, ReadOnlySpan<byte> mask, int start, int end)
    {
        var total = default(PairSums);
        for (var at = start; at < end; at += FlushProducts * Width)
        {
            total += PairsOfPart(columns, members, columns[other], (byte)answers, mask, at, Math.Min(end, at + (FlushProducts * Width)));
        }

        return total;
    }

    /// <summary>The sum of those numbers that a mask takes, and how many of these are 0.</summary>
    /// <param name="mask">By number 65,535: it is taken, or 0.</param>
    public static (int Sum, int Zeros) SumOfTaken(ReadOnlySpan<ushort> numbers, ReadOnlySpan<ushort> mask)
    {
        var (at, sums, zeros) = (0, Vector256<uint>.Zero, Vector256<ushort>.Zero);
        for (; at <= numbers.Length - Vector256<ushort>.Count; at += Vector256<ushort>.Count)
        {
            var (number, taken) = (Vector256.Create(numbers[at..]), Vector256.Create(mask[at..]));
            sums += Vector256.WidenLower(number & taken) + Vector256.WidenUpper(number & taken);

            // True is 65,535, which is -1; there are never more than fit.
            zeros -= Vector256.Equals(number, Vector256<ushort>.Zero) & taken;
        }

        var (sum, zero) = ((int)Vector256.Sum(sums), (int)Vector256.Sum(Vector256.WidenLower(zeros) + Vector256.WidenUpper(zeros)));
        for (; at < numbers.Length; at++)
        {
            sum += numbers[at] & mask[at];
            zero += numbers[at] == 0 && mask[at] != 0 ? 1 : 0;
        }

        return (sum, zero);
    }

    private static void CountFour(ReadOnlySpan<byte> codes, ReadOnlySpan<byte> mask, int first, Span<long> counts)
    {
        ref var code = ref MemoryMarshal.GetReference(codes);
        ref var taken = ref MemoryMarshal.GetReference(mask);
        var (v0, v1, v2, v3) = (Vector256.Create((byte)first), Vector256.Create((byte)(first + 1)), Vector256.Create((byte)(first + 2)), Vector256.Create((byte)(first + 3)));
        for (nuint at = 0; at < (nuint)codes.Length;)
        {
            var end = Math.Min((nuint)codes.Length, at + (FlushCounts * Width));
            var (n0, n1, n2, n3) = (Vector256<byte>.Zero, Vector256<byte>.Zero, Vector256<byte>.Zero, Vector256<byte>.Zero);
            for (; at < end; at += Width)
            {
                // Unmasked, the codes are their own mask.
                var v = Vector256.LoadUnsafe(ref code, at) & Vector256.LoadUnsafe(ref taken, at);
                n0 -= Vector256.Equals(v, v0);
                n1 -= Vector256.Equals(v, v1);
                n2 -= Vector256.Equals(v, v2);
                n3 -= Vector256.Equals(v, v3);
            }

            counts[first] += Sum(n0);
            counts[first + 1] += Sum(n1);
            counts[first + 2] += Sum(n2);
            counts[first + 3] += Sum(n3);
        }
    }

    private static CustomerSums SumsOfPart(byte[][] columns, int[] members, ReadOnlySpan<byte> mask, int start, int end)
    {
        var (customers, n, sum) = (Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
        var (squares, products, countSquares) = (Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
        for (var at = start; at < end; at += Width)
        {
            var (raised, answers) = AddUp(columns, members, at, Taken(mask, at));
            var score = raised - answers;
            var (s0, s1) = (Vector256.WidenLower(score).AsInt16(), Vector256.WidenUpper(score).AsInt16());
            var (c0, c1) = (Vector256.WidenLower(answers).AsInt16(), Vector256.WidenUpper(answers).AsInt16());
            var (m0, m1) = (Vector256.Min(c0, Vector256<short>.One), Vector256.Min(c1, Vector256<short>.One));
            customers += Products(m0, m0) + Products(m1, m1);
            n += Products(c0, m0) + Products(c1, m1);
            sum += Products(s0, m0) + Products(s1, m1);
            squares += Products(s0, s0) + Products(s1, s1);
            products += Products(s0, c0) + Products(s1, c1);
            countSquares += Products(c0, c0) + Products(c1, c1);
        }

        return new CustomerSums(Sum(customers), Sum(n), Sum(sum), Sum(squares), Sum(products), Sum(countSquares));
    }

    private static PairSums PairsOfPart(byte[][] columns, int[] members, byte[] other, byte wanted, ReadOnlySpan<byte> mask, int start, int end)
    {
        var one = Vector256<byte>.One;
        var (n, x, xx) = (Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
        var (y, yy, xy) = (Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
        for (var at = start; at < end; at += Width)
        {
            // Of a sheet that the mask leaves out nothing is answered, and so less than is wanted.
            var (raised, answers) = AddUp(columns, members, at, Taken(mask, at));
            var beside = Raised(other, at, Vector256<byte>.AllBitsSet);
            var counts = Vector256.Equals(answers, Vector256.Create(wanted)) & Vector256.GreaterThan(beside, Vector256<byte>.Zero);
            var (a, b, m) = ((raised - answers) & counts, (beside - one) & counts, one & counts);
            var (a0, a1) = (Vector256.WidenLower(a).AsInt16(), Vector256.WidenUpper(a).AsInt16());
            var (b0, b1) = (Vector256.WidenLower(b).AsInt16(), Vector256.WidenUpper(b).AsInt16());
            var (m0, m1) = (Vector256.WidenLower(m).AsInt16(), Vector256.WidenUpper(m).AsInt16());
            n += Products(m0, m0) + Products(m1, m1);
            x += Products(a0, m0) + Products(a1, m1);
            xx += Products(a0, a0) + Products(a1, a1);
            y += Products(b0, m0) + Products(b1, m1);
            yy += Products(b0, b0) + Products(b1, b1);
            xy += Products(a0, b0) + Products(a1, b1);
        }

        return new PairSums(Sum(n), Sum(x), Sum(xx), Sum(y), Sum(yy), Sum(xy));
    }

    /// <summary>Of 32 sheets the scores of their answers plus one each, and how many answers there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<byte> Raised, Vector256<byte> Answers) AddUp(byte[][] columns, int[] members, int at, Vector256<byte> taken)
    {
        var (raised, answers) = (Vector256<byte>.Zero, Vector256<byte>.Zero);
        foreach (var member in members)
        {
            var v = Raised(columns[member], at, taken);
            raised += v;
            answers += Vector256.Min(v, Vector256<byte>.One);
        }

        return (raised, answers);
    }

    /// <summary>Code less 1, not below 0: the score + 1 of an answer, and 0 of everything else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Raised(byte[] column, int at, Vector256<byte> taken) =>
        Vector256.Max(Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)at) & taken, Vector256<byte>.One) - Vector256<byte>.One;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Taken(ReadOnlySpan<byte> mask, int at) =>
        mask.IsEmpty ? Vector256<byte>.AllBitsSet : Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(mask), (nuint)at);

    /// <summary>Products of lanes, neighbours added.</summary>
    private static Vector256<int> Products(Vector256<short> a, Vector256<short> b)
    {
        if (Avx2.IsSupported)
        {
            return Avx2.MultiplyAddAdjacent(a, b);
        }

        // The same total; which lane it stands in does not matter.
        return (Vector256.WidenLower(a) * Vector256.WidenLower(b)) + (Vector256.WidenUpper(a) * Vector256.WidenUpper(b));
    }

    private static long Sum(Vector256<byte> lanes) => Vector256.Sum(Vector256.WidenLower(lanes) + Vector256.WidenUpper(lanes));

    private static long Sum(Vector256<int> lanes) => Vector256.Sum(Vector256.WidenLower(lanes) + Vector256.WidenUpper(lanes));
}
