using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace See360.Core.Imports.Reading;

/// <summary>Reads an upload once, on its way into the file store: its hash, its size, its first bytes and whether it is
/// UTF-8 are known afterwards, and nothing had to be held in memory.</summary>
public sealed class SourceInspection(Stream source, long maxBytes) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _first = new byte[512];
    private readonly byte[] _cut = new byte[4];
    private int _cutLength;

    public long Bytes { get; private set; }

    /// <summary>False as soon as a byte can't be UTF-8.</summary>
    public bool IsUtf8 { get; private set; } = true;

    public bool HasNul { get; private set; }

    /// <summary>Up to 512 bytes from the beginning.</summary>
    public ReadOnlySpan<byte> First => _first.AsSpan(0, (int)Math.Min(Bytes, _first.Length));

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Bytes;
        set => throw new NotSupportedException();
    }

    /// <summary>SHA-256 of everything read, in hex. Ends the inspection.</summary>
    public string Hash()
    {
        IsUtf8 &= _cutLength == 0;
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = source.Read(buffer);
        Look(buffer[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await source.ReadAsync(buffer, cancellationToken);
        Look(buffer.Span[..read]);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        base.Dispose(disposing);
    }

    private void Look(ReadOnlySpan<byte> bytes)
    {
        if (Bytes + bytes.Length > maxBytes)
        {
            throw FileRefused.TooLarge(maxBytes);
        }

        if (Bytes < _first.Length)
        {
            bytes[..(int)Math.Min(bytes.Length, _first.Length - Bytes)].CopyTo(_first.AsSpan((int)Bytes));
        }

        Bytes += bytes.Length;
        _hash.AppendData(bytes);
        HasNul |= bytes.Contains((byte)0);
        IsUtf8 = IsUtf8 && ContinuesUtf8(bytes);
    }

    /// <summary>A character may be cut in two by the end of a read: its first bytes wait for the next.</summary>
    private bool ContinuesUtf8(ReadOnlySpan<byte> bytes)
    {
        while (_cutLength > 0 && bytes.Length > 0)
        {
            _cut[_cutLength++] = bytes[0];
            bytes = bytes[1..];
            var status = Rune.DecodeFromUtf8(_cut.AsSpan(0, _cutLength), out _, out _);
            if (status == OperationStatus.InvalidData)
            {
                return false;
            }

            _cutLength = status == OperationStatus.Done ? 0 : _cutLength;
        }

        var whole = bytes.Length;
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            if (Rune.DecodeFromUtf8(bytes[^back..], out _, out _) == OperationStatus.NeedMoreData)
            {
                bytes[^back..].CopyTo(_cut);
                (_cutLength, whole) = (back, bytes.Length - back);
                break;
            }
        }

        return Utf8.IsValid(bytes[..whole]);
    }
}
