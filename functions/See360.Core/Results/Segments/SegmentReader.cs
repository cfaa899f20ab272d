using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace See360.Core.Results.Segments;

/// <summary>Reads what <see cref="SegmentBytes"/> has written. Nothing is allocated before it is known that the bytes for it are there.</summary>
internal ref struct SegmentReader(ReadOnlySpan<byte> bytes)
{
    private static readonly UTF8Encoding _strict = new(false, throwOnInvalidBytes: true);

    private ReadOnlySpan<byte> _left = bytes;

    public byte Byte() => Take(1)[0];

    public int Number() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    public ulong Mark() => BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong)));

    /// <summary>Of things that take so many bytes each at least.</summary>
    public int Count(int bytesEach)
    {
        var count = Number();
        return count >= 0 && (long)count * bytesEach <= _left.Length ? count : throw new SegmentDamagedException("an impossible number");
    }

    public string Text()
    {
        try
        {
            return _strict.GetString(Take(Number()));
        }
        catch (DecoderFallbackException)
        {
            throw new SegmentDamagedException("no text");
        }
    }

    public string[] Texts()
    {
        var texts = new string[Count(sizeof(int))];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = Text();
        }

        return texts;
    }

    public void Fill<T>(Span<T> values)
        where T : unmanaged
    {
        Take((long)values.Length * Marshal.SizeOf<T>()).CopyTo(MemoryMarshal.AsBytes(values));
        if (!BitConverter.IsLittleEndian)
        {
            Reverse(values);
        }
    }

    public readonly void End()
    {
        if (!_left.IsEmpty)
        {
            throw new SegmentDamagedException("more than there should be");
        }
    }

    internal static void Reverse<T>(Span<T> values)
        where T : unmanaged
    {
        foreach (ref var value in values)
        {
            MemoryMarshal.AsBytes(new Span<T>(ref value)).Reverse();
        }
    }

    private ReadOnlySpan<byte> Take(long count)
    {
        if (count < 0 || count > _left.Length)
        {
            throw new SegmentDamagedException("less than there should be");
        }

        var taken = _left[..(int)count];
        _left = _left[(int)count..];
        return taken;
    }
}
