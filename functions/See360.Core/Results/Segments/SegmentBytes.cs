using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace See360.Core.Results.Segments;

/// <summary>The bytes of a segment can't be used.</summary>
/// <param name="outdated">They are what was written, by a version of the program that wrote otherwise.</param>
internal sealed class SegmentDamagedException(string what, bool outdated = false) : Exception($"it is damaged, {what}")
{
    public bool Outdated => outdated;
}

/// <summary>Writes numbers little endian, texts by length, and the whole compressed behind a head: four letters, the format's version, the length.</summary>
internal sealed class SegmentBytes
{
    /// <summary>Format 1. What a later one reads otherwise has another number, and is folded anew.</summary>
    private const uint Head = 'S' | ('3' << 8) | ('6' << 16) | (1 << 24);

    private const int HeadBytes = 8;

    /// <summary>What deflate makes of a byte at most.</summary>
    private const int MostExpansion = 1032;

    private readonly MemoryStream _bytes = new();

    public void Byte(byte value) => _bytes.WriteByte(value);

    public void Number(int value) => Values<int>([value]);

    public void Mark(ulong value) => Values<ulong>([value]);

    public void Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Number(bytes.Length);
        _bytes.Write(bytes);
    }

    public void Values<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        if (BitConverter.IsLittleEndian)
        {
            _bytes.Write(MemoryMarshal.AsBytes(values));
            return;
        }

        var copy = values.ToArray();
        SegmentReader.Reverse(copy.AsSpan());
        _bytes.Write(MemoryMarshal.AsBytes<T>(copy));
    }

    public byte[] Compressed()
    {
        using var file = new MemoryStream();
        Span<byte> head = stackalloc byte[HeadBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(head, Head);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], checked((int)_bytes.Length));
        file.Write(head);
        using (var deflate = new DeflateStream(file, CompressionLevel.Fastest))
        {
            deflate.Write(_bytes.GetBuffer().AsSpan(0, (int)_bytes.Length));
        }

        return file.ToArray();
    }

    /// <exception cref="SegmentDamagedException">These bytes are no segment, or not whole.</exception>
    public static byte[] Decompressed(byte[] file)
    {
        if (file.Length < HeadBytes || BinaryPrimitives.ReadUInt32LittleEndian(file) != Head)
        {
            throw new SegmentDamagedException("another format", outdated: true);
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4));
        if (length < 0 || length > (long)MostExpansion * file.Length)
        {
            throw new SegmentDamagedException("an impossible length");
        }

        try
        {
            var bytes = new byte[length];
            using var deflate = new DeflateStream(new MemoryStream(file, HeadBytes, file.Length - HeadBytes), CompressionMode.Decompress);
            deflate.ReadExactly(bytes);
            return deflate.ReadByte() < 0 ? bytes : throw new SegmentDamagedException("longer than it says");
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidDataException)
        {
            throw new SegmentDamagedException("not to be decompressed");
        }
    }
}
