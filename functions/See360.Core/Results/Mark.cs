using System.Globalization;
using System.Security.Cryptography;

namespace See360.Core.Results;

/// <summary>Fingerprints of what was read. A record is known by its key and version, and a set of records by the sum
/// of theirs, so that the same content gives the same text in every process.</summary>
internal static class Mark
{
    /// <summary>What a fingerprint begins with; then come <see cref="Add(ulong, string)"/> and <see cref="Add(ulong, long)"/>, at last <see cref="End"/>.</summary>
    public const ulong Begin = 14695981039346656037;

    private const ulong Prime = 1099511628211;

    /// <summary>FNV-1a over the three texts.</summary>
    public static ulong Of(string kind, string row, string version) => End(Add(Add(Add(Begin, kind), row), version));

    /// <summary>The last step of SplitMix64, because sums need well-mixed bits.</summary>
    public static ulong End(ulong hash)
    {
        hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9;
        hash = (hash ^ (hash >> 27)) * 0x94d049bb133111eb;
        return hash ^ (hash >> 31);
    }

    public static ulong Add(ulong hash, long number)
    {
        hash = (hash ^ (ulong)number) * Prime;
        return (hash ^ (hash >> 32)) * Prime;
    }

    public static ulong Add(ulong hash, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            hash = (hash ^ b) * Prime;
        }

        return hash;
    }

    public static string Text(IEnumerable<ulong> marks)
    {
        var text = string.Join('.', marks.Select(m => m.ToString("x", CultureInfo.InvariantCulture)));
        return Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(text)).AsSpan(0, 12));
    }

    public static ulong Add(ulong hash, string text)
    {
        foreach (var c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        // So that "ab" and "c" differ from "a" and "bc".
        return (hash ^ 0x1f) * Prime;
    }
}
