using System.Buffers;

namespace See360.Core.Results.Exports;

/// <summary>In front of a stream that may be written asynchronously alone, as that of an HTTP answer: whoever closes a part of a package writes its
/// last few bytes synchronously. They are kept until the next asynchronous write, or <see cref="EndAsync"/>.</summary>
internal sealed class GatheredStream(Stream output) : Stream
{
    private const int FlushAt = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _kept = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => _kept.Write(buffer);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _kept.Write(buffer.Span);
        if (_kept.WrittenCount >= FlushAt)
        {
            await EndAsync(cancellationToken);
        }
    }

    /// <summary>Only what is written from here on may be lost.</summary>
    public async Task EndAsync(CancellationToken cancel)
    {
        await output.WriteAsync(_kept.WrittenMemory, cancel);
        _kept.ResetWrittenCount();
    }

    /// <summary>Nothing: a flush of a part is none of the package.</summary>
    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
