using See360.Core.Results.Facts;

namespace See360.Core.Results.Segments;

/// <summary>The texts of one kind that a file holds, numbered within the file: the numbers of a process mean nothing to another one.</summary>
internal sealed class LocalCodes
{
    private readonly ushort[] _local = new ushort[ushort.MaxValue + 1];
    private readonly bool[] _seen = new bool[ushort.MaxValue + 1];
    private readonly List<ushort> _codes = [];

    public void Add(ReadOnlySpan<ushort> codes)
    {
        foreach (var code in codes)
        {
            if (!_seen[code])
            {
                (_seen[code], _local[code]) = (true, (ushort)_codes.Count);
                _codes.Add(code);
            }
        }
    }

    public void Write(SegmentBytes bytes, TextCodes texts)
    {
        bytes.Number(_codes.Count);
        foreach (var code in _codes)
        {
            bytes.Text(texts.At(code));
        }
    }

    public ushort[] Of(ushort[] codes) => Array.ConvertAll(codes, code => _local[code]);

    /// <returns>The number in this process of each number in the file.</returns>
    public static ushort[] Read(ref SegmentReader reader, TextCodes texts) => Array.ConvertAll(reader.Texts(), text => texts.Of(text));

    public static void Translate(Span<ushort> codes, ushort[] known)
    {
        foreach (ref var code in codes)
        {
            code = code < known.Length ? known[code] : throw new SegmentDamagedException("an unknown text");
        }
    }
}
