using System.Buffers.Binary;
using System.IO.Compression;

namespace See360.Core.Imports.Reading;

/// <summary>Looks at a zip package before anything of it is unpacked: a small file may unpack to terabytes.</summary>
public static class PackageSafety
{
    private const int MaxEntries = 5000;
    private const long MaxSmallPart = 64L * 1024 * 1024;
    private const long RatioMattersFrom = 4L * 1024 * 1024;

    /// <summary>Packages are read from their end; a stream that can't go there is copied into a temporary file.</summary>
    public static async Task<Stream> SeekableAsync(Stream source, ImportLimits limits, CancellationToken cancel)
    {
        if (source.CanSeek)
        {
            return source;
        }

        await using var owned = source;
        var copy = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await source.CopyToAsync(copy, cancel);
            return copy.Length <= limits.MaxWorkbookBytes ? copy : throw FileRefused.TooLarge(limits.MaxWorkbookBytes);
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="BadInput">Too many parts, or a part that unpacks to too much.</exception>
    public static void Check(Stream stream, ImportLimits limits)
    {
        if (stream.Length > limits.MaxWorkbookBytes)
        {
            throw FileRefused.TooLarge(limits.MaxWorkbookBytes);
        }

        if (DeclaredEntries(stream) > MaxEntries)
        {
            throw FileRefused.UnsafeWorkbook();
        }

        try
        {
            stream.Position = 0;
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            foreach (var entry in archive.Entries)
            {
                if (entry.Length > Limit(entry.FullName, limits)
                    || (entry.Length > RatioMattersFrom && entry.Length / Math.Max(1, entry.CompressedLength) > limits.MaxPackingRatio))
                {
                    throw FileRefused.UnsafeWorkbook();
                }
            }
        }
        catch (InvalidDataException)
        {
            throw FileRefused.BrokenWorkbook();
        }

        stream.Position = 0;
    }

    private static long Limit(string name, ImportLimits limits) =>
        name.Contains("worksheets/", StringComparison.OrdinalIgnoreCase) ? limits.MaxPartBytes
        : name.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase) ? limits.MaxSharedTextBytes
        : MaxSmallPart;

    /// <summary>What the end record says; more than 65,534 stand there as 65,535. No end record: the archive itself complains.</summary>
    private static int DeclaredEntries(Stream stream)
    {
        var tail = new byte[(int)Math.Min(stream.Length, 65_557)];
        stream.Position = stream.Length - tail.Length;
        stream.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        return end >= 0 && end + 12 <= tail.Length ? BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 10)) : 0;
    }
}
