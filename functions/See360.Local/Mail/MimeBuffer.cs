using System.Buffers;
using System.Text;

namespace See360.Local.Mail;

/// <summary>The bytes of a message in the making; lines end with CRLF.</summary>
internal sealed class MimeBuffer
{
    private const int Base64Line = 57;

    private readonly ArrayBufferWriter<byte> _bytes = new(16 * 1024);

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    public void Line(string text = "")
    {
        Encoding.UTF8.GetBytes(text, _bytes);
        _bytes.Write("\r\n"u8);
    }

    public void QuotedPrintable(string text) => Mail.QuotedPrintable.Write(text, _bytes);

    /// <summary>Lines of 76 characters.</summary>
    public void Base64(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var line = bytes[..Math.Min(Base64Line, bytes.Length)];
            System.Buffers.Text.Base64.EncodeToUtf8(line, _bytes.GetSpan(80), out _, out var written);
            _bytes.Advance(written);
            _bytes.Write("\r\n"u8);
            bytes = bytes[line.Length..];
        }
    }
}
