namespace See360.Core.Results.Facts;

/// <summary>Numbers of texts (<see cref="TextCodes"/>) that are wanted.</summary>
public sealed class CodeSet
{
    /// <summary>So many are looked for one by one, in vectors; more in a table.</summary>
    private const int MostFew = 12;

    private readonly bool[] _has;
    private readonly ushort[]? _few;

    /// <param name="has">By number.</param>
    internal CodeSet(bool[] has)
    {
        _has = has;
        var all = has.Index().Where(h => h.Item).Select(h => (ushort)h.Index).Take(MostFew + 1).ToArray();
        _few = all.Length <= MostFew ? all : null;
    }

    public bool this[ushort code] => code < _has.Length && _has[code];

    /// <summary>Takes away what has another number.</summary>
    /// <param name="mask">As long as <paramref name="codes"/>; of any length.</param>
    internal void Narrow(Span<byte> mask, ReadOnlySpan<ushort> codes)
    {
        var at = _few is null ? 0 : ColumnKernels.KeepAny(mask, codes, _few);

        // Without a branch: which sheets are wanted can't be foreseen.
        for (; at < mask.Length; at++)
        {
            mask[at] &= (byte)-(this[codes[at]] ? 1 : 0);
        }
    }
}
