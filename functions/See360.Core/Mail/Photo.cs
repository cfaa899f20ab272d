using See360.Core.Organisation;
using See360.Core.Storage;

namespace See360.Core.Mail;

/// <summary>An advisor's photo as a mail can carry it.</summary>
/// <param name="ContentType"><c>image/jpeg</c> or <c>image/png</c>, found from the bytes.</param>
public sealed record Photo(string ContentType, byte[] Bytes)
{
    /// <summary>A mail travels once for every customer: a photo larger than this stays out.</summary>
    public const int MaxBytes = 200 * 1024;

    /// <summary>Null for what is neither a JPEG nor a PNG, or too large.</summary>
    public static Photo? Of(byte[] bytes) => bytes switch
    {
        { Length: 0 or > MaxBytes } => null,
        [0xFF, 0xD8, 0xFF, ..] => new Photo("image/jpeg", bytes),
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => new Photo("image/png", bytes),
        _ => null,
    };
}

/// <summary>Reads photos for mails. Use one per unit of work: it remembers what it has read, and a photo that is taken
/// back is gone from the next unit on.</summary>
public sealed class AdvisorPhotos(IFileStore files)
{
    private readonly Dictionary<string, Photo?> _read = [];

    /// <summary>Null without the advisor's consent, and if there is no photo that a mail can carry.</summary>
    public async Task<Photo?> ReadAsync(Employee advisor, CancellationToken cancel = default)
    {
        if (advisor is not { Photo: { } name, PhotoConsentAt: not null })
        {
            return null;
        }

        if (!_read.TryGetValue(name, out var photo))
        {
            _read[name] = photo = await OpenAsync(name, cancel);
        }

        return photo;
    }

    private async Task<Photo?> OpenAsync(string name, CancellationToken cancel)
    {
        await using var stream = await files.OpenAsync(name, cancel);
        if (stream is null)
        {
            return null;
        }

        var bytes = new byte[Photo.MaxBytes + 1];
        var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        return Photo.Of(bytes[..length]);
    }
}
