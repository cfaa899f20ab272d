using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using See360.Core.Storage;

namespace See360.Move;

/// <summary>SHA-256 over what one side has of an institute, in order: each file with its name and the SHA-256 of its bytes, each
/// record with table, partition, row and body. Each part stands behind its length, so that no two contents read the same.
/// Versions do not count: each store gives its own.</summary>
internal sealed class ContentHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Add(string table, StoredRecord record)
    {
        Add(table);
        Add(record.Partition);
        Add(record.Row);
        Add(record.Body.Span);
    }

    public void Add(string file, byte[] sha256)
    {
        Add(file);
        Add(sha256.AsSpan());
    }

    public string Text() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public void Dispose() => _hash.Dispose();

    private void Add(string text) => Add(Encoding.UTF8.GetBytes(text).AsSpan());

    private void Add(ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        _hash.AppendData(length);
        _hash.AppendData(bytes);
    }
}
