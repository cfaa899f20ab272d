using System.Globalization;
using See360.Core.Institutes;
using See360.Core.Mail;

namespace See360.Local.Mail;

/// <summary>Shows what lies in the outbox folder.</summary>
public sealed class OutboxReader(OutboxFolder folder) : IOutbox
{
    private const int HeaderBytes = 8 * 1024;

    public async Task<OutboxPage> ListAsync(InstituteId institute, string? after, int take, string search = "", CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, 200);
        var words = search.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var all = await FoundAsync(Newest(institute), words, cancel);
        var files = all.Where(f => after is null || string.CompareOrdinal(Cursor(f), after) < 0).Take(take + 1).ToList();
        var lines = new List<OutboxLine>(take);
        foreach (var file in files.Take(take))
        {
            lines.Add(await LineAsync(file, cancel));
        }

        return new OutboxPage(lines, files.Count > take ? Cursor(files[take - 1]) : null, all.Count);
    }

    public async Task<OutboxMail?> OpenAsync(InstituteId institute, string id, CancellationToken cancel = default)
    {
        if (await RawAsync(institute, id, cancel) is not { } eml)
        {
            return null;
        }

        var headers = EmlReader.Headers(eml);
        var parts = EmlReader.Parts(eml).ToList();
        var line = Line(id, headers, File.GetLastWriteTimeUtc(folder.PathOf(institute, id)));
        var text = parts.FirstOrDefault(p => p.ContentType == "text/plain")?.Text ?? "";
        return new OutboxMail(line, headers, text, HtmlWithImages(parts));
    }

    public async Task<byte[]?> RawAsync(InstituteId institute, string id, CancellationToken cancel = default)
    {
        if (!MailIds.IsId(id) || folder.PathOf(institute, id) is var path && !File.Exists(path))
        {
            return null;
        }

        return await File.ReadAllBytesAsync(path, cancel);
    }

    /// <summary>Opens every mail: a folder of ten thousand takes about a second. There is no index of it that could be wrong.</summary>
    private static async Task<List<FileInfo>> FoundAsync(List<FileInfo> files, string[] words, CancellationToken cancel)
    {
        if (words.Length == 0)
        {
            return files;
        }

        var found = new List<FileInfo>();
        foreach (var file in files)
        {
            var line = await LineAsync(file, cancel);
            var text = $"{line.Subject}\n{line.From}\n{line.To}";
            if (words.All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                found.Add(file);
            }
        }

        return found;
    }

    private static async Task<OutboxLine> LineAsync(FileInfo file, CancellationToken cancel) =>
        Line(Path.GetFileNameWithoutExtension(file.Name), EmlReader.Headers(await BeginningAsync(file.FullName, cancel)), file.LastWriteTimeUtc);

    private List<FileInfo> Newest(InstituteId institute)
    {
        var place = new DirectoryInfo(folder.Of(institute));
        return place.Exists ? [.. place.EnumerateFiles("*.eml").OrderByDescending(Cursor, StringComparer.Ordinal)] : [];
    }

    /// <summary>Time, then id: a total order that a new mail does not shift.</summary>
    private static string Cursor(FileInfo file) =>
        file.LastWriteTimeUtc.Ticks.ToString("D19", CultureInfo.InvariantCulture) + "-" + Path.GetFileNameWithoutExtension(file.Name);

    private static async Task<byte[]> BeginningAsync(string path, CancellationToken cancel)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0, FileOptions.Asynchronous);
        var bytes = new byte[HeaderBytes];
        var length = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        return bytes[..length];
    }

    private static OutboxLine Line(string id, List<MailHeader> headers, DateTime at) => new(
        id,
        new DateTimeOffset(at, TimeSpan.Zero),
        EmlReader.Mailbox(EmlReader.Value(headers, "From")),
        EmlReader.Mailbox(EmlReader.Value(headers, "To")),
        EmlReader.Value(headers, "Subject"),
        EmlReader.Value(headers, MailKinds.Header) is { Length: > 0 } kind ? kind : "other");

    private static string? HtmlWithImages(List<EmlPart> parts)
    {
        var html = parts.FirstOrDefault(p => p.ContentType == "text/html")?.Text;
        foreach (var image in parts.Where(p => p.ContentId.Length > 0))
        {
            html = html?.Replace("cid:" + image.ContentId, $"data:{image.ContentType};base64,{Convert.ToBase64String(image.Bytes)}", StringComparison.Ordinal);
        }

        return html;
    }
}
